// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"

#include <QByteArray>
#include <QByteArrayView>

namespace ow::record {

/// Where a sealed value lives. All of it is bound into the seal: a value put into another table, row, column
/// or version does not open.
struct ColumnPlace
{
    QByteArrayView table;
    QByteArrayView row; ///< the row's key as bytes: a UUID's text, or a number's decimal digits
    QByteArrayView column;
    qint64 version = 0; ///< counts rewritings of this value; 0 for what is written once
};

/// "OW1 column" | framed table | framed row | framed column | version (8 bytes, big-endian).
[[nodiscard]] QByteArray columnAad(const ColumnPlace& place);

[[nodiscard]] Result<QByteArray> sealColumn(const CryptoProvider& provider, Suite suite,
                                            const SecretBytes& key, const ColumnPlace& place,
                                            QByteArrayView plain);
/// SealBroken when anything about value or place changed.
[[nodiscard]] Result<QByteArray> openColumn(const CryptoProvider& provider, const SecretBytes& key,
                                            const ColumnPlace& place, QByteArrayView sealed);

} // namespace ow::record
