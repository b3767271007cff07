// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/slip.h"
#include "papers/slipcode.h"
#include "papers/testpage.h"
#include "papersample.h"

#include <QImage>

#define ZX_USE_UTF8 1 // std::string, as the next release has it
#include <ZXing/ReadBarcode.h>
#include <catch2/catch.hpp>

namespace ow::tests {

namespace {

papers::PaperRequest sampleFacts()
{
    papers::PaperRequest request = sampleRequest(papers::PaperKind::OneTimeNotice, QStringLiteral("01"));
    request.caseNumber = QStringLiteral("JT62-W03-20261123-0007-3");
    request.seq = 42;
    request.hash16 = QStringLiteral("00112233445566aa");
    return request;
}

QImage slipOf(const papers::PaperRequest& request)
{
    const auto words = papers::SlipWords::builtIn();
    REQUIRE(words);
    const auto slip = papers::renderSlip(*words, request);
    INFO((slip ? QString() : slip.error().detail).toStdString());
    REQUIRE(slip);
    return *slip;
}

/// What another's eye reads from the slip, dot for dot as printed. One kind of code at a time: asked for all
/// at once, ZXing 1.4 takes pieces of the one for the other.
QString codeOn(const QImage& slip, ZXing::BarcodeFormat format)
{
    const QImage grey = slip.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    ZXing::DecodeHints hints;
    hints.setFormats(format);
    return QString::fromStdString(ZXing::ReadBarcode(view, hints).text());
}

int blackIn(const QImage& slip, const QRect& part)
{
    int black = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            black += qGray(slip.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    return black;
}

} // namespace

TEST_CASE("a slip is 72 mm of pure black on white and a gun reads both of its codes")
{
    const papers::PaperRequest request = sampleFacts();
    const QImage slip = slipOf(request);
    CHECK(slip.width() == 576);
    CHECK(slip.format() == QImage::Format_Mono);
    if (const QString look = qEnvironmentVariable("OW_LOOK"); !look.isEmpty()) {
        CHECK(slip.save(look + QStringLiteral("/slip.png")));
    }
    CHECK(codeOn(slip, ZXing::BarcodeFormat::Code128) == u"JT62W032026112300073");
    CHECK(codeOn(slip, ZXing::BarcodeFormat::QRCode) == u"OW1|JT62-W03-20261123-0007-3|42|00112233445566aa");
    CHECK(blackIn(slip, QRect(0, 0, 6, slip.height())) ==
          0); // the head's edges differ from printer to printer
    CHECK(blackIn(slip, QRect(570, 0, 6, slip.height())) == 0);
}

TEST_CASE(
    "what is missing makes the slip longer by its lines and a training slip says that it counts for nothing")
{
    papers::PaperRequest request = sampleFacts();
    request.findings.clear();
    const QImage plain = slipOf(request);
    request.findings = {{QStringLiteral("护送方案（原件 1）"), {}, {}},
                        {QStringLiteral("授权委托书补盖章"), {}, {}}};
    const QImage missing = slipOf(request);
    CHECK(missing.height() > plain.height() + 2 * 24);
    request.training = true;
    CHECK(slipOf(request).height() > missing.height());
}

TEST_CASE("a long name is broken into lines and never cut")
{
    papers::PaperRequest request = sampleFacts();
    const QImage usual = slipOf(request);
    request.addressee = QString(120, QChar(0x7532));
    const QImage slip = slipOf(request);
    CHECK(slip.height() > usual.height() + 4 * 24);
    CHECK(blackIn(slip, QRect(570, 0, 6, slip.height())) == 0);
}

TEST_CASE("a character that no font has refuses the slip")
{
    papers::PaperRequest request = sampleFacts();
    request.addressee = QString::fromUcs4(U"\U000F1234", 1);
    const auto slip = papers::renderSlip(papers::SlipWords::builtIn().value(), request);
    REQUIRE_FALSE(slip);
    CHECK(slip.error().code == domain::ErrorCode::PaperFailed);
}

TEST_CASE("words of the slip that are missing are named")
{
    CHECK(papers::SlipWords::parse("{}").error().field == u"title");
    CHECK(papers::SlipWords::parse("nonsense").error().code == domain::ErrorCode::TemplateInvalid);
}

TEST_CASE("a test page is a PDF of one A4 page")
{
    const QByteArray pdf = papers::testPage({QStringLiteral("测试页"), QStringLiteral("2026-11-23")});
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.contains("/MediaBox"));
}

} // namespace ow::tests
