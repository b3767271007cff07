// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"
#include "ledger/ledgeroptions.h"

namespace ow::ledger {

/// ledger.db of a profile.
[[nodiscard]] QString databasePath(const LedgerOptions& options);

/// Which device a profile is, as stored in `meta`; a sealed copy is compared at sign-in.
[[nodiscard]] QByteArray identityBytes(const DeviceIdentity& identity);
/// NotEnrolled when the profile was never finished.
[[nodiscard]] domain::Result<DeviceIdentity> readIdentity(const Database& database);

} // namespace ow::ledger
