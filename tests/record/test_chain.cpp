// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/chain.h"
#include "record/chainverifier.h"
#include "record/recordsample.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace Qt::StringLiterals;
using namespace ow::record;
using namespace ow::record::sample;
using ow::domain::ErrorCode;
using BodyState = ChainVerifier::BodyState;

namespace {

/// One stored row: what somebody with the disk in his hands can change.
struct Row
{
    Entry entry;
    QByteArray body;
    BodyState state = BodyState::Present;
};

std::vector<Row> rows(int count)
{
    std::vector<Row> made;
    for (Appended& appended : ledger(count))
        made.push_back({std::move(appended.entry), std::move(appended.bodyBytes)});
    return made;
}

ChainReport walk(const std::vector<Row>& stored, QVector<ChainWitness> witnesses = {}, bool withKey = true)
{
    ChainVerifier verifier(provider(), u"d-62-w03"_s,
                           withKey ? SecretBytes::copyOf(enrolmentKey()) : SecretBytes(),
                           std::move(witnesses));
    for (const Row& row : stored)
        verifier.add(row.entry, row.state, row.body);
    return verifier.finish();
}

QStringList named(const ChainReport& report)
{
    QStringList names;
    for (const ChainFault& fault : report.faults)
        names << u"%1 %2"_s.arg(fault.seq).arg(chainFaultKey(fault.kind));
    return names;
}

/// Changes the header and makes the hash fit again, as far as that can be done without the key.
void restamp(Entry& entry)
{
    entry.headerBytes = *writeHeader(entry.header);
    entry.hash = entryHash(provider(), entry.prev, entry.headerBytes, entry.bodyHash);
}

} // namespace

TEST_CASE("an appended entry continues the chain and the old key cannot be had from the new")
{
    const auto entries = ledger(3);
    CHECK(entries[0].entry.prev == QByteArray(32, '\0'));
    CHECK(entries[1].entry.prev == entries[0].entry.hash);
    CHECK(entries[2].entry.header.seq == 3);
    // k_1 = SM3(02 | k_0), written out
    CHECK(entries[0].next.macKey.equals(provider().sm3('\2' + enrolmentKey())));
    CHECK(verifyMac(provider(), entries[0].next.macKey, entries[1].entry).has_value());
    CHECK(verifyMac(provider(), entries[1].next.macKey, entries[1].entry).error().code ==
          ErrorCode::MacWrong);
}

TEST_CASE("the same act twice has two bodies and hashes")
{
    const auto a = ledger(1);
    const auto b = ledger(1);
    CHECK(a[0].entry.headerBytes == b[0].entry.headerBytes);
    CHECK(a[0].entry.bodyHash != b[0].entry.bodyHash);
}

TEST_CASE("appending refuses another number, a missing key and what cannot be written")
{
    ChainState state;
    EntryHeader head = header(u"note"_s, 1);
    CHECK(appendToChain(provider(), state, head, {}).error().code == ErrorCode::CryptoFailed);
    state.macKey = SecretBytes::copyOf(enrolmentKey());
    head.seq = 2;
    CHECK(appendToChain(provider(), state, head, {}).error().field == u"seq"_s);
    head.seq = 1;
    CHECK(appendToChain(provider(), state, head, {}).has_value());
    head.actor = u"not a token"_s;
    CHECK(appendToChain(provider(), state, head, {}).error().field == u"actor"_s);
    head.actor = u"u"_s;
    CHECK_FALSE(appendToChain(provider(), state, head, {{u"x"_s, 1.5}}).has_value());
}

TEST_CASE("a sound ledger has no fault and one grade")
{
    const ChainReport report = walk(rows(5));
    CHECK(report.isSound());
    CHECK(report.entries == 5);
    CHECK(report.lastSeq == 5);
    CHECK(report.grades == QVector<GradeRange>{{1, 5, ChainGrade::MacTrue}});
    CHECK(walk(rows(5), {}, false).grades == QVector<GradeRange>{{1, 5, ChainGrade::ChainOnly}});
    CHECK(walk({}).isSound());
}

