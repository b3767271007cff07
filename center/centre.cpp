// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centre.h"

#include "center/privatefile.h"
#include "center/sqlitestore.h"
#include "record/canonical.h"
#include "record/keys.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using record::SecretBytes;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPem = 64 * 1024;

Result<void> checkPlan(const CentrePlan& plan)
{
    static const QRegularExpression hall(u"\\A[A-Z]{2}([0-9]{2}|[0-9]{4}|[0-9]{6})\\z"_s);
    if (!hall.match(plan.hall).hasMatch())
        return fail(ErrorCode::InvalidInput, u"a hall is two letters and two, four or six digits"_s,
                    u"hall"_s);
    if (plan.hallName.isEmpty() || plan.hallName.size() > 100)
        return fail(ErrorCode::InvalidInput, u"a hall needs a name"_s, u"hall-name"_s);
    if (plan.hosts.isEmpty())
        return fail(ErrorCode::InvalidInput, u"a server needs a name or address"_s, u"host"_s);
    if (QFileInfo::exists(plan.escrowFile))
        return fail(ErrorCode::InvalidInput, u"the file is there already"_s, u"escrow-file"_s);
    return {};
}

Result<void> writeCertificates(const CentrePaths& paths, const CertificateAuthority& authority,
                               const KeyedCertificate& server)
{
    const std::pair<QString, QByteArray> files[] = {
        {paths.authorityCertificate, authority.certificatePem()},
        {paths.authorityKey, authority.privateKeyPem()},
        // The authority goes with it, so that a window can compare it with its enrolment code.
        {paths.serverCertificate, server.certificate + authority.certificatePem()},
        {paths.serverKey, server.privateKey},
    };
    for (const auto& [path, bytes] : files) {
        if (const auto written = writePrivateFile(path, bytes); !written)
            return written;
    }
    return {};
}

Result<void> writeSettings(Store& store, const Vault& vault, const CentrePlan& plan,
                           const record::UserKeys& escrow)
{
    const auto pair = vault.provider().sm2Generate();
    if (!pair)
        return tl::unexpected(pair.error());
    const auto sealed = vault.seal("setting", u"signing_key"_s, "value", pair->privateKey.view());
    if (!sealed)
        return tl::unexpected(sealed.error());
    const std::pair<QString, QByteArray> settings[] = {
        {u"hall"_s, plan.hall.toUtf8()},
        {u"hall_name"_s, plan.hallName.toUtf8()},
        {u"escrow_id"_s, escrow.userId().toUtf8()},
        {u"escrow_public_key"_s, escrow.publicKey()},
        {u"public_key"_s, pair->publicKey},
        {u"signing_key"_s, *sealed},
    };
    return store.inTransaction([&]() -> Result<void> {
        for (const auto& [key, value] : settings) {
            if (const auto set = store.setSetting(key, value); !set)
                return set;
        }
        return {};
    });
}

Result<Hall> readHall(Store& store, const Vault& vault)
{
    Hall hall;
    QByteArray sealed;
    QByteArray id;
    QByteArray name;
    QByteArray escrowId;
    const std::pair<QString, QByteArray*> settings[] = {
        {u"hall"_s, &id},
        {u"hall_name"_s, &name},
        {u"escrow_id"_s, &escrowId},
        {u"escrow_public_key"_s, &hall.escrowPublicKey},
        {u"public_key"_s, &hall.publicKey},
        {u"signing_key"_s, &sealed},
    };
    for (const auto& [key, value] : settings) {
        const auto stored = store.setting(key);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!*stored)
            return fail(ErrorCode::DatabaseCorrupt, u"setting %1 is missing"_s.arg(key));
        *value = **stored;
    }
    auto opened = vault.openSecret("setting", u"signing_key"_s, "value", sealed);
    if (!opened)
        return tl::unexpected(opened.error());
    hall.id = QString::fromUtf8(id);
    hall.name = QString::fromUtf8(name);
    hall.escrowId = QString::fromUtf8(escrowId);
    hall.signingKey = std::move(*opened);
    return hall;
}

} // namespace

