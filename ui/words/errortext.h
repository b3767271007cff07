// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errorcode.h"

#include <QString>

namespace ow::ui {

/// What a person reads when something failed, in this order: what happened, what is safe, what to do next.
/// Three short sentences; nothing of the error's English detail.
struct ErrorText
{
    QString what = {};
    QString safe = {};
    QString next = {};

    /// The three as one paragraph, for banners and message lines.
    [[nodiscard]] QString sentence() const;
};

/// The only place where errors become words. Cancelled has words too, but nobody shows them.
[[nodiscard]] ErrorText errorText(domain::ErrorCode code);

} // namespace ow::ui
