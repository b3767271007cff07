// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/guidefault.h"
#include "domain/guide.h"

namespace ow::catalogue {

/// What a schema cannot say about a guide: ids are unique, what is added, dropped or standard exists, no
/// promise outlasts the law, the type is one we have a regime for, steps sum to the promise. Warnings:
/// tolerable days beyond the promised limit of a situation (the effective figure is
/// domain::effectiveToleranceDays) and axes that cannot change anything. Faults carry `file`; at most
/// kMaxFaults. Pure; any thread.
[[nodiscard]] GuideFaults checkGuide(const domain::Guide& guide, const QString& file);

} // namespace ow::catalogue
