// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/segments.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ow::ledger {

/// Makes the sums of a blob on a thread of its own while the caller seals the same bytes. At most a few
/// pieces wait; then push() does too.
class HashLane
{
public:
    HashLane(const record::CryptoProvider& crypto, const record::SecretBytes& blobIdKey);
    HashLane(const HashLane&) = delete;
    HashLane& operator=(const HashLane&) = delete;
    ~HashLane();

    void push(const QByteArray& piece); ///< shared, not copied
    /// Once; nothing may be pushed afterwards.
    [[nodiscard]] record::BlobHasher::Sums finish();

private:
    void work();
    void close();

    record::BlobHasher m_hasher; ///< of the thread until it has ended
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_pieces;
    bool m_closed = false;
    std::thread m_thread;
};

} // namespace ow::ledger
