// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/chainverifier.h"
#include "record/crypto.h"

#include <QByteArray>
#include <QCborMap>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::ledger {

/// Where the chain and the serials stood when they were last noted outside the database.
struct MirrorState
{
    QString device;
    QString machine; ///< digest of the machine it was written on
    qint64 seq = 0;
    QByteArray hash; ///< 32 bytes
    QMap<QString, qint64> serials;
    friend bool operator==(const MirrorState&, const MirrorState&) = default;
};

/// The small files that notice a restored or copied database (I6, I7): one in the profile, one in a second
/// folder. Each is replaced whole and synced. Two lines: canonical JSON, and its HMAC-SM3.
class Mirror
{
public:
    struct Loaded
    {
        MirrorState state;
        QByteArray text; ///< the line that is authenticated
        QByteArray mac;
    };

    enum class Place { Profile, Outside };

    Mirror(const QString& profileFolder, const QString& outsideFolder, const QString& device);

    /// Nothing when there is no file; SealBroken when it is not a mirror.
    [[nodiscard]] domain::Result<std::optional<Loaded>> load(Place place) const;
    [[nodiscard]] domain::Result<void> store(const record::CryptoProvider& crypto,
                                             const record::SecretBytes& key, const MirrorState& state) const;
    [[nodiscard]] static bool isAuthentic(const record::CryptoProvider& crypto,
                                          const record::SecretBytes& key, const Loaded& loaded);
    /// What the mirrors saw of the chain, for verify; unreadable ones are left out.
    [[nodiscard]] std::vector<record::ChainWitness> witnesses() const;
    /// The folder outside is there; when not, a disk may not be mounted.
    [[nodiscard]] bool hasOutsideFolder() const;
    [[nodiscard]] QString path(Place place) const;

private:
    QString m_profile;
    QString m_outside;
};

} // namespace ow::ledger
