// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scanwire.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using ow::domain::ErrorCode;

namespace {

ScannedPage samplePage()
{
    ScannedPage page;
    page.bytes = "\xFF\xD8 a page";
    page.mime = u"image/jpeg"_s;
    page.size = {2480, 3507};
    page.dpi = 300;
    page.number = 7;
    page.incomplete = true;
    page.skewHint = -120;
    page.thumbnail = QImage(155, 220, QImage::Format_RGB888); // rows padded to four bytes
    page.thumbnail.fill(Qt::red);
    return page;
}

Message messageOf(const ScannedPage& page)
{
    return {scanPageHead(page), scanPageBody(page)};
}

ErrorCode refusalOf(const Message& message, const ScanLimits& limits = {})
{
    const auto reply = readScanReply(message, limits);
    REQUIRE_FALSE(reply);
    return reply.error().code;
}

} // namespace

TEST_CASE("a scanned page comes over the wire as it was")
{
    const ScannedPage sent = samplePage();
    const auto reply = readScanReply(messageOf(sent), {});
    REQUIRE(reply);
    const auto* page = std::get_if<ScannedPage>(&*reply);
    REQUIRE(page != nullptr);
    CHECK(page->bytes == sent.bytes);
    CHECK(page->size == sent.size);
    CHECK(page->dpi == 300);
    CHECK(page->number == 7);
    CHECK(page->incomplete);
    CHECK(page->skewHint == -120);
    CHECK(page->thumbnail == sent.thumbnail);
}

TEST_CASE("a scan helper that a driver has broken is not believed")
{
    const Message good = messageOf(samplePage());
    const auto with = [&](const QString& key, const QJsonValue& value) {
        Message message = good;
        message.head[key] = value;
        return message;
    };
    ScanLimits narrow;
    narrow.maxPagePixels = 1'000'000;
    CHECK(refusalOf(good, narrow) == ErrorCode::ScannerCrashed);
    ScanLimits small;
    small.maxPageBytes = 5;
    CHECK(refusalOf(good, small) == ErrorCode::ScannerCrashed);
    const std::vector<Message> lies{
        with(u"width"_s, 0),
        with(u"width"_s, 1e18),
        with(u"height"_s, -5),
        with(u"thumbWidth"_s, 157),
        with(u"thumbHeight"_s, 0),
        with(u"mime"_s, u"text/html"_s),
        with(u"number"_s, 301),
        with(u"number"_s, 0),
        with(u"skew"_s, 9000),
        with(u"dpi"_s, -1),
        with(u"said"_s, u"hello"_s),
        with(u"said"_s, u"done"_s),
        {good.head, good.body.left(9)},
        {scanProgressHead({0, 1, 2}), {}},
        {scanProgressHead({1, -1, 2}), {}},
        {{{u"said"_s, u"failed"_s}, {u"error"_s, u"keys.locked"_s}}, {}},
    };
    for (std::size_t i = 0; i < lies.size(); ++i) {
        INFO(i);
        CHECK(refusalOf(lies[i]) == ErrorCode::ScannerCrashed);
    }
}

TEST_CASE("a scan request is taken with its profile and its bounds or not at all")
{
    for (const ScanProfile& profile : defaultScanProfiles()) {
        const auto read = readScanRequest(scanRequestHead({ScanCommand::Scan, profile, {}}));
        REQUIRE(read);
        CHECK(read->profile == profile);
        CHECK(read->limits == ScanLimits{});
    }
    QJsonObject head = scanRequestHead({ScanCommand::Scan, defaultScanProfiles().front(), {}});
    const QString key = GENERATE(as<QString>(), u"do"_s, u"profile"_s, u"maxPagePixels"_s, u"maxPageBytes"_s,
                                 u"maxPages"_s, u"thumbnailWidth"_s);
    INFO(key.toStdString());
    head.remove(key);
    CHECK_FALSE(readScanRequest(head));
}

TEST_CASE("a profile out of all bounds is none")
{
    const QJsonObject good = scanProfileToJson(defaultScanProfiles().front());
    REQUIRE(scanProfileFromJson(good));
    const auto with = [&](const QString& key, const QJsonValue& value) {
        QJsonObject json = good;
        json[key] = value;
        return json;
    };
    CHECK_FALSE(scanProfileFromJson(with(u"dpi"_s, 4800)));
    CHECK_FALSE(scanProfileFromJson(with(u"width"_s, 0)));
    CHECK_FALSE(scanProfileFromJson(with(u"mode"_s, u"sepia"_s)));
    CHECK_FALSE(scanProfileFromJson(with(u"source"_s, 3)));
    CHECK_FALSE(scanProfileFromJson(with(u"id"_s, QString())));
}

TEST_CASE("several messages in one piece are taken one after the other where the peer may hurry")
{
    const QByteArray two =
        messageStart(scanProgressHead({1, 10, 20}), 0) + messageStart(scanProgressHead({1, 20, 20}), 0);
    MessageReader calm(0);
    CHECK_FALSE(calm.feed(two));
    MessageReader stream(0, MessageReader::Pace::Stream);
    REQUIRE(stream.feed(two + messageStart(scanDoneHead(1), 0).first(3)));
    REQUIRE(stream.take());
    CHECK_FALSE(stream.take());
    REQUIRE(stream.feed({}));
    const auto second = stream.take();
    REQUIRE(second);
    CHECK(second->head[u"lines"_s] == 20);
    REQUIRE(stream.feed(messageStart(scanDoneHead(1), 0).sliced(3)));
    CHECK(stream.take());
}
