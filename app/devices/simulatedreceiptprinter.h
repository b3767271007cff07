// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/receiptprinter.h"

#include <QString>

#include <optional>

namespace ow::devices {

/// Puts each receipt as receipt-0001.png into a folder, the newest hundred: for training and for tests,
/// because nothing seals them.
class SimulatedReceiptPrinter : public ReceiptPrinter
{
public:
    explicit SimulatedReceiptPrinter(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] QFuture<domain::Result<void>> print(const QImage& receipt) override;
    [[nodiscard]] QFuture<domain::Result<void>> probe() override;

    /// The next receipt fails with this, then it works again.
    void failNext(domain::ErrorCode code) { m_next = code; }

private:
    QString m_folder;
    int m_count = 0;
    std::optional<domain::ErrorCode> m_next;
};

} // namespace ow::devices