CentrePaths::CentrePaths(const QString& dataFolder)
    : folder(QDir(dataFolder).absolutePath())
    , database(folder + u"/center.db"_s)
    , masterKey(folder + u"/keys/master.key"_s)
    , authorityCertificate(folder + u"/tls/ca.pem"_s)
    , authorityKey(folder + u"/tls/ca.key.pem"_s)
    , serverCertificate(folder + u"/tls/server.pem"_s)
    , serverKey(folder + u"/tls/server.key.pem"_s)
    , blobs(folder + u"/blobs"_s)
{
}

Result<void> makeCentre(const QString& dataFolder, const CentrePlan& plan,
                        const SecretBytes& escrowPassphrase, const record::KdfCost& cost)
{
    const CentrePaths paths(dataFolder);
    if (QFileInfo::exists(paths.masterKey) || QFileInfo::exists(paths.database))
        return fail(ErrorCode::AlreadyOpen, u"the folder holds a centre"_s, paths.folder);
    if (const auto checked = checkPlan(plan); !checked)
        return checked;
    const auto authority = CertificateAuthority::create(u"OneWindow "_s + plan.hall);
    if (!authority)
        return tl::unexpected(authority.error());
    const auto server = authority->issueServer(plan.hosts);
    if (!server)
        return tl::unexpected(server.error());
    const QStringList folders{paths.folder, paths.folder + u"/keys"_s, paths.folder + u"/tls"_s};
    for (const QString& folder : folders) {
        if (const auto made = makePrivateFolder(folder); !made)
            return made;
    }
    const auto vault = Vault::create(paths.masterKey);
    if (!vault)
        return tl::unexpected(vault.error());
    const auto escrow =
        record::UserKeys::create(vault->provider(), u"escrow-"_s + plan.hall, escrowPassphrase, cost);
    const auto escrowBytes =
        escrow ? record::writeCanonical(escrow->toMap()) : tl::unexpected(escrow.error());
    if (!escrowBytes)
        return tl::unexpected(escrowBytes.error());
    if (const auto written = writePrivateFile(plan.escrowFile, *escrowBytes); !written)
        return written;
    if (const auto written = writeCertificates(paths, *authority, *server); !written)
        return written;
    const auto store = openStore(paths);
    if (!store)
        return tl::unexpected(store.error());
    return writeSettings(**store, *vault, plan, *escrow);
}

Result<std::unique_ptr<Store>> openStore(const CentrePaths& paths)
{
    auto store = SqliteStore::open(paths.database);
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<Store>(std::move(*store));
}

Result<std::unique_ptr<Centre>> openCentre(const QString& dataFolder)
{
    CentrePaths paths(dataFolder);
    if (!QFileInfo::exists(paths.masterKey))
        return fail(ErrorCode::NotFound, u"there is no centre here; see init"_s, paths.folder);
    auto vault = Vault::load(paths.masterKey);
    if (!vault)
        return tl::unexpected(vault.error());
    const auto certificate = readWholeFile(paths.authorityCertificate, kMaxPem);
    const auto key = readWholeFile(paths.authorityKey, kMaxPem);
    if (!certificate || !key)
        return tl::unexpected(certificate ? key.error() : certificate.error());
    auto authority = CertificateAuthority::load(*certificate, *key);
    if (!authority)
        return tl::unexpected(authority.error());
    const auto store = openStore(paths);
    if (!store)
        return tl::unexpected(store.error());
    auto hall = readHall(**store, *vault);
    if (!hall)
        return tl::unexpected(hall.error());
    return std::make_unique<Centre>(
        Centre{std::move(paths), std::move(*vault), std::move(*authority), std::move(*hall)});
}

} // namespace ow::center
