// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/kinds.h"

#include <QStringList>

#include <algorithm>

namespace ow::domain {

namespace {

constexpr auto case_ = Audience::Case;
constexpr auto config = Audience::Config;
constexpr auto device = Audience::Device;

constexpr Roles atWindow = Clerk | Chief;
constexpr Roles decides = Reviewer | Chief;
constexpr Roles everyone = AnyPerson | Centre;

constexpr QLatin1StringView operator""_k(const char* text, std::size_t size)
{
    return QLatin1StringView(text, static_cast<qsizetype>(size));
}

// kind, key, audience, needs the centre, may carry materials, roles, moves
constexpr std::array kKinds{
    KindInfo{Kind::Receive, "receive"_k, case_, false, true, atWindow, true},
    KindInfo{Kind::Accept, "accept"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::Notice, "notice"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::Decline, "decline"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::NotRequired, "notRequired"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::PassOn, "passOn"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::Advice, "advice"_k, case_, false, false, atWindow, false},
    KindInfo{Kind::CorrectOnSpot, "correctOnSpot"_k, case_, false, false, atWindow, false},
    KindInfo{Kind::Resubmit, "resubmit"_k, case_, false, true, atWindow, true},
    KindInfo{Kind::Supply, "supply"_k, case_, false, true, atWindow, false},
    KindInfo{Kind::Withdraw, "withdraw"_k, case_, false, false, atWindow, true},
    KindInfo{Kind::Terminate, "terminate"_k, case_, true, false, decides, true},
    KindInfo{Kind::Review, "review"_k, case_, true, false, decides, true},
    KindInfo{Kind::Grant, "grant"_k, case_, true, false, decides | Clerk, true},
    KindInfo{Kind::Refuse, "refuse"_k, case_, true, false, decides, true},
    KindInfo{Kind::Extend, "extend"_k, case_, true, false, decides, false},
    KindInfo{Kind::Pause, "pause"_k, case_, true, false, decides, true},
    KindInfo{Kind::Resume, "resume"_k, case_, true, false, decides, true},
    KindInfo{Kind::Revoke, "revoke"_k, case_, true, false, decides, true},
    KindInfo{Kind::Issue, "issue"_k, case_, false, true, atWindow, true},
    KindInfo{Kind::Paper, "paper"_k, case_, false, true, AnyPerson, false},
    KindInfo{Kind::Note, "note"_k, case_, false, false, AnyPerson & ~static_cast<Roles>(Supervisor), false},
    KindInfo{Kind::Rate, "rate"_k, case_, false, false, atWindow, false},
    KindInfo{Kind::Promise, "promise"_k, case_, false, true, atWindow, false},
    KindInfo{Kind::Task, "task"_k, case_, false, false, Chief | Centre, false},
    KindInfo{Kind::Check, "check"_k, case_, false, false, Chief, false},
    KindInfo{Kind::Resolve, "resolve"_k, case_, true, false, Chief, false},
    KindInfo{Kind::Deem, "deem"_k, case_, false, false, Centre, true},
    KindInfo{Kind::Lapse, "lapse"_k, case_, false, false, Centre, true},
    KindInfo{Kind::Forget, "forget"_k, case_, true, false, Administrator | Centre, false},
    KindInfo{Kind::Publish, "publish"_k, config, true, true, Administrator, false},
    KindInfo{Kind::Person, "person"_k, config, true, false, Administrator | Centre, false},
    KindInfo{Kind::Authority, "authority"_k, config, true, false, Administrator, false},
    KindInfo{Kind::Calendar, "calendar"_k, config, true, false, Administrator, false},
    KindInfo{Kind::Station, "station"_k, config, true, false, Administrator | Centre, false},
    KindInfo{Kind::Enrol, "enrol"_k, device, false, false, everyone, false},
    KindInfo{Kind::SignIn, "signIn"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::SignOut, "signOut"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::Lock, "lock"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::Unlock, "unlock"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::Unmask, "unmask"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::OpenCase, "openCase"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::Export, "export"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::Reprint, "reprint"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::ClockConfirmed, "clockConfirmed"_k, device, false, false, AnyPerson, false},
    KindInfo{Kind::PasswordChanged, "passwordChanged"_k, device, false, false, AnyPerson, false},
};

static_assert(kKinds.size() == static_cast<std::size_t>(Kind::PasswordChanged) + 1);

struct Move
{
    CaseState from;
    Kind kind;
    CaseState to;
};

using S = CaseState;

// The life of a case. Numbers are articles of the 行政许可法; other regimes use the same moves with their own
// basis.
constexpr std::array kMoves{
    Move{S::None, Kind::Receive, S::Received}, Move{S::Received, Kind::Accept, S::Accepted}, // 32(5)
    Move{S::Received, Kind::Notice, S::AwaitingSupplement},                                  // 32(4)
    Move{S::Received, Kind::Decline, S::Declined},                                           // 32(2)
    Move{S::Received, Kind::NotRequired, S::NotRequired},                                    // 32(1)
    Move{S::Received, Kind::PassOn, S::PassedOn},                                            // 26, 32(2)
    Move{S::Received, Kind::Deem, S::Accepted}, // 32(4) last clause
    Move{S::Received, Kind::Withdraw, S::Withdrawn},
    Move{S::AwaitingSupplement, Kind::Resubmit, S::Resubmitted}, // 32(4)
    Move{S::AwaitingSupplement, Kind::Withdraw, S::Withdrawn},
    Move{S::AwaitingSupplement, Kind::Lapse, S::Lapsed},
    // Of a case that goes on, only the promise of a material lapses (容缺): CaseFile::deficiencies.
    Move{S::Accepted, Kind::Lapse, S::Accepted}, Move{S::UnderReview, Kind::Lapse, S::UnderReview},
    Move{S::Paused, Kind::Lapse, S::Paused}, Move{S::Granted, Kind::Lapse, S::Granted},
    Move{S::Refused, Kind::Lapse, S::Refused}, Move{S::ReadyToIssue, Kind::Lapse, S::ReadyToIssue},
    Move{S::Issued, Kind::Lapse, S::Issued}, Move{S::Resubmitted, Kind::Accept, S::Accepted}, // 32(5)
    Move{S::Resubmitted, Kind::Decline, S::Declined}, Move{S::Resubmitted, Kind::Withdraw, S::Withdrawn},
    Move{S::Resubmitted, Kind::Notice, S::AwaitingSupplement}, // only with the chief's authority
    Move{S::Resubmitted, Kind::Deem, S::Accepted}, Move{S::Accepted, Kind::Review, S::UnderReview}, // 34
    Move{S::Accepted, Kind::Grant, S::Granted}, // 34: decided on the spot
    Move{S::Accepted, Kind::Withdraw, S::Withdrawn}, Move{S::Accepted, Kind::Terminate, S::Terminated},
    Move{S::UnderReview, Kind::Pause, S::Paused},   // 45
    Move{S::Paused, Kind::Resume, S::UnderReview},  // 45
    Move{S::UnderReview, Kind::Grant, S::Granted},  // 38
    Move{S::UnderReview, Kind::Refuse, S::Refused}, // 38
    Move{S::UnderReview, Kind::Withdraw, S::Withdrawn}, Move{S::UnderReview, Kind::Terminate, S::Terminated},
    Move{S::Paused, Kind::Withdraw, S::Withdrawn}, Move{S::Paused, Kind::Terminate, S::Terminated},
    Move{S::Granted, Kind::Issue, S::Issued},      // 44
    Move{S::Refused, Kind::Issue, S::Issued},      // 44: a refusal is delivered as well
    Move{S::ReadyToIssue, Kind::Issue, S::Issued}, // 44
    Move{S::Granted, Kind::Revoke, S::Revoked},    // 69
    Move{S::Issued, Kind::Revoke, S::Revoked},     // 69
};

// What may be written at two windows at once without either being wrong: adding something to a case that
// takes nothing from what the other wrote. Everything else is for a person to look at.
constexpr bool addsOnly(Kind kind)
{
    return kind == Kind::Note || kind == Kind::Paper || kind == Kind::Rate || kind == Kind::Task ||
           kind == Kind::Check || kind == Kind::Advice;
}

constexpr bool commuteImpl(Kind a, Kind b)
{
    // An addition stands beside anything but the two acts that end what could be added to.
    if (addsOnly(a) || addsOnly(b)) {
        const Kind other = addsOnly(a) ? b : a;
        return other != Kind::Forget && other != Kind::Resolve;
    }
    return false;
}

static_assert(commuteImpl(Kind::Note, Kind::Note) && commuteImpl(Kind::Paper, Kind::Accept));
static_assert(!commuteImpl(Kind::Accept, Kind::Decline) && !commuteImpl(Kind::Accept, Kind::Accept));
static_assert(!commuteImpl(Kind::Resubmit, Kind::Withdraw) && !commuteImpl(Kind::Issue, Kind::Revoke));

struct RoleName
{
    Role role;
    QLatin1StringView key;
};

constexpr std::array kRoleNames{
    RoleName{Clerk, "clerk"_k},           RoleName{Chief, "chief"_k},
    RoleName{Reviewer, "reviewer"_k},     RoleName{Administrator, "administrator"_k},
    RoleName{Supervisor, "supervisor"_k}, RoleName{Centre, "centre"_k},
};

struct StateName
{
    CaseState state;
    QLatin1StringView key;
};

constexpr std::array kStateNames{
    StateName{S::None, "none"_k},
    StateName{S::Received, "received"_k},
    StateName{S::Accepted, "accepted"_k},
    StateName{S::AwaitingSupplement, "awaitingSupplement"_k},
    StateName{S::Resubmitted, "resubmitted"_k},
    StateName{S::Declined, "declined"_k},
    StateName{S::NotRequired, "notRequired"_k},
    StateName{S::PassedOn, "passedOn"_k},
    StateName{S::UnderReview, "underReview"_k},
    StateName{S::Paused, "paused"_k},
    StateName{S::Granted, "granted"_k},
    StateName{S::Refused, "refused"_k},
    StateName{S::ReadyToIssue, "readyToIssue"_k},
    StateName{S::Issued, "issued"_k},
    StateName{S::Revoked, "revoked"_k},
    StateName{S::Withdrawn, "withdrawn"_k},
    StateName{S::Terminated, "terminated"_k},
    StateName{S::Lapsed, "lapsed"_k},
};

} // namespace

const KindInfo& kindInfo(Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kindFromKey(QAnyStringView key)
{
    const auto* found =
        std::ranges::find_if(kKinds, [key](const KindInfo& info) { return QAnyStringView(info.key) == key; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

std::span<const KindInfo> allKinds()
{
    return kKinds;
}

Result<CaseState> stateAfter(CaseState from, Kind kind)
{
    const KindInfo& info = kindInfo(kind);
    if (!info.moves) {
        if (from == CaseState::None && info.audience == Audience::Case) {
            return fail(ErrorCode::MoveIllegal,
                        QStringLiteral("%1 on a case that was never received").arg(info.key));
        }
        return from;
    }
    const auto* move = std::ranges::find_if(
        kMoves, [from, kind](const Move& m) { return m.from == from && m.kind == kind; });
    if (move == kMoves.end()) {
        return fail(ErrorCode::MoveIllegal, QStringLiteral("%1 after %2").arg(info.key, stateKey(from)));
    }
    return move->to;
}

bool commutes(Kind a, Kind b)
{
    return commuteImpl(a, b);
}

QLatin1StringView roleKey(Role role)
{
    const auto* found = std::ranges::find(kRoleNames, role, &RoleName::role);
    return found == kRoleNames.end() ? QLatin1StringView() : found->key;
}

Roles rolesFromKeys(const QStringList& keys)
{
    Roles roles = NoRole;
    for (const RoleName& name : kRoleNames) {
        if (keys.contains(name.key)) {
            roles |= name.role;
        }
    }
    return roles;
}

QStringList roleKeys(Roles roles)
{
    QStringList keys;
    for (const RoleName& name : kRoleNames) {
        if ((roles & name.role) != 0U) {
            keys.append(name.key);
        }
    }
    return keys;
}

QLatin1StringView stateKey(CaseState state)
{
    return kStateNames[static_cast<std::size_t>(state)].key;
}

std::optional<CaseState> stateFromKey(QAnyStringView key)
{
    const auto* found = std::ranges::find_if(
        kStateNames, [key](const StateName& name) { return QAnyStringView(name.key) == key; });
    return found == kStateNames.end() ? std::nullopt : std::optional(found->state);
}

bool isOpen(CaseState state)
{
    switch (state) {
    case CaseState::Received:
    case CaseState::Accepted:
    case CaseState::AwaitingSupplement:
    case CaseState::Resubmitted:
    case CaseState::UnderReview:
    case CaseState::Paused:
    case CaseState::Granted:
    case CaseState::Refused:
    case CaseState::ReadyToIssue:
        return true;
    case CaseState::None:
    case CaseState::Declined:
    case CaseState::NotRequired:
    case CaseState::PassedOn:
    case CaseState::Issued:
    case CaseState::Revoked:
    case CaseState::Withdrawn:
    case CaseState::Terminated:
    case CaseState::Lapsed:
        return false;
    }
    return false;
}

} // namespace ow::domain
