// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/casebar.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/paneheader.h"
#include "ui/words/daywords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ow::ui {

CaseBar::CaseBar(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_desk(desk)
    , m_name(new QLabel(this))
    , m_second(new QLabel(this))
    , m_guide(new KeyButton(theme, tr("Guide and situation"), KeyButton::Look::Secondary, this))
    , m_facts(new DueFacts(theme, this))
{
    setProperty("role", QStringLiteral("bar"));
    m_name->setProperty("type", QStringLiteral("title"));
    // The name may be cut, the dates may not.
    for (QLabel* label : {m_name, m_second}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    setTone(*m_second, Tone::Second);
    m_guide->setKey(QStringLiteral("F6"));
    m_guide->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_second);
    words->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->addLayout(words, 1);
    row->addWidget(m_guide);
    row->addWidget(m_facts);
    connect(m_guide, &KeyButton::clicked, this, &CaseBar::guideWanted);
    connect(&theme, &Theme::changed, this, &CaseBar::layOut);
    layOut();
}

void CaseBar::layOut()
{
    setFixedHeight(m_theme.metrics().caseHeader);
    const int pad = m_theme.k(16);
    layout()->setContentsMargins(pad, 0, pad, 0);
    layout()->setSpacing(m_theme.k(16));
}

void CaseBar::setGuideFolded(bool folded)
{
    m_guide->setVisible(folded);
}

std::vector<DueFact> CaseBar::facts() const
{
    std::vector<DueFact> facts;
    const domain::DueDates& due = m_desk.due();
    const domain::ResolvedSituation& situation = m_desk.situation();
    const auto days = [&due](qint64 count) {
        const QString words = tr("%1 working days").arg(count);
        return due.certain ? words : words + u' ' + tr("(calendar to be updated)");
    };
    if (due.answer.isValid()) {
        const auto left = m_workplace.rules()->calendar.workdaysBetween(m_workplace.today(), due.answer);
        facts.push_back({tr("One-time notice no later than"), dayWord(due.answer), days(left.days), false});
    }
    if (!m_desk.isSituationDecided()) {
        facts.push_back({tr("Promised and statutory"), tr("follow from the form"), {}, true});
        return facts;
    }
    if (due.promised.isValid()) {
        facts.push_back({tr("Promised after acceptance"), dayWord(due.promised),
                         situation.promisedDays == 0 ? tr("on the spot") : days(situation.promisedDays),
                         true});
    }
    if (due.statutory.isValid()) {
        facts.push_back({tr("Statutory"), dayWord(due.statutory), days(situation.statutoryDays), false});
    }
    return facts;
}

void CaseBar::refresh()
{
    if (!m_desk.isActive()) {
        return;
    }
    const domain::Guide& guide = m_desk.guide();
    const domain::DueDates& due = m_desk.due();
    const QString situation = m_desk.situation().names();
    const QString shown = guide.ref.code + QString::number(guide.ref.version) + situation +
                          due.answer.toString(Qt::ISODate) + due.promised.toString(Qt::ISODate) +
                          due.statutory.toString(Qt::ISODate) + (m_desk.isSituationDecided() ? u'1' : u'0');
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    m_name->setText(guide.name);
    m_name->setToolTip(guide.name);
    const QString handling =
        guide.handling == domain::Handling::OnTheSpot ? tr("On-the-spot item") : tr("Timed item");
    m_second->setText(
        QStringList{guide.ref.code, guide.type, handling, tr("guide version %1").arg(guide.ref.version)}.join(
            u'·'));
    m_guide->setToolTip(situation);
    m_facts->setFacts(facts());
}

} // namespace ow::ui
