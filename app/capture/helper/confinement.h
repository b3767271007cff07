// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ow::capture {

/// Takes away from this process what decoding a file never needs, before the first byte of a stranger is
/// read: memory beyond 1 GiB, core dumps, writing files, new privileges, being traced, sockets, other
/// programs. Ends the process when a limit cannot be set. Called once, before any thread exists.
void confineProcess();

/// Allows so many more seconds of processor time, counted from now; going beyond ends the process.
void allowCpuSeconds(unsigned seconds);

} // namespace ow::capture
