// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/desk.h"
#include "center/guideacts.h"
#include "center/shown.h"

#include <QCborArray>
#include <QJsonArray>

using namespace ow::test;
using namespace Qt::StringLiterals;
using ow::record::WireEntry;

namespace {

const QString kCode = u"62-JT-XK-0001"_s;

/// A serving centre with two administrators, one window, and a change of a promise to think about.
struct Office : Desk
{
    Office() { addAdministrators(box); }

    QByteArray builtin = builtinGuide(kCode);
    QByteArray quicker = newVersion(builtin, [](QJsonObject& guide) { guide[u"promisedDays"_s] = 4; });

    [[nodiscard]] QCborArray published()
    {
        return device.client.get("/v1/guides").body[u"guides"_s].toArray();
    }

    [[nodiscard]] QCborArray waiting()
    {
        return device.client.get("/v1/proposals").body[u"proposals"_s].toArray();
    }

    /// Why the centre refuses a proposal; empty when it takes it.
    [[nodiscard]] QString refusal(const QByteArray& document, const QString& actor = kZhao)
    {
        const Reply reply = device.push({propose(device, actor, builtin, document)});
        REQUIRE(reply.status == 200);
        CHECK((outcomeWord(reply, 0) == u"rejected"_s) == !reason(reply, 0).isEmpty());
        return reason(reply, 0);
    }
};

} // namespace

TEST_CASE("a version that one administrator proposes and another approves is given to every window")
{
    Office office;
    const WireEntry proposal = propose(office.device, kZhao, office.builtin, office.quicker);
    REQUIRE(outcomeWord(office.device.push({proposal}), 0) == u"accepted"_s);
    CHECK(office.published().isEmpty());
    REQUIRE(office.waiting().size() == 1);
    const QCborMap waits = office.waiting().at(0).toMap();
    CHECK(waits.value(u"id"_s).toString() == idOf(proposal));
    CHECK(waits.value(u"document"_s).toString() == QString::fromUtf8(office.quicker));

    TestDevice other(office.box);
    other.enrol(u"W04"_s);
    REQUIRE(outcomeWord(other.push({answer(other, kQian, u"approve"_s, proposal)}), 0) == u"accepted"_s);
    CHECK(office.waiting().isEmpty());
    REQUIRE(office.published().size() == 1);
    const QCborMap version = office.published().at(0).toMap();
    CHECK(version.value(u"document"_s).toString().toUtf8() == office.quicker);
    CHECK(version.value(u"version"_s).toInteger() == 2);
    CHECK(version.value(u"proposed_by"_s).toString() == kZhao);
    CHECK(version.value(u"approved_by"_s).toString() == kQian);

    // From its cursor on there is nothing more, also after a restart of the centre.
    const QString next = office.device.client.get("/v1/guides").body[u"next"_s].toString();
    CHECK(office.box.terminate() == 0);
    office.box.start();
    const Reply rest = office.device.client.get("/v1/guides?after=" + next.toLatin1());
    CHECK(rest.body[u"guides"_s].toArray().isEmpty());
    CHECK_FALSE(rest.body[u"more"_s].toBool(true));
    CHECK(office.published().size() == 1);
    CHECK(office.device.client.get("/v1/guides?after=x").status == 400);
    CHECK(office.box.contractFaults().toStdString() == "");
}

TEST_CASE("nobody approves what he proposed himself")
{
    Office office;
    const WireEntry proposal = propose(office.device, kZhao, office.builtin, office.quicker);
    const Reply reply = office.device.push({proposal, answer(office.device, kZhao, u"approve"_s, proposal)});
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(outcomeWord(reply, 1) == u"rejected"_s);
    CHECK(reason(reply, 1) == u"same_person"_s);
    CHECK(office.published().isEmpty());
    CHECK(office.waiting().size() == 1);
    CHECK(office.box.contractFaults().toStdString() == "");
}

TEST_CASE("only an administrator who still is one proposes and approves")
{
    Office office;
    CHECK(office.refusal(office.quicker, u"li01"_s) == u"role_missing"_s);
    CHECK(office.refusal(office.quicker, u"nobody"_s) == u"role_missing"_s);
    const WireEntry proposal = propose(office.device, kZhao, office.builtin, office.quicker);
    REQUIRE(outcomeWord(office.device.push({proposal}), 0) == u"accepted"_s);
    REQUIRE(office.box.run({u"user"_s, u"revoke"_s, u"--id"_s, kQian}).exitCode == 0);
    for (const QString& actor : {kQian, u"wang02"_s})
        CHECK(reason(office.device.push({answer(office.device, actor, u"approve"_s, proposal)}), 0) ==
              u"role_missing"_s);
    CHECK(office.published().isEmpty());
    CHECK(office.box.contractFaults().toStdString() == "");
}