TEST_CASE("each way to tamper with a ledger is found and named")
{
    struct Case
    {
        const char* what;
        std::function<void(std::vector<Row>&)> tamper;
        QStringList found;
    };

    const Case cases[] = {
        {"header edited", [](auto& r) { r[2].entry.headerBytes.replace("W03", "W04"); }, {u"3 edited"_s}},
        {"hash edited",
         [](auto& r) { r[2].entry.hash[0] = static_cast<char>(r[2].entry.hash[0] ^ 1); },
         {u"3 edited"_s, u"3 mac_wrong"_s, u"4 link_broken"_s}},
        {"prev edited",
         [](auto& r) { r[2].entry.prev[0] = static_cast<char>(r[2].entry.prev[0] ^ 1); },
         {u"3 edited"_s}},
        {"mac edited",
         [](auto& r) { r[2].entry.mac[0] = static_cast<char>(r[2].entry.mac[0] ^ 1); },
         {u"3 mac_wrong"_s}},
        {"body edited", [](auto& r) { r[2].body.replace("3", "9"); }, {u"3 body_edited"_s}},
        {"body removed", [](auto& r) { r[2].state = BodyState::Missing; }, {u"3 body_missing"_s}},
        {"header edited and hash made to fit",
         [](auto& r) {
             r[2].entry.header.actor = u"u-9"_s;
             restamp(r[2].entry);
         },
         {u"3 mac_wrong"_s, u"4 link_broken"_s}},
        {"entry removed", [](auto& r) { r.erase(r.begin() + 2); }, {u"3 gap"_s}},
        {"first removed", [](auto& r) { r.erase(r.begin()); }, {u"1 gap"_s}},
        {"two swapped", [](auto& r) { std::swap(r[1], r[2]); }, {u"2 swapped"_s}},
        {"one doubled", [](auto& r) { r.insert(r.begin() + 3, r[1]); }, {u"2 inserted"_s}},
        {"one inserted and all behind renumbered without the key",
         [](auto& r) {
             r.insert(r.begin() + 2, r[2]);
             for (std::size_t i = 2; i < r.size(); ++i) {
                 r[i].entry.header.seq = static_cast<qint64>(i + 1);
                 r[i].entry.prev = r[i - 1].entry.hash;
                 restamp(r[i].entry);
             }
         },
         {u"4 mac_wrong"_s, u"5 mac_wrong"_s, u"6 mac_wrong"_s}},
        {"entry of another ledger",
         [](auto& r) {
             r[4].entry.header.device = u"d-other"_s;
             restamp(r[4].entry);
         },
         {u"5 other_device"_s}},
    };
    for (const Case& test : cases) {
        INFO(test.what);
        auto stored = rows(5);
        test.tamper(stored);
        CHECK(named(walk(stored)) == test.found);
    }
}

TEST_CASE("a forgotten body is no fault")
{
    auto stored = rows(3);
    stored[1].state = BodyState::Forgotten;
    stored[1].body.clear();
    CHECK(walk(stored).isSound());
    stored[1].state = BodyState::NotLookedAt;
    CHECK(walk(stored).isSound());
}

TEST_CASE("a cut-off end is found by receipt or mirror and by nothing else")
{
    const auto whole = rows(5);
    const std::vector<Row> cut(whole.begin(), whole.begin() + 3);
    CHECK(walk(cut).isSound());
    const ChainReport byMirror = walk(cut, {{5, whole[4].entry.hash, false}});
    REQUIRE(named(byMirror) == QStringList{u"4 cut_off"_s});
    CHECK(byMirror.faults.at(0).lastSeq == 5);
    CHECK(named(walk(cut, {{4, whole[3].entry.hash, true}})) == QStringList{u"4 cut_off"_s});
    CHECK(walk(cut, {{3, whole[2].entry.hash, false}}).isSound());
    CHECK(named(walk({}, {{1, whole[0].entry.hash, false}})) == QStringList{u"1 cut_off"_s});
}

