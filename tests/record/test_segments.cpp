// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/recordsample.h"
#include "record/segments.h"

#include <catch2/catch.hpp>

#include <random>

using namespace ow::record;
using namespace ow::record::sample;
using ow::domain::ErrorCode;

namespace {

constexpr qsizetype kSealedSegment = kSegmentSize + kTagSize;

SecretBytes blobKey()
{
    return SecretBytes::copyOf(QByteArray(32, 'B'));
}

QByteArray content(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937 random(static_cast<unsigned>(size));
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

QByteArray sealAll(const QByteArray& plain, qsizetype step, Suite suite = Suite::Aes256Gcm)
{
    auto sealer = SegmentSealer::create(provider(), suite, blobKey(), "case 7");
    REQUIRE(sealer.has_value());
    QByteArray sealed;
    for (qsizetype at = 0; at < plain.size(); at += step) {
        const auto part = sealer->push(QByteArrayView(plain).sliced(at, qMin(step, plain.size() - at)));
        REQUIRE(part.has_value());
        sealed += *part;
    }
    const auto last = sealer->finish();
    REQUIRE(last.has_value());
    return sealed + *last;
}

Result<QByteArray> openAll(const QByteArray& sealed, qsizetype step, QByteArrayView context = "case 7")
{
    SegmentOpener opener(provider(), blobKey(), context);
    QByteArray plain;
    for (qsizetype at = 0; at < sealed.size(); at += step) {
        const auto part = opener.push(QByteArrayView(sealed).sliced(at, qMin(step, sealed.size() - at)));
        if (!part)
            return part;
        plain += *part;
    }
    const auto last = opener.finish();
    if (!last)
        return last;
    return plain + *last;
}

} // namespace

TEST_CASE("blobs of every size around a segment come back whatever the pieces")
{
    for (const qsizetype size : {qsizetype(0), qsizetype(1), kSegmentSize - 1, kSegmentSize, kSegmentSize + 1,
                                 2 * kSegmentSize, 2 * kSegmentSize + 12345}) {
        const QByteArray plain = content(size);
        for (const qsizetype step :
             {qsizetype(65536), kSegmentSize, qsizetype(5) * kSegmentSize, qsizetype(99991)}) {
            const QByteArray sealed = sealAll(plain, step);
            CHECK(sealed.size() == sealedBlobSize(size));
            CHECK(plainBlobSize(sealed.size()) == size);
            const auto opened = openAll(sealed, step + 1);
            REQUIRE(opened.has_value());
            REQUIRE(*opened == plain);
        }
    }
}

TEST_CASE("single bytes in and out give the same blob")
{
    const QByteArray plain = content(300);
    const QByteArray sealed = sealAll(plain, 1, Suite::Sm4Gcm);
    CHECK(openAll(sealed, 1).value() == plain);
}

TEST_CASE("a cut or prolonged or reordered blob is refused")
{
    const QByteArray plain = content(2 * kSegmentSize + 500);
    const QByteArray sealed = sealAll(plain, kSegmentSize);
    const auto segment = [&sealed](qsizetype index, qsizetype size = kSealedSegment) {
        return sealed.sliced(kSegmentHeaderSize + index * kSealedSegment, size);
    };
    const QByteArray header = sealed.first(kSegmentHeaderSize);
    const QByteArray tail = segment(2, 500 + kTagSize);
    REQUIRE(header + segment(0) + segment(1) + tail == sealed);

    const std::pair<const char*, QByteArray> broken[] = {
        {"nothing", {}},
        {"half a header", header.first(20)},
        {"header only", header},
        {"last segment gone", header + segment(0) + segment(1)},
        {"last two gone", header + segment(0)},
        {"one byte short", sealed.chopped(1)},
        {"one byte more", sealed + '\0'},
        {"last segment twice", sealed + tail},
        {"segments swapped", header + segment(1) + segment(0) + tail},
        {"one left out", header + segment(0) + tail},
        {"one doubled", header + segment(0) + segment(0) + segment(1) + tail},
        {"cut in a segment", sealed.first(kSegmentHeaderSize + kSealedSegment + 1000)},
    };
    for (const auto& [what, bytes] : broken) {
        INFO(what);
        const auto opened = openAll(bytes, 777777);
        REQUIRE_FALSE(opened.has_value());
        CHECK(opened.error().code == ErrorCode::SealBroken);
    }

    const QByteArray other = sealAll(plain, kSegmentSize);
    CHECK_FALSE(
        openAll(header + segment(0) + other.sliced(kSegmentHeaderSize + kSealedSegment), 777777).has_value());
    CHECK_FALSE(
        openAll(other.first(kSegmentHeaderSize) + sealed.sliced(kSegmentHeaderSize), 777777).has_value());
    CHECK_FALSE(openAll(sealed, 777777, "case 8").has_value());
}

TEST_CASE("every flipped bit of a sealed blob is refused")
{
    const QByteArray sealed = sealAll(content(40), 40, Suite::Sm4Gcm);
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray flipped = sealed;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        REQUIRE_FALSE(openAll(flipped, 1000).has_value());
    }
}

