// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "ui/words/statewords.h"

#include <QString>

namespace ow::ui {

/// An act as the timeline names it: 收件, 受理, 一次性告知 … with its icon.
[[nodiscard]] StateWord kindWord(domain::Kind kind);
/// An act a newer version of the program wrote: kept and shown under its key.
[[nodiscard]] StateWord unknownKindWord(const QString& key);
/// What a paper is called, by its key in the ledger ("acceptance" …); a plain word for a key not known here.
[[nodiscard]] QString paperWord(const QString& kindKey);

} // namespace ow::ui
