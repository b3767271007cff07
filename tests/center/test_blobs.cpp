// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/shown.h"
#include "center/testdevice.h"

#include <QCborArray>
#include <QDirIterator>
#include <QFile>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    Desk()
    {
        box.start();
        device.enrol(u"W03"_s);
    }

    Reply put(const QByteArray& content, const QByteArray& id, const QByteArray& sm3)
    {
        return device.client.post("/v1/blobs", content, {{"X-Blob-Id", id}, {"X-Content-SM3", sm3}});
    }

    QByteArray sm3(const QByteArray& content) const { return device.provider->sm3(content).toHex(); }

    QStringList files() const
    {
        QStringList found;
        QDirIterator it(box.data() + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            found << it.next();
        return found;
    }

    CentreBox box;
    TestDevice device{box};
};

} // namespace

TEST_CASE("a blob is kept sealed and once and makes its entry complete")
{
    Desk desk;
    // Over a segment's size, so that more than one is sealed.
    const QByteArray content = QByteArray("%PDF-1.7 page ").repeated(200'000);
    const QByteArray id(64, 'c');
    auto received = desk.device.receive(1);
    Wish supply;
    supply.kind = u"supply"_s;
    supply.caseNumber = desk.device.numberOf(1);
    supply.base = received.entry.header.id;
    supply.blobs = {{QString::fromLatin1(id), content.size()}};
    supply.what = {{u"intake"_s, ow::record::parseBody(*received.bodyBytes)->what.value(u"intake"_s)}};
    const Reply pushed = desk.device.push({received, desk.device.write(supply)});
    CHECK(outcomeWord(pushed, 1) == u"accepted"_s);
    CHECK(outcome(pushed, 1).value(u"blobs_missing"_s).toArray() == QCborArray{QString::fromLatin1(id)});
    CHECK(desk.device.client.head("/v1/blobs/" + id).status == 404);
    CHECK(desk.box.exported().at(0).value(u"blobs_missing"_s).toInteger() == 1);

    CHECK(desk.put(content, id, desk.sm3(content)).status == 204);
    CHECK(desk.put(content, id, desk.sm3(content)).status == 204);
    CHECK(desk.device.client.head("/v1/blobs/" + id).status == 204);
    CHECK(desk.box.exported().at(0).value(u"blobs_complete"_s).toInteger() == 1);
    REQUIRE(desk.files().size() == 1);
    QFile file(desk.files().at(0));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.size() > content.size());
    CHECK_FALSE(file.readAll().contains("%PDF-1.7 page"));
    const QCborArray shown = desk.device.client.get("/v1/cases/" + desk.device.numberOf(1).toLatin1())
                                 .body.value(u"entries"_s)
                                 .toArray();
    CHECK(shown.at(1).toMap().value(u"blobs"_s).toArray().at(0).toMap().value(u"complete"_s).toBool());
    CHECK(desk.device.client.get("/v1/blobs/" + id + "?case=" + desk.device.numberOf(1).toLatin1()).raw ==
          content);
    const QByteArray chunked(64, 'd');
    REQUIRE(desk.device.client
                .post("/v1/blobs", QByteArray(),
                      {{"X-Blob-Id", chunked}, {"X-Content-SM3", desk.sm3("paper")}, {"Upload-Length", "5"}})
                .status == 201);
    CHECK(desk.device.client
              .patch("/v1/blobs/" + chunked, "paper",
                     {{"Upload-Offset", "0"}, {"X-Content-SM3", desk.sm3("paper")}})
              .status == 204);
    // With these every operation of the contract has been answered well once.
    CHECK(desk.device.client.get("/v1/state").status == 200);
    CHECK(desk.device.client.get("/v1/feed/JT62").status == 200);
    CHECK(desk.device.client.get("/v1/people").status == 200);
    CHECK(desk.device.client.get("/v1/guides").status == 200);
    CHECK(desk.device.client.get("/v1/proposals").status == 200);
    CHECK(desk.device.client.get("/health").status == 200);
    CHECK(desk.device.client.get("/metrics").status == 200);
    CHECK(desk.device.client
              .get("/public/v1/progress?number=" + desk.device.numberOf(1).toLatin1() + "&last4=6537")
              .status == 200);
    CHECK(desk.box.contractFaults(true).toStdString() == "");
}

TEST_CASE("a blob with a wrong hash is refused and nothing of it stays")
{
    Desk desk;
    const QByteArray content(3'000'000, 'p');
    const Reply wrong = desk.put(content, QByteArray(64, 'a'), QByteArray(64, '0'));
    CHECK(wrong.status == 422);
    CHECK(wrong.problem() == u"hash_mismatch"_s);
    CHECK(desk.files().isEmpty());
    CHECK(desk.device.client.head("/v1/blobs/" + QByteArray(64, 'a')).status == 404);
    CHECK(desk.put(content, QByteArray(64, 'a'), desk.sm3(content)).status == 204);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("another content under a blob's id is refused and the first stays")
{
    Desk desk;
    const QByteArray id(64, 'a');
    REQUIRE(desk.put("first", id, desk.sm3("first")).status == 204);
    const QByteArray before = desk.files().at(0).toUtf8();
    const Reply other = desk.put("other", id, desk.sm3("other"));
    CHECK(other.status == 409);
    CHECK(other.problem() == u"blob_conflict"_s);
    CHECK(desk.files() == QStringList{QString::fromUtf8(before)});
    CHECK(desk.put("first", id, desk.sm3("first")).status == 204);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("blob headers are checked before a byte of the body is taken")
{
    Desk desk;
    CHECK(desk.put("x", "../../../../etc/passwd", desk.sm3("x")).problem() == u"malformed"_s);
    CHECK(desk.put("x", QByteArray(64, 'A'), desk.sm3("x")).problem() == u"malformed"_s);
    CHECK(desk.put("x", QByteArray(64, 'a'), "00").body.value(u"field"_s).toString() == u"X-Content-SM3"_s);
    const Reply large = desk.put(QByteArray((64 << 20) + 1, 'x'), QByteArray(64, 'a'), QByteArray(64, 'b'));
    CHECK(large.status == 413);
    CHECK(desk.files().isEmpty());
    CHECK(desk.put({}, QByteArray(64, 'a'), desk.sm3({})).status == 204);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("what a crash left of a blob on its way in is cleared at the next start")
{
    Desk desk;
    desk.box.kill();
    QFile left(desk.box.data() + u"/blobs/incoming/left"_s);
    REQUIRE(left.open(QIODevice::WriteOnly));
    left.close();
    desk.box.start();
    CHECK(desk.files().isEmpty());
}
