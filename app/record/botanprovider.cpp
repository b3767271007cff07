// SPDX-License-Identifier: GPL-3.0-or-later
// CryptoProvider by Botan 2.19. Every call makes its own Botan objects and the generator is the system's, so
// one provider serves many threads; everything Botan throws ends here.
#include "record/crypto.h"

#include <botan/aead.h>
#include <botan/argon2.h>
#include <botan/ec_group.h>
#include <botan/hash.h>
#include <botan/mac.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>
#include <botan/system_rng.h>

#include <exception>
#include <type_traits>

namespace ow::record {

namespace {

using domain::ErrorCode;

constexpr qsizetype kPublicKeySize = 65;
constexpr qsizetype kSignatureSize = 64;
constexpr const char* kSignatureParameters = "1234567812345678,SM3";

const std::uint8_t* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const std::uint8_t*>(view.data());
}

std::size_t sizeOf(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

template <class Vector> QByteArray toQt(const Vector& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

template <class Vector> QByteArrayView viewOf(const Vector& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// Runs what may throw and makes an error of it. What Botan says is about forms and sizes, never the data
/// itself.
template <class Work>
auto guarded(ErrorCode code, const char* what, Work&& work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const std::exception& error) {
        return domain::fail(code,
                            QLatin1StringView(what) + QStringLiteral(": ") + QString::fromUtf8(error.what()));
    }
}

/// HashFunction and MessageAuthenticationCode have the same face.
template <class Engine> class BotanDigest final : public Digest
{
public:
    explicit BotanDigest(std::unique_ptr<Engine> engine)
        : m_engine(std::move(engine))
    {
    }

    void add(QByteArrayView bytes) override { m_engine->update(bytesOf(bytes), sizeOf(bytes)); }

    QByteArray finish() override { return toQt(m_engine->final()); }

private:
    std::unique_ptr<Engine> m_engine;
};

std::unique_ptr<Botan::MessageAuthenticationCode> hmac(QByteArrayView key)
{
    auto mac = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SM3)");
    mac->set_key(bytesOf(key), sizeOf(key));
    return mac;
}

std::unique_ptr<Botan::AEAD_Mode> aead(Suite suite, Botan::Cipher_Dir direction, const SecretBytes& cipherKey,
                                       QByteArrayView aad)
{
    auto mode =
        Botan::AEAD_Mode::create_or_throw(suite == Suite::Sm4Gcm ? "SM4/GCM" : "AES-256/GCM", direction);
    mode->set_key(bytesOf(cipherKey.view()), sizeOf(cipherKey.view()));
    mode->set_associated_data(bytesOf(aad), sizeOf(aad));
    return mode;
}

bool wellFormed(Suite suite, const SecretBytes& cipherKey, QByteArrayView nonce)
{
    return cipherKey.size() == cipherKeySize(suite) && nonce.size() == kNonceSize;
}

bool isBearable(const KdfCost& cost)
{
    return cost.lanes >= 1 && cost.lanes <= 8 && cost.iterations >= 1 && cost.iterations <= 16 &&
           cost.memoryKiB >= 8 * cost.lanes && cost.memoryKiB <= 1024 * 1024;
}

class BotanProvider final : public CryptoProvider
{
public:
    BotanProvider()
        : m_group("sm2p256v1")
    {
    }

    QByteArray sm3(QByteArrayView bytes) const override
    {
        const auto hash = Botan::HashFunction::create_or_throw("SM3");
        hash->update(bytesOf(bytes), sizeOf(bytes));
        return toQt(hash->final());
    }

    std::unique_ptr<Digest> sm3Digest() const override
    {
        return std::make_unique<BotanDigest<Botan::HashFunction>>(
            Botan::HashFunction::create_or_throw("SM3"));
    }

    QByteArray hmacSm3(QByteArrayView key, QByteArrayView bytes) const override
    {
        const auto mac = hmac(key);
        mac->update(bytesOf(bytes), sizeOf(bytes));
        return toQt(mac->final());
    }

    std::unique_ptr<Digest> hmacSm3Digest(QByteArrayView key) const override
    {
        return std::make_unique<BotanDigest<Botan::MessageAuthenticationCode>>(hmac(key));
    }

    Result<QByteArray> random(qsizetype size) const override
    {
        return guarded(ErrorCode::CryptoFailed, "random", [&]() -> Result<QByteArray> {
            QByteArray bytes(size, Qt::Uninitialized);
            Botan::system_rng().randomize(reinterpret_cast<std::uint8_t*>(bytes.data()), sizeOf(bytes));
            return bytes;
        });
    }

    Result<SecretBytes> randomSecret(qsizetype size) const override
    {
        return guarded(ErrorCode::CryptoFailed, "random", [&]() -> Result<SecretBytes> {
            SecretBytes bytes(size);
            Botan::system_rng().randomize(reinterpret_cast<std::uint8_t*>(bytes.data()),
                                          sizeOf(bytes.view()));
            return bytes;
        });
    }

    Result<QByteArray> aeadSeal(Suite suite, const SecretBytes& cipherKey, QByteArrayView nonce,
                                QByteArrayView aad, QByteArrayView plain) const override
    {
        if (!wellFormed(suite, cipherKey, nonce))
            return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("key or nonce of a wrong length"));
        return guarded(ErrorCode::CryptoFailed, "seal", [&]() -> Result<QByteArray> {
            const auto mode = aead(suite, Botan::ENCRYPTION, cipherKey, aad);
            mode->start(bytesOf(nonce), sizeOf(nonce));
            Botan::secure_vector<std::uint8_t> buffer(bytesOf(plain), bytesOf(plain) + plain.size());
            mode->finish(buffer);
            return toQt(buffer);
        });
    }

    Result<SecretBytes> aeadOpen(Suite suite, const SecretBytes& cipherKey, QByteArrayView nonce,
                                 QByteArrayView aad, QByteArrayView sealed) const override
    {
        if (!wellFormed(suite, cipherKey, nonce))
            return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("key or nonce of a wrong length"));
        if (sealed.size() < kTagSize)
            return domain::fail(ErrorCode::SealBroken, QStringLiteral("too short for a tag"));
        return guarded(ErrorCode::SealBroken, "open", [&]() -> Result<SecretBytes> {
            const auto mode = aead(suite, Botan::DECRYPTION, cipherKey, aad);
            mode->start(bytesOf(nonce), sizeOf(nonce));
            Botan::secure_vector<std::uint8_t> buffer(bytesOf(sealed), bytesOf(sealed) + sealed.size());
            mode->finish(buffer);
            return SecretBytes::copyOf(viewOf(buffer));
        });
    }

