// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/mirror.h"

#include "ledger/durablefile.h"
#include "record/canonical.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qint64 kMaxFile = 256 * 1024;

QCborMap toMap(const MirrorState& state)
{
    QCborMap serials;
    for (auto it = state.serials.cbegin(); it != state.serials.cend(); ++it)
        serials.insert(it.key(), it.value());
    return {{QStringLiteral("device"), state.device},
            {QStringLiteral("machine"), state.machine},
            {QStringLiteral("seq"), state.seq},
            {QStringLiteral("hash"), QString::fromLatin1(state.hash.toHex())},
            {QStringLiteral("serials"), serials}};
}

std::optional<MirrorState> fromMap(const QCborMap& map)
{
    MirrorState state{map.value(QLatin1String("device")).toString(),
                      map.value(QLatin1String("machine")).toString(),
                      map.value(QLatin1String("seq")).toInteger(-1),
                      QByteArray::fromHex(map.value(QLatin1String("hash")).toString().toLatin1()),
                      {}};
    if (state.device.isEmpty() || state.seq < 0 || state.hash.size() != record::kHashSize)
        return std::nullopt;
    const QCborMap serials = map.value(QLatin1String("serials")).toMap();
    for (auto it = serials.cbegin(); it != serials.cend(); ++it)
        state.serials.insert(it.key().toString(), it.value().toInteger());
    return state;
}

} // namespace

Mirror::Mirror(const QString& profileFolder, const QString& outsideFolder, const QString& device)
    : m_profile(profileFolder + QStringLiteral("/mirror"))
    , m_outside(outsideFolder + QStringLiteral("/mirror-") + device)
{
}

QString Mirror::path(Place place) const
{
    return place == Place::Profile ? m_profile : m_outside;
}

Result<std::optional<Mirror::Loaded>> Mirror::load(Place place) const
{
    QFile file(path(place));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFile)
        return fail(ErrorCode::SealBroken, QStringLiteral("the mirror cannot be read"));
    const QList<QByteArray> lines = file.readAll().split('\n');
    if (lines.size() != 3 || !lines.at(2).isEmpty())
        return fail(ErrorCode::SealBroken, QStringLiteral("the mirror is not two lines"));
    const auto value = record::parseCanonical(lines.at(0));
    const auto state = value ? fromMap(value->toMap()) : std::nullopt;
    if (!state)
        return fail(ErrorCode::SealBroken, QStringLiteral("the mirror is not readable"));
    return Loaded{*state, lines.at(0), QByteArray::fromHex(lines.at(1))};
}

Result<void> Mirror::store(const record::CryptoProvider& crypto, const record::SecretBytes& key,
                           const MirrorState& state) const
{
    auto text = record::writeCanonical(QCborValue(toMap(state)));
    if (!text)
        return tl::unexpected(text.error());
    const QByteArray file = *text + '\n' + crypto.hmacSm3(key.view(), *text).toHex() + '\n';
    // Outside first: a crash between the two leaves the profile's own one behind, which is no fork.
    if (auto done = replaceFile(m_outside, file); !done)
        return done;
    return replaceFile(m_profile, file);
}

bool Mirror::isAuthentic(const record::CryptoProvider& crypto, const record::SecretBytes& key,
                         const Loaded& loaded)
{
    return record::equalBytes(crypto.hmacSm3(key.view(), loaded.text), loaded.mac);
}

std::vector<record::ChainWitness> Mirror::witnesses() const
{
    std::vector<record::ChainWitness> witnesses;
    for (const Place place : {Place::Outside, Place::Profile}) {
        const auto loaded = load(place);
        if (loaded && *loaded && (*loaded)->state.seq > 0)
            witnesses.push_back({(*loaded)->state.seq, (*loaded)->state.hash, false});
    }
    return witnesses;
}

bool Mirror::hasOutsideFolder() const
{
    return QFileInfo(m_outside).dir().exists();
}

} // namespace ow::ledger
