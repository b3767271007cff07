// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/secretbytes.h"

#include <QByteArray>

namespace ow::center {

/// The SM2 pair that stands for a centre: windows know the public half from their enrolment.
struct CentreKeys
{
    QByteArray publicKey;           ///< verifies receipts
    record::SecretBytes signingKey; ///< signs them
};

} // namespace ow::center
