// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/helper/scandriver.h"
#include "capture/helper/scanlink.h"

namespace ow::capture {

/// One run: page after page from the driver through the encoder to the client, until no sheet is left, the
/// client cancels or something fails. Says `done` or `failed` at its end, lets the device go and
/// says that too.
void runScan(ScanDriver& driver, ScanLink& link, const ScanRequest& request);

} // namespace ow::capture
