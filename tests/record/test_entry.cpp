// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/canonical.h"
#include "record/entry.h"
#include "record/recordsample.h"
#include "record/wire.h"

#include <QCborArray>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::record;
using namespace ow::record::sample;
using ow::domain::ErrorCode;

namespace {

const QString kHash = QString(64, u'a');

EntryHeader full()
{
    EntryHeader made = header(u"receive"_s, 1);
    made.seq = 1;
    made.caseNumber = u"JT62-W03-20261123-0007-3"_s;
    made.base = makeUuidV7(1, QByteArray(10, '\xff'));
    made.clock = ClockReading{-1250, 86400000};
    made.guide = GuideRef{u"62-JT-XK-0006"_s, 1, kHash};
    made.blobs = {{kHash, 0}, {QString(64, u'b'), 4096}};
    return made;
}

/// The canonical bytes of the full header with one member set to something else, or left out when undefined.
QByteArray with(const QString& member, const QCborValue& value)
{
    QCborMap map = parseJson(*writeHeader(full()))->toMap();
    if (value.isUndefined())
        map.remove(member);
    else
        map.insert(member, value);
    return *writeCanonical(map);
}

QCborMap inner(const char* json)
{
    return parseJson(QByteArray(json))->toMap();
}

} // namespace

TEST_CASE("a header with every member comes back as it was")
{
    OW_TAKE(bytes, writeHeader(full()));
    OW_TAKE(read, parseHeader(bytes));
    CHECK(read == full());
}

TEST_CASE("a header with only what is needed leaves the other members out")
{
    EntryHeader least = header(u"signIn"_s, 1);
    least.seq = 1;
    OW_TAKE(bytes, writeHeader(least));
    for (const char* name : {"\"case\":", "\"base\":", "\"clock\":", "\"guide\":", "\"blobs\":", "null"})
        CHECK_FALSE(bytes.contains(name));
    OW_TAKE(read, parseHeader(bytes));
    CHECK(read == least);
}

TEST_CASE("each wrong member of a header is refused by its name")
{
    const QCborValue none(QCborValue::Undefined);
    const std::pair<QString, QCborValue> rows[] = {
        {u"v"_s, none},
        {u"v"_s, 0},
        {u"v"_s, u"1"_s},
        {u"device"_s, none},
        {u"device"_s, u""_s},
        {u"device"_s, u"设备"_s},
        {u"device"_s, u"a b"_s},
        {u"device"_s, QString(65, u'a')},
        {u"seq"_s, none},
        {u"seq"_s, 0},
        {u"seq"_s, -1},
        {u"id"_s, none},
        {u"id"_s, u"019aaf00-1001-7001-8001-0123456789a"_s},
        {u"id"_s, u"019AAF00-1001-7001-8001-0123456789AB"_s},
        {u"id"_s, u"019aaf00-1001-4001-8001-0123456789ab"_s},
        {u"id"_s, u"019aaf00-1001-7001-c001-0123456789ab"_s},
        {u"id"_s, u"019aaf0001001-7001-8001-0123456789ab"_s},
        {u"kind"_s, none},
        {u"kind"_s, 3},
        {u"kind"_s, u"a/b"_s},
        {u"case"_s, nullptr},
        {u"case"_s, u""_s},
        {u"base"_s, nullptr},
        {u"base"_s, u"x"_s},
        {u"at"_s, none},
        {u"at"_s, -1},
        {u"at"_s, qint64(253402300800000)},
        {u"boot"_s, none},
        {u"tick"_s, none},
        {u"tick"_s, -1},
        {u"actor"_s, none},
        {u"actor"_s, u"马𠮷祥"_s},
        {u"station"_s, none},
        {u"audience"_s, none},
        {u"audience"_s, u"county"_s},
        {u"clock"_s, nullptr},
        {u"clock"_s, inner(R"({"offset":1})")},
        {u"clock"_s, inner(R"({"offset":1,"age":-1})")},
        {u"clock"_s, inner(R"({"offset":1,"age":1,"more":1})")},
        {u"guide"_s, inner(R"({"code":"a","version":0,"sm3":""})")},
        {u"guide"_s, inner(R"({"code":"a","version":1})")},
        {u"blobs"_s, QCborArray{}},
        {u"blobs"_s, nullptr},
        {u"blobs"_s, QCborArray{1}},
        {u"blobs"_s, QCborArray{inner(R"({"id":"00","size":1})")}},
        {u"blobs"_s, QCborArray{QCborMap{{u"id"_s, kHash}, {u"size"_s, -1}}}},
        {u"blobs"_s, QCborArray{QCborMap{{u"id"_s, kHash.toUpper()}, {u"size"_s, 1}}}},
        {u"blobs"_s,
         QCborArray{QCborMap{{u"id"_s, kHash}, {u"size"_s, 1}}, QCborMap{{u"id"_s, kHash}, {u"size"_s, 1}}}},
        {u"unknown"_s, 1},
        {u"hash"_s, kHash},
    };
    for (const auto& [member, value] : rows) {
        const QByteArray bytes = with(member, value);
        INFO(bytes.toStdString());
        const auto read = parseHeader(bytes);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::EntryInvalid);
        CHECK(read.error().field.startsWith(member));
        CHECK_FALSE(read.error().detail.isEmpty());
    }
}

