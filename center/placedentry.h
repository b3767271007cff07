// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/store.h"
#include "center/vault.h"

#include <QCborMap>

#include <optional>

namespace ow::center {

/// The opened body of an entry; none where it was forgotten.
[[nodiscard]] domain::Result<std::optional<QByteArray>> readBody(Store& store, const Vault& vault,
                                                                 const QString& entryId);

/// An entry with its outcome as answers have it (FeedEntry in the contract; CaseEntry adds its blobs).
[[nodiscard]] QCborMap placedEntryMap(const EntryRow& row, std::optional<QByteArray> body);

} // namespace ow::center
