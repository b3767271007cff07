// SPDX-License-Identifier: GPL-3.0-or-later
// Materials in chunks: what the centre says it has is on its disk, sealed, and belongs to one device.
#include "center/shown.h"
#include "center/uploader.h"

#include <QDirIterator>
#include <QFile>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

QStringList blobFiles(const CentreBox& box)
{
    QStringList found;
    QDirIterator it(box.data() + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        found << it.next();
    return found;
}

} // namespace

TEST_CASE("a material goes up in chunks and comes back as it was")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(2 * kMiB + 700 * kKiB + 3);
    CHECK(up.ask(paper).status == 404);
    CHECK(up.chunk(paper, 0, kMiB).status == 404);

    const Reply made = up.make(paper);
    CHECK(made.status == 201);
    CHECK(count(made, "upload-offset") == 0);
    CHECK(count(made, "upload-length") == paper.content.size());
    CHECK(made.headers.value("upload-complete") == "?0");
    CHECK(made.headers.value("upload-limit") ==
          "min-append-size=262144, max-append-size=8388608, max-size=67108864, max-age=1209600");
    const Reply first = up.chunk(paper, 0, kMiB);
    CHECK(first.status == 204);
    CHECK(count(first, "upload-offset") == kMiB);
    // Making it again says how far it has come.
    const Reply again = up.make(paper);
    CHECK(again.status == 200);
    CHECK(count(again, "upload-offset") == kMiB);
    const Reply asked = up.ask(paper);
    CHECK(asked.status == 200);
    CHECK(count(asked, "upload-offset") == kMiB);

    CHECK(up.chunk(paper, kMiB, kMiB + 512 * kKiB).status == 204);
    const Reply last = up.chunk(paper, 2 * kMiB + 512 * kKiB, kMiB);
    CHECK(last.status == 204);
    CHECK(last.headers.value("upload-complete") == "?1");
    CHECK(up.ask(paper).status == 204);
    CHECK(up.make(paper).status == 204);
    CHECK(blobFiles(desk.box).size() == 1);

    const QByteArray number = up.nameInCase(paper, 1);
    const Reply read = desk.device.client.get(paper.path() + "?case=" + number);
    CHECK(read.status == 200);
    CHECK(read.raw == paper.content);
    CHECK(read.headers.value("etag") == '"' + paper.id + '"');
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("a chunk at another offset is not taken and the answer says the true one")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(2 * kMiB);
    REQUIRE(up.make(paper).status == 201);
    REQUIRE(up.chunk(paper, 0, 512 * kKiB).status == 204);
    for (const qint64 wrong : {qint64(0), 256 * kKiB, kMiB, 2 * kMiB, 100 * kMiB}) {
        const Reply refused = up.chunk(paper, wrong, 256 * kKiB);
        CHECK(refused.status == 409);
        CHECK(refused.problem() == u"offset_mismatch"_s);
        CHECK(refused.body.value(u"upload_offset"_s).toInteger() == 512 * kKiB);
        CHECK(count(refused, "upload-offset") == 512 * kKiB);
    }
    CHECK(up.offset(paper) == 512 * kKiB);
    up.finish(paper);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("of a chunk with a wrong hash nothing is kept")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(3 * kMiB);
    REQUIRE(up.make(paper).status == 201);
    REQUIRE(up.chunk(paper, 0, kMiB).status == 204);
    const Reply wrong =
        desk.device.client.patch(paper.path(), paper.content.mid(kMiB, kMiB),
                                 {{"Upload-Offset", "1048576"}, {"X-Content-SM3", QByteArray(64, '0')}});
    CHECK(wrong.status == 422);
    CHECK(wrong.problem() == u"chunk_mismatch"_s);
    CHECK(up.offset(paper) == kMiB);
    up.finish(paper);
    const QByteArray number = up.nameInCase(paper, 1);
    CHECK(desk.device.client.get(paper.path() + "?case=" + number).raw == paper.content);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("a whole with another hash than was told is destroyed")
{
    Desk desk;
    Uploader up(desk);
    Material paper = up.material(kMiB);
    const QByteArray right = paper.sm3;
    paper.sm3 = QByteArray(64, '0');
    REQUIRE(up.make(paper).status == 201);
    const Reply last = up.chunk(paper, 0, kMiB);
    CHECK(last.status == 422);
    CHECK(last.problem() == u"hash_mismatch"_s);
    CHECK(up.ask(paper).status == 404);
    CHECK(blobFiles(desk.box).isEmpty());
    paper.sm3 = right;
    REQUIRE(up.make(paper).status == 201);
    up.finish(paper);
    // The same id for another content is refused while and after it is there.
    Material other = up.material(kMiB + 1);
    CHECK(up.make(other).problem() == u"blob_conflict"_s);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("a chunk is a multiple of 256 KiB and at most 8 MiB unless it is the last")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(9 * kMiB + 5);
    REQUIRE(up.make(paper).status == 201);
    CHECK(up.chunk(paper, 0, 256 * kKiB - 1).problem() == u"malformed"_s);
    CHECK(up.chunk(paper, 0, 256 * kKiB + 1).problem() == u"malformed"_s);
    CHECK(up.chunk(paper, 0, 0).problem() == u"malformed"_s);
    CHECK(up.chunk(paper, 0, 8 * kMiB + 256 * kKiB).status == 413);
    CHECK(up.offset(paper) == 0);
    CHECK(up.chunk(paper, 0, 8 * kMiB).status == 204);
    CHECK(up.chunk(paper, 8 * kMiB, 8 * kMiB).status == 204);
    CHECK(up.ask(paper).status == 204);
    const Reply noOffset = desk.device.client.patch(paper.path(), "x", {{"X-Content-SM3", paper.sm3}});
    CHECK(noOffset.body.value(u"field"_s).toString() == u"Upload-Offset"_s);
    const Reply noHash = desk.device.client.patch(paper.path(), "x", {{"Upload-Offset", "0"}});
    CHECK(noHash.body.value(u"field"_s).toString() == u"X-Content-SM3"_s);
    const Reply body = desk.device.client.post(
        "/v1/blobs", "x",
        {{"X-Blob-Id", QByteArray(64, 'e')}, {"X-Content-SM3", paper.sm3}, {"Upload-Length", "1"}});
    CHECK(body.status == 400);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("an upload is seen and continued by the device that made it only")
{
    Desk desk;
    Uploader up(desk);
    TestDevice other(desk.box);
    other.enrol(u"W04"_s);
    const Material paper = up.material(kMiB);
    REQUIRE(up.make(paper).status == 201);
    REQUIRE(up.chunk(paper, 0, 512 * kKiB).status == 204);
    CHECK(other.client.head(paper.path()).status == 404);
    CHECK(up.chunkAs(other, paper, 512 * kKiB, 512 * kKiB).status == 404);
    CHECK(up.offset(paper) == 512 * kKiB);
    up.finish(paper);
    CHECK(other.client.head(paper.path()).status == 404);
    const QByteArray number = up.nameInCase(paper, 1);
    CHECK(other.client.get(paper.path() + "?case=" + number).status == 404);
    CHECK(other.client.head(paper.path() + "?case=" + number).status == 404);
    // Nor through a case that does not name it, or is none.
    REQUIRE(outcomeWord(desk.device.push({desk.device.receive(2)}), 0) == u"accepted"_s);
    const QByteArray elsewhere = desk.device.numberOf(2).toLatin1();
    for (const QByteArray& wrong : {elsewhere, QByteArray("JT62-W03-20200101-0001-3")})
        CHECK(desk.device.client.get(paper.path() + "?case=" + wrong).status == 404);
    CHECK(desk.device.client.get(paper.path()).status == 400);
    CHECK(desk.device.client.get("/v1/blobs/" + QByteArray(64, 'd') + "?case=" + number).status == 404);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("part of a material is read by a range")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(2 * kMiB + 100);
    REQUIRE(up.make(paper).status == 201);
    up.finish(paper);
    const QByteArray url = paper.path() + "?case=" + up.nameInCase(paper, 1);
    const auto get = [&](const QByteArray& range) { return desk.device.client.get(url, {{"Range", range}}); };
    // Across the end of a segment, at both ends of the whole, and the last bytes.
    for (const auto& [range, first, last] :
         {std::tuple{QByteArray("bytes=1048570-1048585"), qint64(1048570), qint64(1048585)},
          std::tuple{QByteArray("bytes=0-0"), qint64(0), qint64(0)},
          std::tuple{QByteArray("bytes=2097000-"), qint64(2097000), qint64(2097251)},
          std::tuple{QByteArray("bytes=2097200-9999999"), qint64(2097200), qint64(2097251)},
          std::tuple{QByteArray("bytes=-50"), qint64(2097202), qint64(2097251)}}) {
        const Reply part = get(range);
        INFO(range.toStdString());
        CHECK(part.status == 206);
        CHECK(part.raw == paper.content.mid(first, last - first + 1));
        CHECK(part.headers.value("content-range") ==
              "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + "/2097252");
    }
    const Reply outside = get("bytes=2097252-");
    CHECK(outside.status == 416);
    CHECK(outside.headers.value("content-range") == "bytes */2097252");
    CHECK(get("bytes=0-1,5-6").status == 200);
    CHECK(get("pages=1-2").status == 200);
    CHECK(desk.device.client.get(url, {{"Range", "bytes=0-9"}, {"If-Range", "\"another\""}}).status == 200);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("unfinished uploads of one device are bounded in number and in bytes")
{
    Desk desk;
    Uploader up(desk);
    const auto make = [&desk](int number, qint64 length) {
        return desk.device.client.post("/v1/blobs", QByteArray(),
                                       {{"X-Blob-Id", QByteArray::number(number).rightJustified(64, '0')},
                                        {"X-Content-SM3", QByteArray(64, 'a')},
                                        {"Upload-Length", QByteArray::number(length)}});
    };
    CHECK(make(1, 64 * kMiB + 1).status == 413);
    for (int i = 1; i <= 8; ++i)
        CHECK(make(i, 64 * kMiB).status == 201);
    const Reply bytes = make(9, 1);
    CHECK(bytes.status == 429);
    CHECK(bytes.problem() == u"upload_quota"_s);
    CHECK(count(bytes, "retry-after") > 0);
    CHECK(make(8, 64 * kMiB).status == 200);
    // Another device has room of its own.
    TestDevice other(desk.box);
    other.enrol(u"W04"_s);
    int made = 0;
    for (int i = 0; i < 40; ++i)
        made += up.makeAs(other, {QByteArray("x"), QByteArray::number(i).rightJustified(64, '0'),
                                  QByteArray(64, 'a')})
                            .status == 201
                    ? 1
                    : 0;
    CHECK(made == 32);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("with too little room on the disk no upload is begun")
{
    CentreBox box;
    box.start({u"--free-floor"_s, u"1000000000"_s}); // MiB, more than any disk has
    TestDevice device(box);
    device.enrol(u"W03"_s);
    const Reply refused = device.client.post(
        "/v1/blobs", QByteArray(),
        {{"X-Blob-Id", QByteArray(64, 'a')}, {"X-Content-SM3", QByteArray(64, 'a')}, {"Upload-Length", "5"}});
    CHECK(refused.status == 507);
    CHECK(refused.problem() == u"no_space"_s);
    CHECK(count(refused, "retry-after") > 0);
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("a partial upload is sealed on the disk")
{
    Desk desk;
    Uploader up(desk);
    Material paper{QByteArray("%PDF-1.7 page ").repeated(100'000), QByteArray(64, 'c'), {}};
    paper.sm3 = desk.device.provider->sm3(paper.content).toHex();
    REQUIRE(up.make(paper).status == 201);
    REQUIRE(up.chunk(paper, 0, kMiB).status == 204);
    CHECK(blobFiles(desk.box).size() == 2);
    for (const QString& path : blobFiles(desk.box)) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK_FALSE(bytes.contains("%PDF-1.7 page"));
        CHECK_FALSE(bytes.contains(desk.device.id.toUtf8()));
        CHECK_FALSE(path.contains(desk.device.id));
    }
    up.finish(paper);
    CHECK(blobFiles(desk.box).size() == 1);
}
