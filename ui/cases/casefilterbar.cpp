// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casefilterbar.h"

#include "ui/widgets/choicebox.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/statewords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace ow::ui {

namespace {

using domain::CaseState;

constexpr std::array kStates{CaseState::Received,     CaseState::AwaitingSupplement,
                             CaseState::Resubmitted,  CaseState::Accepted,
                             CaseState::UnderReview,  CaseState::Paused,
                             CaseState::Granted,      CaseState::Refused,
                             CaseState::ReadyToIssue, CaseState::Issued,
                             CaseState::Declined,     CaseState::NotRequired,
                             CaseState::PassedOn,     CaseState::Withdrawn,
                             CaseState::Terminated,   CaseState::Lapsed,
                             CaseState::Revoked};

enum Where { Anywhere, ThisWindow, Mine };

enum Received { Whenever, Today, Week, Month, Year };

enum Due { NoMatter, DueToday, DueInThree, DueInWeek };

enum Open { AnyCase, Pending, Conflict, Deficient, Tasks };

constexpr int kWeekDays = 7;
constexpr int kMonthDays = 30;
constexpr int kThreeDays = 3;

} // namespace

CaseFilterBar::CaseFilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setProperty("role", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Narrow the list"));
    addChoices(*new QHBoxLayout(this));
    connect(&theme, &Theme::changed, this, &CaseFilterBar::layOut);
    layOut();
}

void CaseFilterBar::addChoices(QHBoxLayout& across)
{
    QStringList states{tr("Every state")};
    for (const CaseState state : kStates) {
        states.append(stateWord(state).word);
    }
    m_state = add(tr("State"), states);
    m_item = add(tr("Item"), {tr("Every item")});
    m_where = add(tr("Received where"), {tr("Whole hall"), tr("This window"), tr("By me")});
    m_received = add(tr("Received when"), {tr("Any day"), tr("Received today"), tr("Last 7 days"),
                                           tr("Last 30 days"), tr("This year")});
    m_due =
        add(tr("Due until"), {tr("Any date"), tr("Due by today"), tr("Due in 3 days"), tr("Due in 7 days")});
    m_open = add(tr("What is open"), {tr("Open or not"), tr("Not yet sent"), tr("In conflict"),
                                      tr("Promised materials"), tr("Tasks of the chief")});
    m_reset = new KeyButton(m_theme, tr("All again"), KeyButton::Look::Link, this);
    connect(m_reset, &QPushButton::clicked, this, &CaseFilterBar::reset);
    across.addWidget(m_reset);
    across.addStretch(1);
}

QComboBox* CaseFilterBar::add(const QString& name, const QStringList& choices)
{
    auto* box = new ChoiceBox(m_theme, this);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->addItems(choices);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    static_cast<QHBoxLayout*>(layout())->addWidget(box, 2);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        m_reset->setEnabled(narrowing() > 0);
        Q_EMIT changed();
    });
    m_boxes.push_back(box);
    return box;
}

void CaseFilterBar::layOut()
{
    const int pad = m_theme.k(16);
    layout()->setContentsMargins(pad, m_theme.k(6), pad, m_theme.k(6) + 1);
    layout()->setSpacing(m_theme.k(8));
    for (QComboBox* box : m_boxes) {
        box->setMinimumWidth(m_theme.k(72));
        box->setMaximumWidth(m_theme.k(box == m_item ? 260 : 160));
    }
    if (m_reset != nullptr) {
        m_reset->setEnabled(narrowing() > 0);
    }
}

void CaseFilterBar::setItems(const std::vector<Item>& items)
{
    const QString chosen = m_item->currentData().toString();
    const QSignalBlocker quiet(m_item);
    while (m_item->count() > 1) {
        m_item->removeItem(1);
    }
    for (const Item& item : items) {
        m_item->addItem(item.name, item.code);
        m_item->setItemData(m_item->count() - 1, item.name, Qt::ToolTipRole);
    }
    m_item->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_item->findData(chosen)));
}

void CaseFilterBar::setPlace(const QString& station, QDate today)
{
    m_station = station;
    m_today = today;
}

desk::CaseFilter CaseFilterBar::filter() const
{
    desk::CaseFilter filter;
    if (const int state = m_state->currentIndex(); state > 0) {
        filter.state = kStates.at(static_cast<std::size_t>(state) - 1);
    }
    filter.item = m_item->currentData().toString();
    filter.station = m_where->currentIndex() == ThisWindow ? m_station : QString();
    filter.mine = m_where->currentIndex() == Mine;
    switch (m_received->currentIndex()) {
    case Today:
        filter.from = m_today;
        break;
    case Week:
        filter.from = m_today.addDays(1 - kWeekDays);
        break;
    case Month:
        filter.from = m_today.addDays(1 - kMonthDays);
        break;
    case Year:
        filter.from = QDate(m_today.year(), 1, 1);
        break;
    default:
        break;
    }
    const int due = m_due->currentIndex();
    if (due != NoMatter) {
        filter.dueUntil = m_today.addDays(due == DueToday ? 0 : due == DueInThree ? kThreeDays : kWeekDays);
    }
    const int open = m_open->currentIndex();
    filter.pending = open == Pending;
    filter.conflict = open == Conflict;
    filter.deficient = open == Deficient;
    filter.tasks = open == Tasks;
    return filter;
}

int CaseFilterBar::narrowing() const
{
    return static_cast<int>(
        std::ranges::count_if(m_boxes, [](const QComboBox* box) { return box->currentIndex() > 0; }));
}

void CaseFilterBar::reset()
{
    for (QComboBox* box : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    m_reset->setEnabled(false);
    Q_EMIT changed();
}

void CaseFilterBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
