// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"

namespace ow::desk {

/// A workplace as a composition root sets it up: profiles in `folder`, mirrors in a hidden folder of the home
/// (or beside, when `folder` was given explicitly for a test), the identity of this machine, the usual cost
/// of passwords. OW_CHEAP_KDF in the environment lowers that cost for harnesses; it only counts for training
/// and test profiles that are made under it, because the cost is stored with each password.
[[nodiscard]] WorkplaceOptions standardOptions(const QString& folder, const domain::Clock& clock,
                                               const record::CryptoProvider& crypto);

} // namespace ow::desk
