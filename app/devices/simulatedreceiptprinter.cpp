// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/simulatedreceiptprinter.h"

#include "devices/escpos.h"

#include <QDir>

#include <utility>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kMostKept = 100;

} // namespace

QFuture<Result<void>> SimulatedReceiptPrinter::print(const QImage& receipt)
{
    const auto answer = [](Result<void> result) { return QtFuture::makeReadyFuture(std::move(result)); };
    if (const auto code = std::exchange(m_next, std::nullopt)) {
        return answer(fail(*code, QStringLiteral("simulated")));
    }
    if (const auto bytes = escposReceipt(receipt); !bytes) {
        return answer(tl::unexpected(bytes.error()));
    }
    const QString name =
        QStringLiteral("receipt-%1.png").arg(m_count++ % kMostKept + 1, 4, 10, QLatin1Char('0'));
    if (!QDir().mkpath(m_folder) || !receipt.save(QDir(m_folder).filePath(name))) {
        return answer(fail(ErrorCode::ReceiptFailed, QStringLiteral("the folder takes no picture")));
    }
    return answer({});
}

QFuture<Result<void>> SimulatedReceiptPrinter::probe()
{
    return QtFuture::makeReadyFuture(Result<void>{});
}

} // namespace ow::devices
