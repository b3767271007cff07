// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casebrowser.h"

#include "ui/widgets/whenanswered.h"

#include <algorithm>
#include <chrono>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
using desk::CaseList;
using domain::CaseState;

constexpr auto kSoon = 30ms;
constexpr int kMostFound = 200;

std::size_t placeOf(CaseList which)
{
    const auto found = std::ranges::find(CaseBrowser::kLists, which);
    return static_cast<std::size_t>(found - CaseBrowser::kLists.begin());
}

/// The next date first, cases without one last. The ledger orders by the promised day, which a case that
/// waits for its answer does not have yet.
void sortByDue(std::vector<desk::CaseLine>& lines)
{
    std::ranges::stable_sort(lines, [](const desk::CaseLine& a, const desk::CaseLine& b) {
        if (a.nextDue.isValid() != b.nextDue.isValid()) {
            return a.nextDue.isValid();
        }
        return a.nextDue < b.nextDue;
    });
}

} // namespace

CaseBrowser::CaseBrowser(desk::Workplace& workplace, desk::CaseDesk& cases, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_cases(cases)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        ask();
        askCase();
    });
    connect(&workplace, &desk::Workplace::rulesLoaded, this, &CaseBrowser::refresh);
    connect(&workplace, &desk::Workplace::personChanged, this, &CaseBrowser::personChanged);
}

bool CaseBrowser::mayAsk() const
{
    return m_workplace.person().has_value() && m_workplace.rules() != nullptr;
}

void CaseBrowser::personChanged()
{
    if (m_workplace.person()) {
        refresh();
        return;
    }
    m_soon.stop();
    m_wanted.filter.clear();
    m_wantedCase.clear();
    m_lines.clear();
    m_elsewhere = 0;
    m_counts.fill(std::nullopt);
    Q_EMIT forgotten();
}

void CaseBrowser::choose(CaseList which)
{
    if (which != m_wanted.which) {
        m_wanted.which = which;
        ask();
    }
}

void CaseBrowser::setFilter(const QString& text)
{
    const QString wanted = text.trimmed();
    if (wanted != m_wanted.filter) {
        m_wanted.filter = wanted;
        ask();
    }
}

void CaseBrowser::refresh()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

std::optional<int> CaseBrowser::count(CaseList which) const
{
    return m_counts[placeOf(which)];
}

void CaseBrowser::ask()
{
    if (!mayAsk()) {
        return;
    }
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const Question question = m_wanted;
    const auto answer = question.filter.isEmpty() ? m_cases.list(question.which, kMostLines)
                                                  : m_cases.find(question.filter, kMostFound);
    whenAnswered(answer, this, [this, question](const Lines& lines) { answered(question, lines); });
}

void CaseBrowser::answered(const Question& question, const Lines& lines)
{
    m_asking = false;
    if (mayAsk() && question == m_wanted) {
        if (!lines) {
            Q_EMIT listFailed(lines.error());
        } else {
            m_lines = *lines;
            m_elsewhere = 0;
            if (!question.filter.isEmpty()) {
                m_elsewhere = static_cast<int>(
                    std::erase_if(m_lines, [this](const desk::CaseLine& line) { return !belongs(line); }));
            } else {
                m_counts[placeOf(question.which)] = static_cast<int>(m_lines.size());
            }
            if (question.which == CaseList::Open) {
                sortByDue(m_lines);
            }
            Q_EMIT listed();
            countFrom(0);
        }
    }
    if (m_askAgain) {
        m_askAgain = false;
        ask();
    }
}

bool CaseBrowser::belongs(const desk::CaseLine& line) const
{
    switch (m_wanted.which) {
    case CaseList::Today:
        return line.received == m_workplace.today();
    case CaseList::Open:
        return domain::isOpen(line.state);
    case CaseList::AwaitingSupplement:
        return line.state == CaseState::AwaitingSupplement;
    case CaseList::All:
        return true;
    }
    return true;
}

void CaseBrowser::countFrom(std::size_t place)
{
    if (place == 0 && m_counting) {
        m_countAgain = true;
        return;
    }
    if (place < kLists.size() && kLists[place] == m_wanted.which && m_wanted.filter.isEmpty()) {
        ++place; // that one has just been listed
    }
    m_counting = place < kLists.size() && mayAsk();
    if (!m_counting) {
        Q_EMIT counted();
        if (m_countAgain) {
            m_countAgain = false;
            countFrom(0);
        }
        return;
    }
    whenAnswered(m_cases.list(kLists[place], kMostLines), this, [this, place](const Lines& lines) {
        if (lines && mayAsk()) {
            m_counts[place] = static_cast<int>(lines->size());
        }
        countFrom(place + 1);
    });
}

void CaseBrowser::open(const QString& number)
{
    m_wantedCase = number;
    askCase();
}

void CaseBrowser::askCase()
{
    if (m_wantedCase.isEmpty() || !mayAsk()) {
        return;
    }
    if (m_opening) {
        m_openAgain = true;
        return;
    }
    m_opening = true;
    whenAnswered(m_cases.open(m_wantedCase), this,
                 [this, number = m_wantedCase](const domain::Result<desk::CaseDetail>& detail) {
                     m_opening = false;
                     if (mayAsk() && number == m_wantedCase) {
                         if (detail) {
                             Q_EMIT opened(*detail);
                         } else {
                             Q_EMIT openFailed(detail.error());
                         }
                     }
                     if (m_openAgain) {
                         m_openAgain = false;
                         askCase();
                     }
                 });
}

} // namespace ow::ui
