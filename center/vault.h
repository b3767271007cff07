// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/crypto.h"
#include "record/keys.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace ow::center {

/// The centre's own keys, from one master key in a file only its user may read: what lies in the database and
/// the blob folder is sealed with it. Any thread.
class Vault
{
public:
    /// Makes the key file (0600); fails when it is there.
    [[nodiscard]] static domain::Result<Vault> create(const QString& keyFile);
    [[nodiscard]] static domain::Result<Vault> load(const QString& keyFile);

    [[nodiscard]] const record::CryptoProvider& provider() const { return *m_provider; }

    /// Seals a column's value, bound to where it lies (record/seal.h).
    [[nodiscard]] domain::Result<QByteArray> seal(QByteArrayView table, const QString& row,
                                                  QByteArrayView column, QByteArrayView plain,
                                                  qint64 version = 0) const;
    [[nodiscard]] domain::Result<QByteArray> open(QByteArrayView table, const QString& row,
                                                  QByteArrayView column, QByteArrayView sealed,
                                                  qint64 version = 0) const;
    /// As open, for what is itself a key.
    [[nodiscard]] domain::Result<record::SecretBytes> openSecret(QByteArrayView table, const QString& row,
                                                                 QByteArrayView column, QByteArrayView sealed,
                                                                 qint64 version = 0) const;
    /// A keyed hash for looking up what must not be read from the disk: purpose | value.
    [[nodiscard]] QByteArray mac(QByteArrayView purpose, QByteArrayView value) const;

    [[nodiscard]] const record::SecretBytes& blobKey() const { return m_blobs; }

private:
    explicit Vault(const record::SecretBytes& master);

    std::unique_ptr<record::CryptoProvider> m_provider;
    record::SecretBytes m_columns;
    record::SecretBytes m_blobs;
    record::SecretBytes m_index;
};

} // namespace ow::center
