// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgeroptions.h"
#include "ledger/verifier.h"

namespace ow::ledger {

/// A profile looked at from outside (onewindow-ctl), beside a running client or without one: reads only,
/// takes no lock, needs no password. Bodies stay sealed: chain, columns, receipts and mirrors are checked,
/// MACs when k_0 is given.
struct ProfileCheck
{
    DeviceIdentity identity;
    VerifyReport report;
};

/// NotEnrolled when there is no profile; DatabaseOpen, DatabaseNewer.
[[nodiscard]] domain::Result<ProfileCheck> checkProfile(const LedgerOptions& options,
                                                        const VerifyOptions& verify);

} // namespace ow::ledger
