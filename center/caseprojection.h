// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/store.h"
#include "center/vault.h"
#include "domain/casefile.h"

#include <QCborMap>

namespace ow::center {

/// The case as the centre has folded it from all its accepted entries: reads every body. For what was not
/// folded in this process yet.
[[nodiscard]] domain::Result<domain::CaseFile> foldStored(Store& store, const Vault& vault,
                                                          const QString& number);

/// Whether every window of the hall needs the whole case at hand (design §8, the working set): something is
/// to be brought, or something is to be handed over.
[[nodiscard]] bool isInFull(const domain::CaseFile& file);

/// The row of a case from its fold. `hall`, `station`, `department`, `guide` are of `before`.
[[nodiscard]] domain::Result<CaseRow> projectCase(const Vault& vault, const CaseRow& before,
                                                  const domain::CaseFile& file);

/// What a list may say of a case (design §8): masked for good, because it goes to windows that have nothing
/// to do with it. Names of organisations stand as they are.
[[nodiscard]] QCborMap caseSummary(const domain::CaseFile& file);
/// The opened summary of a row; empty when there is none.
[[nodiscard]] domain::Result<QCborMap> openSummary(const Vault& vault, const CaseRow& row);

} // namespace ow::center
