// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: who is signed in, and the keys that go with it.
#include "ledger/identity.h"
#include "ledger/ledgerprivate.h"
#include "record/entry.h"
#include "record/seal.h"

#include <QtEndian>

#include <chrono>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr auto kSuite = record::Suite::Sm4Gcm;
constexpr std::chrono::milliseconds kSidecarLook(1000);
constexpr QLatin1StringView kChain("chain");
constexpr QLatin1StringView kMeta("meta");
constexpr QLatin1StringView kValue("value");

/// The state of the chain is bound to the last entry's number: an older one put back does not open.
QByteArray chainAad(qint64 seq)
{
    return record::columnAad({QByteArrayView(kMeta), QByteArrayView(kChain), QByteArrayView(kValue), seq});
}

/// Mixed into the name so that no setting can pass for a secret, or the other way round.
QString secretName(const QString& name)
{
    return QStringLiteral("secret.") + name;
}

QString settingName(const QString& name)
{
    return QStringLiteral("setting.") + name;
}

} // namespace

void Ledger::Private::takeKeys(record::SecretBytes master)
{
    using record::KeyPurpose;
    const record::CryptoProvider& crypto = *options.crypto;
    auto keys = std::make_shared<DataKeys>();
    keys->columns = record::deriveKey(crypto, master, KeyPurpose::Columns);
    keys->blobs = record::deriveKey(crypto, master, KeyPurpose::Blobs);
    keys->blobIds = record::deriveKey(crypto, master, KeyPurpose::BlobIds);
    keys->index = record::deriveKey(crypto, master, KeyPurpose::Index);
    keys->mirror = record::deriveKey(crypto, master, KeyPurpose::Mirror);
    keys->sidecar = record::deriveKey(crypto, master, KeyPurpose::Sidecar);
    core.setKeys(std::move(keys));
    people.setMaster(std::move(master));
}

void Ledger::Private::dropKeys()
{
    core.setKeys(nullptr);
    people.setMaster({});
    chain = {};
    chainLoaded = false;
    user.clear();
    locked = false;
    forgetNames();
}

