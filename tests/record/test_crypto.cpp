// SPDX-License-Identifier: GPL-3.0-or-later
// Known answers come from the standards named beside them, from OpenSSL 3.0 or from pyca/cryptography.
#include "record/crypto.h"
#include "record/recordsample.h"

#include <QSet>

#include <catch2/catch.hpp>

#include <array>
#include <atomic>
#include <thread>
#include <type_traits>

using namespace ow::record;
using namespace ow::record::sample;
using ow::domain::ErrorCode;

namespace {

QByteArray pattern(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 7 % 251);
    return bytes;
}

} // namespace

TEST_CASE("SM3 gives the published hashes")
{
    // GB/T 32905-2016 A.1, A.2; the others by openssl dgst -sm3
    CHECK(provider().sm3("abc") == hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    CHECK(provider().sm3(QByteArray("abcd").repeated(16)) ==
          hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
    CHECK(provider().sm3("") == hex("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"));
    CHECK(provider().sm3(pattern(3000)) ==
          hex("483fb5b661ef0471b7c04bceb59bbc9946871657191b4dfc0501b5dddc5c0f01"));
}

TEST_CASE("a digest in pieces is the digest of the whole and starts anew")
{
    const auto digest = provider().sm3Digest();
    const auto mac = provider().hmacSm3Digest(QByteArray(80, '\xab'));
    for (int round = 0; round < 2; ++round) {
        for (const QByteArray& piece :
             {pattern(3000).first(1), pattern(3000).sliced(1, 64), QByteArray(), pattern(3000).sliced(65)}) {
            digest->add(piece);
            mac->add(piece);
        }
        CHECK(digest->finish() == hex("483fb5b661ef0471b7c04bceb59bbc9946871657191b4dfc0501b5dddc5c0f01"));
        CHECK(mac->finish() == hex("37280c65e2c26626f33e9f1d8ce1f4a274e0ec79601a3a0620f878433b749d30"));
    }
}

TEST_CASE("HMAC-SM3 gives what OpenSSL gives")
{
    CHECK(provider().hmacSm3(QByteArray(20, '\x0b'), "Hi There") ==
          hex("51b00d1fb49832bfb01c3ce27848e59f871d9ba938dc563b338ca964755cce70"));
    CHECK(provider().hmacSm3(QByteArray(80, '\xab'), pattern(3000)) ==
          hex("37280c65e2c26626f33e9f1d8ce1f4a274e0ec79601a3a0620f878433b749d30"));
}

TEST_CASE("SM4-GCM gives the answer of RFC 8998")
{
    const SecretBytes key = secret("0123456789abcdeffedcba9876543210");
    const QByteArray nonce = hex("00001234567800000000abcd");
    const QByteArray aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const QByteArray plain = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                                 "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    const QByteArray sealed = hex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                                  "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                                  "83de3541e4c2b58177e065a9bf7b62ec");
    OW_TAKE(made, provider().aeadSeal(Suite::Sm4Gcm, key, nonce, aad, plain));
    CHECK(made == sealed);
    OW_TAKE(opened, provider().aeadOpen(Suite::Sm4Gcm, key, nonce, aad, sealed));
    CHECK(opened.equals(plain));
}

TEST_CASE("AES-256-GCM gives the answer of the GCM specification")
{
    // McGrew and Viega, test case 16
    const SecretBytes key = secret("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const QByteArray nonce = hex("cafebabefacedbaddecaf888");
    const QByteArray aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const QByteArray plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                 "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    OW_TAKE(made, provider().aeadSeal(Suite::Aes256Gcm, key, nonce, aad, plain));
    CHECK(made == hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                      "76fc6ece0f4e1768cddf8853bb2d551b"));
}

TEST_CASE("a sealed value opens only whole and unchanged and with its key and place")
{
    const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'K'));
    for (const Suite suite : {Suite::Sm4Gcm, Suite::Aes256Gcm}) {
        OW_TAKE(sealed, provider().seal(suite, key, "place", "手机号 13800000000"));
        CHECK(sealed.at(0) == static_cast<char>(suite));
        OW_TAKE(opened, provider().open(key, "place", sealed));
        CHECK(opened == QByteArray("手机号 13800000000"));
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray flipped = sealed;
            flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
            const auto result = provider().open(key, "place", flipped);
            REQUIRE_FALSE(result.has_value());
            REQUIRE(result.error().code == ErrorCode::SealBroken);
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            REQUIRE_FALSE(provider().open(key, "place", sealed.first(size)).has_value());
        CHECK_FALSE(provider().open(key, "place", sealed + '\0').has_value());
        CHECK_FALSE(provider().open(key, "Place", sealed).has_value());
        CHECK_FALSE(provider().open(key, "", sealed).has_value());
        CHECK_FALSE(provider().open(SecretBytes::copyOf(QByteArray(32, 'L')), "place", sealed).has_value());
        CHECK(provider().open(SecretBytes::copyOf(QByteArray(31, 'K')), "place", sealed).error().code ==
              ErrorCode::CryptoFailed);
    }
}

