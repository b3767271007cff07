// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicewire.h"
#include "devices/helper/vendorlibrary.h"
#include "devices/helpercardreader.h"
#include "devices/simulatedcardreader.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QThread>

#include <catch2/catch.hpp>

namespace ow::devices {

namespace {

using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::Result;

const QString kName = QStringLiteral("张建国");
const QString kNumber = QStringLiteral("11010519491231002X");

HelperCardReaderOptions options(const QString& table)
{
    HelperCardReaderOptions made;
    made.helper = QString::fromUtf8(OW_DEVICE_HELPER);
    made.table = VendorTable::builtIn(table).value();
    made.table.library = QString::fromUtf8(OW_FAKE_READER);
    made.patience = 10s;
    made.grace = 10s;
    return made;
}

void setMood(const char* mood)
{
    qputenv("OW_FAKE_READER_MOOD", mood);
}

template <class T> Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished(); // always ends: that is the promise
    return future.result();
}

Result<IdCard> readWith(const char* mood, HelperCardReaderOptions made = options(QStringLiteral("cvr")))
{
    setMood(mood);
    HelperCardReader reader(std::move(made));
    return answerOf(reader.read());
}

} // namespace

TEST_CASE("a card is read through a maker's library of fields in GB18030")
{
    const auto card = readWith("");
    INFO((card ? QString() : card.error().detail).toStdString());
    REQUIRE(card);
    CHECK(card->name == kName);
    CHECK(card->number == kNumber);
    CHECK(card->address == QStringLiteral("甘肃省兰州市"));
    CHECK(card->validFrom == QDate(2016, 5, 1));
    CHECK(card->validUntil.isNull()); // 长期
    CHECK(card->isValidOn(QDate(2099, 1, 1)));
    CHECK_FALSE(card->isValidOn(QDate(2016, 4, 30)));
}

TEST_CASE("a card is read through a maker's library that gives the text block of the card")
{
    const auto card = readWith("", options(QStringLiteral("sdt")));
    INFO((card ? QString() : card.error().detail).toStdString());
    REQUIRE(card);
    CHECK(card->name == QStringLiteral("王二"));
    CHECK(card->number == QStringLiteral("62010219850612321X"));
    CHECK(card->address == QStringLiteral("甘肃省兰州市城关区样卡路八号"));
    CHECK(card->validUntil == QDate(2039, 3, 12));
}

TEST_CASE("a library that miscounts its text is read up to its end")
{
    const auto card = readWith("miscount");
    // A negative length says there is no text; a card without a name is not taken for one.
    REQUIRE_FALSE((card && card->name != kName));
}

TEST_CASE("a library that crashes hangs or ends the process costs its own card only")
{
    for (const char* mood : {"crash", "exit"}) {
        setMood(mood);
        HelperCardReader reader(options(QStringLiteral("cvr")));
        const auto lost = answerOf(reader.read());
        REQUIRE_FALSE(lost);
        CHECK(lost.error().code == ErrorCode::ReaderFailed);
        setMood("");
        CHECK(answerOf(reader.read())); // the very next card is read
    }
    auto impatient = options(QStringLiteral("cvr"));
    impatient.patience = 200ms;
    impatient.grace = 200ms;
    const auto hung = readWith("hang", impatient);
    REQUIRE_FALSE(hung);
    CHECK(hung.error().code == ErrorCode::ReaderFailed);
}

TEST_CASE("no card in time and a card that cannot be read are told apart from a broken reader")
{
    auto impatient = options(QStringLiteral("cvr"));
    impatient.patience = 50ms;
    CHECK(readWith("nocard", impatient).error().code == ErrorCode::CardAbsent);
    CHECK(readWith("unreadable").error().code == ErrorCode::CardUnreadable);
    CHECK(readWith("nameless").error().code == ErrorCode::CardUnreadable);
    CHECK(readWith("noport").error().code == ErrorCode::ReaderFailed);
    CHECK(readWith("overlong").error().code == ErrorCode::ReaderFailed);
    CHECK(readWith("later"));
    auto missing = options(QStringLiteral("cvr"));
    missing.table.library = QStringLiteral("/nowhere/libnone.so");
    CHECK(readWith("", missing).error().code == ErrorCode::ReaderFailed);
    auto other = options(QStringLiteral("cvr"));
    other.table.nameField = QStringLiteral("NoSuchFunction");
    CHECK(readWith("", other).error().code == ErrorCode::ReaderFailed);
    auto helperless = options(QStringLiteral("cvr"));
    helperless.helper = QStringLiteral("/nowhere/onewindow-device");
    CHECK(readWith("", helperless).error().code == ErrorCode::ReaderFailed);
}

