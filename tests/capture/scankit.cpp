// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scankit.h"

#include "support/await.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <catch2/catch.hpp>
#include <tiffio.h>

#include <cstdlib>
#include <cstring>

namespace ow::capture::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

QMap<QString, QString> configuration(const QString& folder)
{
    return {{u"SANE_CONFIG_DIR"_s, folder}};
}

} // namespace

TestDevice::TestDevice(const QStringList& lines)
{
    REQUIRE(m_folder.isValid());
    write(m_folder.filePath(u"dll.conf"_s), "test\n");
    write(m_folder.filePath(u"test.conf"_s), lines.join(u'\n').toUtf8() + '\n');
}

SaneSourceOptions TestDevice::options() const
{
    SaneSourceOptions options;
    options.helper = QStringLiteral(OW_SCAN_HELPER);
    options.environment = configuration(m_folder.path());
    // Once in a thousand times this backend waits for ever for the thread it has cancelled inside malloc.
    options.closePatience = std::chrono::seconds(2);
    return options;
}

QImage TestDevice::byScanimage(const QStringList& arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path());
    process.setProcessEnvironment(environment);
    process.start(u"scanimage"_s, QStringList{u"-d"_s, u"test:0"_s, u"--format=pnm"_s} + arguments);
    REQUIRE(process.waitForFinished());
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    const QImage image = QImage::fromData(process.readAllStandardOutput(), "PNM");
    REQUIRE_FALSE(image.isNull());
    return image;
}

SaneSourceOptions simulated(const QByteArray& script)
{
    SaneSourceOptions options;
    options.helper = QStringLiteral(OW_SCAN_HELPER);
    options.arguments = {u"--simulate="_s + QString::fromUtf8(script)};
    return options;
}

ScanProfile profile(ScanSource source, ScanMode mode, int dpi, QSize millimetres)
{
    return {u"test"_s, {}, {}, source, mode, dpi, false, millimetres};
}

Scanning::Scanning(SaneSourceOptions options)
    : source(std::move(options))
{
    QObject::connect(
        &source, &SaneSource::helperStarted, &source, [this](qint64 process) { m_helper = pid_t(process); },
        Qt::DirectConnection);
    QObject::connect(&source, &PageSource::pageArrived, &source, [this](const ScannedPage& page) {
        if (onPage) {
            onPage(page);
        } else {
            pages.push_back(page);
            pages.back().onItsWay.reset(); // kept by the test, not on its way
        }
    });
    QObject::connect(&source, &PageSource::progressed, &source,
                     [this](const ScanProgress& now) { progress = now; });
    QObject::connect(&source, &PageSource::finished, &source, [this](int all) {
        over = true;
        count = all;
    });
    QObject::connect(&source, &PageSource::failed, &source, [this](const domain::Error& why, int all) {
        over = true;
        count = all;
        error = why;
    });
}

void Scanning::start(const ScanProfile& profile)
{
    over = false;
    count = -1;
    error.reset();
    pages.clear();
    progress = {};
    source.start(profile);
}

void Scanning::finish()
{
    while (!over) {
        const ScanProgress before = progress; // patience is for the next sign of life, not for 300 pages
        REQUIRE(ow::test::waitUntil([&] { return over || progress != before; }));
    }
    CHECK_FALSE(source.isRunning());
}

void Scanning::run(const ScanProfile& profile)
{
    start(profile);
    finish();
}

void Scanning::reachPage(int number)
{
    REQUIRE(ow::test::waitUntil([&] { return over || (progress.page == number && progress.lines > 0); }));
    REQUIRE_FALSE(over);
}

qint64 Scanning::memoryOf(pid_t process, const char* what)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto found = QRegularExpression(QString::fromLatin1(what) + u":\\s+(\\d+) kB"_s)
                           .match(QString::fromLatin1(file.readAll()));
    REQUIRE(found.hasMatch());
    return found.captured(1).toLongLong();
}

namespace {

struct Reading
{
    const QByteArray& bytes;
    qsizetype at = 0;
};

tmsize_t readSome(thandle_t handle, void* into, tmsize_t count)
{
    auto& reading = *static_cast<Reading*>(handle);
    const qsizetype there = std::clamp<qsizetype>(reading.bytes.size() - reading.at, 0, count);
    std::memcpy(into, reading.bytes.constData() + reading.at, std::size_t(there));
    reading.at += there;
    return there;
}

toff_t seek(thandle_t handle, toff_t offset, int whence)
{
    auto& reading = *static_cast<Reading*>(handle);
    reading.at = qsizetype(offset) + (whence == SEEK_CUR   ? reading.at
                                      : whence == SEEK_END ? reading.bytes.size()
                                                           : 0);
    return toff_t(reading.at);
}

} // namespace

QImage readTiff(const QByteArray& bytes)
{
    Reading reading{bytes};
    TIFF* tiff = TIFFClientOpen(
        "page", "r", &reading, readSome, [](thandle_t, void*, tmsize_t) { return tmsize_t(0); }, seek,
        [](thandle_t) { return 0; },
        [](thandle_t handle) { return toff_t(static_cast<Reading*>(handle)->bytes.size()); }, nullptr,
        nullptr);
    REQUIRE(tiff != nullptr);
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t compression = 0;
    REQUIRE(TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width) == 1);
    REQUIRE(TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height) == 1);
    REQUIRE(TIFFGetField(tiff, TIFFTAG_COMPRESSION, &compression) == 1);
    CHECK(compression == COMPRESSION_CCITTFAX4);
    CHECK(TIFFNumberOfStrips(tiff) == 1);
    QImage image(int(width), int(height), QImage::Format_RGB32);
    REQUIRE(TIFFReadRGBAImageOriented(tiff, width, height, reinterpret_cast<std::uint32_t*>(image.bits()),
                                      ORIENTATION_TOPLEFT, 1) == 1);
    TIFFClose(tiff);
    return image;
}

double distance(const QImage& a, const QImage& b)
{
    REQUIRE(a.size() == b.size());
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
        }
    }
    return sum / (double(a.width()) * a.height());
}

} // namespace ow::capture::test
