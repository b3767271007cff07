// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/figure.h"

namespace ow::ui {
class Theme;
} // namespace ow::ui

namespace ow::bench {

// Each makes what it needs in a temporary folder and measures on the calling thread, which is the GUI thread.

/// Process start -> painted sign-in, names searchable, memory at rest: in processes of their own.
[[nodiscard]] Figures measureStart(const Sizes& sizes);
/// The process measureStart() starts: a window over the profile in `folder`, which holds `cases` cases.
/// Prints when it was painted and what followed, one JSON object.
[[nodiscard]] int runDesk(const QString& folder, qint64 cases);

/// A form of 200 fields with 30 rules: shown, key -> painted, rule -> visible.
[[nodiscard]] Figures measureForm(const Sizes& sizes, const ui::Theme& theme);
/// Every keystroke of real queries among 63, 1,000 and 10,000 items, against a plain scan of the same words.
[[nodiscard]] Figures measureSearch(const Sizes& sizes);
/// Receive + accept of a case, durable, against the same rows written by bare SQLite.
[[nodiscard]] Figures measureAccept(const Sizes& sizes);
/// Lists of a large ledger, against a plain Qt model with a sorting proxy over the same table.
[[nodiscard]] Figures measureLists(const Sizes& sizes);
/// Pages from a scanner: to the thumbnail, and into a sealed PDF against img2pdf writing a plain one.
[[nodiscard]] Figures measurePages(const Sizes& sizes, const ui::Theme& theme);
/// Two large materials at once to a centre of their own: memory meanwhile, and against two curls.
[[nodiscard]] Figures measureUploads(const Sizes& sizes);

} // namespace ow::bench
