// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/identity.h"

#include <QCborMap>
#include <QCborValue>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

QString databasePath(const LedgerOptions& options)
{
    return options.folder + QStringLiteral("/ledger.db");
}

QByteArray identityBytes(const DeviceIdentity& identity)
{
    return QCborMap{{QStringLiteral("device"), identity.device},
                    {QStringLiteral("hall"), identity.hall},
                    {QStringLiteral("hallName"), identity.hallName},
                    {QStringLiteral("station"), identity.station},
                    {QStringLiteral("training"), identity.training},
                    {QStringLiteral("escrowKey"), identity.escrowPublicKey},
                    {QStringLiteral("centreKey"), identity.centrePublicKey}}
        .toCborValue()
        .toCbor();
}

Result<DeviceIdentity> readIdentity(const Database& database)
{
    const auto bytes = database.value(QStringLiteral("SELECT value FROM meta WHERE name = 'identity'"));
    if (!bytes && bytes.error().code != ErrorCode::NotFound)
        return tl::unexpected(bytes.error());
    const QCborMap map = bytes ? QCborValue::fromCbor(bytes->toByteArray()).toMap() : QCborMap();
    if (map.isEmpty())
        return fail(ErrorCode::NotEnrolled, QStringLiteral("the profile was never finished"));
    return DeviceIdentity{map.value(QLatin1String("device")).toString(),
                          map.value(QLatin1String("hall")).toString(),
                          map.value(QLatin1String("hallName")).toString(),
                          map.value(QLatin1String("station")).toString(),
                          map.value(QLatin1String("training")).toBool(),
                          map.value(QLatin1String("escrowKey")).toByteArray(),
                          map.value(QLatin1String("centreKey")).toByteArray()};
}

} // namespace ow::ledger