TEST_CASE("header bytes that are not canonical are refused")
{
    const QByteArray bytes = *writeHeader(full());
    REQUIRE(parseHeader(bytes).has_value());
    CHECK_FALSE(parseHeader(bytes + ' ').has_value());
    CHECK_FALSE(parseHeader(' ' + bytes).has_value());
    QByteArray escaped = bytes;
    escaped.replace("receive", "r\\u0065ceive");
    CHECK_FALSE(parseHeader(escaped).has_value());
    CHECK_FALSE(parseHeader("[]").has_value());
}

TEST_CASE("a newer version keeps its unknown members and a known one hides none among them")
{
    EntryHeader newer = full();
    newer.v = 2;
    newer.audience = u"county"_s;
    // In canonical order: QCborMap compares its members as they stand.
    newer.extra = {{u"a"_s, 1}, {u"zone"_s, QCborMap{{u"见证"_s, QCborArray{1, nullptr}}}}};
    OW_TAKE(bytes, writeHeader(newer));
    OW_TAKE(read, parseHeader(bytes));
    CHECK(read == newer);

    newer.extra.insert(u"mac"_s, kHash);
    CHECK(writeHeader(newer).error().field == u"mac"_s);
    newer.extra = {{u"seq"_s, 99}};
    CHECK(writeHeader(newer).error().field == u"seq"_s);
    newer.extra = {{u"later"_s, 1}};
    newer.v = 1;
    newer.audience = u"case"_s;
    CHECK(writeHeader(newer).error().field == u"later"_s);
}

TEST_CASE("a header may name at most 512 blobs")
{
    EntryHeader many = full();
    many.blobs.clear();
    for (int i = 0; i < 512; ++i)
        many.blobs.append({u"%1"_s.arg(i, 64, 16, QChar(u'0')), i});
    OW_TAKE(bytes, writeHeader(many));
    CHECK(parseHeader(bytes).has_value());
    many.blobs.append({kHash, 1});
    CHECK(writeHeader(many).error().field == u"blobs"_s);
}

TEST_CASE("a version 7 UUID has its time and version and variant where RFC 9562 wants them")
{
    // RFC 9562 A.6
    CHECK(makeUuidV7(0x017f22e279b0, hex("fcc318c4dc0c0c07398f")) ==
          u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s);
    CHECK(isUuidV7(makeUuidV7(0, QByteArray(10, '\0'))));
    CHECK(isUuidV7(makeUuidV7(1795399200000, QByteArray(10, '\xff'))));
    CHECK(makeUuidV7(0, QByteArray(9, '\0')).isEmpty());
    CHECK(makeUuidV7(-1, QByteArray(10, '\0')).isEmpty());
}

