// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/cardreader.h"
#include "devices/vendortable.h"

#include <QPromise>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

namespace ow::devices {

class CardReaderWorker;

struct HelperCardReaderOptions
{
    QString helper; ///< path of onewindow-device; given by the composition root
    VendorTable table;
    std::chrono::milliseconds patience = std::chrono::seconds(15); ///< for somebody to put the card down
    std::chrono::milliseconds grace = std::chrono::seconds(4); ///< beyond that the helper is taken to hang
};

/// Reads cards with a vendor's library, in a process of its own: libraries for readers crash, hang and write
/// where they should not, and a window must survive that with everything typed. Each read starts a fresh
/// helper, so nothing a library left behind reaches the next card; a helper that hangs is killed.
class HelperCardReader : public CardReader
{
public:
    explicit HelperCardReader(HelperCardReaderOptions options);
    ~HelperCardReader() override; ///< waits for a killed helper to be gone, unless it was retired

    [[nodiscard]] QFuture<domain::Result<IdCard>> read(std::stop_token stop = {}) override;
    [[nodiscard]] QFuture<domain::Result<void>> probe() override;
    [[nodiscard]] QFuture<void> retire() override;

private:
    [[nodiscard]] QFuture<domain::Result<IdCard>> ask(bool probeOnly, std::stop_token stop);

    HelperCardReaderOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_busy = std::make_shared<std::atomic<bool>>(false);
    QThread m_thread;
    CardReaderWorker* m_worker; ///< lives in and dies with m_thread
    QPromise<void> m_gone;      ///< kept when the worker, and with it the helper, is gone
};

} // namespace ow::devices
