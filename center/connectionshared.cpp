// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/connectionshared.h"

namespace ow::center {

bool ConnectionShared::isFull()
{
    const std::lock_guard lock(mutex);
    return live.size() >= static_cast<size_t>(options.maxConnections);
}

void ConnectionShared::add(LiveConnection* connection)
{
    {
        const std::lock_guard lock(mutex);
        live.insert(connection);
    }
    observer.opened();
}

void ConnectionShared::remove(LiveConnection* connection)
{
    observer.closed();
    std::function<void()> done;
    {
        const std::lock_guard lock(mutex);
        live.erase(connection);
        if (live.empty())
            done = std::exchange(empty, {});
    }
    if (done)
        done();
}

std::vector<std::shared_ptr<LiveConnection>> ConnectionShared::all()
{
    // Held by the copies, none can die while the lock is taken: its destructor wants the same lock.
    std::vector<std::shared_ptr<LiveConnection>> copies;
    const std::lock_guard lock(mutex);
    copies.reserve(live.size());
    for (LiveConnection* connection : live) {
        if (auto held = connection->weak_from_this().lock())
            copies.push_back(std::move(held));
    }
    return copies;
}

void ConnectionShared::closeIdle()
{
    for (const auto& connection : all())
        connection->closeWhenIdle();
}

void ConnectionShared::closeAll()
{
    for (const auto& connection : all())
        connection->closeNow();
}

void ConnectionShared::whenEmpty(std::function<void()> done)
{
    {
        const std::lock_guard lock(mutex);
        if (!live.empty()) {
            empty = std::move(done);
            return;
        }
    }
    done();
}

} // namespace ow::center
