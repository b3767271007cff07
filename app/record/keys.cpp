// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/keys.h"

#include "record/entry.h"
#include "record/mapreader.h"

#include <QtEndian>

namespace ow::record {

namespace {

using domain::ErrorCode;

constexpr QLatin1StringView kV("v");
constexpr QLatin1StringView kUser("user");
constexpr QLatin1StringView kPublic("public");
constexpr QLatin1StringView kKdf("kdf");
constexpr QLatin1StringView kName("name");
constexpr QLatin1StringView kMemory("memory_kib");
constexpr QLatin1StringView kIterations("iterations");
constexpr QLatin1StringView kLanes("lanes");
constexpr QLatin1StringView kSalt("salt");
constexpr QLatin1StringView kSealed("sealed");
constexpr QLatin1StringView kDevice("device");
constexpr QLatin1StringView kKey("key");
constexpr QLatin1StringView kArgon2id("argon2id");

constexpr qsizetype kPublicKeySize = 65;
constexpr qsizetype kSaltSize = 16;
constexpr qsizetype kSealedKeySize = 1 + kNonceSize + kKeySize + kTagSize;
constexpr qsizetype kMaxSm2Cipher = 256;
constexpr qint64 kAny32 = 0xffffffffLL;

void appendNumber(QByteArray& to, quint32 number)
{
    char bytes[4];
    qToBigEndian<quint32>(number, bytes);
    to.append(bytes, sizeof bytes);
}

QByteArray wrapAad(const QString& device, const QString& userId, QByteArrayView publicKey)
{
    QByteArray aad("OW1 wrap");
    appendFramed(aad, device.toUtf8());
    appendFramed(aad, userId.toUtf8());
    appendFramed(aad, publicKey);
    return aad;
}

QLatin1StringView purposeName(KeyPurpose purpose)
{
    switch (purpose) {
    case KeyPurpose::Columns:
        return QLatin1StringView("columns");
    case KeyPurpose::Blobs:
        return QLatin1StringView("blobs");
    case KeyPurpose::BlobIds:
        return QLatin1StringView("blob ids");
    case KeyPurpose::Index:
        return QLatin1StringView("index");
    case KeyPurpose::Mirror:
        return QLatin1StringView("mirror");
    case KeyPurpose::Sidecar:
        break;
    }
    return QLatin1StringView("sidecar");
}

KdfCost readCost(MapReader& reader)
{
    KdfCost cost;
    if (reader.text(kName) != kArgon2id)
        reader.refuse(kName, QStringLiteral("not argon2id"));
    cost.memoryKiB = static_cast<quint32>(reader.integer(kMemory, 8, kAny32));
    cost.iterations = static_cast<quint32>(reader.integer(kIterations, 1, kAny32));
    cost.lanes = static_cast<quint32>(reader.integer(kLanes, 1, kAny32));
    return cost;
}

} // namespace

QByteArray UserKeys::aad() const
{
    QByteArray aad("OW1 user key");
    appendFramed(aad, m_userId.toUtf8());
    appendFramed(aad, m_publicKey);
    appendNumber(aad, m_cost.memoryKiB);
    appendNumber(aad, m_cost.iterations);
    appendNumber(aad, m_cost.lanes);
    return aad;
}

Result<void> UserKeys::sealWith(const CryptoProvider& provider, const SecretBytes& password,
                                const SecretBytes& privateKey)
{
    const auto salt = provider.random(kSaltSize);
    if (!salt)
        return tl::unexpected(salt.error());
    m_salt = *salt;
    const auto key = provider.argon2id(password, m_salt, m_cost, kKeySize);
    if (!key)
        return tl::unexpected(key.error());
    const auto sealed = provider.seal(Suite::Sm4Gcm, *key, aad(), privateKey.view());
    if (!sealed)
        return tl::unexpected(sealed.error());
    m_sealed = *sealed;
    return {};
}

Result<UserKeys> UserKeys::create(const CryptoProvider& provider, const QString& userId,
                                  const SecretBytes& password, const KdfCost& cost)
{
    if (!isToken(userId))
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("not 1-64 of A-Z a-z 0-9 . _ -"), kUser);
    const auto pair = provider.sm2Generate();
    if (!pair)
        return tl::unexpected(pair.error());
    UserKeys made;
    made.m_userId = userId;
    made.m_publicKey = pair->publicKey;
    made.m_cost = cost;
    if (const auto sealed = made.sealWith(provider, password, pair->privateKey); !sealed)
        return tl::unexpected(sealed.error());
    return made;
}

QCborMap UserKeys::toMap() const
{
    return {{kV, 1},
            {kUser, m_userId},
            {kPublic, toHex(m_publicKey)},
            {kKdf, QCborMap{{kName, kArgon2id},
                            {kMemory, qint64(m_cost.memoryKiB)},
                            {kIterations, qint64(m_cost.iterations)},
                            {kLanes, qint64(m_cost.lanes)},
                            {kSalt, toHex(m_salt)}}},
            {kSealed, toHex(m_sealed)}};
}

