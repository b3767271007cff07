// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ow::capture {

/// Takes away from this process what decoding a file never needs, before the first byte of a stranger is
/// read: memory beyond 1 GiB, core dumps, writing files, new privileges, being traced, sockets, other
/// programs. Ends the process when a limit cannot be set. Called once, before any thread exists.
void confineProcess();

/// The same for a process that drives scanners: 2 GiB, files of at most 64 MiB, no tracing of others. It
/// keeps sockets and programs, because drivers reach devices by USB (udev's netlink socket) and network and
/// some start programs of their maker; therefore it never decodes what a stranger wrote.
void confineScanProcess();

/// Allows so many more seconds of processor time, counted from now; going beyond ends the process.
void allowCpuSeconds(unsigned seconds);

} // namespace ow::capture
