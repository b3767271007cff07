// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/ca.h"
#include "center/entryintake.h"
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
    QString database;
    QString masterKey;
    QString authorityCertificate;
    QString authorityKey;
    QString serverCertificate;
    QString serverKey;
    QString blobs;
};

/// What init needs to be told. The passphrase seals the private half of the escrow key, which leaves the
/// centre.
struct CentrePlan
{
    QString hall; ///< "JT62"
    QString hallName;
    QStringList hosts;  ///< names and addresses windows reach the server by
    QString escrowFile; ///< where the sealed private half goes
};

/// A centre's keys and hall, opened from its folder.
struct Centre
{
    CentrePaths paths;
    Vault vault;
    CertificateAuthority authority;
    Hall hall;
};

/// Makes a new centre. AlreadyOpen when the folder holds one; nothing is written over.
[[nodiscard]] domain::Result<void> makeCentre(const QString& dataFolder, const CentrePlan& plan,
                                              const record::SecretBytes& escrowPassphrase,
                                              const record::KdfCost& cost);
/// NotFound when there is none.
[[nodiscard]] domain::Result<std::unique_ptr<Centre>> openCentre(const QString& dataFolder);
[[nodiscard]] domain::Result<std::unique_ptr<Store>> openStore(const CentrePaths& paths);

} // namespace ow::center
