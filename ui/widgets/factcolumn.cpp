// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factcolumn.h"

#include <QGridLayout>
#include <QLabel>

namespace ow::ui {

namespace {

constexpr int kLabelWidth = 92; ///< px at 100 %: six characters and the gap

QLabel* wrapped(QWidget* parent, const QString& text, Tone tone)
{
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText); // names are typed by people
    made->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    setTone(*made, tone);
    return made;
}

} // namespace

FactColumn::FactColumn(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(2, 1);
    connect(&theme, &Theme::changed, this, &FactColumn::rebuild);
}

void FactColumn::setFacts(std::vector<Fact> facts)
{
    m_facts = std::move(facts);
    rebuild();
}

void FactColumn::rebuild()
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_grid->setHorizontalSpacing(m_theme.k(4));
    m_grid->setVerticalSpacing(m_theme.k(2));
    int line = 0;
    for (const Fact& fact : m_facts) {
        const int first = fact.label.isEmpty() ? 0 : 1;
        if (!fact.label.isEmpty()) {
            QLabel* label = wrapped(this, fact.label, Tone::Second);
            label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
            label->setFixedWidth(m_theme.k(kLabelWidth));
            m_grid->addWidget(label, line, 0, Qt::AlignTop);
        }
        if (!fact.icon.isEmpty()) {
            auto* icon = new QLabel(this);
            icon->setFixedHeight(m_theme.k(20));
            icon->setPixmap(
                m_theme.pixmap(fact.icon, toneText(fact.tone), m_theme.metrics().icon, devicePixelRatioF()));
            m_grid->addWidget(icon, line, first, Qt::AlignTop);
        }
        const int from = fact.icon.isEmpty() ? first : first + 1;
        QLabel* value = wrapped(this, fact.value, fact.tone);
        value->setAccessibleName(QString(fact.label + u' ' + fact.value + u' ' + fact.rest).trimmed());
        if (fact.bold) {
            value->setProperty("type", QStringLiteral("bold"));
        }
        m_grid->addWidget(value, line++, from, 1, 3 - from, Qt::AlignTop);
        if (!fact.rest.isEmpty()) {
            m_grid->addWidget(wrapped(this, fact.rest, Tone::Second), line++, from, 1, 3 - from);
        }
    }
}

} // namespace ow::ui
