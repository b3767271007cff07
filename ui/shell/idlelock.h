// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace ow::ui {

/// Says when nobody has touched keyboard or pointer for a while, so that a station left alone is locked.
/// Watches the whole program.
class IdleLock : public QObject
{
    Q_OBJECT

public:
    explicit IdleLock(QObject* parent = nullptr);

    /// 0 = never.
    void setMinutes(int minutes);

    [[nodiscard]] int minutes() const { return m_timer.interval() / kMinuteMs; }

    bool eventFilter(QObject* watched, QEvent* event) override;

    static constexpr int kDefaultMinutes = 10;

Q_SIGNALS:
    void idle();

private:
    static constexpr int kMinuteMs = 60'000;
    QTimer m_timer;
};

} // namespace ow::ui