TEST_CASE("sealing twice never gives the same bytes")
{
    const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'K'));
    QSet<QByteArray> nonces;
    for (int i = 0; i < 500; ++i) {
        OW_TAKE(sealed, provider().seal(Suite::Sm4Gcm, key, {}, "same"));
        nonces.insert(sealed.sliced(1, kNonceSize));
    }
    CHECK(nonces.size() == 500);
}

TEST_CASE("SM2 verifies the signature of GM/T 0003.5 and of OpenSSL")
{
    const QByteArray standardKey = hex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                                       "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    const QByteArray standardSignature =
        hex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
            "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    CHECK(provider().sm2Verify(standardKey, "message digest", standardSignature));
    CHECK_FALSE(provider().sm2Verify(standardKey, "message digesu", standardSignature));
    OW_TAKE(derived, provider().sm2PublicKey(
                         secret("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")));
    CHECK(derived == standardKey);

    const QByteArray opensslKey = hex("04d3871e50dcecfc8152f7bdb0f06effd37a116acc7779e8aa3825395c6c4e52c2"
                                      "000d4d9afcc1b7e0c887161e16d83a29a72dc9adab48236d88589ed3d334c534");
    const QByteArray opensslSignature =
        hex("02455c7c4d497a0d536e6aa09dbd2c56ffa135c1bd56117f74ca361f8fdc65bc"
            "5d519fa1f54098e1573b5faf71c73bd42b6319cb8ee7ce7bed4f5897978b4340");
    CHECK(provider().sm2Verify(opensslKey, "one window 一窗", opensslSignature));
}

TEST_CASE("SM2 opens what the standard and OpenSSL encrypted")
{
    // GM/T 0003.5 "encryption standard", written as GM/T 0009 DER
    const QByteArray standard = hex("307c022004ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
                                    "022100e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
                                    "042059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766"
                                    "041321886ca989ca9c7d58087307ca93092d651efa");
    OW_TAKE(plain, provider().sm2Decrypt(
                       secret("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"), standard));
    CHECK(plain.equals("encryption standard"));

    const QByteArray openssl =
        hex("307a02205f49fb6c8720924e4d90cc795c237f249c7b60c907a8e392789fe8ec0c57667d022100ea7d95aa96624e36"
            "622a5670cd3fa5462753ba191706fea85aa81709a8794fa30420a5954a7af402de781cbfbbab428dfe0d7734e77217"
            "86a8d8acd5f4db9a4df7560411c2b4f3032cbdb9ca208be803d79d1a127f");
    const SecretBytes key = secret("0940d4a5d84050b6a79fa88d7a5ab5489222a6dc43a1683b491283100cd540f0");
    OW_TAKE(other, provider().sm2Decrypt(key, openssl));
    CHECK(other.equals("one window 一窗"));
}

TEST_CASE("SM2 pairs sign and encrypt and refuse everything else")
{
    OW_TAKE(pair, provider().sm2Generate());
    REQUIRE(pair.publicKey.size() == 65);
    REQUIRE(pair.privateKey.size() == 32);
    OW_TAKE(signature, provider().sm2Sign(pair.privateKey, "nonce"));
    CHECK(signature.size() == 64);
    CHECK(provider().sm2Verify(pair.publicKey, "nonce", signature));
    for (int bit = 0; bit < 64 * 8; bit += 5) {
        QByteArray flipped = signature;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        REQUIRE_FALSE(provider().sm2Verify(pair.publicKey, "nonce", flipped));
    }
    OW_TAKE(cipher, provider().sm2EncryptTo(pair.publicKey, "master key"));
    for (qsizetype bit = 0; bit < cipher.size() * 8; ++bit) {
        QByteArray flipped = cipher;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        const auto opened = provider().sm2Decrypt(pair.privateKey, flipped);
        REQUIRE_FALSE((opened.has_value() && !opened->equals("master key")));
    }
    OW_TAKE(stranger, provider().sm2Generate());
    CHECK_FALSE(provider().sm2Decrypt(stranger.privateKey, cipher).has_value());
    CHECK_FALSE(provider().sm2Verify(stranger.publicKey, "nonce", signature));
}

