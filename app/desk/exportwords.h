// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "ledger/caserow.h"

#include <QString>

namespace ow::desk {

/// Words of an exported index. The same texts as on screen (contexts KindWord, StateWord), which live above
/// this room; a kind of a newer version gives its key.
[[nodiscard]] QString exportKindWord(const QString& kindKey);
[[nodiscard]] QString exportCaseStateWord(domain::CaseState state);
/// What the centre said of an entry.
[[nodiscard]] QString exportStateWord(ledger::EntryState state);

} // namespace ow::desk