TEST_CASE("a body starts with its salt and has nothing but salt and what")
{
    const EntryBody body{QByteArray(16, '\x0f'), {{u"Z"_s, u"陇"_s}, {u"a"_s, 1}}};
    OW_TAKE(bytes, writeBody(body));
    CHECK(bytes == QByteArray(R"({"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","what":{"Z":"陇","a":1}})"));
    OW_TAKE(read, parseBody(bytes));
    CHECK(read.salt == body.salt);
    CHECK(read.what == body.what);

    CHECK_FALSE(writeBody({QByteArray(15, 'x'), {}}).has_value());
    CHECK_FALSE(writeBody({QByteArray(16, 'x'), {{u"a"_s, 0.5}}}).has_value());
    CHECK_FALSE(writeBody({QByteArray(16, 'x'), {{u"a"_s, QString(120 * 1024, u'x')}}}).has_value());
    for (const char* text :
         {R"({"what":{}})", R"({"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"})", R"({"salt":"0f0f","what":{}})",
          R"({"salt":"0F0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","what":{}})",
          R"({"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","what":[]})",
          R"({"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","what":{},"x":1})",
          R"({"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", "what":{}})"}) {
        INFO(text);
        CHECK_FALSE(parseBody(QByteArray(text)).has_value());
    }
}

TEST_CASE("an entry on the wire comes back byte for byte and strictly")
{
    const auto entries = ledger(1);
    const WireEntry sent{entries[0].entry, entries[0].bodyBytes};
    OW_TAKE(bytes, writeWire(sent));
    OW_TAKE(got, parseWire(bytes));
    CHECK(got == sent);

    WireEntry forgotten = sent;
    forgotten.bodyBytes.reset();
    OW_TAKE(without, parseWire(*writeWire(forgotten)));
    CHECK(without == forgotten);

    const QString body = wireMap(sent).value(u"body"_s).toString();
    const std::pair<QString, QCborValue> rows[] = {
        {u"hash"_s, kHash.chopped(2)},
        {u"hash"_s, kHash.toUpper()},
        {u"mac"_s, nullptr},
        {u"prev"_s, u"zz"_s + kHash.chopped(2)},
        {u"body_hash"_s, 1},
        {u"header"_s, u"e30="_s},
        {u"header"_s, u"%%%"_s},
        {u"body"_s, body + u'\n'},
        {u"body"_s, QString(body).replace(u'+', u'-') + u"="_s},
        {u"body"_s, u"e30"_s},  // no padding
        {u"body"_s, u"e31="_s}, // spare bits set
        {u"body"_s, QString(4 * 60 * 1024, u'A')},
        {u"outcome"_s, u"accepted"_s},
    };
    for (const auto& [member, value] : rows) {
        QCborMap map = wireMap(sent);
        map.insert(member, value);
        INFO(member.toStdString());
        CHECK_FALSE(fromWireMap(map).has_value());
    }
    for (const char* member : {"header", "hash", "prev", "mac", "body_hash"}) {
        QCborMap map = wireMap(sent);
        map.remove(QLatin1StringView(member));
        CHECK(fromWireMap(map).error().field == QLatin1StringView(member));
    }
}

TEST_CASE("the largest entry fits the wire and its reader")
{
    EntryHeader many = header(u"receive"_s, 1);
    for (int i = 0; i < 512; ++i)
        many.blobs.append({u"%1"_s.arg(i, 64, 16, QChar(u'0')), kMaxBlobSize});
    ChainState state;
    state.macKey = SecretBytes::copyOf(enrolmentKey());
    OW_TAKE(made, appendToChain(provider(), state, many, {{u"a"_s, QString(120 * 1024 - 100, u'x')}}));
    OW_TAKE(bytes, writeWire({made.entry, made.bodyBytes}));
    CHECK(bytes.size() <= kMaxEntryBytes);
    CHECK(parseWire(bytes).has_value());
    CHECK_FALSE(parseWire(bytes.first(bytes.size() - 1) + QByteArray(kMaxEntryBytes, ' ') + '}').has_value());
}
