// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/kinds.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace ow::domain;

namespace {

/// The moves the law knows, written out a second time from the life of a case: article, from, what happens,
/// to.
struct Lawful
{
    const char* law;
    CaseState from;
    Kind kind;
    CaseState to;
};

using S = CaseState;

const Lawful kLawful[] = {
    {"Art. 29: an application is received", S::None, Kind::Receive, S::Received},
    {"Art. 32(5): complete in form, so accepted", S::Received, Kind::Accept, S::Accepted},
    {"Art. 32(4): incomplete, told once", S::Received, Kind::Notice, S::AwaitingSupplement},
    {"Art. 32(2): not this authority", S::Received, Kind::Decline, S::Declined},
    {"Art. 32(1): no permit needed", S::Received, Kind::NotRequired, S::NotRequired},
    {"Art. 26: passed on through the one window", S::Received, Kind::PassOn, S::PassedOn},
    {"Art. 32(4) last clause: deemed accepted", S::Received, Kind::Deem, S::Accepted},
    {"withdrawn before an answer", S::Received, Kind::Withdraw, S::Withdrawn},
    {"Art. 32(4): supplied as the notice asked", S::AwaitingSupplement, Kind::Resubmit, S::Resubmitted},
    {"withdrawn instead of supplied", S::AwaitingSupplement, Kind::Withdraw, S::Withdrawn},
    {"never supplied", S::AwaitingSupplement, Kind::Lapse, S::Lapsed},
    {"a promise not kept leaves an accepted case where it is", S::Accepted, Kind::Lapse, S::Accepted},
    {"a promise not kept under review", S::UnderReview, Kind::Lapse, S::UnderReview},
    {"a promise not kept while the clock stands", S::Paused, Kind::Lapse, S::Paused},
    {"a promise not kept after the grant", S::Granted, Kind::Lapse, S::Granted},
    {"a promise not kept after the refusal", S::Refused, Kind::Lapse, S::Refused},
    {"a promise not kept before the hand-over", S::ReadyToIssue, Kind::Lapse, S::ReadyToIssue},
    {"a promise not kept after the hand-over", S::Issued, Kind::Lapse, S::Issued},
    {"Art. 32(5): accepted after the supplement", S::Resubmitted, Kind::Accept, S::Accepted},
    {"declined after the supplement", S::Resubmitted, Kind::Decline, S::Declined},
    {"withdrawn after the supplement", S::Resubmitted, Kind::Withdraw, S::Withdrawn},
    {"a second notice with the chief's authority", S::Resubmitted, Kind::Notice, S::AwaitingSupplement},
    {"Art. 32(4): no answer to the supplement in time", S::Resubmitted, Kind::Deem, S::Accepted},
    {"Art. 34: examined", S::Accepted, Kind::Review, S::UnderReview},
    {"Art. 34: decided on the spot", S::Accepted, Kind::Grant, S::Granted},
    {"withdrawn after acceptance", S::Accepted, Kind::Withdraw, S::Withdrawn},
    {"ended after acceptance", S::Accepted, Kind::Terminate, S::Terminated},
    {"Art. 45: the clock stands", S::UnderReview, Kind::Pause, S::Paused},
    {"Art. 45: the clock runs on", S::Paused, Kind::Resume, S::UnderReview},
    {"Art. 38: granted", S::UnderReview, Kind::Grant, S::Granted},
    {"Art. 38: refused with reasons", S::UnderReview, Kind::Refuse, S::Refused},
    {"withdrawn under review", S::UnderReview, Kind::Withdraw, S::Withdrawn},
    {"ended under review", S::UnderReview, Kind::Terminate, S::Terminated},
    {"withdrawn while the clock stands", S::Paused, Kind::Withdraw, S::Withdrawn},
    {"ended while the clock stands", S::Paused, Kind::Terminate, S::Terminated},
    {"Art. 44: the licence is handed over", S::Granted, Kind::Issue, S::Issued},
    {"Art. 44: the refusal is handed over", S::Refused, Kind::Issue, S::Issued},
    {"Art. 44: handed over from the shelf", S::ReadyToIssue, Kind::Issue, S::Issued},
    {"Art. 69: revoked before it was handed over", S::Granted, Kind::Revoke, S::Revoked},
    {"Art. 69: revoked afterwards", S::Issued, Kind::Revoke, S::Revoked},
};

const S kStates[] = {S::None,         S::Received, S::Accepted,    S::AwaitingSupplement,
                     S::Resubmitted,  S::Declined, S::NotRequired, S::PassedOn,
                     S::UnderReview,  S::Paused,   S::Granted,     S::Refused,
                     S::ReadyToIssue, S::Issued,   S::Revoked,     S::Withdrawn,
                     S::Terminated,   S::Lapsed};

} // namespace

