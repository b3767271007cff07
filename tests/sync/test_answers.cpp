// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/canonical.h"
#include "sync/entrypush.h"
#include "sync/reply.h"

#include <QCborArray>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <functional>

using namespace ow;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString kHash = QString(64, u'a');

std::vector<record::WireEntry> sentPair()
{
    std::vector<record::WireEntry> sent(2);
    for (std::size_t i = 0; i < sent.size(); ++i) {
        sent[i].entry.header.id = u"018f0000-0000-7000-8000-00000000000"_s + QString::number(i);
        sent[i].entry.header.seq = 7 + static_cast<qint64>(i);
    }
    return sent;
}

QCborMap outcomeFor(const record::WireEntry& entry)
{
    return {{u"id"_s, entry.entry.header.id},
            {u"seq"_s, entry.entry.header.seq},
            {u"outcome"_s, u"accepted"_s},
            {u"order"_s, entry.entry.header.seq + 100},
            {u"flags"_s, QCborArray{u"duplicate"_s}},
            {u"repeated"_s, false},
            {u"blobs_missing"_s, QCborArray{kHash}}};
}

QCborMap goodAnswer()
{
    QCborArray outcomes;
    for (const record::WireEntry& entry : sentPair())
        outcomes.append(outcomeFor(entry));
    return {{u"outcomes"_s, outcomes},
            {u"receipt"_s, QCborMap{{u"device"_s, u"dev-1"_s},
                                    {u"seq"_s, 8},
                                    {u"hash"_s, kHash},
                                    {u"at"_s, qint64(1'795'395'600'000)},
                                    {u"signature"_s, QString(128, u'b')}}}};
}

/// The answer with one member of the second outcome set otherwise; undefined takes it away.
QCborMap withOutcome(const QString& member, const QCborValue& value)
{
    QCborMap answer = goodAnswer();
    QCborArray outcomes = answer.value(u"outcomes"_s).toArray();
    QCborMap second = outcomes.at(1).toMap();
    if (value.isUndefined())
        second.remove(member);
    else
        second.insert(member, value);
    outcomes[1] = second;
    answer.insert(u"outcomes"_s, outcomes);
    return answer;
}

QCborMap withReceipt(const QString& member, const QCborValue& value)
{
    QCborMap answer = goodAnswer();
    QCborMap receipt = answer.value(u"receipt"_s).toMap();
    if (value.isUndefined())
        receipt.remove(member);
    else
        receipt.insert(member, value);
    answer.insert(u"receipt"_s, receipt);
    return answer;
}

QCborMap withMember(const QString& member, const QCborValue& value)
{
    QCborMap answer = goodAnswer();
    if (value.isUndefined())
        answer.remove(member);
    else
        answer.insert(member, value);
    return answer;
}

} // namespace

TEST_CASE("an answer as agreed gives every outcome and the receipt")
{
    const auto answer = sync::readEntriesAnswer(goodAnswer(), sentPair());
    REQUIRE(answer);
    REQUIRE(answer->outcomes.size() == 2);
    CHECK(answer->outcomes.at(1) ==
          ledger::Outcome{8, ledger::EntryState::Accepted, 108, {}, {u"duplicate"_s}, {kHash}});
    CHECK(answer->receipt.seq == 8);
    CHECK(answer->receipt.hash == QByteArray(32, '\xaa'));
    CHECK(answer->receipt.signature == QByteArray(64, '\xbb'));
}

TEST_CASE("a rejected entry has no place in the order and an unknown member is passed over")
{
    QCborMap answer = withOutcome(u"outcome"_s, u"rejected"_s);
    QCborArray outcomes = answer.value(u"outcomes"_s).toArray();
    QCborMap second = outcomes.at(1).toMap();
    second.remove(u"order"_s);
    second.insert(u"reason"_s, u"false_mac"_s);
    second.insert(u"of_a_newer_centre"_s, 1);
    outcomes[1] = second;
    answer.insert(u"outcomes"_s, outcomes);
    const auto read = sync::readEntriesAnswer(answer, sentPair());
    REQUIRE(read);
    CHECK(read->outcomes.at(1).state == ledger::EntryState::Rejected);
    CHECK(read->outcomes.at(1).reason == u"false_mac"_s);
    CHECK_FALSE(read->outcomes.at(1).order.has_value());
}

