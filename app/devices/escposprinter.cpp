// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/escposprinter.h"

#include "devices/byteline.h"
#include "devices/escpos.h"

#include <QPromise>

#include <memory>

namespace ow::devices {

using domain::Result;

namespace {

constexpr qsizetype kStatusBytes = 2;

Result<ByteLine> openReady(const EscPosOptions& options)
{
    auto line = ByteLine::open(options.address, options.patience);
    if (!line) {
        return line;
    }
    if (auto asked = line->write(escposStatusQuery()); !asked) {
        return tl::unexpected(asked.error());
    }
    if (auto ready = escposStatus(line->read(kStatusBytes, options.statusPatience)); !ready) {
        return tl::unexpected(ready.error());
    }
    return line;
}

Result<void> printNow(const EscPosOptions& options, const QImage& receipt)
{
    const auto bytes = escposReceipt(receipt);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto line = openReady(options);
    if (!line) {
        return tl::unexpected(line.error());
    }
    if (auto written = line->write(*bytes); !written) {
        return written;
    }
    // The paper may have ended under the receipt: a second answer says so.
    if (auto asked = line->write(escposStatusQuery()); !asked) {
        return asked;
    }
    return escposStatus(line->read(kStatusBytes, options.statusPatience));
}

} // namespace

EscPosPrinter::EscPosPrinter(EscPosOptions options)
    : m_options(std::move(options))
{
    m_worker.setMaxThreadCount(1);
}

QFuture<Result<void>> EscPosPrinter::print(const QImage& receipt)
{
    return work([options = m_options, receipt] { return printNow(options, receipt); });
}

QFuture<Result<void>> EscPosPrinter::probe()
{
    return work([options = m_options]() -> Result<void> {
        const auto line = openReady(options);
        return line ? Result<void>{} : Result<void>(tl::unexpected(line.error()));
    });
}

/// The last of its work, after which nothing is to be waited for.
QFuture<void> EscPosPrinter::retire()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QFuture<void> future = promise->future();
    m_worker.start([promise] { promise->finish(); });
    return future;
}

QFuture<Result<void>> EscPosPrinter::work(std::function<Result<void>()> what)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    m_worker.start([promise, what = std::move(what)] {
        promise->addResult(what());
        promise->finish();
    });
    return future;
}

} // namespace ow::devices
