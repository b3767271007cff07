// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/receiptprinter.h"

#include <QString>
#include <QThreadPool>

#include <chrono>
#include <functional>

namespace ow::devices {

struct EscPosOptions
{
    QString address;                                              ///< ByteLine: a path, or tcp://address:port
    std::chrono::milliseconds patience = std::chrono::seconds(8); ///< for each step with the printer
    std::chrono::milliseconds statusPatience =
        std::chrono::milliseconds(600); ///< then it is one that never says
};

/// A receipt printer that speaks ESC/POS at the end of a ByteLine. Its end waits for the
/// receipt under way, unless it was retired.
class EscPosPrinter : public ReceiptPrinter
{
public:
    explicit EscPosPrinter(EscPosOptions options);

    [[nodiscard]] QFuture<domain::Result<void>> print(const QImage& receipt) override;
    [[nodiscard]] QFuture<domain::Result<void>> probe() override;
    [[nodiscard]] QFuture<void> retire() override;

private:
    [[nodiscard]] QFuture<domain::Result<void>> work(std::function<domain::Result<void>()> what);

    EscPosOptions m_options;
    QThreadPool m_worker; ///< one thread: receipts come out whole and in order
};

} // namespace ow::devices
