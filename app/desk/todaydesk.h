// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/caserisk.h"
#include "desk/materialshelf.h"
#include "ledger/caserow.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <vector>

namespace ow::desk {

/// Where a case stands in the chief's queue.
enum class Standing {
    ToCheck,
    Returned, ///< to the window as a task, not yet answered
    Checked,  ///< 已核, and nothing has happened to it since
};

/// One row of the queue.
struct TodayLine
{
    CaseLine line;
    Risk risk;
    Standing standing = Standing::ToCheck;
    QString head; ///< last entry of the case; what a check is about
    qint64 receivedAt = 0;
    QString openedBy;        ///< staff id of who received it
    QString task;            ///< of a returned one: what the window was asked
    bool unreadable = false; ///< its entries cannot be read; it stands in the queue so that somebody looks
};

/// The chief's queue: what waits, the risky first; then what was returned. Checked ones are only counted.
struct TodayList
{
    std::vector<TodayLine> lines;
    int toCheck = 0;
    int risky = 0; ///< of toCheck, the first so many
    int returned = 0;
    int checked = 0;        ///< of today's
    bool truncated = false; ///< more are at risk than a queue shows
};

/// Answers of the form under one heading, as a reader wants them.
struct AnswerGroup
{
    struct Answer
    {
        QString label;
        QString value;
    };

    QString title;
    std::vector<Answer> answers;
};

/// A page of a material, in the order of the guide.
struct MaterialPage
{
    QString material; ///< name
    QString blob;
    int page = 0;  ///< of that file, from 0
    int pages = 1; ///< of that file
    domain::PageEdit edit;
    QString watermark; ///< drawn over what is shown of a reused page; else empty
};

/// A material of the case and what came of it.
struct MaterialFact
{
    QString name;
    domain::MaterialState state = domain::MaterialState::Missing;
    QDate promised; ///< valid: to be supplied by then
    int pages = 0;
};

/// A case opened for checking. What is private is masked.
struct TodayCase
{
    CaseDetail detail;
    TodayLine line;
    std::vector<AnswerGroup> form;
    std::vector<MaterialFact> materials;
    std::vector<MaterialPage> pages;
    domain::Findings findings; ///< as they stood at the decision
};

/// What became of several checks at once.
struct CheckedCases
{
    QStringList checked;
    QStringList moved; ///< acted on since they were shown: left in the queue
};

/// 今日: what the chief representative looks through. Reviewers and supervisors read the same. Works without
/// a network. Lives on the GUI thread; answers come as futures.
class TodayDesk : public QObject
{
    Q_OBJECT

public:
    TodayDesk(Workplace& workplace, CaseDesk& cases, QObject* parent = nullptr);

    static constexpr int kMaxRows = 500; ///< of today's and of those at risk, each
    static constexpr qsizetype kMaxReason = 500;

    /// True when the person who is signed in may check and return; others only read.
    [[nodiscard]] bool mayAct() const;

    [[nodiscard]] QFuture<domain::Result<TodayList>> list();
    [[nodiscard]] QFuture<domain::Result<TodayCase>> open(const QString& number);
    /// The case has been before the eyes of the person, as it was opened: what he checks is this.
    void noteShown(const TodayCase& opened);

    /// 已核 (A). Each must have been shown, else NotAllowed; one that has moved on since is left and named.
    /// RoleMissing for anybody but a chief.
    [[nodiscard]] QFuture<domain::Result<CheckedCases>> check(const QStringList& numbers);
    /// 退回 (R): a task for the window with its reason, which must not be empty; `to` is a staff id or empty
    /// (whoever works on the case). CaseMoved when it was acted on since it was shown.
    [[nodiscard]] QFuture<domain::Result<void>> giveBack(const QString& number, const QString& reason,
                                                         const QString& to);

private:
    /// What of a case needs its entries, kept while its row does not change.
    struct Known
    {
        ledger::CaseRow row;
        RiskFacts facts;
        Standing standing = Standing::ToCheck;
        qint64 receivedAt = 0;
        QString task;
        bool checkedToday = false;
        bool unreadable = false;
    };

    struct Gathering;
    void gather(const std::shared_ptr<Gathering>& work);
    void finish(const std::shared_ptr<Gathering>& work);
    [[nodiscard]] static Known unreadable(const ledger::CaseRow& row);
    [[nodiscard]] static Known know(const ledger::CaseRow& row, const ledger::CaseHistory& history,
                                    QDate today);
    [[nodiscard]] TodayLine lineOf(const Known& known) const;
    [[nodiscard]] domain::Result<QString> author() const;

    Workplace& m_workplace;
    MaterialShelf m_shelf; ///< for the words over reused pages
    CaseDesk& m_cases;
    /// By number; what rounds have read before, so that the next reads less. Dropped when the person changes;
    /// a round goes by its own.
    QHash<QString, Known> m_known;
    QHash<QString, QString> m_shown; ///< number -> head
};

} // namespace ow::desk
