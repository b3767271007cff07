// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casebrowser.h"

#include "ui/widgets/whenanswered.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
using desk::CaseFilter;
using desk::CaseList;

constexpr auto kSoon = 30ms;

} // namespace

CaseBrowser::CaseBrowser(desk::Workplace& workplace, desk::CaseDesk& cases, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_cases(cases)
    , m_person(workplace.person() ? workplace.person()->id : QString())
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
    const auto& person = m_workplace.person();
    const QString now = person ? person->id : QString();
    // Who takes a station over has no business with what the one before looked at, searched and unmasked.
    const QString before = std::exchange(m_person, now);
    if (!before.isEmpty() && before != now) {
        forget();
    }
    if (person) {
        refresh();
    }
}

void CaseBrowser::forget()
{
    m_soon.stop();
    const CaseList which = m_wanted.which;
    m_wanted = {};
    m_wanted.which = which;
    m_wantedCase.clear();
    m_listed = {};
    m_counts.reset();
    Q_EMIT forgotten();
}

void CaseBrowser::want(const CaseFilter& filter)
{
    if (filter != m_wanted) {
        m_wanted = filter;
        ask();
    }
}

void CaseBrowser::choose(CaseList which)
{
    CaseFilter filter = m_wanted;
    if (which != filter.which) {
        filter.which = which;
        filter.order.reset();
    }
    want(filter);
}

void CaseBrowser::setText(const QString& text)
{
    CaseFilter filter = m_wanted;
    filter.text = text.trimmed();
    want(filter);
}

void CaseBrowser::narrow(const CaseFilter& narrowed)
{
    CaseFilter filter = narrowed;
    filter.which = m_wanted.which;
    filter.text = m_wanted.text;
    filter.order = m_wanted.order;
    want(filter);
}

void CaseBrowser::orderBy(desk::CaseColumn column)
{
    const desk::CaseOrder now = order();
    CaseFilter filter = m_wanted;
    filter.order = desk::CaseOrder{column, now.column == column && !now.backwards};
    want(filter);
}

void CaseBrowser::refresh()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

std::optional<qint64> CaseBrowser::count(CaseList which) const
{
    if (!m_counts) {
        return std::nullopt;
    }
    const auto place = std::ranges::find(desk::kCaseLists, which) - desk::kCaseLists.begin();
    return (*m_counts)[static_cast<std::size_t>(place)];
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
    whenAnswered(m_cases.keys(m_wanted), this,
                 [this, question = m_wanted](const domain::Result<desk::CaseKeys>& keys) {
                     answered(question, keys);
                 });
}

void CaseBrowser::answered(const CaseFilter& question, const domain::Result<desk::CaseKeys>& keys)
{
    m_asking = false;
    if (mayAsk() && question == m_wanted) {
        if (!keys) {
            Q_EMIT listFailed(keys.error());
        } else {
            m_listed = *keys;
            Q_EMIT listed();
            askCounts();
        }
    }
    if (m_askAgain) {
        m_askAgain = false;
        ask();
    }
}

void CaseBrowser::fetch(int page, const std::vector<qint64>& keys)
{
    if (!mayAsk()) {
        return;
    }
    whenAnswered(m_cases.lines(keys), this,
                 [this, page](const domain::Result<std::vector<desk::CaseLine>>& lines) {
                     if (!mayAsk()) {
                         return;
                     }
                     if (lines) {
                         Q_EMIT linesReady(page, *lines);
                     } else {
                         Q_EMIT listFailed(lines.error());
                     }
                 });
}

void CaseBrowser::askCounts()
{
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    whenAnswered(m_cases.counts(), this, [this](const domain::Result<desk::CaseCounts>& counts) {
        m_counting = false;
        if (counts && mayAsk()) {
            m_counts = *counts;
            Q_EMIT counted();
        }
        if (m_countAgain) {
            m_countAgain = false;
            askCounts();
        }
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
