// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centre.h"

#include "center/privatefile.h"
#include "record/canonical.h"
#include "record/keys.h"

#include <QDir>
#include <QFile>
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
constexpr qint64 kMaxUrl = 4096;
constexpr int kEpochBytes = 8;

Result<void> checkHall(const CentrePlan& plan)
{
    static const QRegularExpression hall(u"\\A[A-Z]{2}([0-9]{2}|[0-9]{4}|[0-9]{6})\\z"_s);
    if (!hall.match(plan.hall).hasMatch())
        return fail(ErrorCode::InvalidInput, u"a hall is two letters and two, four or six digits"_s,
                    u"hall"_s);
    if (plan.hallName.isEmpty() || plan.hallName.size() > 100)
        return fail(ErrorCode::InvalidInput, u"a hall needs a name"_s, u"hall-name"_s);
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
        if (auto written = writePrivateFile(path, bytes); !written)
            return written;
    }
    return {};
}

Result<void> writeSettings(Store& store, const Vault& vault)
{
    const auto pair = vault.provider().sm2Generate();
    const auto epoch = vault.provider().random(kEpochBytes);
    if (!pair || !epoch)
        return tl::unexpected(pair ? epoch.error() : pair.error());
    const auto sealed = vault.seal("setting", u"signing_key"_s, "value", pair->privateKey.view());
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto done = store.setSetting(u"public_key"_s, pair->publicKey);
    if (done)
        done = store.setSetting(u"signing_key"_s, *sealed);
    return done ? store.setSetting(u"epoch"_s, epoch->toHex()) : done;
}

Result<CentreKeys> readKeys(Store& store, const Vault& vault)
{
    CentreKeys keys;
    const auto publicKey = store.setting(u"public_key"_s);
    const auto sealed = store.setting(u"signing_key"_s);
    if (!publicKey || !sealed)
        return tl::unexpected(publicKey ? sealed.error() : publicKey.error());
    if (!*publicKey || !*sealed)
        return fail(ErrorCode::DatabaseCorrupt, u"the centre's own keys are missing"_s);
    auto opened = vault.openSecret("setting", u"signing_key"_s, "value", **sealed);
    if (!opened)
        return tl::unexpected(opened.error());
    keys.publicKey = **publicKey;
    keys.signingKey = std::move(*opened);
    return keys;
}

/// Feeds of a centre from before there were any.
Result<void> ensureEpoch(Store& store, const Vault& vault)
{
    const auto epoch = store.setting(u"epoch"_s);
    if (!epoch || *epoch)
        return epoch ? Result<void>() : tl::unexpected(epoch.error());
    const auto made = renewEpoch(store, vault);
    return made ? Result<void>() : tl::unexpected(made.error());
}

} // namespace

CentrePaths::CentrePaths(const QString& dataFolder)
    : folder(QDir(dataFolder).absolutePath())
    , database(folder + u"/center.db"_s)
    , databaseUrl(folder + u"/database.url"_s)
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
    if (plan.hosts.isEmpty())
        return fail(ErrorCode::InvalidInput, u"a server needs a name or address"_s, u"host"_s);
    if (auto checked = checkHall(plan); !checked)
        return checked;
    if (!plan.database.isEmpty()) {
        if (const auto address = DatabaseAddress::fromUrl(plan.database); !address)
            return tl::unexpected(address.error());
    }
    const auto authority = CertificateAuthority::create(u"OneWindow "_s + plan.hall);
    if (!authority)
        return tl::unexpected(authority.error());
    const auto server = authority->issueServer(plan.hosts);
    if (!server)
        return tl::unexpected(server.error());
    const QStringList folders{paths.folder, paths.folder + u"/keys"_s, paths.folder + u"/tls"_s};
    for (const QString& folder : folders) {
        if (auto made = makePrivateFolder(folder); !made)
            return made;
    }
    if (!plan.database.isEmpty()) {
        if (auto written = writePrivateFile(paths.databaseUrl, plan.database.toUtf8()); !written)
            return written;
    }
    // Before the key: a database that does not answer must not leave half a centre behind.
    const auto store = openStore(paths);
    if (!store) {
        QFile::remove(paths.databaseUrl);
        return tl::unexpected(store.error());
    }
    const auto used = (*store)->setting(u"public_key"_s);
    if (!used)
        return tl::unexpected(used.error());
    if (*used)
        return fail(ErrorCode::AlreadyOpen, u"the database holds a centre"_s, u"--database"_s);
    const auto vault = Vault::create(paths.masterKey);
    if (!vault)
        return tl::unexpected(vault.error());
    if (auto written = writeCertificates(paths, *authority, *server); !written)
        return written;
    const auto set = (*store)->inTransaction([&] { return writeSettings(**store, *vault); });
    return set ? addHall(**store, *vault, plan, escrowPassphrase, cost) : set;
}

Result<QByteArray> renewEpoch(Store& store, const Vault& vault)
{
    const auto made = vault.provider().random(kEpochBytes);
    if (!made)
        return tl::unexpected(made.error());
    const QByteArray epoch = made->toHex();
    const auto set = store.inTransaction([&] { return store.setSetting(u"epoch"_s, epoch); });
    return set ? Result<QByteArray>(epoch) : tl::unexpected(set.error());
}

Result<void> addHall(Store& store, const Vault& vault, const CentrePlan& plan,
                     const SecretBytes& escrowPassphrase, const record::KdfCost& cost)
{
    if (auto checked = checkHall(plan); !checked)
        return checked;
    const auto there = store.hall(plan.hall);
    if (!there)
        return tl::unexpected(there.error());
    if (*there)
        return fail(ErrorCode::InvalidInput, u"there is a hall of this code"_s, u"hall"_s);
    const auto escrow =
        record::UserKeys::create(vault.provider(), u"escrow-"_s + plan.hall, escrowPassphrase, cost);
    const auto bytes = escrow ? record::writeCanonical(escrow->toMap()) : tl::unexpected(escrow.error());
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (auto written = writePrivateFile(plan.escrowFile, *bytes); !written)
        return written;
    return store.inTransaction([&] {
        return store.addHall({plan.hall, plan.hallName, escrow->userId(), escrow->publicKey()});
    });
}

Result<DatabaseAddress> databaseAddress(const CentrePaths& paths)
{
    if (!QFileInfo::exists(paths.databaseUrl))
        return DatabaseAddress::sqlite(paths.database);
    const auto url = readWholeFile(paths.databaseUrl, kMaxUrl);
    if (!url)
        return tl::unexpected(url.error());
    return DatabaseAddress::fromUrl(QString::fromUtf8(*url).trimmed());
}

Result<std::unique_ptr<Store>> openStore(const CentrePaths& paths)
{
    return databaseAddress(paths).and_then(Store::open);
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
    if (const auto epoch = ensureEpoch(**store, *vault); !epoch)
        return tl::unexpected(epoch.error());
    auto keys = readKeys(**store, *vault);
    if (!keys)
        return tl::unexpected(keys.error());
    return std::make_unique<Centre>(
        Centre{std::move(paths), std::move(*vault), std::move(*authority), std::move(*keys)});
}

} // namespace ow::center
