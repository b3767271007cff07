// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/chunksize.h"

#include <algorithm>

namespace ow::sync {

void ChunkSize::took(std::chrono::milliseconds time)
{
    if (time < kQuick) {
        m_bytes = std::min(m_bytes * 2, kMost);
    } else if (time > kSlow) {
        cut();
    }
}

void ChunkSize::cut()
{
    m_bytes = std::max(m_bytes / 2, kLeast);
}

} // namespace ow::sync
