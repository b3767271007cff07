// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QString>

#include <vector>

namespace ow::desk {

/// A paper an act has given a number to. Its PDF follows (PaperDesk).
struct GivenPaper
{
    QString number;
    QString kind; ///< papers::paperKindKey
};

/// What came of acts on a case; durable when it arrives.
struct ActDone
{
    QString caseNumber;
    domain::CaseState state = domain::CaseState::None;
    std::vector<GivenPaper> papers; ///< in the order of the acts
};

/// Appends acts about one case in one transaction (I1) and says what came of them. On the ledger thread.
[[nodiscard]] domain::Result<ActDone> appendActs(ledger::Ledger& ledger,
                                                 const std::vector<ledger::ActDraft>& acts);

/// appendActs(), as a person at a window does it. An act's `seenHead` may be followed by what
/// commutes with it; else CaseMoved. A clock that cannot be right is ClockDoubtful until
/// the person has confirmed it; then that is an entry of its own before the acts. On the ledger thread.
[[nodiscard]] domain::Result<ActDone> writeActs(ledger::Ledger& ledger, std::vector<ledger::ActDraft> acts,
                                                qint64 nowMs, bool clockConfirmed);

} // namespace ow::desk
