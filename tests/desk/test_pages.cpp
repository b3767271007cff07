// SPDX-License-Identifier: GPL-3.0-or-later
// Pages at the desk: bound when an application is received, shown from the store. Real ledger, real helper.
#include "desk/deskwindow.h"
#include "desk/intakepages.h"
#include "desk/pagepreviews.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::ErrorCode;

namespace {

struct SignedIn
{
    CentreProcess centre;
    DeskPlace place;
    std::unique_ptr<DeskWindow> window;

    SignedIn()
    {
        centre.start();
        DeskWindow(place).enrol(centre);
        centre.killNow();
        window = std::make_unique<DeskWindow>(place);
        window->open();
        window->signIn();
    }
};

/// Left half red, right half blue, and a number so that no two are alike.
QImage sheet(int number, QSize size = {620, 877})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(255, 0, 0));
    QPainter painter(&image);
    painter.fillRect(QRect(size.width() / 2, 0, size.width() / 2, size.height()), qRgb(0, 0, 255));
    painter.fillRect(QRect(10 + number * 3, 10, 2, 40), Qt::white);
    return image;
}

QByteArray encoded(const QImage& image, const char* format, int quality = 85)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format, quality));
    return buffer.data();
}

QByteArray stored(DeskWindow& window, const QString& blob)
{
    const auto content = await(window.workplace.ledger().run(
        [blob](ledger::Ledger& ledger) { return ledger.blobs().content(blob); }));
    REQUIRE(content);
    return *content;
}

bool isSoundPdf(const QByteArray& pdf, const QTemporaryDir& folder)
{
    QFile file(folder.filePath(u"check.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    return QProcess::execute(u"qpdf"_s, {u"--check"_s, file.fileName()}) == 0;
}

qint64 peakMemoryKb()
{
    QFile status(u"/proc/self/status"_s);
    REQUIRE(status.open(QIODevice::ReadOnly));
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

/// Where a stored file lies.
QString fileOf(const QString& folder, const QString& blob)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QString file = files.next();
        if (QString(file).remove(u'/').contains(blob))
            return file;
    }
    return {};
}

capture::ScannedPage scanned(const QByteArray& bytes, int number)
{
    capture::ScannedPage page;
    page.bytes = bytes;
    page.mime = u"image/jpeg"_s;
    page.number = number;
    page.dpi = 300;
    return page;
}

} // namespace

TEST_CASE("the pages of a material are bound when it is received and stay as they came")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    const QByteArray first = encoded(sheet(1), "jpeg");
    const QByteArray second = encoded(sheet(2), "jpeg");
    REQUIRE(await(window.intake.addBytes(u"M01"_s, first, u"1.jpg"_s)));
    REQUIRE(await(window.intake.addBytes(u"M01"_s, second, u"2.jpg"_s)));
    window.intake.editFile(u"M01"_s, 1, {.quarterTurns = 1});
    const desk::Decided decided = window.decide(window.intake.answer());
    const desk::CaseDetail detail = window.caseOf(decided.caseNumber);
    const domain::MaterialIntake* material = detail.file.intake.material(u"M01"_s);
    REQUIRE(material != nullptr);
    REQUIRE(material->files.size() == 2);
    CHECK(stored(window, material->files[0].blob) == first);
    CHECK(stored(window, material->files[1].blob) == second);
    REQUIRE(material->bound.has_value());
    CHECK(material->bound->pages == 2);
    CHECK(material->bound->mime == u"application/pdf"_s);
    const QByteArray pdf = stored(window, material->bound->blob);
    CHECK(pdf.size() == material->bound->size);
    CHECK(pdf.contains(first));
    CHECK(pdf.contains(second));
    CHECK(isSoundPdf(pdf, at.place.folder));
    const auto unsent = await(
        window.workplace.ledger().run([](ledger::Ledger& ledger) { return ledger.blobs().nextUnsent(100); }));
    REQUIRE(unsent);
    CHECK(std::ranges::any_of(*unsent, [&](const auto& blob) { return blob.id == material->bound->blob; }));
}

