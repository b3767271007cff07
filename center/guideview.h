// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"

#include <QCborMap>
#include <QString>

namespace ow::center {

/// At most so many documents in one answer: with the largest that can be proposed it stays below what a
/// client takes (8 MiB).
inline constexpr int kGuidesAnAnswer = 40;

/// The answer to GET /v1/guides: versions published after a cursor, oldest first. `after` is empty or what an
/// answer called `next`.
[[nodiscard]] Answer<QCborMap> guidesMap(Store& store, const Vault& vault, const QString& after);

/// The answer to GET /v1/proposals: what waits for a second administrator, oldest first.
[[nodiscard]] Answer<QCborMap> proposalsMap(Store& store, const Vault& vault);

} // namespace ow::center
