// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/actdraft.h"

#include <QCborArray>
#include <QString>

#include <optional>
#include <vector>

namespace ow::desk {

/// What a person says of two open cases of one applicant and item, or of an open case and the application on
/// the desk.
enum class DuplicateDecision {
    Different,     ///< two matters that look alike
    KeepBoth,      ///< the same, and both are wanted, for a reason
    WithdrawLater, ///< the same: the later one is withdrawn by the applicant, with its paper; an application
                   ///< on the desk is not received
};

/// "different", "keepBoth", "withdrawLater": as notes and drafts have it.
[[nodiscard]] QString decisionKey(DuplicateDecision decision);
[[nodiscard]] std::optional<DuplicateDecision> decisionFromKey(const QString& key);

/// What was said of the application on the desk and an open case, until it is received and has a number.
struct TwinDecision
{
    QString other; ///< number of the open case
    DuplicateDecision decision = DuplicateDecision::Different;
    QString reason;
};

[[nodiscard]] QCborArray twinsToCbor(const std::vector<TwinDecision>& twins);
[[nodiscard]] std::vector<TwinDecision> twinsFromCbor(const QCborArray& list);

/// The note on one of the two. `other` is empty when the other was never received; `head` as
/// ActDraft::seenHead.
[[nodiscard]] ledger::ActDraft duplicateNote(const QString& number, const std::optional<QString>& head,
                                             const QString& actor, const TwinDecision& said);

} // namespace ow::desk
