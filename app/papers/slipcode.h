// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

#include <vector>

namespace ow::papers {

/// Code 128 (ISO/IEC 15417) of printable ASCII: its modules from left to right, true = bar, without quiet
/// zones (leave ten modules clear at each end). Any thread.
[[nodiscard]] domain::Result<std::vector<bool>> barModules(const QString& payload);

} // namespace ow::papers
