// SPDX-License-Identifier: GPL-3.0-or-later
// The worked entries of docs/ledger-format.md. They are written by tests/data/ledger-format/make_vectors.py,
// which shares no code with the program; a change that breaks one of these tests breaks every ledger ever
// written.
#include "record/canonical.h"
#include "record/chain.h"
#include "record/chainverifier.h"
#include "record/keys.h"
#include "record/recordsample.h"
#include "record/seal.h"
#include "record/segments.h"
#include "record/wire.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::record;
using namespace ow::record::sample;

namespace {

QByteArray fileBytes(const QString& name)
{
    QFile file(QStringLiteral(OW_SOURCE_DIR) + u"/tests/data/ledger-format/"_s + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QJsonObject vectors()
{
    return QJsonDocument::fromJson(fileBytes(u"vectors.json"_s)).object();
}

QByteArray bytesAt(const QJsonObject& object, const char* name)
{
    return QByteArray::fromHex(object[QLatin1StringView(name)].toString().toLatin1());
}

QList<QByteArray> lines()
{
    QList<QByteArray> read = fileBytes(u"ledger.jsonl"_s).split('\n');
    REQUIRE(read.takeLast().isEmpty());
    return read;
}

} // namespace

TEST_CASE("every worked entry is read and its hash and mac are found again")
{
    const QJsonObject all = vectors();
    const QJsonArray entries = all[u"entries"].toArray();
    const QList<QByteArray> wire = lines();
    REQUIRE(entries.size() == 8);
    REQUIRE(wire.size() == 8);
    QByteArray prev(32, '\0');
    SecretBytes key = SecretBytes::copyOf(bytesAt(all, "enrolment_key"));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject expected = entries.at(i).toObject();
        INFO(expected[u"shows"].toString().toStdString());
        OW_TAKE(read, parseWire(wire.at(i)));
        CHECK(read.entry.headerBytes == expected[u"header"].toString().toUtf8());
        REQUIRE(read.bodyBytes.has_value());
        CHECK(*read.bodyBytes == expected[u"body"].toString().toUtf8());
        CHECK(key.equals(bytesAt(expected, "mac_key")));
        CHECK(provider().sm3(*read.bodyBytes) == bytesAt(expected, "body_hash"));
        CHECK(entryHash(provider(), prev, read.entry.headerBytes, read.entry.bodyHash) ==
              bytesAt(expected, "hash"));
        CHECK(provider().hmacSm3(key.view(), read.entry.hash) == bytesAt(expected, "mac"));
        CHECK(verifyLink(provider(), prev, read.entry).has_value());
        CHECK(verifyBody(provider(), read.entry, *read.bodyBytes).has_value());
        CHECK(verifyMac(provider(), key, read.entry).has_value());
        prev = read.entry.hash;
        key = nextMacKey(provider(), key);
    }
    CHECK(key.equals(bytesAt(all, "last_mac_key")));
}

TEST_CASE("every worked entry is written again byte for byte, a future version too")
{
    for (const QByteArray& line : lines()) {
        OW_TAKE(read, parseWire(line));
        OW_TAKE(header, writeHeader(read.entry.header));
        CHECK(header == read.entry.headerBytes);
        OW_TAKE(body, parseBody(*read.bodyBytes));
        OW_TAKE(bodyBytes, writeBody(body));
        CHECK(bodyBytes == *read.bodyBytes);
        OW_TAKE(again, writeWire(read));
        CHECK(again == line);
    }
}

TEST_CASE("the future entry keeps its version and unknown members and audience")
{
    OW_TAKE(read, parseWire(lines().at(6)));
    const EntryHeader& header = read.entry.header;
    CHECK(header.v == 2);
    CHECK(header.audience == u"county"_s);
    CHECK_FALSE(audienceFromKey(header.audience).has_value());
    CHECK(header.extra.size() == 3);
    CHECK(header.extra.value(u"priority"_s).toInteger() == 3);
    CHECK(header.extra.value(u"Ünknown"_s).toString() == u"～𠮷"_s);
    OW_TAKE(unknownKind, parseWire(lines().at(5)));
    CHECK(unknownKind.entry.header.kind == u"weighBridge"_s);
    CHECK_FALSE(ow::domain::kindFromKey(unknownKind.entry.header.kind).has_value());
}

TEST_CASE("the worked ledger is sound and MAC-true from end to end")
{
    ChainVerifier verifier(provider(), u"d-62-w03"_s,
                           SecretBytes::copyOf(bytesAt(vectors(), "enrolment_key")), {});
    for (const QByteArray& line : lines()) {
        OW_TAKE(read, parseWire(line));
        verifier.add(read.entry, ChainVerifier::BodyState::Present, *read.bodyBytes);
    }
    const ChainReport report = verifier.finish();
    CHECK(report.isSound());
    REQUIRE(report.grades.size() == 1);
    CHECK(report.grades.at(0) == GradeRange{1, 8, ChainGrade::MacTrue});
}

TEST_CASE("the worked seals open and derived keys are the written ones")
{
    const QJsonObject seals = vectors()[u"seals"].toObject();
    const SecretBytes key = SecretBytes::copyOf(bytesAt(seals, "key"));

    const QJsonObject column = seals[u"column"].toObject();
    const ColumnPlace place{"entry_body", "7", "body", 0};
    CHECK(columnAad(place) == bytesAt(column, "aad"));
    OW_TAKE(plain, openColumn(provider(), key, place, bytesAt(column, "sealed")));
    CHECK(plain == bytesAt(column, "plain"));

    const QJsonObject blob = seals[u"blob"].toObject();
    OW_TAKE(segmentKey,
            SegmentKey::fromHeader(provider(), bytesAt(blob, "header"), key, bytesAt(blob, "context")));
    const QJsonArray segments = blob[u"segments"].toArray();
    REQUIRE(segments.size() == 5);
    for (const QJsonValue& value : segments) {
        const QJsonObject segment = value.toObject();
        OW_TAKE(sealed, segmentKey.sealSegment(static_cast<quint32>(segment[u"index"].toInteger()),
                                               segment[u"last"].toBool(), bytesAt(segment, "plain")));
        CHECK(sealed == bytesAt(segment, "sealed"));
    }

    const QJsonObject derived = seals[u"derived"].toObject();
    CHECK(deriveKey(provider(), key, KeyPurpose::Columns).equals(bytesAt(derived, "columns")));
    CHECK(deriveKey(provider(), key, KeyPurpose::Blobs).equals(bytesAt(derived, "blobs")));
    CHECK(deriveKey(provider(), key, KeyPurpose::BlobIds).equals(bytesAt(derived, "blob ids")));
    CHECK(deriveKey(provider(), key, KeyPurpose::Index).equals(bytesAt(derived, "index")));
    CHECK(deriveKey(provider(), key, KeyPurpose::Mirror).equals(bytesAt(derived, "mirror")));
}