TEST_CASE("keys that are none are refused")
{
    const QByteArray offCurve = hex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                                    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad14");
    const QByteArray order = hex("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");
    for (const QByteArray& key :
         {QByteArray(), QByteArray(65, '\4'), QByteArray(1, '\0'), offCurve, offCurve.first(64)}) {
        CHECK_FALSE(provider().sm2EncryptTo(key, "x").has_value());
        CHECK_FALSE(provider().sm2Verify(key, "x", QByteArray(64, '\1')));
    }
    QByteArray orderLessOne = order;
    orderLessOne[31] = 0x22;
    for (const QByteArray& key :
         {QByteArray(), QByteArray(32, '\0'), QByteArray(31, '\1'), order, orderLessOne}) {
        CHECK_FALSE(provider().sm2Sign(SecretBytes::copyOf(key), "x").has_value());
        CHECK_FALSE(provider().sm2PublicKey(SecretBytes::copyOf(key)).has_value());
    }
}

TEST_CASE("Argon2id gives what the reference implementation gives")
{
    struct Row
    {
        KdfCost cost;
        const char* key;
    };

    const Row rows[] = {
        {{256, 2, 1}, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"},
        {{256, 2, 2}, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"},
        {{64, 3, 1}, "b9e3bfda58fb95f1e1e479af4e01bfade5a0dba34d400a254f770462674169e6"},
        {{64, 1, 4}, "19938945ef59b95503dae9c597a52c1ff4b1dfa6d09e852796716f433eef4fcf"},
    };
    for (const Row& row : rows) {
        OW_TAKE(key, provider().argon2id(password("password"), "somesalt", row.cost, 32));
        CHECK(key.equals(hex(row.key)));
    }
    OW_TAKE(chinese, provider().argon2id(password("口令 password"), "0123456789abcdef", {64, 1, 1}, 32));
    CHECK(chinese.equals(hex("b5f405719302f95ace4102919df11fe284619ff5e33407dfc3c6af782f99e33d")));
}

TEST_CASE("a stored cost that would hang the client is refused")
{
    for (const KdfCost cost : {KdfCost{7, 1, 1}, KdfCost{8, 0, 1}, KdfCost{8, 1, 0}, KdfCost{8, 1, 2},
                               KdfCost{1024 * 1024 + 1, 1, 1}, KdfCost{64, 17, 1}, KdfCost{64, 1, 9},
                               KdfCost{0xffffffff, 0xffffffff, 0xffffffff}})
        CHECK(provider().argon2id(password("x"), "somesalt", cost, 32).error().code ==
              ErrorCode::CryptoFailed);
    CHECK_FALSE(provider().argon2id(password("x"), "short", kCheap, 32).has_value());
}

TEST_CASE("one provider serves many threads")
{
    OW_TAKE(pair, provider().sm2Generate());
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'T'));
            for (int i = 0; i < 40; ++i) {
                const QByteArray text = QByteArray::number(i);
                const auto sealed = provider().seal(Suite::Sm4Gcm, key, text, text);
                const auto signature = provider().sm2Sign(pair.privateKey, text);
                if (!sealed || provider().open(key, text, *sealed).value_or(QByteArray()) != text ||
                    !signature || !provider().sm2Verify(pair.publicKey, text, *signature))
                    ++failures;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(failures == 0);
}

TEST_CASE("secret bytes move and clone but do not copy")
{
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SecretBytes>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<SecretBytes>);
    SecretBytes a = SecretBytes::copyOf("key");
    SecretBytes b = std::move(a);
    CHECK(a.isEmpty());
    CHECK(b.equals("key"));
    CHECK_FALSE(b.equals("kez"));
    CHECK_FALSE(b.equals("ke"));
    SecretBytes c = b.clone();
    b.data()[0] = 'K';
    CHECK(c.equals("key"));
    c = std::move(b);
    CHECK(c.equals("Key"));
    c.clear();
    CHECK(c.isEmpty());
    CHECK(SecretBytes(3).equals(QByteArray(3, '\0')));
    // e and combining acute against the one character: what an input method gives must not lock a person out.
    CHECK(SecretBytes::fromPassword(u"e\u0301").equals(SecretBytes::fromPassword(u"\u00e9").view()));
}
