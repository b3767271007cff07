// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: making, opening and closing a profile.
#include "domain/casenumber.h"
#include "ledger/durablefile.h"
#include "ledger/identity.h"
#include "ledger/ledgerprivate.h"
#include "ledger/migrations.h"

#include <QCborMap>
#include <QFile>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kIdentity("identity");
constexpr QLatin1StringView kIdentitySeal("identity.seal");
constexpr QLatin1StringView kMachine("machine");
constexpr QLatin1StringView kForked("forked");
constexpr QLatin1StringView kClean("clean");
constexpr QLatin1StringView kMeta("meta");

DeviceIdentity identityOf(const Enrolment& enrolment)
{
    return {enrolment.device,         enrolment.hall,     enrolment.hallName,
            enrolment.station,        enrolment.training, enrolment.escrowPublicKey,
            enrolment.centrePublicKey};
}

Result<void> checkEnrolment(const LedgerOptions& options, const Enrolment& enrolment)
{
    if (!options.clock || !options.crypto || options.folder.isEmpty() || options.mirrorFolder.isEmpty())
        return fail(ErrorCode::InvalidInput, QStringLiteral("the options are not complete"));
    if (!record::isToken(enrolment.device) || !record::isToken(enrolment.station) ||
        !record::isToken(enrolment.hall))
        return fail(ErrorCode::InvalidInput, QStringLiteral("device, hall or station is no token"));
    if (enrolment.masterKey.size() != record::kKeySize || enrolment.k0.size() != record::kKeySize)
        return fail(ErrorCode::InvalidInput, QStringLiteral("a key has the wrong length"));
    if (enrolment.users.empty())
        return fail(ErrorCode::InvalidInput, QStringLiteral("nobody could sign in"));
    return {};
}

} // namespace

Ledger::Private::Private(const LedgerOptions& given, ProfileLock taken, Database database, DeviceIdentity who)
    : options(given)
    , lock(std::move(taken))
    , identity(std::move(who))
    , numbering{identity.training ? domain::kTrainingHall.toString() : identity.hall, identity.station}
    , machine(QString::fromLatin1(options.crypto
                                      ->sm3(QByteArray("OW1 machine\n" + options.machineId.trimmed() + '\n' +
                                                       identity.device.toUtf8()))
                                      .toHex()))
    , core(std::move(database), *options.crypto, *options.clock)
    , mirror(options.folder, options.mirrorFolder, identity.device)
    , projections(core.database(), core.sealer(), identity.station)
    , cases(core.database(), core.sealer())
    , drafts(core)
    , blobs(core, options.folder + QStringLiteral("/blobs"))
    , outbox(core, projections, identity.device, identity.centrePublicKey)
    , people(core, identity.device)
    , lockout(core)
{
}

Result<Ledger::Private::Files> Ledger::Private::openFiles(const LedgerOptions& options, bool mayCreate)
{
    const QString path = databasePath(options);
    if (!mayCreate && !QFile::exists(path))
        return fail(ErrorCode::NotEnrolled, QStringLiteral("no profile here"));
    if (mayCreate) {
        for (const QString& folder : {options.folder, options.mirrorFolder}) {
            if (auto made = makePrivateFolder(folder); !made)
                return tl::unexpected(made.error());
        }
    }
    auto lock = ProfileLock::take(options.folder + QStringLiteral("/lock"));
    if (!lock)
        return tl::unexpected(lock.error());
    // Made here, because SQLite gives its WAL the database's mode. Rows are sealed, but sizes and times are
    // nobody else's business either.
    if (auto made = makePrivateFile(path); !made)
        return tl::unexpected(made.error());
    auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return tl::unexpected(database.error());
    const auto steps = builtInMigrations();
    if (!steps)
        return tl::unexpected(steps.error());
    if (auto done = migrate(*database, *steps); !done)
        return tl::unexpected(done.error());
    const auto clean = database->value(QStringLiteral("SELECT value = x'31' FROM meta WHERE name = 'clean'"));
    const bool unclean = clean ? !clean->toBool() : !mayCreate;
    if (unclean) {
        if (auto sound = database->quickCheck(); !sound)
            return tl::unexpected(sound.error());
    }
    return Files{std::move(*lock), std::move(*database), unclean};
}

Result<std::unique_ptr<Ledger>> Ledger::create(const LedgerOptions& options, const Enrolment& enrolment)
{
    if (auto good = checkEnrolment(options, enrolment); !good)
        return tl::unexpected(good.error());
    auto files = Private::openFiles(options, true);
    if (!files)
        return tl::unexpected(files.error());
    if (readIdentity(files->database))
        return fail(ErrorCode::InvalidInput, QStringLiteral("there is a profile already"));
    auto parts = std::make_unique<Private>(options, std::move(files->lock), std::move(files->database),
                                           identityOf(enrolment));
    if (auto done = parts->writeEnrolment(enrolment); !done)
        return tl::unexpected(done.error());
    parts->startSidecar();
    return std::unique_ptr<Ledger>(new Ledger(std::move(parts)));
}

