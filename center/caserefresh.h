// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/guidejudge.h"
#include "center/store.h"
#include "center/vault.h"

namespace ow::center {

/// Folds anew the cases whose rows are from before a step of the schema that gave them more columns, a page
/// in a transaction, so that it may be ended and begun again. How many it was. A case that cannot be read
/// keeps its row and is said in the log.
[[nodiscard]] domain::Result<qint64> refreshCases(Store& store, const Vault& vault, const GuideJudge& guides);

} // namespace ow::center
