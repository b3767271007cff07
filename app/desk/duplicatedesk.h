// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/caseline.h"
#include "desk/duplicatedecision.h"
#include "desk/workplace.h"
#include "domain/casefile.h"
#include "domain/guide.h"

#include <QFuture>
#include <QObject>

#include <array>
#include <vector>

namespace ow::desk {

/// One thing the two cases say, side by side; numbers of persons masked.
struct ComparedRow
{
    QString label;
    QString earlier;
    QString later;
    bool differs = false;
};

struct CaseComparison
{
    CaseLine earlier;
    CaseLine later;
    QString earlierHead; ///< what the person has before his eyes
    QString laterHead;
    std::vector<ComparedRow> rows; ///< dates, form, materials; what differs first within each
    int differing = 0;
    bool onDesk = false; ///< the later one is the application on the desk and has no number yet
};

/// 重复办件: two open cases of the same applicant and item side by side, and what was decided of them. The
/// decision is a `note` on both cases, written together, so that nobody is asked twice. Lives on the GUI
/// thread; answers come as futures.
class DuplicateDesk : public QObject
{
    Q_OBJECT

public:
    explicit DuplicateDesk(Workplace& workplace, QObject* parent = nullptr);

    /// In whichever order they are given. InvalidInput when they are not of one applicant and item.
    [[nodiscard]] QFuture<domain::Result<CaseComparison>> compare(const QString& one, const QString& other);
    /// The application on the desk beside an open case; InvalidInput as above.
    [[nodiscard]] QFuture<domain::Result<CaseComparison>> compareOnDesk(const domain::Intake& intake,
                                                                        const QString& other);
    /// Of an application on the desk only WithdrawLater is written, on the open case; what else is said of it
    /// waits for its number (IntakeDesk::decideTwin). InvalidInput without a reason; CaseMoved when either
    /// has moved on since it was compared.
    [[nodiscard]] QFuture<domain::Result<void>> decide(const CaseComparison& seen, DuplicateDecision decision,
                                                       const QString& reason);

    /// The clerk has looked at a doubtful clock and finds it right: the next decide() records that and goes
    /// on. Until then it is ClockDoubtful.
    void confirmClock() { m_clockConfirmed = true; }

private:
    Workplace& m_workplace;
    bool m_clockConfirmed = false;
};

/// Open cases of the same applicant and item of which nobody has said what they are to this one. On the
/// ledger thread.
[[nodiscard]] domain::Result<QStringList> undecidedDuplicates(const ledger::Ledger& ledger,
                                                              const ledger::CaseHistory& history);

/// Pure. `guide` names fields and materials; null: their keys.
[[nodiscard]] std::vector<ComparedRow>
comparedRows(const domain::CaseFile& earlier, const domain::CaseFile& later, const domain::Guide* guide);

} // namespace ow::desk
