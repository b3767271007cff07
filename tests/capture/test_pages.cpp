// SPDX-License-Identifier: GPL-3.0-or-later
// Pages after they came in: drawn, looked at and bound by a real helper process. What the bound files hold is
// said by qpdf and Poppler.
#include "capture/pagekit.h"
#include "capture/pageworkshop.h"
#include "capture/samplefiles.h"

#include <QFile>
#include <QTransform>

#include <catch2/catch.hpp>

#include <csignal>

using namespace ow;
using namespace ow::capture;
using namespace ow::capture::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

BoundFile edited(const QByteArray& bytes, const domain::PageEdit& edit)
{
    BoundFile file{bytes};
    file.file.edit = edit;
    return file;
}

bool isNear(QSizeF size, double width, double height)
{
    UNSCOPED_INFO(size.width() << " x " << size.height());
    return std::abs(size.width() - width) < 0.7 && std::abs(size.height() - height) < 0.7;
}

qint64 peakMemoryKb()
{
    QFile status(u"/proc/self/status"_s);
    REQUIRE(status.open(QIODevice::ReadOnly));
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.simplified().split(' ').at(1).toLongLong();
        }
    }
    return 0;
}

} // namespace

TEST_CASE("a JPEG is in the bound PDF byte for byte at the size it was scanned at")
{
    const QByteArray jpeg = asJpeg(twoHalves({2480, 3508}), 300);
    const QByteArray pdf = bound({{jpeg}});
    CHECK(pdf.contains(jpeg));
    CHECK(isSoundPdf(pdf));
    CHECK(encodings(pdf) == QStringList{u"jpeg"_s});
    REQUIRE(pageSizes(pdf).size() == 1);
    CHECK(isNear(pageSizes(pdf).front(), 595.2, 841.9)); // A4
    const QImage drawn = renderedByPoppler(pdf);
    CHECK(isRed(drawn.pixel(60, 200)));
    CHECK(isBlue(drawn.pixel(240, 200)));
}

TEST_CASE("the strips of a Group 4 TIFF are in the bound PDF as they are and stand one under the other")
{
    const bool minIsBlack = GENERATE(false, true);
    QImage image({1240, 1754}, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 877; y < 1754; ++y) {
        for (int x = 0; x < 620; ++x) {
            image.setPixel(x, y, qRgb(0, 0, 0));
        }
    }
    const QByteArray tiff = asFaxTiff(image, 500, 150, minIsBlack);
    const QByteArray pdf = bound({{tiff}});
    CHECK(isSoundPdf(pdf));
    CHECK(encodings(pdf) == QStringList{u"ccitt"_s, u"ccitt"_s, u"ccitt"_s, u"ccitt"_s});
    CHECK(isNear(pageSizes(pdf).front(), 595.2, 841.9));
    const QImage drawn = renderedByPoppler(pdf).convertToFormat(QImage::Format_Grayscale8);
    CHECK(qGray(drawn.pixel(60, 100)) > 200);
    CHECK(qGray(drawn.pixel(60, 300)) < 50);
    CHECK(qGray(drawn.pixel(60, 410)) < 50);
    CHECK(qGray(drawn.pixel(240, 300)) > 200);
}

TEST_CASE("the data of a PNG are taken over and one with transparency is packed on white")
{
    QImage clear({400, 300}, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 200; ++x) {
            clear.setPixel(x, y, qRgba(255, 0, 0, 255));
        }
    }
    const QByteArray plain = asPng(twoHalves({400, 300}).convertToFormat(QImage::Format_RGB888));
    const QByteArray pdf = bound({{plain}, {asPng(clear)}});
    CHECK(isSoundPdf(pdf));
    CHECK(encodings(pdf) == QStringList{u"image"_s, u"image"_s});
    CHECK(pdf.contains(plain.sliced(plain.indexOf("IDAT") + 4, 200)));
    const QImage first = renderedByPoppler(pdf);
    CHECK(isRed(first.pixel(100, 100)));
    CHECK(isBlue(first.pixel(300, 100)));
    const QImage second = renderedByPoppler(pdf, 1);
    CHECK(isRed(second.pixel(100, 100)));
    CHECK(second.pixel(300, 100) == qRgb(255, 255, 255));
}

TEST_CASE("every page of a TIFF that PDF cannot hold as it is comes into the bound PDF without loss")
{
    const QByteArray tiff = tiffFile({{{300, 400}}, {{400, 300}}, {{300, 400}, 5, 6}});
    const QByteArray pdf = bound({{tiff}});
    CHECK(isSoundPdf(pdf));
    REQUIRE(pageSizes(pdf).size() == 3);
    CHECK(pageSizes(pdf)[0].height() > pageSizes(pdf)[0].width());
    CHECK(pageSizes(pdf)[1].width() > pageSizes(pdf)[1].height());
    CHECK(pageSizes(pdf)[2].width() > pageSizes(pdf)[2].height()); // its orientation says so
}

