// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pdfprinter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>
#include <QPrinterInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ow::ui {

namespace {

using domain::ErrorCode;
using domain::Result;

constexpr int kFinestDpi = 600;
constexpr int kBandRows = 1024; ///< of a page in memory: 20 MB for A4 at 600 dpi
constexpr double kPointsPerInch = 72.0;

Result<std::unique_ptr<QPrinter>> makePrinter(const PrintSettings& settings)
{
    std::unique_ptr<QPrinter> printer;
    if (!settings.outputFile.isEmpty()) {
        printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(settings.outputFile);
    } else {
        const QPrinterInfo info = settings.printer.isEmpty() ? QPrinterInfo::defaultPrinter()
                                                             : QPrinterInfo::printerInfo(settings.printer);
        if (info.isNull()) {
            return domain::fail(ErrorCode::PrintFailed, QStringLiteral("no printer"), settings.printer);
        }
        printer = std::make_unique<QPrinter>(info, QPrinter::HighResolution);
        if (!printer->isValid()) {
            return domain::fail(ErrorCode::PrintFailed, QStringLiteral("the printer cannot be used"),
                                info.printerName());
        }
    }
    printer->setResolution(std::min(printer->resolution(), kFinestDpi));
    printer->setDocName(settings.jobName);
    printer->setCopyCount(std::clamp(settings.copies, 1, kMostCopies));
    printer->setFullPage(true); // the papers bring their own margins
    return printer;
}

void setPageOf(QPrinter& printer, QSizeF points)
{
    const bool wide = points.width() > points.height();
    printer.setPageSize(
        QPageSize(wide ? points.transposed() : points, QPageSize::Point, QString(), QPageSize::FuzzyMatch));
    printer.setPageOrientation(wide ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer.setPageMargins(QMarginsF(0, 0, 0, 0));
}

/// Draws one page from the top down, a band at a time.
Result<void> paintPage(QPainter& painter, QPdfDocument& document, int page, int dpi)
{
    const QSizeF points = document.pagePointSize(page);
    const QSize size(static_cast<int>(std::lround(points.width() * dpi / kPointsPerInch)),
                     static_cast<int>(std::lround(points.height() * dpi / kPointsPerInch)));
    for (int top = 0; top < size.height(); top += kBandRows) {
        const QSize band(size.width(), std::min(kBandRows, size.height() - top));
        QPdfDocumentRenderOptions options;
        options.setScaledSize(size);
        options.setScaledClipRect(QRect(QPoint(0, top), band));
        const QImage drawn = document.render(page, band, options);
        if (drawn.isNull()) {
            return domain::fail(ErrorCode::PrintFailed, QStringLiteral("a page cannot be drawn"));
        }
        // The renderer leaves bare paper transparent, which printer drivers print as they like.
        QImage opaque(band, QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, drawn);
        painter.drawImage(0, top, opaque);
    }
    return {};
}

Result<Printed> printNow(const QByteArray& pdf, const PrintSettings& settings)
{
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    const int pages = document.pageCount();
    if (document.status() != QPdfDocument::Status::Ready || pages < 1 || pages > kMostPrintedPages) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("no PDF that can be printed"));
    }
    const auto made = makePrinter(settings);
    if (!made) {
        return tl::unexpected(made.error());
    }
    QPrinter& printer = **made;
    setPageOf(printer, document.pagePointSize(0));
    QPainter painter;
    if (!painter.begin(&printer)) {
        return domain::fail(ErrorCode::PrintFailed, QStringLiteral("the printer takes no job"),
                            printer.printerName());
    }
    for (int page = 0; page < pages; ++page) {
        if (page > 0) {
            setPageOf(printer, document.pagePointSize(page));
            if (!printer.newPage()) {
                return domain::fail(ErrorCode::PrintFailed, QStringLiteral("the printer takes no more pages"),
                                    printer.printerName());
            }
        }
        if (const auto painted = paintPage(painter, document, page, printer.resolution()); !painted) {
            printer.abort();
            return tl::unexpected(painted.error());
        }
    }
    const bool ended = painter.end();
    if (!ended || printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted) {
        return domain::fail(ErrorCode::PrintFailed, QStringLiteral("the printer reports a fault"),
                            printer.printerName());
    }
    return Printed{printer.printerName(), pages};
}

} // namespace

PdfPrinter::PdfPrinter()
{
    m_worker.setMaxThreadCount(1);
}

QFuture<Result<Printed>> PdfPrinter::print(const QByteArray& pdf, const PrintSettings& settings)
{
    return QtConcurrent::run(&m_worker, [pdf, settings] { return printNow(pdf, settings); });
}

} // namespace ow::ui
