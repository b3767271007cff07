// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/samplefiles.h"

#include <QByteArrayList>
#include <QtEndian>

#include <catch2/catch.hpp>
#include <tiffio.h>
#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;

namespace {

std::string reason(const ow::domain::Result<ExaminedFile>& file)
{
    return file ? "taken" : std::string(ow::domain::errorName(file.error().code).data());
}

/// SOF0 or SOF2 of the picture itself says so many rows and columns (ITU-T T.81, B.2.2).
QByteArray jpegClaiming(quint16 side)
{
    QByteArray bytes = jpegFile();
    const qsizetype at = bytes.indexOf(QByteArray("\xFF\xC0\x00\x11", 4));
    REQUIRE(at > 0);
    qToBigEndian(side, bytes.data() + at + 5);
    qToBigEndian(side, bytes.data() + at + 7);
    return bytes;
}

QByteArray tiffClaiming(std::uint32_t side)
{
    // Little-endian: tag 257 (ImageLength), SHORT, one value, which is 1.
    QByteArray bytes = tiffFile({{{60000, 1}, COMPRESSION_NONE}});
    const QByteArray length("\x01\x01\x03\x00\x01\x00\x00\x00\x01\x00", 10);
    const qsizetype at = bytes.indexOf(length);
    REQUIRE(at > 0);
    qToLittleEndian(quint16(side), bytes.data() + at + 8);
    return bytes;
}

/// One page whose drawing commands are so many blanks, deflated.
QByteArray pdfWithBlankContent(qint64 length)
{
    z_stream stream{};
    REQUIRE(deflateInit(&stream, 1) == Z_OK);
    QByteArray blanks(1 << 20, ' ');
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(length))) / 50 + 4096, '\0');
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = uInt(packed.size());
    for (qint64 done = 0; done < length; done += blanks.size()) {
        stream.next_in = reinterpret_cast<Bytef*>(blanks.data());
        stream.avail_in = uInt(blanks.size());
        const bool last = done + blanks.size() >= length;
        REQUIRE(deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH) == (last ? Z_STREAM_END : Z_OK));
    }
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    const QByteArrayList objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                 "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                 "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                                 "<< /Filter /FlateDecode /Length " + QByteArray::number(packed.size()) +
                                     " >>\nstream\n" + packed + "\nendstream"};
    QByteArray pdf = "%PDF-1.7\n";
    QByteArray table = "xref\n0 5\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer << /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace

TEST_CASE("a file cut off anywhere is refused as cut off")
{
    const QByteArray whole =
        GENERATE(as<QByteArray>(), jpegFile(), jpegFile({600, 800}, true), pngFile(),
                 tiffFile({{}, {{200, 300}, COMPRESSION_CCITTFAX4}, {{304, 400}, COMPRESSION_JPEG}}),
                 pdfFile(3), byQpdf(pdfFile(3), {u"--linearize"_s}));
    FileIntake intake(options());
    REQUIRE(intake.examineBytes(whole, u"whole"_s).result());
    std::vector<qsizetype> lengths{1, 2, 3, 7, 8, 20, 100};
    for (int part = 1; part < 16; ++part) {
        lengths.push_back(whole.size() * part / 16);
    }
    // A PDF ends with a line feed that nobody misses.
    const qsizetype end = whole.trimmed().size() == whole.size() ? whole.size() : whole.trimmed().size();
    lengths.insert(lengths.end(), {end - 1, end - 2, end - 3, end - 10});
    for (const qsizetype length : lengths) {
        INFO(length << " of " << whole.size() << ' ' << whole.first(4).toHex().toStdString());
        CHECK(reason(intake.examineBytes(whole.first(length), u"cut"_s).result()) == "file.truncated");
    }
}

TEST_CASE("an end mark put behind a JPEG cut off does not make it whole")
{
    const QByteArray whole = jpegFile();
    CHECK(reason(examine(whole.first(whole.size() / 2) + "\xFF\xD9")) == "file.truncated");
}

TEST_CASE("a PNG or TIFF with a wrong byte in its data is refused")
{
    QByteArray bytes = pngFile();
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    CHECK(reason(examine(bytes)) == "file.unreadable");

    bytes = tiffFile({{{300, 400}, COMPRESSION_ADOBE_DEFLATE}});
    bytes.replace(40, 8, QByteArray(8, '\xFF'));
    CHECK(reason(examine(bytes)) == "file.unreadable");
}

