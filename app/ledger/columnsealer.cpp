// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/columnsealer.h"

#include "record/seal.h"

#include <QCborValue>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// What new seals are made with; old ones say theirs in their first byte.
constexpr auto kSuite = record::Suite::Sm4Gcm;

} // namespace

Result<QByteArray> ColumnSealer::seal(QLatin1StringView table, const QByteArray& row,
                                      QLatin1StringView column, const QByteArray& plain, qint64 version) const
{
    if (!m_keys)
        return fail(ErrorCode::KeyLocked);
    return record::sealColumn(*m_crypto, kSuite, m_keys->columns,
                              {QByteArrayView(table), row, QByteArrayView(column), version}, plain);
}

Result<QByteArray> ColumnSealer::open(QLatin1StringView table, const QByteArray& row,
                                      QLatin1StringView column, const QByteArray& sealed,
                                      qint64 version) const
{
    if (!m_keys)
        return fail(ErrorCode::KeyLocked);
    return record::openColumn(*m_crypto, m_keys->columns,
                              {QByteArrayView(table), row, QByteArrayView(column), version}, sealed);
}

Result<QByteArray> ColumnSealer::sealMap(QLatin1StringView table, const QByteArray& row,
                                         QLatin1StringView column, const QCborMap& map, qint64 version) const
{
    return seal(table, row, column, map.toCborValue().toCbor(), version);
}

Result<QCborMap> ColumnSealer::openMap(QLatin1StringView table, const QByteArray& row,
                                       QLatin1StringView column, const QByteArray& sealed,
                                       qint64 version) const
{
    return open(table, row, column, sealed, version)
        .and_then([](const QByteArray& plain) -> Result<QCborMap> {
            QCborParserError error;
            const QCborValue value = QCborValue::fromCbor(plain, &error);
            if (error.error != QCborError::NoError || !value.isMap())
                return fail(ErrorCode::SealBroken, QStringLiteral("not a map"));
            return value.toMap();
        });
}

} // namespace ow::ledger
