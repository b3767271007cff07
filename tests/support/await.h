// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFuture>
#include <QTimer>

#include <catch2/catch.hpp>

#include <chrono>

namespace ow::test {

/// A bound against hanging, not a measurement.
inline constexpr std::chrono::seconds kPatience{60};

/// Runs the event loop until `condition` holds; false when patience ran out.
template <class Condition> [[nodiscard]] bool waitUntil(Condition condition)
{
    const QDeadlineTimer deadline(kPatience);
    QTimer wake; // conditions of other threads and processes post no event here
    wake.start(2);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// The answer of a future, with the event loop running meanwhile, as its continuations need.
template <class T> [[nodiscard]] T await(QFuture<T> future)
{
    REQUIRE(waitUntil([&future] { return future.isFinished(); }));
    REQUIRE(future.resultCount() == 1);
    return future.result();
}

} // namespace ow::test