TEST_CASE("a picture that claims to be huge is refused before it is decoded")
{
    CHECK(reason(examine(withClaimedSize(pngFile({8, 8}), 60000, 60000))) == "file.too_many_pixels");
    CHECK(reason(examine(withClaimedSize(pngFile({8, 8}), 0xFFFFFFFF, 0xFFFFFFFF))) ==
          "file.too_many_pixels");
    CHECK(reason(examine(jpegClaiming(65000))) == "file.too_many_pixels");
    CHECK(reason(examine(tiffClaiming(60000))) == "file.too_many_pixels");
}

TEST_CASE("a TIFF strip that holds less than its rows is cut off though the file is not")
{
    const int compression = GENERATE(COMPRESSION_CCITTFAX4, COMPRESSION_JPEG);
    QByteArray bytes = tiffFile({{{64, 64}, std::uint16_t(compression)}});
    // Little-endian: tag 279 (StripByteCounts), LONG, one value.
    const qsizetype at = bytes.indexOf(QByteArray("\x17\x01\x04\x00\x01\x00\x00\x00", 8));
    REQUIRE(at > 0);
    const auto count = qFromLittleEndian<quint32>(bytes.constData() + at + 8);
    qToLittleEndian(quint32(count / 2), bytes.data() + at + 8);
    CHECK(reason(examine(bytes)) == "file.truncated");
}

TEST_CASE("a TIFF whose pages go round in a circle is refused")
{
    QByteArray bytes = tiffFile({{}});
    const auto directory = qFromLittleEndian<quint32>(bytes.constData() + 4);
    const auto entries = qFromLittleEndian<quint16>(bytes.constData() + directory);
    qToLittleEndian(directory, bytes.data() + directory + 2 + 12 * entries);
    CHECK(reason(examine(bytes)) == "file.unreadable");
}

TEST_CASE("a PDF that unpacks to more drawing commands than any plan has is refused")
{
    CHECK(examine(pdfWithBlankContent(1 << 20)));
    CHECK(reason(examine(pdfWithBlankContent(qint64(513) << 20))) == "file.too_many_pixels");
}

TEST_CASE("the pages of a TIFF together have a limit too")
{
    FileIntakeOptions with = options();
    with.limits.maxTotalPixels = 300 * 400 * 2;
    CHECK(examine(tiffFile({{}, {}}), with));
    CHECK(reason(examine(tiffFile({{}, {}, {}}), with)) == "file.too_many_pixels");
}

TEST_CASE("a file of more pages than the limit is refused")
{
    FileIntakeOptions with = options();
    with.limits.maxPages = 2;
    CHECK(examine(pdfFile(2), with));
    CHECK(examine(tiffFile({{}, {}}), with));
    CHECK(reason(examine(pdfFile(3), with)) == "file.too_many_pages");
    CHECK(reason(examine(tiffFile({{}, {}, {}}), with)) == "file.too_many_pages");
}

TEST_CASE("a PDF that needs a password is refused for that")
{
    const QString bits = GENERATE(as<QString>(), u"128"_s, u"256"_s);
    QStringList how{u"--encrypt"_s, u"user"_s, u"owner"_s, bits};
    if (bits == u"128") {
        how << u"--use-aes=y"_s;
    }
    CHECK(reason(examine(byQpdf(pdfFile(1), how << u"--"_s))) == "file.encrypted");
}

TEST_CASE("content that is none of the four kinds is of the wrong type")
{
    CHECK(reason(examine("just words")) == "file.wrong_type");
    CHECK(reason(examine("GIF89a and so on")) == "file.wrong_type");
    CHECK(reason(examine(QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x'))) == "file.wrong_type");
    CHECK(reason(examine("<html>%PDF-1.7 inside</html>")) == "file.wrong_type");
    CHECK(reason(examine(QByteArray(1000, '\0'))) == "file.wrong_type");
}

TEST_CASE("content that only begins like one of the four is refused")
{
    const QByteArray noise = QByteArray("\x01\x02\xFF\x00\x7F", 5).repeated(2000);
    CHECK_FALSE(examine(QByteArray("\xFF\xD8\xFF", 3) + noise));
    CHECK_FALSE(examine(QByteArray("\x89PNG\r\n\x1A\n", 8) + noise));
    CHECK_FALSE(examine(QByteArray("II*\0", 4) + noise));
    CHECK_FALSE(examine("%PDF-1.7\n" + noise + "\n%%EOF\n"));
}
