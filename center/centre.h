// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/ca.h"
#include "center/centrekeys.h"
#include "center/store.h"
#include "center/vault.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace ow::center {

/// Where a centre keeps what, below its data folder (0700).
struct CentrePaths
{
    explicit CentrePaths(const QString& dataFolder);
    QString folder;
    QString database;    ///< the SQLite file, where there is one
    QString databaseUrl; ///< file with the address of another database, where there is one
    QString masterKey;
    QString authorityCertificate;
    QString authorityKey;
    QString serverCertificate;
    QString serverKey;
    QString blobs;
};

/// What init, or another hall, needs to be told. The passphrase seals the private half of the escrow key,
/// which leaves the centre.
struct CentrePlan
{
    QString hall; ///< "JT62"
    QString hallName;
    QStringList hosts;  ///< names and addresses windows reach the server by
    QString escrowFile; ///< where the sealed private half goes
    QString database;   ///< "postgresql://…"; empty: an SQLite file in the folder
};

/// A centre's keys, opened from its folder.
struct Centre
{
    CentrePaths paths;
    Vault vault;
    CertificateAuthority authority;
    CentreKeys keys;
};

/// Makes a new centre. AlreadyOpen when the folder holds one; nothing is written over.
[[nodiscard]] domain::Result<void> makeCentre(const QString& dataFolder, const CentrePlan& plan,
                                              const record::SecretBytes& escrowPassphrase,
                                              const record::KdfCost& cost);
/// NotFound when there is none.
[[nodiscard]] domain::Result<std::unique_ptr<Centre>> openCentre(const QString& dataFolder);
[[nodiscard]] domain::Result<std::unique_ptr<Store>> openStore(const CentrePaths& paths);
[[nodiscard]] domain::Result<DatabaseAddress> databaseAddress(const CentrePaths& paths);

/// A new epoch of the feeds: whoever has read of an older one starts over.
[[nodiscard]] domain::Result<QByteArray> renewEpoch(Store& store, const Vault& vault);

/// Adds a hall with an escrow key of its own, the private half of which goes into a file and nowhere else.
/// InvalidInput naming the option.
[[nodiscard]] domain::Result<void> addHall(Store& store, const Vault& vault, const CentrePlan& plan,
                                           const record::SecretBytes& escrowPassphrase,
                                           const record::KdfCost& cost);

} // namespace ow::center
