// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"

#include <QByteArray>
#include <QCborMap>
#include <QLatin1StringView>

#include <memory>

namespace ow::ledger {

/// The keys behind everything private on this device, derived from its master key.
struct DataKeys
{
    record::SecretBytes columns;
    record::SecretBytes blobs;
    record::SecretBytes blobIds;
    record::SecretBytes index; ///< of personKey()
    record::SecretBytes mirror;
    record::SecretBytes sidecar;
};

/// Seals private columns with the keys at hand, or says KeyLocked. A copy shares the keys and may go to
/// another thread; it keeps them until it is dropped.
class ColumnSealer
{
public:
    ColumnSealer(const record::CryptoProvider& crypto, std::shared_ptr<const DataKeys> keys)
        : m_crypto(&crypto)
        , m_keys(std::move(keys))
    {
    }

    [[nodiscard]] bool hasKeys() const { return m_keys != nullptr; }

    [[nodiscard]] const record::CryptoProvider& crypto() const { return *m_crypto; }

    [[nodiscard]] const std::shared_ptr<const DataKeys>& keys() const { return m_keys; }

    [[nodiscard]] domain::Result<QByteArray> seal(QLatin1StringView table, const QByteArray& row,
                                                  QLatin1StringView column, const QByteArray& plain,
                                                  qint64 version = 0) const;
    [[nodiscard]] domain::Result<QByteArray> open(QLatin1StringView table, const QByteArray& row,
                                                  QLatin1StringView column, const QByteArray& sealed,
                                                  qint64 version = 0) const;
    /// The same for a map, as CBOR.
    [[nodiscard]] domain::Result<QByteArray> sealMap(QLatin1StringView table, const QByteArray& row,
                                                     QLatin1StringView column, const QCborMap& map,
                                                     qint64 version = 0) const;
    [[nodiscard]] domain::Result<QCborMap> openMap(QLatin1StringView table, const QByteArray& row,
                                                   QLatin1StringView column, const QByteArray& sealed,
                                                   qint64 version = 0) const;

private:
    const record::CryptoProvider* m_crypto;
    std::shared_ptr<const DataKeys> m_keys;
};

} // namespace ow::ledger