TEST_CASE("an answer that is not as agreed settles nothing and names the member")
{
    struct Row
    {
        const char* what;
        QCborMap answer;
        QString field;
    };

    const QCborArray outcomes = goodAnswer().value(u"outcomes"_s).toArray();
    const QCborArray swapped{outcomes.at(1), outcomes.at(0)};
    const QCborArray more{outcomes.at(0), outcomes.at(1), outcomes.at(1)};
    const QCborValue none(QCborValue::Undefined);
    const Row rows[] = {
        {"nothing", {}, u"outcomes"_s},
        {"no outcomes", withMember(u"outcomes"_s, none), u"outcomes"_s},
        {"outcomes that are no list", withMember(u"outcomes"_s, u"accepted"_s), u"outcomes"_s},
        {"one outcome too few", withMember(u"outcomes"_s, QCborArray{outcomes.at(0)}), u"outcomes"_s},
        {"one outcome too many", withMember(u"outcomes"_s, more), u"outcomes"_s},
        {"outcomes of each other", withMember(u"outcomes"_s, swapped), u"id"_s},
        {"an outcome that is no object", withMember(u"outcomes"_s, QCborArray{outcomes.at(0), 1}),
         u"outcome"_s},
        {"an outcome nobody knows", withOutcome(u"outcome"_s, u"pending"_s), u"outcome"_s},
        {"no outcome word", withOutcome(u"outcome"_s, none), u"outcome"_s},
        {"another entry's id", withOutcome(u"id"_s, u"018f0000-0000-7000-8000-000000000009"_s), u"id"_s},
        {"another seq", withOutcome(u"seq"_s, 9), u"id"_s},
        {"a seq as text", withOutcome(u"seq"_s, u"8"_s), u"id"_s},
        {"accepted without a place", withOutcome(u"order"_s, none), u"order"_s},
        {"a place as text", withOutcome(u"order"_s, u"108"_s), u"order"_s},
        {"a place before the first", withOutcome(u"order"_s, 0), u"order"_s},
        {"flags that are no list", withOutcome(u"flags"_s, u"duplicate"_s), u"flags"_s},
        {"a flag that is no text", withOutcome(u"flags"_s, QCborArray{1}), u"flags"_s},
        {"no flags", withOutcome(u"flags"_s, none), u"flags"_s},
        {"no list of missing materials", withOutcome(u"blobs_missing"_s, none), u"blobs_missing"_s},
        {"a missing material that is no text", withOutcome(u"blobs_missing"_s, QCborArray{QCborMap{}}),
         u"blobs_missing"_s},
        {"no receipt", withMember(u"receipt"_s, none), u"receipt"_s},
        {"a receipt that is no object", withMember(u"receipt"_s, 8), u"receipt"_s},
        {"a receipt for nothing", withReceipt(u"seq"_s, 0), u"receipt"_s},
        {"a receipt before the first", withReceipt(u"seq"_s, -8), u"receipt"_s},
        {"a receipt that does not cover what was sent", withReceipt(u"seq"_s, 7), u"receipt"_s},
        {"a hash cut short", withReceipt(u"hash"_s, QString(62, u'a')), u"receipt"_s},
        {"a hash that is no hex", withReceipt(u"hash"_s, QString(64, u'z')), u"receipt"_s},
        {"a time as text", withReceipt(u"at"_s, u"now"_s), u"receipt"_s},
        {"no signature", withReceipt(u"signature"_s, none), u"receipt"_s},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const auto read = sync::readEntriesAnswer(row.answer, sentPair());
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::ReplyInvalid);
        CHECK(read.error().field.toStdString() == row.field.toStdString());
    }
}

TEST_CASE("an answer damaged anywhere is read as before or refused and never half taken")
{
    const QByteArray good = *record::writeCanonical(goodAnswer());
    QRandomGenerator random(20261123);
    int refused = 0;
    for (int i = 0; i < 5'000; ++i) {
        sync::Reply reply;
        reply.status = 200;
        reply.body = good;
        for (int hit = random.bounded(1, 4); hit > 0; --hit) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(reply.body.size())));
            if (random.bounded(2) == 0)
                reply.body[at] = static_cast<char>(random.bounded(256));
            else
                reply.body.truncate(std::max<qsizetype>(at, 1));
        }
        const auto read = sync::bodyOf(reply).and_then(
            [](const QCborMap& body) { return sync::readEntriesAnswer(body, sentPair()); });
        if (!read) {
            ++refused;
            CHECK(read.error().code == ErrorCode::ReplyInvalid);
        } else {
            REQUIRE(read->outcomes.size() == 2);
            CHECK(read->outcomes.at(0).seq == 7);
            CHECK(read->outcomes.at(1).seq == 8);
        }
    }
    CHECK(refused > 1'000);
}

TEST_CASE("the state of the centre is taken only whole")
{
    const QCborMap good{{u"last_seq"_s, 8}, {u"last_hash"_s, kHash}};
    const auto state = sync::readState(good);
    REQUIRE(state);
    CHECK(state->seq == 8);
    CHECK(state->hash == QByteArray(32, '\xaa'));
    for (const QCborMap& bad : {QCborMap{}, QCborMap{{u"last_seq"_s, 8}},
                                QCborMap{{u"last_seq"_s, u"8"_s}, {u"last_hash"_s, kHash}},
                                QCborMap{{u"last_seq"_s, -1}, {u"last_hash"_s, kHash}},
                                QCborMap{{u"last_seq"_s, 8}, {u"last_hash"_s, u"aa"_s}}}) {
        const auto read = sync::readState(bad);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::ReplyInvalid);
    }
}

TEST_CASE("every refusal means one thing to the window")
{
    struct Row
    {
        int status;
        const char* problem;
        ErrorCode code;
    };

    const Row rows[] = {
        {403, "device_revoked", ErrorCode::DeviceRevoked},
        {403, "device_unknown", ErrorCode::NotEnrolled},
        {401, "unauthenticated", ErrorCode::NotEnrolled},
        {403, "enrol_code_wrong", ErrorCode::EnrolCodeWrong},
        {429, "too_many_tries", ErrorCode::CentreBusy},
        {503, "busy", ErrorCode::CentreBusy},
        {500, "internal", ErrorCode::CentreBusy},
        {409, "seq_gap", ErrorCode::CentreRefused},
        {404, "of_a_newer_centre", ErrorCode::CentreRefused},
    };
    for (const Row& row : rows) {
        INFO(row.problem);
        sync::Reply reply;
        reply.status = row.status;
        reply.body = QByteArray(R"({"class":")") + row.problem + R"("})";
        CHECK(sync::refusalOf(reply).code == row.code);
        CHECK(sync::refusalOf(reply).detail == QString::fromLatin1(row.problem));
    }
    sync::Reply bare;
    bare.status = 502;
    bare.body = "<html>";
    CHECK(sync::refusalOf(bare).code == ErrorCode::CentreBusy);
}
