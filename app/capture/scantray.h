// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>

namespace ow::capture {

/// Counts the pages that are on their way: each holds a ticket (ScannedPage::onItsWay) that comes back when
/// its last copy goes, in whatever thread that is. Tickets outlive the tray.
class ScanTray
{
public:
    /// `whenBack` is called, in any thread and never after the tray is gone, whenever a ticket comes back.
    ScanTray(int room, std::function<void()> whenBack);
    ~ScanTray();
    ScanTray(const ScanTray&) = delete;
    ScanTray& operator=(const ScanTray&) = delete;

    [[nodiscard]] std::shared_ptr<const void> ticket();
    [[nodiscard]] bool hasRoom() const;

private:
    struct State
    {
        std::mutex mutex;
        std::function<void()> whenBack;
        int out = 0;
    };

    const int m_room;
    const std::shared_ptr<State> m_state;
};

} // namespace ow::capture
