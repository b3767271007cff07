// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factgrid.h"

#include <QGridLayout>
#include <QLabel>

namespace ow::ui {

FactGrid::FactGrid(const Theme& theme, Size size, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    connect(&theme, &Theme::changed, this, &FactGrid::rebuild);
}

void FactGrid::setFacts(std::vector<Fact> facts)
{
    m_facts = std::move(facts);
    rebuild();
}

void FactGrid::rebuild()
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const bool large = m_size == Size::Large;
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(m_theme.k(large ? 10 : 2));
    m_grid->setColumnMinimumWidth(0, m_theme.k(large ? 120 : 84));
    int line = 0;
    for (const Fact& fact : m_facts) {
        auto* label = new QLabel(fact.label, this);
        auto* cell = new QWidget(this);
        auto* row = new QHBoxLayout(cell);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(m_theme.k(4));
        if (!fact.icon.isEmpty()) {
            auto* icon = new QLabel(cell);
            icon->setPixmap(
                m_theme.pixmap(fact.icon, toneText(fact.tone), m_theme.metrics().icon, devicePixelRatioF()));
            row->addWidget(icon);
        }
        auto* value = new QLabel(fact.value, cell);
        value->setTextFormat(Qt::PlainText); // names are typed by people
        value->setAccessibleName(QString(fact.label + u' ' + fact.value + u' ' + fact.rest).trimmed());
        if (fact.bold) {
            value->setProperty("type", QStringLiteral("bold"));
        }
        if (fact.rest.isEmpty()) {
            value->setWordWrap(true);
            QSizePolicy wrapped(QSizePolicy::Ignored, QSizePolicy::Preferred);
            wrapped.setHeightForWidth(true); // else a third line is cut off
            value->setSizePolicy(wrapped);
            row->addWidget(value, 1);
        } else {
            auto* rest = new QLabel(fact.rest, cell);
            rest->setTextFormat(Qt::PlainText);
            setTone(*rest, Tone::Second);
            row->addWidget(value);
            row->addWidget(rest, 1);
        }
        if (large) {
            label->setProperty("type", QStringLiteral("fact"));
            value->setProperty("type", QStringLiteral("fact"));
        }
        setTone(*label, Tone::Second);
        setTone(*value, fact.tone);
        m_grid->addWidget(label, line, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(cell, line, 1, Qt::AlignTop);
        ++line;
    }
}

} // namespace ow::ui
