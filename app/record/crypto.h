// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace ow::record {

using domain::Result;

inline constexpr qsizetype kHashSize = 32;  ///< SM3 and HMAC-SM3
inline constexpr qsizetype kKeySize = 32;   ///< every symmetric key that is kept, whatever the suite
inline constexpr qsizetype kNonceSize = 12; ///< AEAD nonce
inline constexpr qsizetype kTagSize = 16;   ///< AEAD tag

/// How something is sealed; the first byte of every sealed value, never reused for another meaning.
enum class Suite : quint8 {
    Sm4Gcm = 0x01,    ///< GB/T 32907-2016 in GCM (GB/T 36624-2018)
    Aes256Gcm = 0x02, ///< FIPS 197, SP 800-38D
};

/// Argon2id (RFC 9106) cost; stored beside what it protects, so that it can be raised later.
struct KdfCost
{
    quint32 memoryKiB = 65536;
    quint32 iterations = 3;
    quint32 lanes = 1;

    friend bool operator==(const KdfCost&, const KdfCost&) = default;
};

/// An SM2 key pair (GB/T 32918, curve sm2p256v1).
struct Sm2Pair
{
    QByteArray publicKey;   ///< 65 bytes: 04, X, Y
    SecretBytes privateKey; ///< 32 bytes, big-endian
};

/// A hash or MAC over bytes that come in pieces. One thread at a time.
class Digest
{
public:
    Digest() = default;
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    virtual ~Digest() = default;
    virtual void add(QByteArrayView bytes) = 0;
    /// The 32 bytes; afterwards the digest starts anew with the same key.
    [[nodiscard]] virtual QByteArray finish() = 0;
};

/// The one place where ciphers are called. A certified module (GM/T 0018, 0016) can stand behind the same
/// face; the built-in one is not certified. One provider may be used from many threads at once. Errors:
/// CryptoFailed when a key has the wrong form or the library fails, SealBroken when a seal does not open.
class CryptoProvider
{
public:
    CryptoProvider() = default;
    CryptoProvider(const CryptoProvider&) = delete;
    CryptoProvider& operator=(const CryptoProvider&) = delete;
    virtual ~CryptoProvider() = default;

    [[nodiscard]] virtual QByteArray sm3(QByteArrayView bytes) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Digest> sm3Digest() const = 0;
    [[nodiscard]] virtual QByteArray hmacSm3(QByteArrayView key, QByteArrayView bytes) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Digest> hmacSm3Digest(QByteArrayView key) const = 0;

    /// From the system's generator.
    [[nodiscard]] virtual Result<QByteArray> random(qsizetype size) const = 0;
    [[nodiscard]] virtual Result<SecretBytes> randomSecret(qsizetype size) const = 0;

    /// suite(1) | nonce(12, random) | ciphertext | tag(16). `key` has 32 bytes; the cipher's own key is
    /// derived from it and the suite (docs/ledger-format.md §6.1).
    [[nodiscard]] Result<QByteArray> seal(Suite suite, const SecretBytes& key, QByteArrayView aad,
                                          QByteArrayView plain) const;
    /// Opens what seal made, of whichever suite.
    [[nodiscard]] Result<QByteArray> open(const SecretBytes& key, QByteArrayView aad,
                                          QByteArrayView sealed) const;
    /// As open, for what is itself a key: never in ordinary memory.
    [[nodiscard]] Result<SecretBytes> openSecret(const SecretBytes& key, QByteArrayView aad,
                                                 QByteArrayView sealed) const;

    /// The bare AEAD: ciphertext | tag. `cipherKey` has cipherKeySize(suite) bytes, the nonce 12. The caller
    /// answers for never using a nonce twice with one key.
    [[nodiscard]] virtual Result<QByteArray> aeadSeal(Suite suite, const SecretBytes& cipherKey,
                                                      QByteArrayView nonce, QByteArrayView aad,
                                                      QByteArrayView plain) const = 0;
    [[nodiscard]] virtual Result<SecretBytes> aeadOpen(Suite suite, const SecretBytes& cipherKey,
                                                       QByteArrayView nonce, QByteArrayView aad,
                                                       QByteArrayView sealed) const = 0;

    [[nodiscard]] virtual Result<Sm2Pair> sm2Generate() const = 0;
    /// The public key of a private one.
    [[nodiscard]] virtual Result<QByteArray> sm2PublicKey(const SecretBytes& privateKey) const = 0;
    /// r | s, 64 bytes, over SM3 with the standard's default identity "1234567812345678" (GM/T 0009-2012).
    [[nodiscard]] virtual Result<QByteArray> sm2Sign(const SecretBytes& privateKey,
                                                     QByteArrayView message) const = 0;
    /// True only for a good signature; a key or signature of the wrong form is simply not good.
    [[nodiscard]] virtual bool sm2Verify(QByteArrayView publicKey, QByteArrayView message,
                                         QByteArrayView signature) const = 0;
    /// GM/T 0009-2012 ciphertext (DER: x, y, hash, ciphertext).
    [[nodiscard]] virtual Result<QByteArray> sm2EncryptTo(QByteArrayView publicKey,
                                                          QByteArrayView plain) const = 0;
    [[nodiscard]] virtual Result<SecretBytes> sm2Decrypt(const SecretBytes& privateKey,
                                                         QByteArrayView cipher) const = 0;

    /// Bounded on purpose: 8 KiB per lane to 1 GiB, 1-16 iterations, 1-8 lanes, a salt of 8-64 bytes, else
    /// CryptoFailed, so that a stored cost cannot hang the client. Takes as long as the cost says: never on
    /// the GUI thread.
    [[nodiscard]] virtual Result<SecretBytes> argon2id(const SecretBytes& password, QByteArrayView salt,
                                                       const KdfCost& cost, qsizetype size) const = 0;
};

[[nodiscard]] qsizetype cipherKeySize(Suite suite);

/// The cipher's key for a suite: HMAC-SM3(key, "OW1 suite" | suite byte), cut to the size the cipher wants.
[[nodiscard]] SecretBytes suiteKey(const CryptoProvider& provider, Suite suite, const SecretBytes& key);

/// The built-in provider (Botan 2.19).
[[nodiscard]] std::unique_ptr<CryptoProvider> makeBotanProvider();

} // namespace ow::record
