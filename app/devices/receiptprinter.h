// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QImage>

namespace ow::devices {

/// Prints the 80 mm receipt, one after the other, off the thread of the caller; never makes it wait.
///
/// Errors: ReceiptNoPaper (paper out or cover open, where the printer can say), ReceiptFailed (no printer, it
/// takes nothing), InvalidInput (not a receipt: kReceiptDots wide).
class ReceiptPrinter
{
public:
    ReceiptPrinter() = default;
    ReceiptPrinter(const ReceiptPrinter&) = delete;
    ReceiptPrinter& operator=(const ReceiptPrinter&) = delete;
    virtual ~ReceiptPrinter() = default;

    /// The future ends with a result when the last byte was taken; a receipt printer does not say more.
    [[nodiscard]] virtual QFuture<domain::Result<void>> print(const QImage& receipt) = 0;
    /// Whether it answers and has paper; prints nothing.
    [[nodiscard]] virtual QFuture<domain::Result<void>> probe() = 0;

    /// For one that is no longer wanted: what it was given is still tried. The future ends when it may be
    /// destroyed without waiting. Nothing may be asked of it any more.
    [[nodiscard]] virtual QFuture<void> retire() { return QtFuture::makeReadyFuture(); }
};

} // namespace ow::devices