TEST_CASE("what came as a PDF is never written anew")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"one.jpg"_s);
    REQUIRE(sheet(1).save(path));
    const QString pdf = folder.filePath(u"one.pdf"_s);
    REQUIRE(QProcess::execute(u"img2pdf"_s, {path, u"-o"_s, pdf}) == 0);
    REQUIRE(await(window.intake.addFile(u"M01"_s, pdf)));
    REQUIRE(await(window.intake.addBytes(u"M01"_s, encoded(sheet(2), "jpeg"), u"2.jpg"_s)));
    const desk::Decided decided = window.decide(window.intake.answer());
    const domain::MaterialIntake* material = window.caseOf(decided.caseNumber).file.intake.material(u"M01"_s);
    REQUIRE(material != nullptr);
    CHECK_FALSE(material->bound.has_value());
    CHECK(material->files.size() == 2);
}

TEST_CASE("scanned pages keep their order and one scanned again takes the place of the bad one")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    desk::IntakePages pages(window.workplace, window.intake);
    std::vector<QFuture<domain::Result<void>>> taken;
    for (int number = 1; number <= 5; ++number) {
        capture::ScannedPage page = scanned(encoded(sheet(number), "jpeg"), number);
        page.incomplete = number == 3;
        taken.push_back(pages.add(u"M01"_s, page, domain::FileOrigin::Scanner));
    }
    for (auto& one : taken)
        REQUIRE(await(one));
    const auto files = [&window] { return window.intake.intake().material(u"M01"_s)->files; };
    REQUIRE(files().size() == 5);
    CHECK(files()[2].incomplete);
    CHECK(files()[2].origin == domain::FileOrigin::Scanner);
    const auto before = files();
    REQUIRE(await(pages.retake(u"M01"_s, before[2].blob, scanned(encoded(sheet(33), "jpeg"), 1),
                               domain::FileOrigin::Scanner)));
    REQUIRE(files().size() == 5);
    CHECK(files()[2].blob != before[2].blob);
    CHECK_FALSE(files()[2].incomplete);
    CHECK(files()[3] == before[3]);
    window.intake.undo();
    CHECK(files()[2] == before[2]);
    const auto gone = await(pages.retake(u"M01"_s, u"no such page"_s, scanned(encoded(sheet(34), "jpeg"), 1),
                                         domain::FileOrigin::Camera));
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == ErrorCode::NotFound);
}

TEST_CASE("pictures of stored pages come with their edits and are forgotten at sign-out")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    REQUIRE(await(window.intake.addBytes(u"M01"_s, encoded(sheet(1), "jpeg"), u"1.jpg"_s)));
    const QString blob = window.intake.intake().material(u"M01"_s)->files.front().blob;
    desk::PagePreviews& previews = window.workplace.previews();
    CHECK(previews.picture(blob, 0, {78, 110}).isNull());
    int ready = 0;
    QObject::connect(&previews, &desk::PagePreviews::ready, &previews, [&] { ++ready; });
    REQUIRE(waitUntil([&] { return ready > 0; }));
    const QImage small = previews.picture(blob, 0, {78, 110});
    REQUIRE_FALSE(small.isNull());
    CHECK(small.height() == 110);
    CHECK(qRed(small.pixel(10, 60)) > 150);
    CHECK(qBlue(small.pixel(70, 60)) > 150);

    const auto turned = await(previews.fetch(blob, 0, {110, 110}, {.quarterTurns = 1}));
    REQUIRE(turned);
    CHECK(turned->width() > turned->height());
    CHECK(qRed(turned->pixel(50, 10)) > 150); // what was left is on top
    const auto cut = await(previews.fetch(blob, 0, {110, 110}, {.cutLeft = 5000}));
    REQUIRE(cut);
    CHECK(qBlue(cut->pixel(2, 50)) > 150);

    const auto missing = await(previews.fetch(QString(64, u'a'), 0, {50, 50}));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::BlobMissing);
    CHECK(previews.cachedBytes() > 0);
    window.workplace.setPerson({});
    CHECK(previews.cachedBytes() == 0);
}