TEST_CASE("reading is stopped by a person at any time and the reader goes on")
{
    setMood("nocard");
    HelperCardReader reader(options(QStringLiteral("cvr")));
    std::stop_source stop;
    auto waiting = reader.read(stop.get_token());
    CHECK(answerOf(reader.read()).error().code == ErrorCode::NotAllowed); // one card at a time
    stop.request_stop();
    CHECK(answerOf(waiting).error().code == ErrorCode::Cancelled);
    setMood("");
    CHECK(answerOf(reader.read()));
    std::stop_source before;
    before.request_stop();
    CHECK(answerOf(reader.read(before.get_token())).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a reader that goes while a card is awaited answers who waits")
{
    setMood("hang");
    QFuture<Result<IdCard>> waiting;
    {
        HelperCardReader reader(options(QStringLiteral("cvr")));
        waiting = reader.read();
    }
    CHECK(answerOf(waiting).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a reader that is put aside says when its helper is gone")
{
    setMood("hang");
    HelperCardReader reader(options(QStringLiteral("cvr")));
    const auto waiting = reader.read();
    QFuture<void> ended = reader.retire();
    ended.waitForFinished();
    CHECK(answerOf(waiting).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a probe opens the reader and waits for no card")
{
    setMood("nocard");
    HelperCardReader reader(options(QStringLiteral("cvr")));
    CHECK(answerOf(reader.probe()));
    setMood("noport");
    CHECK(answerOf(reader.probe()).error().code == ErrorCode::ReaderFailed);
}

TEST_CASE("the tables of makers survive being written and read and refuse slips by name")
{
    for (const QString& name : VendorTable::builtInNames()) {
        VendorTable table = VendorTable::builtIn(name).value();
        CHECK(VendorTable::fromJson(table.toJson()).error().field == u"library");
        table.library = QStringLiteral("/opt/reader/lib.so");
        const auto again = VendorTable::fromJson(table.toJson());
        REQUIRE(again);
        CHECK(again->toJson() == table.toJson());
    }
    QJsonObject object = VendorTable::builtIn(QStringLiteral("cvr"))->toJson();
    object.insert(QStringLiteral("library"), QStringLiteral("lib.so"));
    for (const char* member : {"open", "find", "read", "nameField", "ports", "style", "encoding"}) {
        QJsonObject broken = object;
        broken.insert(QString::fromLatin1(member), QStringLiteral("not ; a name"));
        const auto refused = VendorTable::fromJson(broken);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == QString::fromLatin1(member));
    }
}

TEST_CASE("frames are put together from any pieces and too long ones are refused")
{
    const QJsonObject object{{QStringLiteral("name"), kName}};
    const QByteArray bytes = frame(object) + frame(object);
    FrameReader reader;
    int taken = 0;
    for (const char byte : bytes) {
        REQUIRE(reader.feed(QByteArray(1, byte)));
        if (const auto got = reader.take()) {
            CHECK(*got == object);
            ++taken;
        }
    }
    CHECK(taken == 2);
    FrameReader bounded;
    CHECK_FALSE(bounded.feed(QByteArray("\x7f\xff\xff\xff", 4)));
    FrameReader strict;
    CHECK_FALSE(strict.feed(QByteArray("\0\0\0\2[]", 6)));
}

TEST_CASE("an answer that no card holds is refused")
{
    QJsonObject answer = answerToJson(IdCard{kName, kNumber, {}, {}, {}});
    REQUIRE(answerFromJson(answer));
    answer.insert(QStringLiteral("name"), QString(300, u'A'));
    CHECK(answerFromJson(answer).error().code == ErrorCode::ReaderFailed);
    answer.insert(QStringLiteral("name"), QString(QChar(7)));
    CHECK(answerFromJson(answer).error().code == ErrorCode::ReaderFailed);
    CHECK(answerFromJson({{QStringLiteral("error"), QStringLiteral("ledger.failed")}}).error().code ==
          ErrorCode::ReaderFailed); // a helper cannot claim other faults
}

TEST_CASE("a text block that is cut short is no card")
{
    CHECK(cardFromBlock(QByteArray(100, ' ')).error().code == ErrorCode::CardUnreadable);
    CHECK(cardDate(QStringLiteral("2019.03.12")) == QDate(2019, 3, 12));
    CHECK(cardDate(QStringLiteral("长期")).isNull());
}

TEST_CASE("the simulated reader puts its cards down in turn")
{
    SimulatedCardReader reader(SimulatedCardReader::sampleCards());
    const auto first = answerOf(reader.read());
    const auto second = answerOf(reader.read());
    REQUIRE((first && second));
    CHECK(first->number != second->number);
    CHECK(answerOf(reader.read()) == first);
    reader.failNext(ErrorCode::CardUnreadable);
    CHECK(answerOf(reader.read()).error().code == ErrorCode::CardUnreadable);
    CHECK(answerOf(reader.read()));
    SimulatedCardReader none({});
    CHECK(answerOf(none.read()).error().code == ErrorCode::CardAbsent);
}

} // namespace ow::devices