Result<void> Ledger::Private::writeEnrolment(const Enrolment& enrolment)
{
    takeKeys(enrolment.masterKey.clone());
    const QByteArray packed = identityBytes(identity);
    const auto seal = core.sealer().seal(kMeta, QByteArray("identity"), kIdentity, packed);
    if (!seal)
        return tl::unexpected(seal.error());
    // The mirror first: a crash in between leaves no profile, while one without a mirror would look like a
    // copy.
    const MirrorState start{identity.device, machine, 0, QByteArray(record::kHashSize, 0), {}};
    if (auto done = mirror.store(core.crypto(), core.sealer().keys()->mirror, start); !done)
        return done;
    for (const record::UserKeys& keys : enrolment.users) {
        if (auto done = people.saveKeys(keys); !done)
            return done;
    }
    if (auto done = people.savePersons(enrolment.persons); !done)
        return done;
    if (auto done = storeGiven(enrolment); !done)
        return done;
    auto done = core.write([&]() -> Result<void> {
        const record::ChainState first{0, QByteArray(record::kHashSize, 0), enrolment.k0.clone()};
        if (auto stored = storeChain(first); !stored)
            return stored;
        const std::pair<QLatin1StringView, QByteArray> rows[] = {
            {kIdentitySeal, *seal},
            {kMachine, machine.toLatin1()},
            {QLatin1StringView("escrow.wrap"), enrolment.escrowWrap},
            {kClean, QByteArrayLiteral("0")},
            {kIdentity, packed},
        };
        for (const auto& [name, value] : rows) {
            if (auto put = core.putMeta(name, value); !put)
                return put;
        }
        return {};
    });
    mirroredSeq = 0;
    dropKeys();
    return done;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const LedgerOptions& options)
{
    if (!options.clock || !options.crypto)
        return fail(ErrorCode::InvalidInput, QStringLiteral("the options are not complete"));
    auto files = Private::openFiles(options, false);
    if (!files)
        return tl::unexpected(files.error());
    auto identity = readIdentity(files->database);
    if (!identity)
        return tl::unexpected(identity.error());
    auto parts = std::make_unique<Private>(options, std::move(files->lock), std::move(files->database),
                                           std::move(*identity));
    parts->unclean = files->unclean;
    if (auto done = parts->checkPlace(); !done)
        return tl::unexpected(done.error());
    auto mark = parts->core.write([&parts] { return parts->core.putMeta(kClean, QByteArrayLiteral("0")); },
                                  LedgerCore::Purpose::Housekeeping);
    if (!mark)
        return tl::unexpected(mark.error());
    // Not of a database that may be an older one: what it does not know may be what it has lost.
    if (parts->unclean && !parts->core.blocked()) {
        if (auto swept = parts->blobs.sweepOrphans(); !swept)
            return tl::unexpected(swept.error());
    }
    parts->startSidecar();
    return std::unique_ptr<Ledger>(new Ledger(std::move(parts)));
}

bool Ledger::exists(const LedgerOptions& options)
{
    return QFile::exists(databasePath(options));
}

Result<void> Ledger::Private::checkPlace()
{
    const auto before = core.meta(kForked);
    if (before)
        core.block({ErrorCode::Forked, QString::fromLatin1(*before), {}});
    else if (before.error().code != ErrorCode::NotFound)
        return tl::unexpected(before.error());
    const auto home = core.meta(kMachine);
    if (!home)
        return tl::unexpected(home.error());
    if (*home != machine.toLatin1())
        fork(QStringLiteral("machine.other"));
    checkMirror(Mirror::Place::Outside);
    checkMirror(Mirror::Place::Profile);
    return {};
}

void Ledger::Private::fork(const QString& reason)
{
    core.block({ErrorCode::Forked, reason, {}});
    // Remembered, so that the next start, perhaps without the centre, does not write either. If even that
    // fails the ledger stays read-only for this run.
    const auto noted = core.write(
        [&]() -> Result<void> {
            if (core.meta(kForked))
                return {};
            return core.putMeta(kForked, reason.toLatin1());
        },
        LedgerCore::Purpose::Housekeeping);
    if (!noted)
        core.noteFailure(noted.error());
}

Ledger::Ledger(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Ledger::~Ledger()
{
    // An unclean end costs a check at the next start, nothing else.
    static_cast<void>(close());
}

Result<void> Ledger::close()
{
    if (d->closed)
        return {};
    auto mirrored = flushMirror();
    signOut();
    d->closed = true;
    d->sidecar.reset();
    if (!mirrored)
        return mirrored;
    auto marked = d->core.write([this] { return d->core.putMeta(kClean, QByteArrayLiteral("1")); },
                                LedgerCore::Purpose::Housekeeping);
    if (!marked)
        return marked;
    return d->core.database().checkpoint();
}

} // namespace ow::ledger