TEST_CASE("a picture that could not be made for a while is made when what stood in the way is gone")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    REQUIRE(await(window.intake.addBytes(u"M01"_s, encoded(sheet(1), "jpeg"), u"1.jpg"_s)));
    const QString blob = window.intake.intake().material(u"M01"_s)->files.front().blob;
    const QString file = fileOf(at.place.folder.path(), blob);
    REQUIRE_FALSE(file.isEmpty());
    const QString aside = at.place.folder.filePath(u"aside"_s);
    desk::PagePreviews& previews = window.workplace.previews();
    std::optional<ErrorCode> failed;
    QObject::connect(&previews, &desk::PagePreviews::failed, &previews,
                     [&](const QString&, int, const domain::Error& why) { failed = why.code; });
    REQUIRE(QFile::rename(file, aside));
    CHECK(previews.picture(blob, 0, {78, 110}).isNull());
    REQUIRE(waitUntil([&] { return failed.has_value(); }));
    CHECK(failed == ErrorCode::BlobMissing);
    REQUIRE(QFile::rename(aside, file));
    CHECK(waitUntil([&] { return !previews.picture(blob, 0, {78, 110}).isNull(); }));

    // What is wrong with the page itself stays wrong, however often it is painted.
    failed.reset();
    CHECK(previews.picture(blob, 7, {78, 110}).isNull());
    REQUIRE(waitUntil([&] { return failed.has_value(); }));
    CHECK(failed == ErrorCode::FileUnreadable);
}

TEST_CASE("of many requests the newest are answered and the cache stays within its bounds")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    REQUIRE(await(window.intake.addBytes(u"M01"_s, encoded(sheet(1, {1600, 2200}), "jpeg"), u"1.jpg"_s)));
    const QString blob = window.intake.intake().material(u"M01"_s)->files.front().blob;
    desk::PagePreviews& previews = window.workplace.previews();
    std::vector<QFuture<domain::Result<QImage>>> asked;
    for (int i = 0; i < desk::PagePreviews::kMostWaiting + 20; ++i)
        asked.push_back(previews.fetch(blob, 0, {40 + i, 400}));
    const auto last = await(asked.back());
    CHECK(last);
    const auto pushedOut = await(asked.at(1));
    REQUIRE_FALSE(pushedOut);
    CHECK(pushedOut.error().code == ErrorCode::Cancelled);
    for (int i = 0; i < 12; ++i)
        REQUIRE(await(previews.fetch(blob, 0, {1500 + i, 2200})));
    CHECK(previews.cachedBytes() <= desk::PagePreviews::kMostBytes);
}

TEST_CASE("an application of three hundred pages takes hardly more memory than one of thirty")
{
    SignedIn at;
    DeskWindow& window = *at.window;
    window.fillIn(1);
    desk::IntakePages pages(window.workplace, window.intake);
    const auto grow = [&](int from, int to) {
        for (int number = from; number < to; ++number) {
            QImage page = sheet(number % 90, {1240, 1754});
            page.setPixel(number, 5, qRgb(0, 255, 0));
            page.setText(u"number"_s, QString::number(number)); // no two files alike
            REQUIRE(await(
                pages.add(u"M01"_s, scanned(encoded(page, "png"), number), domain::FileOrigin::Scanner)));
            REQUIRE(await(window.workplace.previews().fetch(
                window.intake.intake().material(u"M01"_s)->files.back().blob, 0, {156, 220})));
        }
        const auto bound =
            await(desk::bindPages(window.workplace, &window.workplace, window.intake.intake()));
        REQUIRE(bound);
        REQUIRE(bound->material(u"M01"_s)->bound.has_value());
        CHECK(bound->material(u"M01"_s)->bound->pages == to);
    };
    grow(0, 30);
    const qint64 before = peakMemoryKb();
    grow(30, 300);
    CHECK(peakMemoryKb() - before < 32 * 1024);
}
