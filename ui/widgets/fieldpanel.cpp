// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldpanel.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/messageline.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kFieldWidth = 300; ///< px at 100 %: narrower, and a path cannot be read
constexpr int kMostAcross = 3;

} // namespace

FieldPanel::FieldPanel(const Theme& theme, const QString& name, const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_fields(new QGridLayout)
    , m_blanks{new QWidget(this), new QWidget(this)}
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_said(new MessageLine(theme, this))
{
    setProperty("role", QStringLiteral("panebar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* title = new QLabel(name, this);
    title->setProperty("type", QStringLiteral("title"));
    m_text->setWordWrap(true);
    m_text->hide();
    setTone(*m_text, Tone::Second);
    m_head->addWidget(m_picture);
    m_head->addWidget(title);
    m_head->addStretch();
    m_column->addLayout(m_head);
    m_column->addWidget(m_text);
    m_column->addLayout(m_fields);
    m_column->addWidget(m_said);
    connect(&theme, &Theme::changed, this, &FieldPanel::layOut);
    layOut();
}

void FieldPanel::layOut()
{
    m_column->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(10));
    m_column->setSpacing(m_theme.k(6));
    m_head->setSpacing(m_theme.k(12));
    m_fields->setHorizontalSpacing(m_theme.k(12));
    m_fields->setVerticalSpacing(m_theme.k(6));
    m_picture->setPixmap(
        m_theme.pixmap(m_icon, Token::Text2, m_theme.metrics().railIcon, devicePixelRatioF()));
    layOutFields();
}

void FieldPanel::layOutFields()
{
    while (m_fields->count() > 0) {
        delete m_fields->takeAt(0); // the item; the field stays
    }
    const int across = std::clamp(width() / std::max(1, m_theme.k(kFieldWidth)), 1, kMostAcross);
    int place = 0;
    for (FormField* field : m_all) {
        if (!field->isHidden()) {
            m_fields->addWidget(field, place / across, place % across, Qt::AlignTop);
            ++place;
        }
    }
    // The same columns in every panel, whether all of them are filled or not. Blanks, because a column
    // without a widget has no space beside it; stretches and no least widths: with those the panel could not
    // become narrower again.
    for (std::size_t i = 0; i < m_blanks.size(); ++i) {
        const int column = place + static_cast<int>(i);
        m_blanks[i]->setVisible(column < across);
        if (column < across) {
            m_fields->addWidget(m_blanks[i], 0, column);
        }
    }
    for (int column = 0; column < kMostAcross; ++column) {
        m_fields->setColumnStretch(column, column < across ? 1 : 0);
    }
}

void FieldPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutFields();
}

void FieldPanel::addField(FormField* field)
{
    m_all.push_back(field);
    layOutFields();
}

void FieldPanel::setFieldShown(FormField* field, bool shown)
{
    field->setVisible(shown);
    layOutFields();
}

void FieldPanel::addToHead(QWidget* widget)
{
    m_head->addWidget(widget);
}

void FieldPanel::setBesideName(QWidget* widget)
{
    constexpr int behindName = 2; // after the picture and the name
    m_head->insertWidget(behindName, widget, 1, Qt::AlignVCenter);
}

void FieldPanel::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void FieldPanel::say(Tone tone, const QString& sentence)
{
    m_said->setMessage(tone, sentence);
}

QString FieldPanel::said() const
{
    return m_said->text();
}

} // namespace ow::ui
