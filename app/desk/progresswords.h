// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/progressdesk.h"
#include "domain/casefile.h"
#include "domain/guide.h"

namespace ow::desk {

/// What is said of a case. `guide` is that of its version, or null: then materials go by the notice's words.
/// Pure.
[[nodiscard]] ProgressAnswer progressOf(const domain::CaseFile& file, CaseLine line,
                                        const domain::Guide* guide, const HouseFacts& facts);

} // namespace ow::desk