TEST_CASE("a photograph is bound as upright as it is shown")
{
    // EXIF 2.3: where the first row and the first column of what is stored are seen.
    const char orientation = GENERATE(as<char>(), 1, 2, 3, 4, 5, 6, 7, 8);
    CAPTURE(int(orientation));
    const QByteArray jpeg = withExifOrientation(jpegFile({600, 800}), orientation);
    const auto shown = examine(jpeg);
    REQUIRE(shown);
    const QImage thumbnail = shown->pages.front().thumbnail;
    const QImage drawn = renderedByPoppler(bound({{jpeg}}));
    for (const QPointF at : {QPointF(0.2, 0.2), QPointF(0.8, 0.2), QPointF(0.2, 0.8), QPointF(0.8, 0.8)}) {
        CAPTURE(at.x(), at.y());
        const auto pixelOf = [at](const QImage& image) {
            return image.pixel(int(image.width() * at.x()), int(image.height() * at.y()));
        };
        CHECK(isRed(pixelOf(drawn)) == (qRed(pixelOf(thumbnail)) > qBlue(pixelOf(thumbnail))));
    }
}

TEST_CASE("edits of a page turn cut and level it in the bound PDF and leave its bytes alone")
{
    const QByteArray jpeg = asJpeg(twoHalves({1240, 1754}), 150);
    SECTION("a quarter turn clockwise puts the left half on top")
    {
        const QByteArray pdf = bound({edited(jpeg, {.quarterTurns = 1})});
        CHECK(pdf.contains(jpeg));
        CHECK(isNear(pageSizes(pdf).front(), 841.9, 595.2));
        const QImage drawn = renderedByPoppler(pdf);
        CHECK(isRed(drawn.pixel(200, 60)));
        CHECK(isBlue(drawn.pixel(200, 240)));
    }
    SECTION("a cut takes away what is outside of it")
    {
        const QByteArray pdf = bound({edited(jpeg, {.cutLeft = 5000, .cutBottom = 2500})});
        CHECK(pdf.contains(jpeg));
        CHECK(isNear(pageSizes(pdf).front(), 297.6, 631.4));
        const QImage drawn = renderedByPoppler(pdf);
        CHECK(isBlue(drawn.pixel(4, 4)));
        CHECK(isBlue(drawn.pixel(140, 300)));
    }
    SECTION("a page fed askew is level again")
    {
        PageHelper helper(pageOptions());
        const QByteArray askew = asJpeg(textPage(-4), 150);
        const auto look = helper.look(askew, 0);
        REQUIRE(look);
        const QByteArray pdf = bound({edited(askew, {.skew = look->skew})});
        CHECK(pdf.contains(askew));
        const QImage level = renderedByPoppler(pdf).scaled(1240, 1754);
        const auto after = helper.look(asJpeg(level), 0);
        REQUIRE(after);
        CHECK(std::abs(after->skew) < 40);
    }
}

TEST_CASE("the same pages are always the same file")
{
    const std::vector<BoundFile> pages{{jpegFile()}, {pngFile()}};
    CHECK(bound(pages) == bound(pages));
}