Result<void> Ledger::Private::storeChain(const record::ChainState& state) const
{
    record::SecretBytes plain(record::kHashSize + record::kKeySize);
    std::copy_n(state.hash.constData(), record::kHashSize, plain.data());
    std::copy_n(state.macKey.data(), record::kKeySize, plain.data() + record::kHashSize);
    const auto sealed =
        core.crypto().seal(kSuite, core.sealer().keys()->columns, chainAad(state.seq), plain.view());
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row =
        core.database().prepare(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT "
                                               "(name) DO UPDATE SET value = excluded.value"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(QString(kChain)).bind(*sealed).run();
}

Result<void> Ledger::Private::loadChain()
{
    const auto head = storedHead();
    if (!head)
        return tl::unexpected(head.error());
    const auto sealed = core.meta(kChain);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto plain = core.crypto().openSecret(core.sealer().keys()->columns, chainAad(head->seq), *sealed);
    if (!plain)
        return fail(ErrorCode::ChainBroken, QStringLiteral("the chain's state is not of the last entry"));
    const QByteArrayView hash = plain->view().first(record::kHashSize);
    if (plain->size() != record::kHashSize + record::kKeySize || !record::equalBytes(hash, head->hash))
        return fail(ErrorCode::ChainBroken, QStringLiteral("the last entry is not the one that was written"));
    chain.seq = head->seq;
    chain.hash = head->hash;
    chain.macKey = record::SecretBytes::copyOf(plain->view().sliced(record::kHashSize));
    chainLoaded = true;
    return {};
}

void Ledger::Private::checkSealedMarks()
{
    const auto seal = core.meta(QStringLiteral("identity.seal"));
    const auto packed =
        seal ? core.sealer().open(kMeta, QByteArray("identity"), QLatin1StringView("identity"), *seal) : seal;
    if (!packed || *packed != identityBytes(identity))
        core.block({ErrorCode::SealBroken, QStringLiteral("the identity of the device was changed"), {}});
    for (const Mirror::Place place : {Mirror::Place::Outside, Mirror::Place::Profile}) {
        const auto loaded = mirror.load(place);
        if (loaded && *loaded && !Mirror::isAuthentic(core.crypto(), core.sealer().keys()->mirror, **loaded))
            fork(QStringLiteral("mirror.edited"));
    }
    if (auto loaded = loadChain(); !loaded)
        core.block(loaded.error());
    if (sidecar) {
        // Before the first number is given, because the journal too may know later entries; a share that
        // hangs is not waited for, and is looked at whenever it answers.
        sidecar->look();
        sidecar->settle(kSidecarLook);
        attachSidecar();
    }
}

Result<void> Ledger::signIn(const QString& user, const record::SecretBytes& password)
{
    const auto users = d->people.users();
    if (!users)
        return tl::unexpected(users.error());
    if (!users->contains(user))
        return fail(ErrorCode::UserUnknown);
    if (auto may = d->lockout.beginTry(user); !may)
        return may;
    auto master = d->people.openMaster(user, password);
    if (!master)
        return tl::unexpected(master.error());
    if (auto counted = d->lockout.succeeded(user); !counted)
        return counted;
    signOut();
    d->takeKeys(std::move(*master));
    d->user = user;
    d->checkSealedMarks();
    // A failure shows in the lists and is named by verify; the ledger itself is whole.
    if (auto done = d->refreshProjections(); !done)
        d->core.noteFailure(done.error());
    return {};
}

void Ledger::lock()
{
    d->locked = !d->user.isEmpty();
    d->forgetNames();
}

Result<void> Ledger::unlock(const record::SecretBytes& password)
{
    if (d->user.isEmpty())
        return fail(ErrorCode::KeyLocked, QStringLiteral("nobody is signed in"));
    if (auto may = d->lockout.beginTry(d->user); !may)
        return may;
    if (const auto master = d->people.openMaster(d->user, password); !master)
        return tl::unexpected(master.error());
    if (auto counted = d->lockout.succeeded(d->user); !counted)
        return counted;
    d->locked = false;
    return {};
}

void Ledger::signOut()
{
    // Mirror and journal need the keys; what was written may not wait for the next sign-in. A mirror that
    // fails blocks the ledger.
    static_cast<void>(flushMirror());
    feedSidecar();
    d->dropKeys();
}

const QString& Ledger::user() const
{
    return d->user;
}

bool Ledger::isLocked() const
{
    return d->locked;
}

bool Ledger::hasKeys() const
{
    return d->core.sealer().hasKeys();
}

Result<record::UserKeys> Ledger::changePassword(const record::SecretBytes& oldPassword,
                                                const record::SecretBytes& newPassword)
{
    if (d->user.isEmpty())
        return fail(ErrorCode::KeyLocked, QStringLiteral("nobody is signed in"));
    const auto keys = d->people.keysOf(d->user);
    if (!keys)
        return tl::unexpected(keys.error());
    if (!*keys)
        return fail(ErrorCode::UserUnknown);
    if (auto may = d->lockout.beginTry(d->user); !may)
        return tl::unexpected(may.error());
    auto changed = (*keys)->changePassword(d->core.crypto(), oldPassword, newPassword, d->options.kdf);
    if (!changed)
        return changed;
    if (auto counted = d->lockout.succeeded(d->user); !counted)
        return tl::unexpected(counted.error());
    if (auto saved = d->people.saveKeys(*changed); !saved)
        return tl::unexpected(saved.error());
    return changed;
}

Result<void> Ledger::Private::storeGiven(const Enrolment& enrolment)
{
    return core.write([&]() -> Result<void> {
        for (auto it = enrolment.secrets.cbegin(); it != enrolment.secrets.cend(); ++it) {
            if (auto done = putSecret(it.key(), it.value()); !done)
                return done;
        }
        for (auto it = enrolment.settings.cbegin(); it != enrolment.settings.cend(); ++it) {
            if (auto done = core.putMeta(settingName(it.key()), it.value()); !done)
                return done;
        }
        return {};
    });
}

Result<void> Ledger::Private::putSecret(const QString& name, const QByteArray& value)
{
    const auto sealed = core.sealer().seal(kMeta, secretName(name).toUtf8(), kValue, value);
    return sealed ? core.putMeta(secretName(name), *sealed) : tl::unexpected(sealed.error());
}

Result<void> Ledger::putSecret(const QString& name, const QByteArray& value)
{
    return d->core.write([&] { return d->putSecret(name, value); });
}

Result<QByteArray> Ledger::secret(const QString& name) const
{
    return d->core.meta(secretName(name)).and_then([&](const QByteArray& sealed) {
        return d->core.sealer().open(kMeta, secretName(name).toUtf8(), kValue, sealed);
    });
}

Result<void> Ledger::putSetting(const QString& name, const QByteArray& value)
{
    return d->core.write([&] { return d->core.putMeta(settingName(name), value); });
}

Result<QByteArray> Ledger::setting(const QString& name) const
{
    return d->core.meta(settingName(name));
}

} // namespace ow::ledger
