// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/crypto.h"
#include "sync/fetchanswers.h"

#include <QCborArray>

#include <catch2/catch.hpp>

using namespace ow;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const auto kCrypto = record::makeBotanProvider();

QString hexOf(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

// SM3 of "abc" as GB/T 32905 gives it; the document of these tests is those three letters.
const QString kAbc = u"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"_s;

QCborMap goodGuide()
{
    return {{u"code"_s, u"62-JT-XK-0001"_s},
            {u"version"_s, 2},
            {u"sm3"_s, kAbc},
            {u"document"_s, u"abc"_s},
            {u"proposed_by"_s, u"zhao11"_s},
            {u"approved_by"_s, u"qian12"_s},
            {u"published_at"_s, 5},
            {u"note"_s, QString()}};
}

QCborMap goodPage(const QCborMap& guide)
{
    return {{u"guides"_s, QCborArray{guide}}, {u"next"_s, u"7"_s}, {u"more"_s, false}};
}

QCborMap with(QCborMap map, const QString& member, const QCborValue& value)
{
    map.insert(member, value);
    return map;
}

QCborMap somebody(const QString& id, bool revoked)
{
    const auto keys = record::UserKeys::create(
        *kCrypto, id, record::SecretBytes::fromPassword(u"three green lamps 5"_s), {8, 1, 1});
    REQUIRE(keys);
    return {{u"id"_s, id},
            {u"name"_s, u"Somebody"_s},
            {u"roles"_s, QCborArray{u"clerk"_s, u"wizard"_s}},
            {u"keys"_s, keys->toMap()},
            {u"revoked"_s, revoked}};
}

} // namespace

TEST_CASE("a page of published guides is read as the contract has it")
{
    const auto page = sync::readGuides(goodPage(goodGuide()), *kCrypto);
    REQUIRE(page);
    REQUIRE(page->guides.size() == 1);
    CHECK(page->guides.front().document == "abc");
    CHECK(hexOf(page->guides.front().sm3) == kAbc);
    CHECK(page->guides.front().approvedBy == u"qian12"_s);
    CHECK(page->next == u"7"_s);
    CHECK_FALSE(page->more);
}

TEST_CASE("a guide whose bytes are not those of its digest is no answer")
{
    const QCborMap good = goodGuide();
    for (const QCborMap& bad :
         {with(good, u"document"_s, u"abd"_s), with(good, u"sm3"_s, QString(64, u'0')),
          with(good, u"sm3"_s, QString()), with(good, u"code"_s, QString()), with(good, u"version"_s, 0),
          with(good, u"version"_s, qint64(1) << 40), with(good, u"document"_s, 7)}) {
        const auto page = sync::readGuides(goodPage(bad), *kCrypto);
        REQUIRE_FALSE(page);
        CHECK(page.error().code == ErrorCode::ReplyInvalid);
        const auto proposals = sync::readProposals(
            {{u"proposals"_s, QCborArray{with(bad, u"id"_s, u"018f0000-0000-7000-8000-000000000000"_s)}}},
            *kCrypto);
        CHECK_FALSE(proposals);
    }
}

TEST_CASE("an answer that would be asked for again for ever is refused")
{
    const QCborMap good = goodPage(goodGuide());
    CHECK_FALSE(sync::readGuides(with(good, u"next"_s, QString()), *kCrypto));
    CHECK_FALSE(sync::readGuides(with(good, u"more"_s, 1), *kCrypto));
    CHECK_FALSE(sync::readGuides(with(with(good, u"guides"_s, QCborArray()), u"more"_s, true), *kCrypto));
    QCborArray many;
    for (int i = 0; i < 41; ++i)
        many.append(goodGuide());
    CHECK_FALSE(sync::readGuides(with(good, u"guides"_s, many), *kCrypto));
    CHECK_FALSE(sync::readGuides({}, *kCrypto));
    CHECK_FALSE(sync::readProposals({}, *kCrypto));
}

TEST_CASE("people are read with the roles this program knows and a hall without anybody is refused")
{
    const QCborMap here = somebody(u"li01"_s, false);
    const QCborMap gone = somebody(u"sun13"_s, true);
    const auto people = sync::readPeople({{u"people"_s, QCborArray{here, gone}}});
    REQUIRE(people);
    CHECK(people->persons.size() == 2);
    CHECK(people->persons.front().roles == domain::Roles(domain::Clerk));
    CHECK_FALSE(people->persons.back().active);
    REQUIRE(people->keys.size() == 1);
    CHECK(people->keys.front().userId() == u"li01"_s);

    CHECK_FALSE(sync::readPeople({{u"people"_s, QCborArray()}}));
    CHECK_FALSE(sync::readPeople({{u"people"_s, QCborArray{gone}}}));
    CHECK_FALSE(sync::readPeople({{u"people"_s, QCborArray{with(here, u"id"_s, u"wang02"_s)}}}));
    CHECK_FALSE(sync::readPeople({{u"people"_s, QCborArray{with(here, u"revoked"_s, u"no"_s)}}}));
    CHECK_FALSE(sync::readPeople({{u"people"_s, QCborArray{with(here, u"keys"_s, QCborMap())}}}));
}
