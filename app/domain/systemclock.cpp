// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/systemclock.h"

#include <QDateTime>
#include <QSysInfo>

#include <chrono>
#include <ctime>

namespace ow::domain {

SystemClock::SystemClock()
    : m_bootId(QString::fromLatin1(QSysInfo::bootUniqueId()))
{
}

qint64 SystemClock::utcMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::monotonicMs() const
{
#ifdef CLOCK_BOOTTIME
    // The steady clock stands still while a laptop sleeps; a shift of the wall clock over night would then
    // look like somebody had set it.
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
#endif
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QString SystemClock::bootId() const
{
    return m_bootId;
}

} // namespace ow::domain