    Result<Sm2Pair> sm2Generate() const override
    {
        return guarded(ErrorCode::CryptoFailed, "sm2 generate", [&]() -> Result<Sm2Pair> {
            const Botan::SM2_PrivateKey key(Botan::system_rng(), m_group);
            const auto secret = Botan::BigInt::encode_1363(key.private_value(), kKeySize);
            return Sm2Pair{encoded(key), SecretBytes::copyOf(viewOf(secret))};
        });
    }

    Result<QByteArray> sm2PublicKey(const SecretBytes& privateKey) const override
    {
        return guarded(ErrorCode::CryptoFailed, "sm2 public key",
                       [&]() -> Result<QByteArray> { return encoded(secretKey(privateKey)); });
    }

    Result<QByteArray> sm2Sign(const SecretBytes& privateKey, QByteArrayView message) const override
    {
        return guarded(ErrorCode::CryptoFailed, "sm2 sign", [&]() -> Result<QByteArray> {
            const Botan::SM2_PrivateKey key = secretKey(privateKey);
            Botan::PK_Signer signer(key, Botan::system_rng(), kSignatureParameters);
            return toQt(signer.sign_message(bytesOf(message), sizeOf(message), Botan::system_rng()));
        });
    }

    bool sm2Verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature) const override
    {
        if (signature.size() != kSignatureSize)
            return false;
        const auto good = guarded(ErrorCode::CryptoFailed, "sm2 verify", [&]() -> Result<bool> {
            const Botan::SM2_PublicKey key = openKey(publicKey);
            Botan::PK_Verifier verifier(key, kSignatureParameters);
            return verifier.verify_message(bytesOf(message), sizeOf(message), bytesOf(signature),
                                           sizeOf(signature));
        });
        return good.value_or(false);
    }

    Result<QByteArray> sm2EncryptTo(QByteArrayView publicKey, QByteArrayView plain) const override
    {
        if (plain.isEmpty())
            return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("sm2 encrypt: nothing to encrypt"));
        return guarded(ErrorCode::CryptoFailed, "sm2 encrypt", [&]() -> Result<QByteArray> {
            const Botan::SM2_PublicKey key = openKey(publicKey);
            const Botan::PK_Encryptor_EME encryptor(key, Botan::system_rng(), "SM3");
            return toQt(encryptor.encrypt(bytesOf(plain), sizeOf(plain), Botan::system_rng()));
        });
    }

    Result<SecretBytes> sm2Decrypt(const SecretBytes& privateKey, QByteArrayView cipher) const override
    {
        return guarded(ErrorCode::SealBroken, "sm2 decrypt", [&]() -> Result<SecretBytes> {
            const Botan::SM2_PrivateKey key = secretKey(privateKey);
            const Botan::PK_Decryptor_EME decryptor(key, Botan::system_rng(), "SM3");
            return SecretBytes::copyOf(viewOf(decryptor.decrypt(bytesOf(cipher), sizeOf(cipher))));
        });
    }

    Result<SecretBytes> argon2id(const SecretBytes& password, QByteArrayView salt, const KdfCost& cost,
                                 qsizetype size) const override
    {
        if (!isBearable(cost) || salt.size() < 8 || salt.size() > 64 || size < 4 || size > 64)
            return domain::fail(ErrorCode::CryptoFailed,
                                QStringLiteral("argon2id: cost, salt or size out of range"));
        return guarded(ErrorCode::CryptoFailed, "argon2id", [&]() -> Result<SecretBytes> {
            constexpr std::uint8_t kVariantId = 2;
            const Botan::Argon2 kdf(kVariantId, cost.memoryKiB, cost.iterations, cost.lanes);
            SecretBytes out(size);
            kdf.derive_key(reinterpret_cast<std::uint8_t*>(out.data()), sizeOf(out.view()), password.data(),
                           sizeOf(password.view()), bytesOf(salt), sizeOf(salt));
            return out;
        });
    }

