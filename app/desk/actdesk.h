// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actwriting.h"
#include "desk/workplace.h"
#include "domain/casefile.h"
#include "domain/preflight.h"

#include <QCborValue>
#include <QFuture>
#include <QObject>

#include <optional>
#include <vector>

namespace ow::desk {

/// What a person with these roles may do about a case as it stands; the words of the menu follow from it.
struct CaseOffers
{
    bool answer = false;      ///< received or supplemented, and not answered yet
    bool supplement = false;  ///< 补正: a notice waits for its answer
    bool supply = false;      ///< 补交: a promised material is owed
    bool signPromise = false; ///< the promise is not back with its signature
    bool correct = false;     ///< 当场更正: received and not answered yet
    bool passOn = false;      ///< 转办
    bool advise = false;      ///< 咨询
    bool withdraw = false;    ///< 撤回: not decided yet
    bool answerTask = false;  ///< the chief has returned it with something to do (退回)
};

[[nodiscard]] CaseOffers offersFor(const domain::CaseFile& file, domain::Roles roles);

/// A case looked at to act on it.
struct CaseToAct
{
    QString number;
    QString head; ///< what the person has before his eyes; an act fails with CaseMoved when it moved on
    domain::CaseFile file;
    catalogue::GuidePtr guide;
    domain::Findings findings;                      ///< of pre-flight today; empty once the case is accepted
    domain::Answer answer = domain::Answer::Accept; ///< the law allows now, while it is to be answered
    CaseOffers offers;
};

/// A fault set right at the desk, by the applicant and before his eyes.
struct Correction
{
    QString field; ///< form key
    QCborValue became;
};

/// Acts on a case that was received before: the answer that was left open, what is corrected on the spot,
/// advice, passing on, withdrawal, the signed promise. Each is one transaction with its paper's number.
/// Errors of all: CaseMoved, MoveIllegal, ClockDoubtful until confirmClock(), GuideMissing, KeyLocked, and
/// those named. Lives on the GUI thread, never waits.
class ActDesk : public QObject
{
    Q_OBJECT

public:
    using Answered = QFuture<domain::Result<ActDone>>;

    explicit ActDesk(Workplace& workplace, QObject* parent = nullptr);

    [[nodiscard]] QFuture<domain::Result<CaseToAct>> look(const QString& number);

    /// Of a case that is received or supplemented; pre-flight is run anew. allowAnswer()'s errors.
    [[nodiscard]] Answered answer(const CaseToAct& seen, domain::Answer answer, const QString& reason = {});
    /// Art. 32(1)(3). InvalidInput when nothing changes or nobody confirms it.
    [[nodiscard]] Answered correct(const CaseToAct& seen, const std::vector<Correction>& corrections,
                                   const QString& confirmedBy);
    /// What to bring and where to go for this situation; `question` is what was asked and may be empty.
    [[nodiscard]] Answered advise(const CaseToAct& seen, const QString& question);
    [[nodiscard]] Answered withdraw(const CaseToAct& seen, const QString& reason);
    /// What was done about everything the chief has asked for: closes the open tasks of the case and brings
    /// it before the chief again. InvalidInput without words; NotAllowed when nothing is open.
    [[nodiscard]] Answered answerTask(const CaseToAct& seen, const QString& done);
    /// The signed promise, scanned or photographed: examined by the helper, then stored.
    [[nodiscard]] Answered signPromise(const CaseToAct& seen, const QString& path);
    /// The same, of pages that are in the store already (PromisePages); several, or an edited one, are bound
    /// into one PDF, which is what was signed, and stay beside it as they came. InvalidInput without a page.
    [[nodiscard]] Answered signPromise(const CaseToAct& seen, const std::vector<domain::MaterialFile>& pages);

    /// The clerk has looked at a doubtful clock and finds it right: the next act records that and goes on.
    void confirmClock() { m_clockConfirmed = true; }

Q_SIGNALS:
    void acted(const ow::desk::ActDone& done);

private:
    using MakeActs = std::function<domain::Result<std::vector<ledger::ActDraft>>(const CaseToAct& now)>;

    [[nodiscard]] Answered write(const CaseToAct& seen, MakeActs make);
    [[nodiscard]] ledger::ActDraft draft(const CaseToAct& seen, domain::Kind kind) const;

    Workplace& m_workplace;
    bool m_clockConfirmed = false;
};

/// The case as it stands in the ledger. On the ledger thread.
[[nodiscard]] domain::Result<CaseToAct> lookAtCase(const ledger::Ledger& ledger, const HouseRulesPtr& rules,
                                                   const QString& number, domain::Roles roles, QDate today);

} // namespace ow::desk
