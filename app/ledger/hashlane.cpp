// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/hashlane.h"

namespace ow::ledger {

namespace {

constexpr std::size_t kMostPieces = 8;

} // namespace

HashLane::HashLane(const record::CryptoProvider& crypto, const record::SecretBytes& blobIdKey)
    : m_hasher(crypto, blobIdKey)
    , m_thread([this] { work(); })
{
}

HashLane::~HashLane()
{
    close();
}

void HashLane::push(const QByteArray& piece)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_pieces.size() < kMostPieces; });
    m_pieces.push_back(piece);
    m_changed.notify_all();
}

void HashLane::work()
{
    for (;;) {
        QByteArray piece;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closed || !m_pieces.empty(); });
            if (m_pieces.empty())
                return;
            piece = std::move(m_pieces.front());
            m_pieces.pop_front();
        }
        m_changed.notify_all();
        m_hasher.add(piece);
    }
}

void HashLane::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

record::BlobHasher::Sums HashLane::finish()
{
    close();
    return m_hasher.finish();
}

} // namespace ow::ledger
