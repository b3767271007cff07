// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace ow::ui {

/// What the page of cases has asked for and what was answered: one list, filtered or not, how long the others
/// are, and one case opened. Of each kind one question is under way at a time and the newest one waits behind
/// it, so a burst of writes or keys never queues up and an old answer never takes the place of a newer one.
/// Asks nothing before somebody has signed in, and forgets everything when he signs out.
class CaseBrowser : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 500;
    static constexpr std::array kLists{desk::CaseList::Today, desk::CaseList::Open,
                                       desk::CaseList::AwaitingSupplement, desk::CaseList::All};

    /// Both outlive this.
    CaseBrowser(desk::Workplace& workplace, desk::CaseDesk& cases, QObject* parent = nullptr);

    void choose(desk::CaseList which);
    /// Number or name; only cases of the chosen list are shown, elsewhere() counts the others. Empty: all.
    void setFilter(const QString& text);
    /// Asks again for everything that is shown. Soon, not at once: a burst of writes is one question.
    void refresh();
    void open(const QString& number);

    void closeCase() { m_wantedCase.clear(); }

    [[nodiscard]] desk::CaseList which() const { return m_wanted.which; }

    [[nodiscard]] const QString& filter() const { return m_wanted.filter; }

    [[nodiscard]] const std::vector<desk::CaseLine>& lines() const { return m_lines; }

    /// Found by the filter, but not in the chosen list.
    [[nodiscard]] int elsewhere() const { return m_elsewhere; }

    /// Length of a list, at most kMostLines (then there may be more); nothing while it is not known.
    [[nodiscard]] std::optional<int> count(desk::CaseList which) const;

Q_SIGNALS:
    void listed();
    void counted();
    void opened(const ow::desk::CaseDetail& detail);
    void listFailed(const ow::domain::Error& error);
    void openFailed(const ow::domain::Error& error);
    void forgotten(); ///< nobody is signed in any more

private:
    struct Question
    {
        desk::CaseList which = desk::CaseList::Open;
        QString filter;
        friend bool operator==(const Question&, const Question&) = default;
    };

    using Lines = domain::Result<std::vector<desk::CaseLine>>;

    [[nodiscard]] bool mayAsk() const;
    void personChanged();
    void ask();
    void answered(const Question& question, const Lines& lines);
    void countFrom(std::size_t place);
    void askCase();
    [[nodiscard]] bool belongs(const desk::CaseLine& line) const;

    desk::Workplace& m_workplace;
    desk::CaseDesk& m_cases;
    Question m_wanted;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_counting = false;
    bool m_countAgain = false;
    QString m_wantedCase;
    bool m_opening = false;
    bool m_openAgain = false;
    std::vector<desk::CaseLine> m_lines;
    int m_elsewhere = 0;
    std::array<std::optional<int>, kLists.size()> m_counts;
    QTimer m_soon;
};

} // namespace ow::ui
