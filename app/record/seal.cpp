// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/seal.h"

#include "record/entry.h"

#include <QtEndian>

namespace ow::record {

QByteArray columnAad(const ColumnPlace& place)
{
    QByteArray aad("OW1 column");
    appendFramed(aad, place.table);
    appendFramed(aad, place.row);
    appendFramed(aad, place.column);
    char version[8];
    qToBigEndian<qint64>(place.version, version);
    aad.append(version, sizeof version);
    return aad;
}

Result<QByteArray> sealColumn(const CryptoProvider& provider, Suite suite, const SecretBytes& key,
                              const ColumnPlace& place, QByteArrayView plain)
{
    return provider.seal(suite, key, columnAad(place), plain);
}

Result<QByteArray> openColumn(const CryptoProvider& provider, const SecretBytes& key,
                              const ColumnPlace& place, QByteArrayView sealed)
{
    return provider.open(key, columnAad(place), sealed);
}

} // namespace ow::record
