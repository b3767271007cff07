// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The other end of the pipes: what every helper process does first, and how it reads and writes. For
/// programs without threads of their own that may wait.
namespace ow::pipe {

/// No core dump, no reading of its memory by others, no new rights, and an end with the client: a card or a
/// page must not lie about, and nobody is left to read the answer. Ends the process when that cannot be had.
/// Called before any thread exists and before the first byte is read.
void confineServant();

/// Where the answers go: what was the standard output. What libraries print goes to the standard error from
/// now on, so that they do not speak in our answers. Ends the process when that cannot be had.
[[nodiscard]] int takeStandardOutput();

/// False when the client has gone.
[[nodiscard]] bool writeAll(int to, const QByteArray& bytes);

/// Waits for the next bytes, at most `most`; none when the client has gone.
[[nodiscard]] QByteArray readSome(int from, qsizetype most);

/// Says on the standard error what failed, and ends the process.
[[noreturn]] void giveUp(const char* what);

} // namespace ow::pipe
