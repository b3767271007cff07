// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of uploads by their files alone, and what is swept.
#include "center/blobsweep.h"
#include "center/byterange.h"
#include "center/shown.h"
#include "center/uploader.h"
#include "center/uploads.h"
#include "support/manualclock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace ow;
using namespace ow::center;
using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

const QString kDevice = u"11111111-2222-4333-8444-555555555555"_s;
const QString kBlob = QString(64, u'a');
constexpr qint64 kDayMs = 24LL * 3600 * 1000;

struct Shelf
{
    Shelf()
    {
        REQUIRE(folder.isValid());
        auto made = Vault::create(folder.filePath(u"key"_s));
        REQUIRE(made);
        vault = std::make_unique<Vault>(std::move(*made));
        open();
    }

    void open()
    {
        uploads.reset();
        auto opened = Uploads::open(folder.filePath(u"partial"_s), *vault, limits);
        REQUIRE(opened);
        uploads = std::move(*opened);
    }

    [[nodiscard]] UploadHead head(qint64 length, const QString& blob = kBlob) const
    {
        return {kDevice, blob, length, QByteArray(32, 's'), clock.utcMs()};
    }

    /// One chunk that is taken.
    void take(const QByteArray& content, qint64 offset, qint64 size)
    {
        auto claim = uploads->claim(kDevice, kBlob, offset, size);
        REQUIRE(claim);
        REQUIRE((*claim)->append(QByteArrayView(content).sliced(offset, size)));
        REQUIRE((*claim)->commit(clock.utcMs()));
    }

    [[nodiscard]] QByteArray read()
    {
        const auto state = uploads->find(kDevice, kBlob);
        REQUIRE(state);
        auto claim = uploads->claim(kDevice, kBlob, state->offset, state->length - state->offset);
        REQUIRE(claim);
        QByteArray all;
        REQUIRE((*claim)->read([&all](const QByteArray& piece) -> domain::Result<void> {
            all += piece;
            return {};
        }));
        return all;
    }

    [[nodiscard]] QString file(const QString& ending) const
    {
        const QStringList names =
            QDir(folder.filePath(u"partial"_s)).entryList({u"*."_s + ending}, QDir::Files);
        REQUIRE(names.size() == 1);
        return folder.filePath(u"partial/"_s + names.front());
    }

    [[nodiscard]] qint64 offset() const
    {
        const auto state = uploads->find(kDevice, kBlob);
        return state ? state->offset : -1;
    }

    QTemporaryDir folder;
    ManualClock clock;
    UploadLimits limits;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Uploads> uploads;
};

void cutBy(const QString& path, qint64 bytes)
{
    QFile file(path);
    REQUIRE(file.resize(file.size() - bytes));
}

