// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>

#include <functional>
#include <utility>

namespace ow::sync {

/// Where the results of futures come in, on this object's thread. Outlives every one of them: a future whose
/// context has died meanwhile is a fault in Qt 6.4.
class Answers : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What a future brings, unless stopped meanwhile.
    template <class T, class Next> void then(QFuture<T> future, Next next)
    {
        ++m_underWay;
        future.then(this, [this, next = std::move(next)](const T& result) {
            if (!m_stopped) {
                next(result);
            }
            if (--m_underWay == 0 && m_empty) {
                std::exchange(m_empty, {})();
            }
        });
    }

    /// From now on results are dropped.
    void stop() { m_stopped = true; }

    [[nodiscard]] bool isStopped() const { return m_stopped; }

    /// Calls back once, when no result is to come any more; at once when none is.
    void whenEmpty(std::function<void()> done)
    {
        if (m_underWay == 0) {
            done();
        } else {
            m_empty = std::move(done);
        }
    }

private:
    std::function<void()> m_empty;
    int m_underWay = 0;
    bool m_stopped = false;
};

} // namespace ow::sync