TEST_CASE("every move the 行政许可法 knows is taken and leads where the law says")
{
    for (const Lawful& row : kLawful) {
        INFO(row.law);
        const auto next = stateAfter(row.from, row.kind);
        REQUIRE(next);
        CHECK(*next == row.to);
    }
}

TEST_CASE("no other move is taken from any state")
{
    int refused = 0;
    for (const S from : kStates) {
        for (const KindInfo& info : allKinds()) {
            const bool lawful = std::ranges::any_of(
                kLawful, [&](const Lawful& row) { return row.from == from && row.kind == info.kind; });
            if (!info.moves || lawful) {
                continue;
            }
            INFO(stateKey(from).data() << " " << info.key.data());
            const auto next = stateAfter(from, info.kind);
            REQUIRE_FALSE(next);
            CHECK(next.error().code == ErrorCode::MoveIllegal);
            CHECK_FALSE(next.error().detail.isEmpty());
            ++refused;
        }
    }
    CHECK(refused ==
          static_cast<int>(std::ranges::count_if(allKinds(), &KindInfo::moves)) * 18 - std::ssize(kLawful));
}

TEST_CASE("a kind without a move leaves the state but needs a case that was received")
{
    CHECK(stateAfter(S::Accepted, Kind::Paper) == S::Accepted);
    CHECK(stateAfter(S::Issued, Kind::Rate) == S::Issued);
    CHECK_FALSE(stateAfter(S::None, Kind::Note));
    CHECK(stateAfter(S::None, Kind::SignIn) == S::None);
}

TEST_CASE("receipt, answers, supplement, paper and hand-over never wait for the centre; decisions do")
{
    for (const Kind kind :
         {Kind::Receive, Kind::Accept, Kind::Notice, Kind::Decline, Kind::PassOn, Kind::Resubmit,
          Kind::Supply, Kind::Withdraw, Kind::Issue, Kind::Paper, Kind::Note, Kind::Rate}) {
        INFO(kindInfo(kind).key.data());
        CHECK_FALSE(kindInfo(kind).needsCentre);
    }
    for (const Kind kind :
         {Kind::Refuse, Kind::Grant, Kind::Extend, Kind::Pause, Kind::Terminate, Kind::Revoke, Kind::Publish,
          Kind::Person, Kind::Authority, Kind::Calendar, Kind::Resolve}) {
        INFO(kindInfo(kind).key.data());
        CHECK(kindInfo(kind).needsCentre);
    }
}

TEST_CASE("sign-in, lock, unmasking, export and reprint never reach other windows")
{
    for (const Kind kind : {Kind::SignIn, Kind::SignOut, Kind::Lock, Kind::Unlock, Kind::Unmask, Kind::Export,
                            Kind::Reprint, Kind::OpenCase}) {
        CHECK(kindInfo(kind).audience == Audience::Device);
    }
}

TEST_CASE("effects of time are written by the centre alone")
{
    CHECK(kindInfo(Kind::Deem).roles == Centre);
    CHECK(kindInfo(Kind::Lapse).roles == Centre);
}

TEST_CASE("whether two entries may both stand does not depend on their order")
{
    for (const KindInfo& a : allKinds()) {
        for (const KindInfo& b : allKinds()) {
            CHECK(commutes(a.kind, b.kind) == commutes(b.kind, a.kind));
        }
    }
    CHECK(commutes(Kind::Note, Kind::Accept));
    CHECK(commutes(Kind::Paper, Kind::Paper));
    CHECK_FALSE(commutes(Kind::Accept, Kind::Accept));
    CHECK_FALSE(commutes(Kind::Accept, Kind::Decline));
    CHECK_FALSE(commutes(Kind::Resubmit, Kind::Withdraw));
    CHECK_FALSE(commutes(Kind::Note, Kind::Forget));
}

TEST_CASE("two moves never commute")
{
    for (const KindInfo& a : allKinds()) {
        for (const KindInfo& b : allKinds()) {
            if (a.moves && b.moves) {
                CHECK_FALSE(commutes(a.kind, b.kind));
            }
        }
    }
}

TEST_CASE("keys of kinds, states and roles are unique and found again")
{
    QSet<QString> keys;
    for (const KindInfo& info : allKinds()) {
        CHECK(kindFromKey(info.key) == info.kind);
        keys.insert(info.key);
    }
    CHECK(keys.size() == static_cast<qsizetype>(allKinds().size()));
    CHECK_FALSE(kindFromKey(u"somethingNewer"));
    for (const S state : kStates) {
        CHECK(stateFromKey(stateKey(state)) == state);
    }
    CHECK(rolesFromKeys(roleKeys(Clerk | Supervisor)) == (Clerk | Supervisor));
    CHECK(rolesFromKeys({QStringLiteral("king")}) == NoRole);
}
