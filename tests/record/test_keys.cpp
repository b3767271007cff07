// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/canonical.h"
#include "record/keys.h"
#include "record/password.h"
#include "record/recordsample.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::record;
using namespace ow::record::sample;
using ow::domain::ErrorCode;

TEST_CASE("a user's private key opens with the password and with nothing else")
{
    OW_TAKE(keys, UserKeys::create(provider(), u"u-1007"_s, password("陇上行车 2026"), kCheap));
    OW_TAKE(opened, keys.unlock(provider(), password("陇上行车 2026")));
    CHECK(provider().sm2PublicKey(opened).value() == keys.publicKey());
    CHECK(keys.unlock(provider(), password("陇上行车 2027")).error().code == ErrorCode::PasswordWrong);
    CHECK(keys.unlock(provider(), SecretBytes()).error().code == ErrorCode::PasswordWrong);
}

TEST_CASE("user keys travel as canonical JSON and come back the same")
{
    OW_TAKE(keys, UserKeys::create(provider(), u"u-1007"_s, password("correct horse"), kCheap));
    OW_TAKE(bytes, writeCanonical(keys.toMap()));
    CHECK_FALSE(bytes.contains("correct"));
    OW_TAKE(read, UserKeys::fromMap(parseCanonical(bytes)->toMap()));
    CHECK(read == keys);
    CHECK(read.unlock(provider(), password("correct horse")).has_value());
}

TEST_CASE("user keys that were touched do not open")
{
    OW_TAKE(keys, UserKeys::create(provider(), u"u-1007"_s, password("correct horse"), kCheap));
    OW_TAKE(other, UserKeys::create(provider(), u"u-1008"_s, password("correct horse"), kCheap));
    const auto unlock = [](const QCborMap& map) {
        return UserKeys::fromMap(map).and_then(
            [](const UserKeys& read) { return read.unlock(provider(), password("correct horse")); });
    };
    REQUIRE(unlock(keys.toMap()).has_value());
    for (const QString& member : {u"user"_s, u"public"_s, u"sealed"_s, u"kdf"_s}) {
        QCborMap map = keys.toMap();
        map.insert(member, other.toMap().value(member));
        CHECK_FALSE(unlock(map).has_value());
    }
    // A cheaper cost written in by somebody who wants to guess is noticed too.
    QCborMap map = keys.toMap();
    QCborMap kdf = map.value(u"kdf"_s).toMap();
    kdf.insert(u"memory_kib"_s, 16);
    map.insert(u"kdf"_s, kdf);
    CHECK_FALSE(unlock(map).has_value());
    kdf.insert(u"memory_kib"_s, qint64(0xffffffff));
    map.insert(u"kdf"_s, kdf);
    CHECK(unlock(map).error().code == ErrorCode::CryptoFailed);
    kdf.insert(u"name"_s, u"md5"_s);
    map.insert(u"kdf"_s, kdf);
    CHECK(unlock(map).error().field == u"kdf.name"_s);
    map.remove(u"kdf"_s);
    CHECK(unlock(map).error().field == u"kdf"_s);
}

TEST_CASE("a changed password keeps the pair and shuts out the old one")
{
    OW_TAKE(keys, UserKeys::create(provider(), u"u-1007"_s, password("old password"), kCheap));
    CHECK(keys.changePassword(provider(), password("guess"), password("new"), kCheap).error().code ==
          ErrorCode::PasswordWrong);
    const KdfCost dearer{32, 2, 1};
    OW_TAKE(changed,
            keys.changePassword(provider(), password("old password"), password("new password"), dearer));
    CHECK(changed.publicKey() == keys.publicKey());
    CHECK(changed.cost() == dearer);
    CHECK(changed.unlock(provider(), password("new password")).has_value());
    CHECK_FALSE(changed.unlock(provider(), password("old password")).has_value());
}

