// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QAnyStringView>
#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>
#include <span>

namespace ow::domain {

/// What an entry records. The key (kindInfo().key) is what lies in the ledger and on the wire, and never
/// changes.
enum class Kind {
    // about one case
    Receive,
    Accept,
    Notice,
    Decline,
    NotRequired,
    PassOn,
    Advice,
    CorrectOnSpot,
    Resubmit,
    Supply,
    Withdraw,
    Terminate,
    Review,
    Grant,
    Refuse,
    Extend,
    Pause,
    Resume,
    Revoke,
    Issue,
    Paper,
    Note,
    Rate,
    Promise,
    Task,
    Check,
    Resolve,
    Deem,
    Lapse,
    Forget,
    // about how the halls are run
    Publish,
    Person,
    Authority,
    Calendar,
    Station,
    // about one device
    Enrol,
    SignIn,
    SignOut,
    Lock,
    Unlock,
    Unmask,
    OpenCase,
    Export,
    Reprint,
    ClockConfirmed,
    PasswordChanged,
};

enum class Audience {
    Case,   ///< goes to the windows and departments that may see the case
    Config, ///< goes to every window
    Device, ///< goes to the centre, never to other windows
};

enum Role : unsigned {
    NoRole = 0,
    Clerk = 1U << 0U,
    Chief = 1U << 1U,
    Reviewer = 1U << 2U,
    Administrator = 1U << 3U,
    Supervisor = 1U << 4U,
    Centre = 1U << 5U, ///< the centre's own ledger C0
    AnyPerson = Clerk | Chief | Reviewer | Administrator | Supervisor,
};

using Roles = unsigned;

/// Where a case stands. Names on screen: 已收件, 已受理, …
enum class CaseState {
    None, ///< before its first entry
    Received,
    Accepted,
    AwaitingSupplement,
    Resubmitted,
    Declined,
    NotRequired,
    PassedOn,
    UnderReview,
    Paused,
    Granted,
    Refused,
    ReadyToIssue,
    Issued,
    Revoked,
    Withdrawn,
    Terminated,
    Lapsed,
};

struct KindInfo
{
    Kind kind;
    QLatin1StringView key;
    Audience audience;
    bool needsCentre; ///< waits for `accepted` before a paper is given or "done" is said
    bool needsBlobs;  ///< may carry materials
    Roles roles;      ///< who may author it
    bool moves;       ///< changes the state of a case (see legalMove)
};

[[nodiscard]] const KindInfo& kindInfo(Kind kind);
[[nodiscard]] std::optional<Kind> kindFromKey(QAnyStringView key);
[[nodiscard]] std::span<const KindInfo> allKinds();

/// The state a case is in after `kind` happened in `from`; an error naming both when the law knows no such
/// move. Kinds without a move return `from`. 即办件 use the same table: accept, grant and issue follow each
/// other.
[[nodiscard]] Result<CaseState> stateAfter(CaseState from, Kind kind);

/// Whether two entries of one case that were written without knowing of each other may both stand, in any
/// order (I9). Symmetric; false unless listed.
[[nodiscard]] bool commutes(Kind a, Kind b);

[[nodiscard]] QLatin1StringView roleKey(Role role);
[[nodiscard]] Roles rolesFromKeys(const QStringList& keys);
[[nodiscard]] QStringList roleKeys(Roles roles);

/// "awaitingSupplement": as the look's token table names the states; also the column of the projection.
[[nodiscard]] QLatin1StringView stateKey(CaseState state);
[[nodiscard]] std::optional<CaseState> stateFromKey(QAnyStringView key);

/// Open = somebody still has to do something; a withdrawn or issued case is not.
[[nodiscard]] bool isOpen(CaseState state);

} // namespace ow::domain
