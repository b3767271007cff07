// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/whenanswered.h"

#include <QObject>

#include <algorithm>
#include <memory>
#include <vector>

namespace ow::desk {

/// Devices that were put aside while still at work: a driver that hangs, a printer that takes nothing. Each
/// ends on threads of its own and is destroyed when its retire() says that this waits for nothing. What has
/// not ended by then goes with this object, which does wait: at the end of the program, not at a change of
/// settings. Lives on the GUI thread.
template <class Device> class Retirement
{
public:
    void take(std::unique_ptr<Device> device)
    {
        if (!device) {
            return;
        }
        const Device* const gone = device.get();
        const QFuture<void> ended = device->retire();
        m_devices.push_back(std::move(device));
        auto* watcher = new QFutureWatcher<void>(&m_home);
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_home, [this, watcher, gone] {
            watcher->deleteLater();
            std::erase_if(m_devices, [gone](const auto& kept) { return kept.get() == gone; });
        });
        watcher->setFuture(ended);
    }

    [[nodiscard]] std::size_t size() const { return m_devices.size(); }

private:
    std::vector<std::unique_ptr<Device>> m_devices;
    QObject m_home; ///< its end is the end of the waiting
};

} // namespace ow::desk
