// SPDX-License-Identifier: GPL-3.0-or-later
// Files a courier carries: sealed for one centre, read in pieces of any size, refused when a byte is another.
#include "record/canonical.h"
#include "record/courier.h"

#include <QCborArray>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::record;
using domain::ErrorCode;

namespace {

struct Courier
{
    std::unique_ptr<CryptoProvider> crypto = makeBotanProvider();
    Sm2Pair centre = std::move(*crypto->sm2Generate());
    CourierHead head{QStringLiteral("dev-0001"),
                     QStringLiteral("JT62"),
                     QStringLiteral("019aaf00-1001-7001-8001-0123456789ab"),
                     courierCentre(*crypto, centre.publicKey),
                     1,
                     17,
                     18,
                     1795399260000};
    std::vector<CourierItem> items{{CourierItem::Kind::Entry, "what nobody reads on the way"},
                                   {CourierItem::Kind::Entry, QByteArray()},
                                   {CourierItem::Kind::Material, QByteArray(72, 'a')},
                                   {CourierItem::Kind::Piece, QByteArray(200'000, 'b')},
                                   {CourierItem::Kind::Piece, QByteArray(3, 'c')}};

    [[nodiscard]] QByteArray file() const
    {
        auto writer = CourierWriter::create(*crypto, head, centre.publicKey);
        REQUIRE(writer.has_value());
        QByteArray bytes;
        for (const CourierItem& item : items)
            bytes += writer->put(item).value();
        return bytes + writer->finish().value();
    }

    /// What is read, in pieces of `step`; the items got before an error too.
    [[nodiscard]] Result<std::vector<CourierItem>> read(const QByteArray& bytes, qsizetype step) const
    {
        std::vector<CourierItem> got;
        const auto sink = [&got](const CourierItem& item) {
            got.push_back(item);
            return Result<void>();
        };
        CourierReader reader(*crypto);
        const auto found = reader.readHead(bytes.left(kMaxCourierHead));
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return domain::fail(ErrorCode::SealBroken);
        if (**found != head)
            return domain::fail(ErrorCode::SealBroken, QStringLiteral("another head"));
        if (auto opened = reader.open(centre.privateKey); !opened)
            return tl::unexpected(opened.error());
        for (qsizetype at = reader.bodyAt(); at < bytes.size(); at += step) {
            if (auto pushed = reader.push(bytes.mid(at, step), sink); !pushed)
                return tl::unexpected(pushed.error());
        }
        return reader.finish(sink).map([&got] { return got; });
    }
};

} // namespace

TEST_CASE("a courier file gives back what was put in whatever pieces it comes in")
{
    const Courier courier;
    const QByteArray bytes = courier.file();
    for (const qsizetype step : {qsizetype(1), qsizetype(31), bytes.size()}) {
        const auto items = courier.read(bytes, step);
        REQUIRE(items.has_value());
        REQUIRE(items->size() == courier.items.size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            CHECK(items->at(i).kind == courier.items.at(i).kind);
            CHECK((items->at(i).bytes == courier.items.at(i).bytes));
        }
    }
    CHECK(!bytes.contains("nobody reads"));
    CHECK(bytes.contains("dev-0001")); // whose it is may be known
}

TEST_CASE("a courier file that was changed or cut off anywhere is refused")
{
    const Courier courier;
    const QByteArray bytes = courier.file();
    for (qsizetype at = 0; at < bytes.size(); at += at < 700 ? 1 : 4093) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x04);
        CAPTURE(at);
        CHECK(!courier.read(changed, bytes.size()).has_value());
    }
    for (qsizetype size = 0; size < bytes.size(); size += size < 700 ? 1 : 4093) {
        CAPTURE(size);
        CHECK(!courier.read(bytes.left(size), bytes.size()).has_value());
    }
    CHECK(!courier.read(bytes + "x", bytes.size()).has_value());
}

TEST_CASE("a courier file opens for its centre only")
{
    Courier courier;
    const QByteArray bytes = courier.file();
    courier.centre.privateKey = std::move(courier.crypto->sm2Generate()->privateKey);
    CHECK(courier.read(bytes, bytes.size()).error().code == ErrorCode::SealBroken);
}

TEST_CASE("an answer to a courier is read only as its centre has signed it")
{
    const Courier courier;
    const CourierAnswer answer{courier.head,
                               {QCborMap{{QStringLiteral("outcomes"), QCborArray{1, 2}}}, QCborMap{}}};
    const QByteArray bytes = writeCourierAnswer(*courier.crypto, courier.centre.privateKey, answer).value();
    const auto read = readCourierAnswer(*courier.crypto, courier.centre.publicKey, bytes);
    REQUIRE(read.has_value());
    CHECK(read->head == answer.head);
    CHECK(read->answers == answer.answers);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x01);
        CAPTURE(at);
        CHECK(!readCourierAnswer(*courier.crypto, courier.centre.publicKey, changed).has_value());
    }
    // Its last line alone, and without it.
    CHECK(!readCourierAnswer(*courier.crypto, courier.centre.publicKey,
                             bytes.left(bytes.lastIndexOf('\n', -2) + 1))
               .has_value());
    const auto other = courier.crypto->sm2Generate().value().publicKey;
    CHECK(readCourierAnswer(*courier.crypto, other, bytes).error().code == ErrorCode::MacWrong);
}
