// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casekit.h"
#include "ui/papers/paperview.h"
#include "ui/papers/pdfpicture.h"
#include "ui/printing/pdfprinter.h"
#include "ui/support.h"
#include "ui/widgets/messageline.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>

namespace ow::ui {

namespace {

using tests::answerOf;

/// A legal paper as the desk gives it.
desk::FinishedPaper samplePaper()
{
    tests::CaseKit kit;
    const QString number = kit.receive(QStringLiteral("62-JT-GG-0003"));
    const auto detail = answerOf(kit.cases().open(number));
    REQUIRE(detail);
    const auto paper = answerOf(kit.papers().open(number, detail->file.papers.back().number));
    REQUIRE(paper);
    return *paper;
}

QImage onWhite(const QImage& drawn)
{
    QImage page(drawn.size(), QImage::Format_Grayscale8);
    page.fill(255);
    QImage seen = drawn.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x) {
            const QRgb pixel = seen.pixel(x, y);
            page.scanLine(y)[x] = static_cast<uchar>(
                255 - (255 - qGray(qUnpremultiply(qPremultiply(pixel)))) * qAlpha(pixel) / 255);
        }
    }
    return page;
}

/// Mean difference of two pages of one size, 0 … 255.
double difference(const QImage& a, const QImage& b)
{
    REQUIRE(a.size() == b.size());
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += std::abs(int(a.constScanLine(y)[x]) - int(b.constScanLine(y)[x]));
        }
    }
    return double(sum) / a.width() / a.height();
}

} // namespace

TEST_CASE("a printed paper has the size and the picture of the paper itself")
{
    const desk::FinishedPaper paper = samplePaper();
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("printed.pdf"));
    PdfPrinter printer;
    const auto printed = answerOf(
        printer.print(paper.pdf, {.printer = {}, .jobName = paper.number, .outputFile = file, .copies = 1}));
    REQUIRE(printed);
    QFile read(file);
    REQUIRE(read.open(QIODevice::ReadOnly));
    const QByteArray bytes = read.readAll();

    const auto wanted = answerOf(pdfPageSizes(paper.pdf));
    const auto sizes = answerOf(pdfPageSizes(bytes));
    REQUIRE(wanted);
    REQUIRE(sizes);
    REQUIRE(sizes->size() == wanted->size());
    CHECK(printed->pages == static_cast<int>(wanted->size()));
    CHECK(std::abs(sizes->front().width() - wanted->front().width()) < 2.0); // A4: 595 × 842 points
    CHECK(std::abs(sizes->front().height() - wanted->front().height()) < 2.0);

    // Printed in several bands: each must stand where it belongs, upright. Small, so that a difference of a
    // dot in the edges of letters does not count.
    const auto small = [](const QByteArray& pdf) {
        return onWhite(answerOf(pdfPagePicture(pdf, 0, QSize(840, 1188))))
            .scaled(42, 59, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage original = small(paper.pdf);
    const QImage copy = small(bytes);
    const double same = difference(original, copy);
    CHECK(same < 2.0);
    CHECK(difference(original, copy.mirrored(false, true)) > 4.0 * same);
}

TEST_CASE("bytes that are no PDF are refused by the view and the printer")
{
    PdfPrinter printer;
    const QByteArray nonsense("%PDF-1.7 nothing follows");
    const auto printed = answerOf(printer.print(nonsense, {}));
    REQUIRE_FALSE(printed);
    CHECK(printed.error().code == domain::ErrorCode::InvalidInput);
    CHECK_FALSE(answerOf(pdfPageSizes(nonsense)));

    PaperView view(tests::theme(), printer);
    tests::show(view);
    QSignalSpy failed(&view, &PaperView::failed);
    view.showPaper({QStringLiteral("甘交受〔2026〕W03-1号"), QStringLiteral("JT62"), nonsense});
    REQUIRE(failed.wait(20'000));
    CHECK_FALSE(view.findChild<MessageLine*>()->text().isEmpty());
}

TEST_CASE("printing to a printer that is not there says so")
{
    const desk::FinishedPaper paper = samplePaper();
    PdfPrinter printer;
    const auto printed = answerOf(printer.print(
        paper.pdf,
        {.printer = QStringLiteral("no such printer"), .jobName = {}, .outputFile = {}, .copies = 1}));
    REQUIRE_FALSE(printed);
    CHECK(printed.error().code == domain::ErrorCode::PrintFailed);
}

} // namespace ow::ui
