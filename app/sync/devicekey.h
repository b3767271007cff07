// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace ow::sync {

/// The TLS key of a device and the request for its certificate (PKCS#10, EC P-256).
struct DeviceKey
{
    QByteArray keyPem;
    QByteArray csrPem;
};

/// CryptoFailed when the library cannot make one.
[[nodiscard]] domain::Result<DeviceKey> makeDeviceKey();

} // namespace ow::sync