TEST_CASE("a hostile document is refused and the seq is used all the same")
{
    Office office;
    const auto changed = [&](const std::function<void(QJsonObject&)>& change) {
        return office.refusal(newVersion(office.builtin, change));
    };
    CHECK(office.refusal("{}") == u"guide_invalid"_s);
    CHECK(office.refusal("not json") == u"guide_invalid"_s);
    CHECK(office.refusal(QByteArray(97 * 1024, ' ')) == u"unreadable_body"_s);
    CHECK(changed([](QJsonObject& g) { g[u"promisedDays"_s] = 9999; }) == u"guide_invalid"_s);
    // A promise may not outlast the law.
    CHECK(changed([](QJsonObject& g) { g[u"promisedDays"_s] = g[u"statutoryDays"_s].toInt() + 1; }) ==
          u"guide_invalid"_s);
    CHECK(changed([](QJsonObject& g) { g[u"script"_s] = u"rm -rf /"_s; }) == u"guide_invalid"_s);
    CHECK(changed([](QJsonObject& g) { g[u"origin"_s] = u"builtin"_s; }) == u"guide_invalid"_s);
    CHECK(changed([](QJsonObject& g) { g[u"code"_s] = u"62-JT-XK-0002"_s; }) == u"guide_invalid"_s);
    CHECK(changed([](QJsonObject& g) { g[u"version"_s] = 3; }) == u"base_superseded"_s);
    CHECK(office.refusal(office.quicker).isEmpty());
    CHECK(office.box.contractFaults().toStdString() == "");
}

TEST_CASE("a header that names other bytes than the document's is refused")
{
    Office office;
    WireEntry proposal = propose(office.device, kZhao, office.builtin, office.quicker);
    Wish wish;
    wish.kind = u"publish"_s;
    wish.actor = kZhao;
    wish.guide = ow::record::GuideRef{kCode, 2, QString(64, u'8')};
    wish.what = ow::record::parseBody(*proposal.bodyBytes)->what;
    const Reply reply = office.device.push({proposal, office.device.write(wish)});
    CHECK(outcomeWord(reply, 0) == u"accepted"_s);
    CHECK(reason(reply, 1) == u"guide_invalid"_s);
}

TEST_CASE("a second proposal waits for the first and one on an old version is refused")
{
    Office office;
    const QByteArray slower =
        newVersion(office.builtin, [](QJsonObject& guide) { guide[u"promisedDays"_s] = 6; });
    const WireEntry first = propose(office.device, kZhao, office.builtin, office.quicker);
    REQUIRE(outcomeWord(office.device.push({first}), 0) == u"accepted"_s);
    CHECK(office.refusal(slower) == u"proposal_open"_s);
    REQUIRE(outcomeWord(office.device.push({answer(office.device, kQian, u"approve"_s, first)}), 0) ==
            u"accepted"_s);
    CHECK(office.refusal(slower) == u"base_superseded"_s);
    const WireEntry next = propose(office.device, kQian, office.quicker,
                                   newVersion(
                                       office.quicker, [](QJsonObject&) {}, 3));
    CHECK(outcomeWord(office.device.push({next}), 0) == u"accepted"_s);
}

TEST_CASE("a declined proposal is gone and cannot be approved afterwards")
{
    Office office;
    const WireEntry proposal = propose(office.device, kZhao, office.builtin, office.quicker);
    const WireEntry declined = answer(office.device, kZhao, u"decline"_s, proposal);
    const WireEntry approved = answer(office.device, kQian, u"approve"_s, proposal);
    const Reply reply = office.device.push({proposal, declined, approved});
    CHECK(outcomeWord(reply, 1) == u"accepted"_s);
    CHECK(reason(reply, 2) == u"proposal_unknown"_s);
    CHECK(office.waiting().isEmpty());
    CHECK(office.published().isEmpty());
    CHECK(office.refusal(office.quicker).isEmpty());
}

TEST_CASE("more versions than one answer holds are given page by page in their order")
{
    Office office;
    QByteArray base = office.builtin;
    constexpr int kVersions = 43;
    for (int version = 2; version < 2 + kVersions; ++version) {
        const QByteArray document = newVersion(
            base, [&](QJsonObject& guide) { guide[u"promisedDays"_s] = 1 + version % 5; }, version);
        const WireEntry proposal = propose(office.device, kZhao, base, document);
        const Reply reply =
            office.device.push({proposal, answer(office.device, kQian, u"approve"_s, proposal)});
        REQUIRE(outcomeWord(reply, 1) == u"accepted"_s);
        base = document;
    }
    const Reply first = office.device.client.get("/v1/guides");
    CHECK(first.body[u"guides"_s].toArray().size() == 40);
    CHECK(first.body[u"more"_s].toBool());
    const Reply rest =
        office.device.client.get("/v1/guides?after=" + first.body[u"next"_s].toString().toLatin1());
    REQUIRE(rest.body[u"guides"_s].toArray().size() == kVersions - 40);
    CHECK_FALSE(rest.body[u"more"_s].toBool());
    CHECK(rest.body[u"guides"_s].toArray().at(0).toMap()[u"version"_s].toInteger() == 42);
    CHECK(office.box.contractFaults().toStdString() == "");
}