void add(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::Append));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("after a restart an upload is where its last mark says")
{
    Shelf shelf;
    const QByteArray content = noise(kMiB + 700);
    REQUIRE(shelf.uploads->make(shelf.head(content.size())));
    shelf.take(content, 0, 512 * kKiB);
    shelf.take(content, 512 * kKiB, 256 * kKiB);
    shelf.open();
    CHECK(shelf.offset() == 768 * kKiB);
    // Behind the mark lies what a crash left of a chunk: pieces, a torn mark.
    add(shelf.file(u"data"_s), noise(300'000));
    add(shelf.file(u"head"_s), QByteArray(20, 'x'));
    shelf.open();
    CHECK(shelf.offset() == 768 * kKiB);
    shelf.take(content, 768 * kKiB, 256 * kKiB);
    shelf.open();
    shelf.take(content, kMiB, 700);
    CHECK(shelf.read() == content);
    shelf.open();
    CHECK(shelf.read() == content);
}

TEST_CASE("a mark whose pieces are not all there does not count")
{
    Shelf shelf;
    const QByteArray content = noise(kMiB);
    REQUIRE(shelf.uploads->make(shelf.head(content.size())));
    shelf.take(content, 0, 256 * kKiB);
    shelf.take(content, 256 * kKiB, 512 * kKiB);
    cutBy(shelf.file(u"data"_s), 1);
    shelf.open();
    CHECK(shelf.offset() == 256 * kKiB);
    shelf.take(content, 256 * kKiB, 768 * kKiB);
    CHECK(shelf.read() == content);
    QFile::remove(shelf.file(u"data"_s));
    shelf.open();
    CHECK(shelf.offset() == 0);
}

TEST_CASE("an upload whose head was changed is removed at the start and a changed piece does not open")
{
    Shelf shelf;
    const QByteArray content = noise(512 * kKiB);
    REQUIRE(shelf.uploads->make(shelf.head(content.size())));
    shelf.take(content, 0, content.size());
    QFile data(shelf.file(u"data"_s));
    REQUIRE(data.open(QIODevice::ReadWrite));
    REQUIRE(data.seek(300'000));
    REQUIRE(data.write("changed") == 7);
    data.close();
    auto claim = shelf.uploads->claim(kDevice, kBlob, content.size(), 0);
    REQUIRE(claim);
    const auto read = (*claim)->read([](const QByteArray&) -> domain::Result<void> { return {}; });
    REQUIRE_FALSE(read);
    CHECK(read.error().code == domain::ErrorCode::SealBroken);
    claim->reset();
    QFile head(shelf.file(u"head"_s));
    REQUIRE(head.open(QIODevice::ReadWrite));
    REQUIRE(head.seek(40));
    REQUIRE(head.write("changed") == 7);
    head.close();
    shelf.open();
    CHECK(shelf.offset() == -1);
    CHECK(QDir(shelf.folder.filePath(u"partial"_s)).isEmpty());
}

TEST_CASE("a claim that was overtaken takes nothing and its caller is told to close")
{
    Shelf shelf;
    const QByteArray content = noise(kMiB);
    REQUIRE(shelf.uploads->make(shelf.head(content.size())));
    auto older = shelf.uploads->claim(kDevice, kBlob, 0, 512 * kKiB);
    REQUIRE(older);
    bool closed = false;
    (*older)->onOvertaken([&closed] { closed = true; });
    REQUIRE((*older)->append(QByteArrayView(content).first(300'000)));
    auto newer = shelf.uploads->claim(kDevice, kBlob, 0, 256 * kKiB);
    REQUIRE(newer);
    CHECK(closed);
    const auto late = (*older)->append(QByteArrayView(content).first(10));
    REQUIRE_FALSE(late);
    CHECK(late.error().code == domain::ErrorCode::Cancelled);
    CHECK_FALSE((*older)->commit(1));
    older->reset();
    CHECK(shelf.offset() == 0);
    REQUIRE((*newer)->append(QByteArrayView(content).first(256 * kKiB)));
    REQUIRE((*newer)->commit(2));
    CHECK(shelf.offset() == 256 * kKiB);
    // Let in at an offset that is no longer true when it begins: nothing either.
    auto third = shelf.uploads->claim(kDevice, kBlob, 256 * kKiB, 256 * kKiB);
    REQUIRE(third);
    shelf.uploads->remove(kDevice, kBlob);
    CHECK_FALSE((*third)->append(QByteArrayView(content).first(10)));
    CHECK(QDir(shelf.folder.filePath(u"partial"_s)).isEmpty());
}

TEST_CASE("all unfinished uploads together are bounded")
{
    Shelf shelf;
    shelf.limits.bytesInAll = 10 * kMiB;
    shelf.open();
    for (int i = 0; i < 10; ++i) {
        UploadHead head = shelf.head(kMiB);
        head.device = QString::number(i);
        CHECK(shelf.uploads->make(head));
    }
    const auto refused = shelf.uploads->make(shelf.head(1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().status == 503);
    CHECK(refused.error().cls == "uploads_full"_L1);
    shelf.uploads->remove(u"3"_s, kBlob);
    CHECK(shelf.uploads->make(shelf.head(1)));
}

TEST_CASE("uploads untouched for fourteen days and files without a row are swept")
{
    Shelf shelf;
    auto blobs = BlobStore::open(shelf.folder.filePath(u"blobs"_s), *shelf.vault);
    REQUIRE(blobs);
    auto database = DatabaseThread::start([path = shelf.folder.filePath(u"centre.sqlite"_s)] {
        return Store::open(DatabaseAddress::sqlite(path));
    });
    REQUIRE(database);
    BlobSweep sweep(*shelf.uploads, *blobs, **database, shelf.clock);
    shelf.clock.setUtcMs(QDateTime::currentMSecsSinceEpoch()); // files have the system's time

    const QByteArray content = noise(512 * kKiB);
    REQUIRE(shelf.uploads->make(shelf.head(content.size())));
    REQUIRE(shelf.uploads->make(shelf.head(content.size(), QString(64, u'b'))));
    auto orphan = blobs->begin(QString(64, u'c'));
    REQUIRE(orphan);
    REQUIRE((*orphan)->complete());
    REQUIRE(blobs->keep(**orphan));
    REQUIRE(QFile::exists(blobs->path(QString(64, u'c'))));

    auto swept = sweep.run();
    REQUIRE(swept);
    CHECK(swept->uploads + swept->orphans == 0);
    shelf.clock.advance(BlobSweep::kOrphanAgeMs + 60'000);
    swept = sweep.run();
    REQUIRE(swept);
    CHECK(swept->orphans == 1);
    CHECK(swept->uploads == 0);
    CHECK_FALSE(QFile::exists(blobs->path(QString(64, u'c'))));
    // One is touched on the tenth day, which a restart does not forget.
    shelf.clock.advance(9 * kDayMs);
    shelf.take(content, 0, 256 * kKiB);
    shelf.open();
    shelf.clock.advance(5 * kDayMs);
    CHECK(shelf.uploads->sweep(shelf.clock.utcMs()) == 1);
    CHECK(shelf.offset() == 256 * kKiB);
    shelf.clock.advance(10 * kDayMs);
    CHECK(shelf.uploads->sweep(shelf.clock.utcMs()) == 1);
    CHECK(shelf.offset() == -1);
    CHECK(QDir(shelf.folder.filePath(u"partial"_s)).isEmpty());
}

TEST_CASE("a range is read as RFC 9110 says")
{
    using Kind = RangeWish::Kind;
    const auto kind = [](const char* text) { return readRange(text, 100).kind; };
    CHECK(readRange("bytes=0-0", 100).part == ByteRange{0, 0});
    CHECK(readRange("bytes=10-", 100).part == ByteRange{10, 99});
    CHECK(readRange("bytes=-200", 100).part == ByteRange{0, 99});
    CHECK(readRange("bytes=99-500", 100).part == ByteRange{99, 99});
    for (const char* outside : {"bytes=100-", "bytes=100-100", "bytes=-0"})
        CHECK(kind(outside) == Kind::Outside);
    for (const char* none : {"", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=1-2,4-5",
                             "lines=1-2", "bytes=1-2x", "bytes= 1-2", "bytes=99999999999999999999-"})
        CHECK(kind(none) == Kind::Whole);
    CHECK(readRange("bytes=-5", 0).kind == Kind::Outside);
}