TEST_CASE("a material with a PDF in it is not bound")
{
    domain::MaterialIntake material;
    material.files.resize(2);
    material.files[0].mime = u"image/jpeg"_s;
    material.files[1].mime = u"image/png"_s;
    CHECK(isBindable(material, 64LL << 20));
    material.files[1].mime = u"application/pdf"_s;
    CHECK_FALSE(isBindable(material, 64LL << 20));
    material.files.clear();
    CHECK_FALSE(isBindable(material, 64LL << 20));
    const auto refused = tryToBind({{pdfFile(1)}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::FileWrongType);
}

TEST_CASE("binding three hundred pages takes no more memory than binding thirty")
{
    const QByteArray jpeg = asJpeg(twoHalves({2480, 3508}), 300, 95);
    REQUIRE(jpeg.size() > 500'000);
    PageHelper helper(pageOptions());
    const auto bindMany = [&](std::size_t count) {
        qint64 size = 0;
        const auto pages = PageBinder(helper).bind(
            std::vector<domain::MaterialFile>(count),
            [&](std::size_t) -> domain::Result<QByteArray> {
                return QByteArray(jpeg.constData(), jpeg.size()); // as if it were read
            },
            [&size](const QByteArray& piece) -> domain::Result<void> {
                size += piece.size();
                return {};
            });
        REQUIRE(pages);
        CHECK(*pages == int(count));
        CHECK(size > qint64(count) * jpeg.size());
    };
    bindMany(30);
    const qint64 before = peakMemoryKb();
    bindMany(300);
    CHECK(peakMemoryKb() - before < 16 * 1024);
}

TEST_CASE("a page is drawn to fit its box whatever kind of file it is in")
{
    PageHelper helper(pageOptions());
    const QByteArray file = GENERATE_COPY(from_range(std::vector<QByteArray>{
        jpegFile({600, 800}), pngFile({600, 800}), tiffFile({{{10, 10}}, {{600, 800}}}), pdfFile(3)}));
    const int page = kindOfContent(file) == FileKind::Tiff ? 1 : kindOfContent(file) == FileKind::Pdf ? 2 : 0;
    for (const QSize box : {QSize(78, 110), QSize(400, 400)}) {
        const auto drawn = helper.draw(file, page, box);
        REQUIRE(drawn);
        CHECK(drawn->width() <= box.width());
        CHECK(drawn->height() <= box.height());
        CHECK((drawn->width() >= box.width() - 1 || drawn->height() >= box.height() - 1));
        CHECK(qRed(drawn->pixel(2, drawn->height() / 2)) > qBlue(drawn->pixel(2, drawn->height() / 2)));
        const int right = drawn->width() - 3;
        CHECK(qBlue(drawn->pixel(right, drawn->height() / 2)) >
              qRed(drawn->pixel(right, drawn->height() / 2)));
    }
    CHECK_FALSE(helper.draw(file, 7, {100, 100}));
}

TEST_CASE("the lines of a page tell how far it is from level")
{
    PageHelper helper(pageOptions());
    const double degrees = GENERATE(-6.0, -2.3, 0.0, 1.5, 5.0);
    CAPTURE(degrees);
    const auto look = helper.look(asJpeg(textPage(degrees)), 0);
    REQUIRE(look);
    CHECK_FALSE(look->blank);
    CHECK(std::abs(look->skew + degrees * 100) < 20); // turned back by as much
    CHECK(look->suggestsLevelling() == (degrees != 0));
}

TEST_CASE("an empty page is told from one with a line on it")
{
    PageHelper helper(pageOptions());
    QImage page({1240, 1754}, QImage::Format_RGB32);
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const int tone = 228 + (x * 31 + y * 17) % 7; // grey paper with grain
            page.setPixel(x, y, qRgb(tone, tone, tone - 8));
        }
    }
    const auto empty = helper.look(asJpeg(page), 0);
    REQUIRE(empty);
    CHECK(empty->blank);
    CHECK_FALSE(empty->suggestsLevelling());
    for (int y = 300; y < 320; ++y) {
        for (int x = 300; x < 420; ++x) {
            page.setPixel(x, y, qRgb(40, 40, 40));
        }
    }
    const auto written = helper.look(asJpeg(page), 0);
    REQUIRE(written);
    CHECK_FALSE(written->blank);
}

TEST_CASE("a helper that dies costs one question")
{
    PageHelper helper(pageOptions());
    REQUIRE(helper.draw(jpegFile(), 0, {50, 50}));
    ::kill(pid_t(helper.processId()), SIGKILL);
    const auto lost = helper.draw(jpegFile(), 0, {50, 50});
    if (!lost) {
        CHECK(lost.error().code == ErrorCode::HelperCrashed);
    }
    CHECK(helper.draw(jpegFile(), 0, {50, 50}));
}

TEST_CASE("what the helper says of a page is believed only within the bounds of its file")
{
    PageImage image;
    image.size = {100, 200};
    image.runs = {{10, 90, 200}};
    CHECK(pageImageFromJson(pageImageToJson(image), 100).has_value());
    CHECK_FALSE(pageImageFromJson(pageImageToJson(image), 99).has_value());
    image.runs = {{-1, 10, 200}};
    CHECK_FALSE(pageImageFromJson(pageImageToJson(image), 100).has_value());
    image.runs = {{0, 10, 201}};
    CHECK_FALSE(pageImageFromJson(pageImageToJson(image), 100).has_value());
    image.runs = {{0, 10, 200}};
    image.bits = 3;
    CHECK_FALSE(pageImageFromJson(pageImageToJson(image), 100).has_value());
    image.bits = 8;
    image.palette = "ab"; // no colour space for it, and no triple
    CHECK_FALSE(pageImageFromJson(pageImageToJson(image), 100).has_value());
}
