// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace ow::ui {

/// What the page of cases has asked for and what was answered: the keys of one list, narrowed or not, the
/// lines that are on screen, how long every list is, and one case opened. Of each kind one question is under
/// way at a time and the newest one waits behind it, so a burst of writes or keys never queues up and an old
/// answer never takes the place of a newer one. Asks nothing before somebody has signed in, and forgets
/// everything when he signs out.
class CaseBrowser : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    CaseBrowser(desk::Workplace& workplace, desk::CaseDesk& cases, QObject* parent = nullptr);

    /// Another list, in its own order; what it is narrowed to stays.
    void choose(desk::CaseList which);
    /// Number, name, item, identifier or phone; elsewhere() counts what fits in other lists.
    void setText(const QString& text);
    /// Everything a list can be narrowed to but the text and the order.
    void narrow(const desk::CaseFilter& filter);
    /// By a column: again, and it runs backwards.
    void orderBy(desk::CaseColumn column);
    /// Asks again for everything that is shown. Soon, not at once: a burst of writes is one question.
    void refresh();
    /// The lines of one page of the list; linesReady() follows.
    void fetch(int page, const std::vector<qint64>& keys);
    void open(const QString& number);

    void closeCase() { m_wantedCase.clear(); }

    [[nodiscard]] desk::CaseList which() const { return m_wanted.which; }

    [[nodiscard]] const desk::CaseFilter& filter() const { return m_wanted; }

    [[nodiscard]] desk::CaseOrder order() const
    {
        return m_wanted.order.value_or(desk::usualOrder(m_wanted.which));
    }

    [[nodiscard]] const desk::CaseKeys& listedCases() const { return m_listed; }

    /// Length of a list without any filter; nothing while it is not known.
    [[nodiscard]] std::optional<qint64> count(desk::CaseList which) const;

Q_SIGNALS:
    void listed();
    void linesReady(int page, const std::vector<ow::desk::CaseLine>& lines);
    void counted();
    void opened(const ow::desk::CaseDetail& detail);
    void listFailed(const ow::domain::Error& error);
    void openFailed(const ow::domain::Error& error);
    void forgotten(); ///< nobody is signed in any more

private:
    [[nodiscard]] bool mayAsk() const;
    void personChanged();
    void forget();
    void want(const desk::CaseFilter& filter);
    void ask();
    void answered(const desk::CaseFilter& question, const domain::Result<desk::CaseKeys>& keys);
    void askCounts();
    void askCase();

    desk::Workplace& m_workplace;
    desk::CaseDesk& m_cases;
    QString m_person; ///< whose the page is
    desk::CaseFilter m_wanted;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_counting = false;
    bool m_countAgain = false;
    QString m_wantedCase;
    bool m_opening = false;
    bool m_openAgain = false;
    desk::CaseKeys m_listed;
    std::optional<desk::CaseCounts> m_counts;
    QTimer m_soon;
};

} // namespace ow::ui
