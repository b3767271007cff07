// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/wire.h"

#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using ow::domain::ErrorCode;

namespace {

Message answer(const QJsonArray& page, const QByteArray& body)
{
    return {{{u"id"_s, 7}, {u"kind"_s, u"png"_s}, {u"pages"_s, QJsonArray{page}}}, body};
}

ErrorCode errorOf(const Message& message)
{
    const auto findings = readAnswer(message, 7, FileLimits{});
    REQUIRE_FALSE(findings);
    return findings.error().code;
}

} // namespace

TEST_CASE("a message is two frames with big-endian lengths")
{
    const QByteArray expected = QByteArray("\0\0\0\x07", 4) + R"({"a":1})" + QByteArray("\0\0\x01\x02", 4);
    CHECK(messageStart({{u"a"_s, 1}}, 258) == expected);
}

TEST_CASE("messages are put together from single bytes")
{
    MessageReader reader(100);
    for (int round = 0; round < 2; ++round) {
        const QByteArray bytes = messageStart({{u"round"_s, round}}, 3) + "xyz";
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            REQUIRE_FALSE(reader.take());
            REQUIRE(reader.feed(bytes.sliced(i, 1)));
        }
        const auto message = reader.take();
        REQUIRE(message);
        CHECK(message->head[u"round"_s].toInt() == round);
        CHECK(message->body == "xyz");
    }
}

TEST_CASE("a frame that says it is longer than allowed ends the talk before its bytes are kept")
{
    MessageReader bodies(100);
    CHECK_FALSE(bodies.feed(messageStart({}, 101)));
    MessageReader heads(100);
    CHECK_FALSE(heads.feed(QByteArray("\xFF\xFF\xFF\xFF", 4)));
    MessageReader notJson(100);
    CHECK_FALSE(notJson.feed(QByteArray("\0\0\0\x02[]", 6)));
}

TEST_CASE("a second message before the first was taken ends the talk")
{
    MessageReader reader(100);
    const QByteArray message = messageStart({}, 0);
    CHECK_FALSE(reader.feed(message + message));
}

TEST_CASE("a request carries every limit")
{
    FileLimits limits;
    limits.maxBytes = 1;
    limits.maxPages = 2;
    limits.maxPagePixels = 3;
    limits.maxTotalPixels = 4;
    limits.maxThumbnails = 5;
    limits.thumbnail = {6, 7};
    const auto request = readRequest(requestHead({8, limits}));
    REQUIRE(request);
    CHECK(request->id == 8);
    CHECK(request->limits == limits);
    CHECK_FALSE(readRequest({}));
}

TEST_CASE("an answer brings its thumbnails as bare pixels")
{
    QImage thumbnail(2, 1, QImage::Format_RGB888);
    thumbnail.setPixelColor(0, 0, QColor(1, 2, 3));
    thumbnail.setPixelColor(1, 0, QColor(4, 5, 6));
    const Findings findings{FileKind::Tiff, true, {{{20, 10}, thumbnail}, {{30, 40}, {}}}};
    const Message message{answerHead(7, findings), answerBody(findings)};
    CHECK(message.body == QByteArray("\x01\x02\x03\x04\x05\x06", 6));
    const auto read = readAnswer(message, 7, FileLimits{});
    REQUIRE(read);
    CHECK(read->kind == FileKind::Tiff);
    CHECK(read->damaged);
    REQUIRE(read->pages.size() == 2);
    CHECK(read->pages[0].thumbnail == thumbnail);
    CHECK(read->pages[1].size == QSize(30, 40));
    CHECK(read->pages[1].thumbnail.isNull());
}

TEST_CASE("a refusal keeps its reason and only reasons about files are believed")
{
    const auto refused = ow::domain::Result<Findings>(ow::domain::fail(ErrorCode::FileEncrypted, u"why"_s));
    CHECK(errorOf({answerHead(7, refused), {}}) == ErrorCode::FileEncrypted);
    const auto strange = ow::domain::Result<Findings>(ow::domain::fail(ErrorCode::DatabaseCorrupt));
    CHECK(errorOf({answerHead(7, strange), {}}) == ErrorCode::HelperCrashed);
}

TEST_CASE("an answer that breaks the limits or does not add up is not believed")
{
    REQUIRE(readAnswer(answer({9, 9, 1, 1}, "rgb"), 7, FileLimits{}));
    CHECK(errorOf(answer({9, 9, 157, 1}, QByteArray(157 * 3, 'x'))) == ErrorCode::HelperCrashed);
    CHECK(errorOf(answer({9, 9, 1, 1}, "rg")) == ErrorCode::HelperCrashed);
    CHECK(errorOf(answer({9, 9, 1, 1}, "rgbr")) == ErrorCode::HelperCrashed);
    CHECK(errorOf(answer({0, 9, 1, 1}, "rgb")) == ErrorCode::HelperCrashed);
    CHECK(errorOf(answer({9, 9, -1, 1}, "rgb")) == ErrorCode::HelperCrashed);
    CHECK(errorOf(answer({9, 9, 1}, "rgb")) == ErrorCode::HelperCrashed);
    Message other = answer({9, 9, 1, 1}, "rgb");
    other.head[u"id"_s] = 8;
    CHECK(errorOf(other) == ErrorCode::HelperCrashed);
    other = answer({9, 9, 1, 1}, "rgb");
    other.head[u"kind"_s] = u"gif"_s;
    CHECK(errorOf(other) == ErrorCode::HelperCrashed);
}