TEST_CASE("a range is read by opening its segments alone")
{
    const QByteArray plain = content(2 * kSegmentSize + 10);
    const QByteArray sealed = sealAll(plain, kSegmentSize);
    OW_TAKE(key, SegmentKey::fromHeader(provider(), sealed.first(kSegmentHeaderSize), blobKey(), "case 7"));
    const QByteArray middle = sealed.sliced(kSegmentHeaderSize + kSealedSegment, kSealedSegment);
    OW_TAKE(opened, key.openSegment(1, false, middle));
    CHECK(opened == plain.sliced(kSegmentSize, kSegmentSize));
    CHECK_FALSE(key.openSegment(0, false, middle).has_value());
    CHECK_FALSE(key.openSegment(1, true, middle).has_value());
}

TEST_CASE("lengths no sealed blob has are told")
{
    for (const qint64 size : {qint64(0), qint64(32), qint64(47), sealedBlobSize(kSegmentSize) + 1,
                              sealedBlobSize(kSegmentSize) + 16, qint64(-1)})
        CHECK_FALSE(plainBlobSize(size).has_value());
    CHECK(plainBlobSize(48) == 0);
}

TEST_CASE("after finish or an error sealer and opener only refuse")
{
    auto sealer = SegmentSealer::create(provider(), Suite::Sm4Gcm, blobKey(), {});
    REQUIRE(sealer.has_value());
    REQUIRE(sealer->finish().has_value());
    CHECK_FALSE(sealer->push("x").has_value());
    CHECK_FALSE(sealer->finish().has_value());

    SegmentOpener opener(provider(), blobKey(), {});
    CHECK_FALSE(opener.push(QByteArray(100, 'x')).has_value());
    CHECK_FALSE(opener.push("x").has_value());
    CHECK_FALSE(opener.finish().has_value());
}

TEST_CASE("a blob's id is the HMAC of its content and another key gives another id")
{
    BlobHasher hasher(provider(), blobKey());
    hasher.add("ab");
    hasher.add("c");
    CHECK(hasher.size() == 3);
    const BlobHasher::Sums sums = hasher.finish();
    CHECK(sums.size == 3);
    CHECK(sums.sm3 == QStringLiteral("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    // openssl dgst -sm3 -mac HMAC -macopt hexkey:42…42
    CHECK(sums.id == QStringLiteral("a73c8e6eb462320f7b4cc2ff82777481dffd664fc6b3d8c63b0d3bb4fe1a508f"));
    BlobHasher other(provider(), SecretBytes::copyOf(QByteArray(32, 'c')));
    other.add("abc");
    CHECK(other.finish().id != sums.id);
}
