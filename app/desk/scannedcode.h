// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/codegun.h"

#include <QString>

namespace ow::desk {

using devices::CodeGun;
using devices::GunStroke;

/// What a code gun has read, told by its form alone.
struct ScannedCode
{
    enum class Kind {
        Case,       ///< a case number, or the code of one of our papers: opens the case
        Identifier, ///< identity number, credit code or telephone: searched for
        Unknown,    ///< goes where the focus is, as if typed
    };

    Kind kind = Kind::Unknown;
    QString text;   ///< case number with hyphens, or the identifier in its normal form
    qint64 seq = 0; ///< of a paper: the ledger seq of the entry it was made from
    QString hash16; ///< of a paper: the first 16 hex digits of that entry's hash
};

/// Codes of papers are `OW1|case number|seq|hash16` (papers/qrcode.h); a case number may stand alone, with or
/// without hyphens. A number whose check character is wrong is Unknown: never guessed.
[[nodiscard]] ScannedCode readScannedCode(const QString& text);

} // namespace ow::desk
