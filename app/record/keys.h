// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>

namespace ow::record {

/// A user's SM2 pair as it travels (`config`) and lies on disk: the public key, and the private key sealed by
/// the password through Argon2id. Holds no secret itself. Any thread; unlocking takes as long as the cost
/// says.
class UserKeys final
{
public:
    /// A new pair. The password is not judged here: see passwordFault().
    [[nodiscard]] static Result<UserKeys> create(const CryptoProvider& provider, const QString& userId,
                                                 const SecretBytes& password, const KdfCost& cost);
    /// From a map that came over the wire; EntryInvalid naming the member.
    [[nodiscard]] static Result<UserKeys> fromMap(const QCborMap& map);
    [[nodiscard]] QCborMap toMap() const;

    /// The private key; PasswordWrong when the password is not the one (or the sealed part was touched).
    [[nodiscard]] Result<SecretBytes> unlock(const CryptoProvider& provider,
                                             const SecretBytes& password) const;
    /// The same pair sealed anew, with a new salt.
    [[nodiscard]] Result<UserKeys> changePassword(const CryptoProvider& provider,
                                                  const SecretBytes& oldPassword,
                                                  const SecretBytes& newPassword, const KdfCost& cost) const;

    [[nodiscard]] const QString& userId() const { return m_userId; }

    [[nodiscard]] const QByteArray& publicKey() const { return m_publicKey; }

    [[nodiscard]] const KdfCost& cost() const { return m_cost; }

    friend bool operator==(const UserKeys&, const UserKeys&) = default;

private:
    UserKeys() = default;
    [[nodiscard]] QByteArray aad() const;
    [[nodiscard]] Result<void> sealWith(const CryptoProvider& provider, const SecretBytes& password,
                                        const SecretBytes& privateKey);

    QString m_userId;
    QByteArray m_publicKey;
    KdfCost m_cost;
    QByteArray m_salt;
    QByteArray m_sealed;
};

/// A device's master key, readable by one person (or the hall's escrow): a fresh key encrypted to his public
/// key, the master key sealed by it and bound to device, person and public key, so that no wrap can be put in
/// another's place.
struct KeyWrap
{
    QString device;
    QString userId; ///< or the id of the escrow
    QByteArray publicKey;
    QByteArray encryptedKey; ///< SM2
    QByteArray sealedMaster;

    [[nodiscard]] QCborMap toMap() const;
    [[nodiscard]] static Result<KeyWrap> fromMap(const QCborMap& map);

    friend bool operator==(const KeyWrap&, const KeyWrap&) = default;
};

[[nodiscard]] Result<KeyWrap> wrapMasterKey(const CryptoProvider& provider, const SecretBytes& masterKey,
                                            const QString& device, const QString& userId,
                                            QByteArrayView publicKey);
/// SealBroken when the wrap is for another device or person, or another key.
[[nodiscard]] Result<SecretBytes> unwrapMasterKey(const CryptoProvider& provider, const KeyWrap& wrap,
                                                  const QString& device, const QString& userId,
                                                  const SecretBytes& privateKey);

/// What a master key is never used for directly.
enum class KeyPurpose {
    Columns, ///< bodies, drafts, private columns
    Blobs,   ///< blob segments
    BlobIds, ///< HMAC-SM3(key, content)
    Index,   ///< blind look-up of certificate numbers and telephones
    Mirror,  ///< what is mirrored outside the database
    Sidecar, ///< entries in the journal beside the ledger
};

/// HMAC-SM3(master, "OW1 key " | purpose): one key a purpose (docs/ledger-format.md §6.4).
[[nodiscard]] SecretBytes deriveKey(const CryptoProvider& provider, const SecretBytes& masterKey,
                                    KeyPurpose purpose);

} // namespace ow::record