TEST_CASE("a master key wrapped to a person opens for that person on that device only")
{
    OW_TAKE(pair, provider().sm2Generate());
    OW_TAKE(stranger, provider().sm2Generate());
    const SecretBytes master = SecretBytes::copyOf(QByteArray(32, 'M'));
    OW_TAKE(wrap, wrapMasterKey(provider(), master, u"d-1"_s, u"u-1"_s, pair.publicKey));
    OW_TAKE(opened, unwrapMasterKey(provider(), wrap, u"d-1"_s, u"u-1"_s, pair.privateKey));
    CHECK(opened.equals(master.view()));
    CHECK_FALSE(unwrapMasterKey(provider(), wrap, u"d-2"_s, u"u-1"_s, pair.privateKey).has_value());
    CHECK_FALSE(unwrapMasterKey(provider(), wrap, u"d-1"_s, u"u-2"_s, pair.privateKey).has_value());
    CHECK_FALSE(unwrapMasterKey(provider(), wrap, u"d-1"_s, u"u-1"_s, stranger.privateKey).has_value());

    OW_TAKE(bytes, writeCanonical(wrap.toMap()));
    OW_TAKE(read, KeyWrap::fromMap(parseCanonical(bytes)->toMap()));
    CHECK(read == wrap);
    QCborMap map = wrap.toMap();
    map.insert(u"sealed"_s, u"00"_s);
    CHECK(KeyWrap::fromMap(map).error().field == u"sealed"_s);
    CHECK_FALSE(wrapMasterKey(provider(), SecretBytes(16), u"d-1"_s, u"u-1"_s, pair.publicKey).has_value());
    CHECK_FALSE(wrapMasterKey(provider(), master, u"d-1"_s, u"u-1"_s, "no key").has_value());
}

TEST_CASE("each purpose has its own key")
{
    const SecretBytes master = SecretBytes::copyOf(QByteArray(32, 'M'));
    QSet<QByteArray> keys;
    for (const KeyPurpose purpose :
         {KeyPurpose::Columns, KeyPurpose::Blobs, KeyPurpose::BlobIds, KeyPurpose::Index, KeyPurpose::Mirror})
        keys.insert(deriveKey(provider(), master, purpose).view().toByteArray());
    CHECK(keys.size() == 5);
    CHECK_FALSE(keys.contains(QByteArray(32, 'M')));
}

TEST_CASE("weak passwords are refused with their reason and others are not")
{
    const QStringList names{u"王秀兰"_s, u"wangxl"_s};
    const std::pair<QString, PasswordFault> rows[] = {
        {u""_s, PasswordFault::TooShort},
        {u"Ab3$xyz"_s, PasswordFault::TooShort},
        {u"陇上行车大件运"_s, PasswordFault::TooShort},
        {QString(129, u'x'), PasswordFault::TooLong},
        {u"王秀兰20261123"_s, PasswordFault::HasName},
        {u"WangXL-2026"_s, PasswordFault::HasName},
        {u"2026-lxgnaw"_s, PasswordFault::HasName},
        {u"aaaaaaaa"_s, PasswordFault::TooSimple},
        {u"abababab"_s, PasswordFault::TooSimple},
        {u"12345678"_s, PasswordFault::TooSimple},
        {u"87654321"_s, PasswordFault::TooSimple},
        {u"QwertyUiop"_s, PasswordFault::TooSimple},
        {u"1qaz2wsx"_s, PasswordFault::TooSimple},
        {u"Password"_s, PasswordFault::TooCommon},
        {u"admin888"_s, PasswordFault::TooCommon},
        {u"陇上行车大件运输"_s, PasswordFault::None},
        {u"tea-4-three-desks"_s, PasswordFault::None},
        {u"Xk7!pq2m"_s, PasswordFault::None},
    };
    for (const auto& [text, fault] : rows) {
        INFO(text.toStdString());
        CHECK(passwordFault(text, names) == fault);
        CHECK(passwordFaultText(fault).isEmpty() == (fault == PasswordFault::None));
        CHECK(checkPassword(text, names).has_value() == (fault == PasswordFault::None));
    }
    // One letter of a sign-in name forbids nothing.
    CHECK(passwordFault(u"Xk7!pq2m", {u"x"_s, u"pq"_s, u""_s}) == PasswordFault::None);
}
