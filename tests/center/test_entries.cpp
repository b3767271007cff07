// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/desk.h"
#include "center/guideacts.h"
#include "center/shown.h"

#include <QCborArray>
#include <QDateTime>
#include <QJsonObject>

#include <algorithm>

using namespace ow::test;
using ow::record::WireEntry;
using namespace Qt::StringLiterals;

TEST_CASE("true entries are accepted and the receipt is signed by the centre")
{
    Desk desk;
    const WireEntry received = desk.device.receive(7);
    const WireEntry accepted = desk.device.accept(received);
    const Reply reply = desk.device.push({received, accepted});
    REQUIRE(reply.status == 200);
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(flags(reply, 0).isEmpty());
    CHECK(outcomeWord(reply, 1) == u"accepted"_s);
    CHECK(outcome(reply, 1).value(u"order"_s).toInteger() > outcome(reply, 0).value(u"order"_s).toInteger());

    const QCborMap receipt = reply.body.value(u"receipt"_s).toMap();
    CHECK(receipt.value(u"seq"_s).toInteger() == 2);
    CHECK(receipt.value(u"hash"_s).toString().toLatin1() == accepted.entry.hash.toHex());
    const QByteArray bytes = "OW1R\n" + desk.device.id.toLatin1() + "\n2\n" + accepted.entry.hash.toHex() +
                             '\n' + QByteArray::number(receipt.value(u"at"_s).toInteger()) + '\n';
    const QByteArray key =
        QByteArray::fromHex(desk.device.enrolment.value(u"centre_public_key"_s).toString().toLatin1());
    const QByteArray signature = QByteArray::fromHex(receipt.value(u"signature"_s).toString().toLatin1());
    CHECK(desk.device.provider->sm2Verify(key, bytes, signature));
    CHECK_FALSE(desk.device.provider->sm2Verify(key, QByteArray(bytes + '0'), signature));

    const Reply shown = desk.device.client.get("/v1/cases/" + desk.device.numberOf(7).toLatin1());
    REQUIRE(shown.status == 200);
    CHECK(shown.body.value(u"state"_s).toString() == u"accepted"_s);
    CHECK(shown.body.value(u"due"_s).toString() == u"2026-12-07"_s);
    CHECK(shown.body.value(u"head"_s).toString() == idOf(accepted));
    // The bytes that were hashed come back as they were sent.
    CHECK(shown.body.value(u"entries"_s).toArray().at(0).toMap().value(u"entry"_s).toMap().toJsonObject() ==
          ow::record::wireMap(received).toJsonObject());
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("a place or an id used again with other content is rejected")
{
    Desk desk;
    const auto before = desk.device.chain.clone();
    const WireEntry received = desk.device.receive(1);
    REQUIRE(outcomeWord(desk.device.push({received}), 0) == u"accepted"_s);

    SECTION("the same seq")
    {
        desk.device.chain = before.clone();
        const Reply reply = desk.device.push({desk.device.receive(2)});
        CHECK(outcomeWord(reply, 0) == u"rejected"_s);
        CHECK(reason(reply, 0) == u"reused"_s);
        CHECK(desk.device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger() == 1);
    }
    SECTION("the same seq and claimed hash but another header")
    {
        desk.device.chain = before.clone();
        WireEntry forged = desk.device.receive(2);
        forged.entry.hash = received.entry.hash;
        CHECK(reason(desk.device.push({forged}), 0) == u"reused"_s);
    }
    SECTION("the same id at the next seq")
    {
        Wish wish = note(desk.device.numberOf(1), idOf(received));
        wish.id = idOf(received);
        const Reply reply = desk.device.push({desk.device.write(wish)});
        CHECK(outcomeWord(reply, 0) == u"rejected"_s);
        CHECK(reason(reply, 0) == u"reused"_s);
    }
    CHECK(desk.box.exported().size() == 1);
}

TEST_CASE("false entries are rejected and those behind them are not held up")
{
    Desk desk;
    WireEntry entry;
    QString expected;

    SECTION("a wrong MAC")
    {
        entry = desk.device.receive(1);
        entry.entry.mac[0] = static_cast<char>(entry.entry.mac[0] ^ 1);
        expected = u"false_mac"_s;
    }
    SECTION("a MAC by somebody without the key")
    {
        desk.device.chain.macKey = ow::record::SecretBytes(32);
        entry = desk.device.receive(1);
        desk.device.chain.macKey = ow::record::nextMacKey(*desk.device.provider, desk.device.k0);
        expected = u"false_mac"_s;
    }
    SECTION("a chain that does not continue")
    {
        desk.device.chain.hash = QByteArray(32, 5);
        entry = desk.device.receive(1);
        expected = u"false_chain"_s;
    }
    SECTION("a hash that is not that of the header")
    {
        entry = desk.device.receive(1);
        entry.entry.hash[3] = static_cast<char>(entry.entry.hash[3] ^ 1);
        desk.device.chain.hash = entry.entry.hash;
        expected = u"false_chain"_s;
    }
    SECTION("another station than the device was given")
    {
        Wish wish = note(desk.device.numberOf(1), {});
        wish.station = u"W09"_s;
        entry = desk.device.write(wish);
        expected = u"false_device"_s;
    }
    SECTION("a number of another station")
    {
        const QString own = std::exchange(desk.device.station, u"W09"_s);
        Wish wish;
        wish.kind = u"receive"_s;
        wish.caseNumber = desk.device.numberOf(1);
        wish.station = own;
        entry = desk.device.write(wish);
        desk.device.station = own;
        expected = u"false_number"_s;
    }
    SECTION("a number with a wrong check character")
    {
        QString number = desk.device.numberOf(1);
        number.back() = number.back() == u'7' ? u'8' : u'7';
        entry = desk.device.write(note(number, {}));
        expected = u"false_number"_s;
    }
    SECTION("no number at all")
    {
        entry = desk.device.write(note({}, {}));
        expected = u"false_number"_s;
    }
    SECTION("another body than was hashed")
    {
        entry = desk.device.receive(1);
        entry.bodyBytes->replace("Applicant", "Applicamt");
        expected = u"unreadable_body"_s;
    }
    SECTION("no body")
    {
        entry = desk.device.receive(1);
        entry.bodyBytes.reset();
        expected = u"unreadable_body"_s;
    }
    SECTION("a receive without its intake")
    {
        Wish wish;
        wish.kind = u"receive"_s;
        wish.caseNumber = desk.device.numberOf(1);
        entry = desk.device.write(wish);
        expected = u"unreadable_body"_s;
    }
    const WireEntry next = desk.device.receive(2, u"620102198001010012"_s);
    const Reply reply = desk.device.push({entry, next});
    REQUIRE(reply.status == 200);
    CHECK(outcomeWord(reply, 0) == u"rejected"_s);
    CHECK(reason(reply, 0) == expected);
    CHECK(outcomeWord(reply, 1) == u"accepted"_s);
    // Sent again it gets the same answer.
    const Reply again = desk.device.push({entry, next});
    CHECK(reason(again, 0) == expected);
    CHECK(outcome(again, 0).value(u"repeated"_s).toBool());
    REQUIRE(desk.box.exported().size() == 1);
    CHECK(desk.box.exported().at(0).value(u"number"_s).toString() == desk.device.numberOf(2));
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("entries of another device are rejected and take no place in the caller's sequence")
{
    Desk desk;
    TestDevice other(desk.box);
    other.enrol(u"W04"_s);
    const WireEntry foreign = other.receive(1);
    const Reply reply = desk.device.push({foreign});
    CHECK(outcomeWord(reply, 0) == u"rejected"_s);
    CHECK(reason(reply, 0) == u"false_device"_s);
    CHECK(desk.device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger(-1) == 0);
    CHECK(outcomeWord(other.push({foreign}), 0) == u"accepted"_s);
}

TEST_CASE("two windows on one case: what commutes stands and what does not is a conflict")
{
    Desk desk;
    TestDevice other(desk.box);
    other.enrol(u"W04"_s);
    const QString number = desk.device.numberOf(1);
    const WireEntry received = desk.device.receive(1);
    const WireEntry accepted = desk.device.accept(received);
    REQUIRE(desk.device.push({received, accepted}).status == 200);

    // Both written at the other window without knowing of the acceptance.
    const WireEntry said = other.write(note(number, idOf(received)));
    Wish declineWish = note(number, idOf(received));
    declineWish.kind = u"decline"_s;
    const WireEntry declined = other.write(declineWish);
    const WireEntry onConflict = other.write(note(number, idOf(declined)));
    const WireEntry onNothing = other.write(note(number, u"01a20802-0f47-793d-9228-335c1d772328"_s));
    const Reply reply = other.push({said, declined, onConflict, onNothing});
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(outcomeWord(reply, 1) == u"conflict"_s);
    CHECK(reason(reply, 1) == u"base_not_head"_s);
    CHECK(outcomeWord(reply, 2) == u"conflict"_s);
    CHECK(reason(reply, 2) == u"base_in_conflict"_s);
    CHECK(outcomeWord(reply, 3) == u"conflict"_s);
    CHECK(reason(reply, 3) == u"base_unknown"_s);

    QCborMap shown = desk.device.client.get("/v1/cases/" + number.toLatin1()).body;
    CHECK(shown.value(u"state"_s).toString() == u"accepted"_s);
    CHECK(shown.value(u"head"_s).toString() == idOf(said));
    CHECK(shown.value(u"entries"_s).toArray().size() == 6);
    CHECK(desk.box.exported().at(0).value(u"open_tasks"_s).toInteger() == 3);

    // The chief settles it by a new entry that names what it settles.
    Wish resolveWish = note(number, idOf(said));
    resolveWish.kind = u"resolve"_s;
    resolveWish.actor = u"wang02"_s;
    resolveWish.what = {{u"settles"_s, QCborArray{idOf(declined), idOf(onConflict)}}};
    const WireEntry resolved = desk.device.write(resolveWish);
    CHECK(outcomeWord(desk.device.push({resolved}), 0) == u"accepted"_s);
    shown = desk.device.client.get("/v1/cases/" + number.toLatin1()).body;
    CHECK(shown.value(u"entries"_s).toArray().at(3).toMap().value(u"settled_by"_s).toString() ==
          idOf(resolved));
    CHECK(desk.box.exported().at(0).value(u"open_tasks"_s).toInteger() == 1);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("looking at a case and printing its paper again are beside the case and conflict with nothing")
{
    Desk desk;
    const WireEntry received = desk.device.receive(1);
    const WireEntry accepted = desk.device.accept(received);
    const QString number = desk.device.numberOf(1);
    Wish again = note(number, {});
    again.kind = u"reprint"_s;
    Wish look = note(number, idOf(accepted));
    look.kind = u"unmask"_s;
    const WireEntry printed = desk.device.write(again);
    const WireEntry looked = desk.device.write(look);
    const WireEntry said = desk.device.write(note(number, idOf(accepted)));
    const Reply reply = desk.device.push({received, accepted, printed, looked, said});
    for (int i = 0; i < 5; ++i)
        CHECK(outcomeWord(reply, i) == u"accepted"_s);
    const QCborMap shown = desk.device.client.get("/v1/cases/" + number.toLatin1()).body;
    CHECK(shown.value(u"head"_s).toString() == idOf(said));
    CHECK(desk.box.exported().at(0).value(u"open_tasks"_s).toInteger() == 0);
}

TEST_CASE("a number received twice is a conflict and hides nothing")
{
    Desk desk;
    const Reply reply = desk.device.push({desk.device.receive(1), desk.device.receive(1)});
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(outcomeWord(reply, 1) == u"conflict"_s);
    CHECK(desk.box.exported().at(0).value(u"entries"_s).toArray().size() == 2);
}

TEST_CASE("what is doubtful is accepted with its flag and becomes a task of the chief")
{
    Desk desk;
    const WireEntry received = desk.device.receive(1);
    REQUIRE(desk.device.push({received}).status == 200);
    Wish wish = note(desk.device.numberOf(1), idOf(received));
    QString expected;

    SECTION("role missing")
    {
        wish.kind = u"terminate"_s;
        expected = u"role_missing move_irregular"_s;
    }
    SECTION("nobody of that id")
    {
        wish.actor = u"ghost"_s;
        expected = u"role_missing"_s;
    }
    SECTION("move irregular")
    {
        wish.kind = u"issue"_s;
        expected = u"move_irregular"_s;
    }
    SECTION("actor revoked")
    {
        REQUIRE(desk.box.run({u"user"_s, u"revoke"_s, u"--id"_s, u"li01"_s}).exitCode == 0);
        expected = u"actor_revoked"_s;
    }
    SECTION("clock ahead of the centre")
    {
        wish.at = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
        expected = u"clock_doubtful"_s;
    }
    SECTION("clock behind the device's own last entry")
    {
        wish.at = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
        expected = u"clock_doubtful"_s;
    }
    const Reply reply = desk.device.push({desk.device.write(wish)});
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(flags(reply, 0).join(u' ') == expected);
    const QCborMap exported = desk.box.exported().at(0);
    CHECK(exported.value(u"state"_s).toString() == u"received"_s);
    CHECK(exported.value(u"open_tasks"_s).toInteger() == flags(reply, 0).size());
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("an entry written before its actor was revoked is not flagged for it")
{
    Desk desk;
    const WireEntry written = desk.device.receive(1);
    REQUIRE(desk.box.run({u"user"_s, u"revoke"_s, u"--id"_s, u"li01"_s}).exitCode == 0);
    CHECK(flags(desk.device.push({written}), 0).isEmpty());
}

TEST_CASE("the same applicant with the same item open is flagged as a duplicate")
{
    Desk desk;
    const Reply reply = desk.device.push(
        {desk.device.receive(1), desk.device.receive(2), desk.device.receive(3, u"620102198001010012"_s)});
    CHECK(flags(reply, 0).isEmpty());
    CHECK(flags(reply, 1) == QStringList{u"duplicate"_s});
    CHECK(flags(reply, 2).isEmpty());
}

TEST_CASE("a case received by a superseded guide is flagged")
{
    Desk desk;
    addAdministrators(desk.box);
    const QByteArray builtin = builtinGuide(u"62-JT-XK-0001"_s);
    const WireEntry proposal = propose(desk.device, kZhao, builtin, newVersion(builtin, [](QJsonObject&) {}));
    const Reply reply = desk.device.push({proposal, desk.device.receive(1),
                                          answer(desk.device, kQian, u"approve"_s, proposal),
                                          desk.device.receive(2, u"620102198001010012"_s)});
    CHECK(flags(reply, 1).isEmpty());
    CHECK(flags(reply, 3) == QStringList{u"guide_superseded"_s});
}

TEST_CASE("kinds of a newer version are kept and given back")
{
    Desk desk;
    const WireEntry received = desk.device.receive(1);
    Wish wish = note(desk.device.numberOf(1), idOf(received));
    wish.kind = u"teleport"_s;
    const WireEntry newer = desk.device.write(wish);
    const Reply reply = desk.device.push({received, newer});
    CHECK(outcomeWord(reply, 1) == u"accepted"_s);
    const QCborArray shown = desk.device.client.get("/v1/cases/" + desk.device.numberOf(1).toLatin1())
                                 .body.value(u"entries"_s)
                                 .toArray();
    CHECK(shown.at(1).toMap().value(u"entry"_s).toMap().toJsonObject() ==
          ow::record::wireMap(newer).toJsonObject());
}