Result<UserKeys> UserKeys::fromMap(const QCborMap& map)
{
    MapReader reader(map);
    UserKeys read;
    [[maybe_unused]] const qint64 version = reader.integer(kV, 1, 1);
    read.m_userId = reader.token(kUser);
    read.m_publicKey = reader.hex(kPublic, kPublicKeySize, kPublicKeySize);
    MapReader kdf(reader.map(kKdf), kKdf);
    read.m_cost = readCost(kdf);
    read.m_salt = kdf.hex(kSalt, 8, 64);
    kdf.close();
    read.m_sealed = reader.hex(kSealed, kSealedKeySize, kSealedKeySize);
    reader.close();
    if (reader.error())
        return tl::unexpected(*reader.error());
    if (kdf.error())
        return tl::unexpected(*kdf.error());
    return read;
}

Result<SecretBytes> UserKeys::unlock(const CryptoProvider& provider, const SecretBytes& password) const
{
    const auto key = provider.argon2id(password, m_salt, m_cost, kKeySize);
    if (!key)
        return tl::unexpected(key.error());
    auto privateKey = provider.openSecret(*key, aad(), m_sealed);
    if (!privateKey)
        return domain::fail(ErrorCode::PasswordWrong, privateKey.error().detail, QStringLiteral("password"));
    // The public key is in the AAD; that it is this private key's own is a second thing.
    const auto publicKey = provider.sm2PublicKey(*privateKey);
    if (!publicKey || *publicKey != m_publicKey)
        return domain::fail(ErrorCode::SealBroken, QStringLiteral("private and public key are no pair"),
                            kPublic);
    return privateKey;
}

Result<UserKeys> UserKeys::changePassword(const CryptoProvider& provider, const SecretBytes& oldPassword,
                                          const SecretBytes& newPassword, const KdfCost& cost) const
{
    const auto privateKey = unlock(provider, oldPassword);
    if (!privateKey)
        return tl::unexpected(privateKey.error());
    UserKeys changed = *this;
    changed.m_cost = cost;
    if (const auto sealed = changed.sealWith(provider, newPassword, *privateKey); !sealed)
        return tl::unexpected(sealed.error());
    return changed;
}

QCborMap KeyWrap::toMap() const
{
    return {{kV, 1},
            {kDevice, device},
            {kUser, userId},
            {kPublic, toHex(publicKey)},
            {kKey, toHex(encryptedKey)},
            {kSealed, toHex(sealedMaster)}};
}

Result<KeyWrap> KeyWrap::fromMap(const QCborMap& map)
{
    MapReader reader(map);
    KeyWrap read;
    [[maybe_unused]] const qint64 version = reader.integer(kV, 1, 1);
    read.device = reader.token(kDevice);
    read.userId = reader.token(kUser);
    read.publicKey = reader.hex(kPublic, kPublicKeySize, kPublicKeySize);
    read.encryptedKey = reader.hex(kKey, 1, kMaxSm2Cipher);
    read.sealedMaster = reader.hex(kSealed, kSealedKeySize, kSealedKeySize);
    reader.close();
    if (reader.error())
        return tl::unexpected(*reader.error());
    return read;
}

Result<KeyWrap> wrapMasterKey(const CryptoProvider& provider, const SecretBytes& masterKey,
                              const QString& device, const QString& userId, QByteArrayView publicKey)
{
    if (masterKey.size() != kKeySize || !isToken(device) || !isToken(userId))
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("no master key, device or person"));
    const auto fresh = provider.randomSecret(kKeySize);
    if (!fresh)
        return tl::unexpected(fresh.error());
    auto encrypted = provider.sm2EncryptTo(publicKey, fresh->view());
    if (!encrypted)
        return tl::unexpected(encrypted.error());
    auto sealed = provider.seal(Suite::Sm4Gcm, *fresh, wrapAad(device, userId, publicKey), masterKey.view());
    if (!sealed)
        return tl::unexpected(sealed.error());
    return KeyWrap{device, userId, publicKey.toByteArray(), std::move(*encrypted), std::move(*sealed)};
}

Result<SecretBytes> unwrapMasterKey(const CryptoProvider& provider, const KeyWrap& wrap,
                                    const QString& device, const QString& userId,
                                    const SecretBytes& privateKey)
{
    const auto publicKey = provider.sm2PublicKey(privateKey);
    if (!publicKey)
        return tl::unexpected(publicKey.error());
    const auto fresh = provider.sm2Decrypt(privateKey, wrap.encryptedKey);
    if (!fresh)
        return tl::unexpected(fresh.error());
    if (fresh->size() != kKeySize)
        return domain::fail(ErrorCode::SealBroken, QStringLiteral("the wrapped key has a wrong length"));
    // Bound to what the caller expects, not to what the wrap says of itself.
    return provider.openSecret(*fresh, wrapAad(device, userId, *publicKey), wrap.sealedMaster);
}

SecretBytes deriveKey(const CryptoProvider& provider, const SecretBytes& masterKey, KeyPurpose purpose)
{
    QByteArray label("OW1 key ");
    label += QByteArrayView(purposeName(purpose).data(), purposeName(purpose).size());
    QByteArray key = provider.hmacSm3(masterKey.view(), label);
    SecretBytes made = SecretBytes::copyOf(key);
    wipe(key.data(), key.size());
    return made;
}

} // namespace ow::record
