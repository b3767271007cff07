// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/formgrid.h"

#include "ui/widgets/formfield.h"

#include <QGridLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kColumns = 12;
constexpr int kTightPane = 560;
constexpr qsizetype kShortLabel = 9; // letters over a span of 3, with （选填） behind them
constexpr qsizetype kLongLabel = 12;
constexpr int kLongText = 60;

} // namespace

FormGrid::FormGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (int column = 0; column < kColumns; ++column) {
        m_grid->setColumnStretch(column, 1);
        // A column in which nothing begins would have no gap beside it.
        auto* mark = new QWidget(this);
        mark->setFixedHeight(0);
        mark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_grid->addWidget(mark, 0, column);
    }
    connect(&theme, &Theme::changed, this, &FormGrid::flow);
}

void FormGrid::add(FormField* field, int span)
{
    // The twelve columns are equal whatever stands in them.
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_places.push_back({field, span, true});
}

void FormGrid::setShown(FormField* field, bool shown)
{
    const auto found = std::ranges::find(m_places, field, &Place::field);
    if (found != m_places.end()) {
        found->shown = shown;
        field->setVisible(shown);
    }
}

int FormGrid::spanFor(const domain::GuideField& field)
{
    using domain::FieldType;
    if (field.span > 0) {
        return std::min(field.span, kColumns);
    }
    switch (field.type) {
    case FieldType::TextArea:
    case FieldType::Table:
    case FieldType::MultiSelect:
        return kColumns;
    case FieldType::Division:
        return 6;
    case FieldType::Text:
    case FieldType::Number:
    case FieldType::Date:
    case FieldType::Select:
    case FieldType::Bool:
        break;
    }
    const qsizetype label = field.label.size() + (field.required ? 0 : 4);
    int span = label > kLongLabel ? 6 : label > kShortLabel ? 4 : 3;
    if (field.maxLength >= kLongText) {
        span = 6;
    } else if (field.rule.startsWith(QLatin1StringView("id18")) || field.rule == QLatin1StringView("uscc") ||
               field.rule == QLatin1StringView("vin")) {
        span = std::max(span, 4);
    }
    for (const QString& option : field.options) {
        if (option.size() > kShortLabel) {
            span = std::max(span, 4);
        }
    }
    return span;
}

bool FormGrid::isTight() const
{
    return width() < m_theme.k(kTightPane);
}

void FormGrid::flow()
{
    m_tight = isTight();
    m_grid->setHorizontalSpacing(m_theme.k(12));
    m_grid->setVerticalSpacing(m_theme.k(6));
    std::vector<const Place*> shown;
    for (const Place& place : m_places) {
        m_grid->removeWidget(place.field);
        if (place.shown) {
            shown.push_back(&place);
        }
    }
    const auto wanted = [this](const Place& place) {
        return !m_tight || place.span > 4 ? place.span : place.span == 3 ? 4 : 6;
    };
    int row = 1;
    int column = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        int span = wanted(*shown[i]);
        const int next = i + 1 < shown.size() ? wanted(*shown[i + 1]) : 0;
        if (next > 0 && column + span + next > kColumns) {
            span = kColumns - column; // the last of a row takes what is left of it
        }
        m_grid->addWidget(shown[i]->field, row, column, 1, span);
        column += span;
        if (column >= kColumns) {
            column = 0;
            ++row;
        }
    }
}

void FormGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isTight() != m_tight) {
        flow();
    }
}

} // namespace ow::ui
