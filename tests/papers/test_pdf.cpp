// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/papersample.h"
#include "papers/pdfprobe.h"

#include <QPainter>
#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <optional>
#include <thread>

using namespace ow;
using namespace ow::tests;
using namespace Qt::StringLiterals;
using papers::PaperKind;
using papers::PaperRequest;

namespace {

const QString kPayload = u"OW1|JT62-W03-20261123-0018-Y|4219|5f3a0011223344cd"_s;

} // namespace

TEST_CASE("all fonts of a paper are embedded with a text map")
{
    const QString fonts =
        PdfProbe(render(sampleRequest(PaperKind::Acceptance, u"01"_s)).pdf).run(u"pdffonts"_s, {});
    const QStringList lines = fonts.trimmed().split(u'\n').mid(2);
    REQUIRE(lines.size() == 2);
    for (const QString& line : lines) {
        INFO(line.toStdString());
        CHECK(line.contains(u"+NotoSerifCJKsc-"_s));
        CHECK(line.contains(QRegularExpression(u"Identity-H +yes +yes +yes "_s)));
    }
}

TEST_CASE("the code of both copies reads as case number seq and hash")
{
    const auto images = PdfProbe(render(sampleRequest(PaperKind::Acceptance, u"01"_s)).pdf).images(150);
    REQUIRE(images.size() == 2);
    for (const QImage& image : images) {
        CHECK(codesIn(image) == QStringList{kPayload});
    }
}

TEST_CASE("the preview on the screen shows the same paper with a readable code")
{
    const PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    const auto document = papers::PaperDocument::layOut(templateOf(request), request);
    REQUIRE(document.has_value());
    REQUIRE(document->pageCount() == 2);
    const QImage preview = document->toImage(0, 144);
    CHECK(preview.size() == QSize(1191, 1684));
    CHECK(codesIn(preview) == QStringList{kPayload});
    // Against another renderer's picture of the PDF: nearly all points agree when both are coarse.
    const QImage coarse = preview.scaled(120, 170, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage poppler = PdfProbe(document->toPdf()->pdf)
                               .images(144)
                               .at(0)
                               .scaled(120, 170, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < 170; ++y) {
        for (int x = 0; x < 120; ++x) {
            different += std::abs(qGray(coarse.pixel(x, y)) - qGray(poppler.pixel(x, y))) > 48 ? 1 : 0;
        }
    }
    CHECK(different < 120 * 170 / 100);
}

TEST_CASE("the same request gives the same bytes on any thread")
{
    const PaperRequest request = sampleRequest(PaperKind::Decline, u"01"_s);
    const QByteArray here = render(request).pdf;
    std::optional<domain::Result<papers::RenderedPaper>> there;
    const papers::PaperTemplate& paper = templateOf(request);
    std::thread worker([&] { there = papers::renderPaper(paper, request); });
    worker.join();
    REQUIRE(there->has_value());
    const bool asThere = (*there)->pdf == here;
    CHECK(asThere);
    // QPdfWriter keeps its fonts in a hash: the order of a hash must not show.
    for (int i = 0; i < 8; ++i) {
        QHashSeed::resetRandomGlobalSeed();
        const bool same = render(request).pdf == here;
        CHECK(same);
    }
    PaperRequest later = request;
    later.issuedAt = request.issuedAt.addSecs(1);
    const bool asLater = render(later).pdf == here;
    CHECK_FALSE(asLater);
}

TEST_CASE("a PDF carries the time of the act and no personal data in its properties")
{
    const PdfProbe pdf(render(sampleRequest(PaperKind::Acceptance, u"01"_s)).pdf);
    const QString info = pdf.run(u"pdfinfo"_s, {u"-rawdates"_s});
    CHECK(info.contains(u"D:20261123094608+08'00'"_s));
    CHECK(info.contains(u"A4"_s));
    CHECK(info.contains(QRegularExpression(u"Title: +行政许可申请受理通知书 甘交受〔2026〕W03-12号"_s)));
    for (const QString& secret : {u"甘肃甲乙"_s, u"王二"_s, u"张三"_s, u"1234"_s}) {
        CHECK_FALSE(info.contains(secret));
    }
}

TEST_CASE("a PDF is sound in the eyes of qpdf")
{
    const PdfProbe pdf(render(sampleRequest(PaperKind::OneTimeNotice, u"07"_s)).pdf);
    CHECK(pdf.run(u"qpdf"_s, {u"--check"_s}).contains(u"No syntax or stream encoding errors"_s));
}

TEST_CASE("text comes back with its own characters and not with look-alikes")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    // Characters that share a glyph with a radical of U+2E80 to U+2FDF, one beyond the basic plane, and Latin
    // digits.
    request.addressee = u"长门车见页日月田甘𠮷龘㐂（W03-0193）公司"_s;
    const QString text = PdfProbe(render(request).pdf).text();
    CHECK(text.contains(request.addressee));
    CHECK_FALSE(text.contains(QRegularExpression(u"[\\x{2E80}-\\x{2FDF}]"_s)));
}

TEST_CASE("a character that cannot be printed is refused and not replaced")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    const char32_t nothing = 0x10FFF0;
    request.addressee += QString::fromUcs4(&nothing, 1);
    const auto paper = papers::renderPaper(templateOf(request), request);
    REQUIRE_FALSE(paper.has_value());
    CHECK(paper.error().detail == u"no font has U+10fff0"_s);
    CHECK(paper.error().field == u"font"_s);
}
