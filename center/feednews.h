// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/databasethread.h"
#include "center/feedwaiters.h"
#include "domain/clock.h"

#include <QHash>

#include <memory>

namespace ow::center {

/// Wakes long polls whose time has come, and those with news from elsewhere: another process on the same
/// database (the operator's commands, a second server) says nothing when it commits, so it is asked, while
/// anybody waits, where each topic stands. tick() is to be called about every second, by one thread.
class FeedNews
{
public:
    /// All outlive what is queued.
    FeedNews(DatabaseThread& database, FeedWaiters& waiters, const domain::Clock& clock)
        : m_database(database)
        , m_waiters(waiters)
        , m_clock(clock)
    {
    }

    void tick();

private:
    DatabaseThread& m_database;
    FeedWaiters& m_waiters;
    const domain::Clock& m_clock;
    /// Only touched on the database's thread.
    std::shared_ptr<QHash<QString, qint64>> m_seen = std::make_shared<QHash<QString, qint64>>();
};

} // namespace ow::center
