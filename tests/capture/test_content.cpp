// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/samplefiles.h"

#include <catch2/catch.hpp>
#include <tiffio.h>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;

namespace {

bool isRed(QColor colour)
{
    return colour.red() > 180 && colour.blue() < 70;
}

bool isBlue(QColor colour)
{
    return colour.blue() > 180 && colour.red() < 70;
}

bool redLeftBlueRight(const QImage& image)
{
    const int middle = image.height() / 2;
    return isRed(image.pixelColor(image.width() / 4, middle)) &&
           isBlue(image.pixelColor(image.width() * 3 / 4, middle));
}

bool redAboveBlue(const QImage& image)
{
    const int middle = image.width() / 2;
    return isRed(image.pixelColor(middle, image.height() / 4)) &&
           isBlue(image.pixelColor(middle, image.height() * 3 / 4));
}

} // namespace

TEST_CASE("a JPEG is known by its content and keeps every byte")
{
    const bool progressive = GENERATE(false, true);
    const QByteArray bytes = jpegFile({600, 800}, progressive);
    const auto file = examine(bytes);
    REQUIRE(file);
    CHECK(file->kind == FileKind::Jpeg);
    CHECK(file->mime == u"image/jpeg");
    CHECK(file->bytes == bytes);
    REQUIRE(file->pages.size() == 1);
    CHECK(file->pages[0].size == QSize(600, 800));
    CHECK(file->pages[0].thumbnail.size() == QSize(156, 208));
    CHECK(redLeftBlueRight(file->pages[0].thumbnail));
}

TEST_CASE("a JPEG taken with the camera on its side is shown upright and stored as it came")
{
    const QByteArray bytes = withExifOrientation(jpegFile({800, 600}), 6); // a quarter turn clockwise
    const auto file = examine(bytes);
    REQUIRE(file);
    CHECK(file->bytes == bytes);
    CHECK(file->pages[0].size == QSize(600, 800));
    CHECK(redAboveBlue(file->pages[0].thumbnail));
}

TEST_CASE("bytes a telephone appends after the picture do no harm")
{
    CHECK(examine(jpegFile() + "appended by a telephone"));
    CHECK(examine(pngFile() + "appended by a telephone"));
}

TEST_CASE("a PNG is decoded with its size and thumbnail")
{
    const auto file = examine(pngFile({900, 300}));
    REQUIRE(file);
    CHECK(file->kind == FileKind::Png);
    CHECK(file->pages[0].size == QSize(900, 300));
    CHECK(file->pages[0].thumbnail.size() == QSize(156, 52));
    CHECK(redLeftBlueRight(file->pages[0].thumbnail));
}

TEST_CASE("a picture smaller than a thumbnail is not blown up")
{
    const auto file = examine(pngFile({2, 1}));
    REQUIRE(file);
    CHECK(file->pages[0].thumbnail.size() == QSize(2, 1));
}

TEST_CASE("every page of a TIFF is decoded whatever its compression")
{
    const auto file = examine(tiffFile({{{300, 400}, COMPRESSION_LZW},
                                        {{301, 401}, COMPRESSION_CCITTFAX4},
                                        {{302, 402}, COMPRESSION_ADOBE_DEFLATE},
                                        {{304, 400}, COMPRESSION_JPEG}}));
    REQUIRE(file);
    CHECK(file->kind == FileKind::Tiff);
    REQUIRE(file->pages.size() == 4);
    CHECK(file->pages[1].size == QSize(301, 401));
    CHECK(file->pages[2].size == QSize(302, 402));
    CHECK(redLeftBlueRight(file->pages[0].thumbnail));
    CHECK(redLeftBlueRight(file->pages[2].thumbnail));
}

TEST_CASE("a TIFF page stored on its side is shown upright")
{
    const auto file = examine(tiffFile({{{400, 300}, COMPRESSION_LZW, ORIENTATION_RIGHTTOP}}));
    REQUIRE(file);
    CHECK(file->pages[0].size == QSize(300, 400));
    CHECK(redAboveBlue(file->pages[0].thumbnail));
}

TEST_CASE("a PDF of three pages has three thumbnails and its pages in points")
{
    const QByteArray bytes = pdfFile(3);
    const auto file = examine(bytes);
    REQUIRE(file);
    CHECK(file->kind == FileKind::Pdf);
    CHECK(file->mime == u"application/pdf");
    CHECK(file->bytes == bytes);
    CHECK_FALSE(file->damaged);
    REQUIRE(file->pages.size() == 3);
    for (const ExaminedPage& page : file->pages) {
        CHECK(page.size == QSize(595, 842));
        CHECK(redLeftBlueRight(page.thumbnail));
    }
}

TEST_CASE("a PDF is taken linearized or with object streams or with an owner's password only")
{
    const QByteArray plain = pdfFile(2);
    CHECK(examine(byQpdf(plain, {u"--linearize"_s}))->pages.size() == 2);
    CHECK(examine(byQpdf(plain, {u"--object-streams=generate"_s}))->pages.size() == 2);
    CHECK(examine(byQpdf(plain, {u"--encrypt"_s, u""_s, u"owner"_s, u"256"_s, u"--"_s}))->pages.size() == 2);
}

TEST_CASE("a PDF with a wrong cross-reference offset is taken as it is and marked as damaged")
{
    QByteArray bytes = pdfFile(3);
    const qsizetype at = bytes.lastIndexOf("startxref") + 10;
    bytes.replace(at, bytes.indexOf('\n', at) - at, "7");
    const auto file = examine(bytes);
    REQUIRE(file);
    CHECK(file->damaged);
    CHECK(file->pages.size() == 3);
    CHECK(file->bytes == bytes);
}

TEST_CASE("pages beyond the number of thumbnails have a size but no thumbnail")
{
    FileIntakeOptions with = options();
    with.limits.maxThumbnails = 2;
    for (const QByteArray& bytes : {pdfFile(3), tiffFile({{}, {}, {}})}) {
        const auto file = examine(bytes, with);
        REQUIRE(file);
        REQUIRE(file->pages.size() == 3);
        CHECK_FALSE(file->pages[1].thumbnail.isNull());
        CHECK(file->pages[2].thumbnail.isNull());
        CHECK(file->pages[2].size.isValid());
    }
}
