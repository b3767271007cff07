// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace ow::center {

/// The hall a centre serves and the keys that stand for it.
struct Hall
{
    QString id; ///< first part of case numbers, "JT62"
    QString name;
    QString escrowId;
    QByteArray escrowPublicKey;     ///< SM2; its private half is not at the centre
    QByteArray publicKey;           ///< SM2 of the centre: verifies receipts
    record::SecretBytes signingKey; ///< signs them
};

} // namespace ow::center