private:
    static QByteArray encoded(const Botan::SM2_PublicKey& key)
    {
        return toQt(key.public_point().encode(Botan::PointGFp::UNCOMPRESSED));
    }

    /// Throws for what is no point of the curve.
    Botan::SM2_PublicKey openKey(QByteArrayView publicKey) const
    {
        if (publicKey.size() != kPublicKeySize || publicKey.front() != 0x04)
            throw Botan::Invalid_Argument("public key is not 65 bytes starting with 04");
        return {m_group, m_group.OS2ECP(bytesOf(publicKey), sizeOf(publicKey))};
    }

    /// Throws for what is not in [1, n - 2]: n - 1 has no inverse of 1 + d, and Botan takes 0 as "make one".
    Botan::SM2_PrivateKey secretKey(const SecretBytes& privateKey) const
    {
        const Botan::BigInt secret(bytesOf(privateKey.view()), sizeOf(privateKey.view()));
        if (privateKey.size() != kKeySize || secret.is_zero() || secret >= m_group.get_order() - 1)
            throw Botan::Invalid_Argument("private key out of range");
        return {Botan::system_rng(), m_group, secret};
    }

    const Botan::EC_Group m_group;
};

} // namespace

std::unique_ptr<CryptoProvider> makeBotanProvider()
{
    return std::make_unique<BotanProvider>();
}

} // namespace ow::record