TEST_CASE("a chain written anew by somebody with the file differs from receipt and mirror")
{
    // Both are true in themselves: only a witness can tell them apart.
    const auto first = rows(4);
    const auto second = rows(4);
    CHECK(named(walk(second, {{2, first[1].entry.hash, true}})) == QStringList{u"2 witness_differs"_s});
    CHECK(named(walk(second, {{4, first[3].entry.hash, false}})) == QStringList{u"4 witness_differs"_s});
}

TEST_CASE("a receipt lifts every entry before it as far as the chain is unbroken")
{
    auto stored = rows(6);
    const QVector<ChainWitness> receipts{{2, stored[1].entry.hash, true}, {4, stored[3].entry.hash, true}};
    CHECK(walk(stored, receipts).grades ==
          QVector<GradeRange>{{1, 4, ChainGrade::Receipted}, {5, 6, ChainGrade::MacTrue}});
    // A mirror lies on the same desk and lifts nothing.
    CHECK(walk(stored, {{4, stored[3].entry.hash, false}}, false).grades ==
          QVector<GradeRange>{{1, 6, ChainGrade::ChainOnly}});
    // A body changed under a receipt is faulty; its neighbours are not.
    stored[1].body.replace("2", "9");
    CHECK(walk(stored, receipts, false).grades == QVector<GradeRange>{{1, 1, ChainGrade::Receipted},
                                                                      {2, 2, ChainGrade::Faulty},
                                                                      {3, 4, ChainGrade::Receipted},
                                                                      {5, 6, ChainGrade::ChainOnly}});
    // Behind a gap the receipt vouches for what follows the gap only.
    auto gap = rows(6);
    const QVector<ChainWitness> late{{5, gap[4].entry.hash, true}};
    gap.erase(gap.begin() + 1);
    CHECK(walk(gap, late, false).grades == QVector<GradeRange>{{1, 1, ChainGrade::ChainOnly},
                                                               {3, 5, ChainGrade::Receipted},
                                                               {6, 6, ChainGrade::ChainOnly}});
}

TEST_CASE("an unreadable row is named and the walk goes on with the right key")
{
    const auto stored = rows(4);
    ChainVerifier verifier(provider(), u"d-62-w03"_s, SecretBytes::copyOf(enrolmentKey()), {});
    verifier.add(stored[0].entry, BodyState::Present, stored[0].body);
    verifier.addUnreadable(2, u"header: not in canonical form"_s);
    verifier.add(stored[2].entry, BodyState::Present, stored[2].body);
    verifier.add(stored[3].entry, BodyState::Present, stored[3].body);
    const ChainReport report = verifier.finish();
    CHECK(named(report) == QStringList{u"2 unreadable"_s});
    CHECK(report.faults.at(0).reason == u"header: not in canonical form"_s);
    CHECK(report.grades == QVector<GradeRange>{{1, 1, ChainGrade::MacTrue},
                                               {2, 2, ChainGrade::Faulty},
                                               {3, 4, ChainGrade::MacTrue}});
}

TEST_CASE("a gap of astronomic length is named at once and ends the checking of macs")
{
    auto stored = rows(2);
    stored[1].entry.header.seq = 9007199254740991;
    restamp(stored[1].entry);
    const ChainReport report = walk(stored);
    REQUIRE(named(report) == QStringList{u"2 gap"_s});
    CHECK(report.faults.at(0).lastSeq == 9007199254740990);
    CHECK(report.grades.last().grade == ChainGrade::ChainOnly);
}

TEST_CASE("faults are counted up to a bound")
{
    auto stored = rows(1);
    ChainVerifier verifier(provider(), u"d-62-w03"_s, {}, {});
    for (int i = 0; i < 3 * ChainVerifier::kMaxFaults; ++i)
        verifier.add(stored[0].entry, BodyState::Present, stored[0].body);
    const ChainReport report = verifier.finish();
    CHECK(report.faults.size() == ChainVerifier::kMaxFaults);
    CHECK(report.faultsLeftOut);
}
