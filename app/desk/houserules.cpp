// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/houserules.h"

#include "catalogue/guidereader.h"
#include "catalogue/pinyin.h"
#include "papers/templatereader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ow::desk {

namespace {

constexpr qsizetype kMaxSeries = 64;
constexpr qint64 kMaxDataFile = 4 * 1024 * 1024;

domain::Result<QByteArray> readData(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxDataFile) {
        return domain::fail(domain::ErrorCode::GuideMissing, QStringLiteral("cannot be read"), path);
    }
    return file.readAll();
}

/// A newer program may have published what this one cannot read: it is left out and the version before stays.
void addPublished(catalogue::Catalogue& guides, const catalogue::GuideReader& reader,
                  const QByteArray& document, catalogue::GuideFaults& faults)
{
    catalogue::GuideReading reading = reader.examine(document, QStringLiteral("published"));
    const QString file =
        reading.guide
            ? QStringLiteral("%1.v%2.json").arg(reading.guide->ref.code).arg(reading.guide->ref.version)
            : QStringLiteral("published");
    for (catalogue::GuideFault& fault : reading.faults) {
        fault.file = file;
        faults.push_back(std::move(fault));
    }
    if (!reading.guide) {
        return;
    }
    const bool published = reading.guide->origin == QLatin1StringView("published");
    const auto added = published
                           ? guides.add(std::move(*reading.guide))
                           : domain::fail(domain::ErrorCode::GuideInvalid, QStringLiteral("not published"));
    if (!added) {
        faults.push_back({file, added.error().field, added.error().detail, false});
    }
}

} // namespace

domain::Result<HouseFacts> HouseFacts::parse(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    HouseFacts facts;
    facts.authority = object[QLatin1StringView("authority")].toString();
    facts.windowName = object[QLatin1StringView("windowName")].toString();
    facts.windowPhone = object[QLatin1StringView("windowPhone")].toString();
    if (facts.authority.isEmpty()) {
        return domain::fail(domain::ErrorCode::GuideInvalid, QStringLiteral("no authority"),
                            QStringLiteral("authority"));
    }
    const QJsonArray list = object[QLatin1StringView("series")].toArray();
    if (list.isEmpty() || list.size() > kMaxSeries) {
        return domain::fail(domain::ErrorCode::GuideInvalid, QStringLiteral("1 to 64 series expected"),
                            QStringLiteral("series"));
    }
    for (const QJsonValue& value : list) {
        const QJsonObject series = value.toObject();
        const QString kind = series[QLatin1StringView("kind")].toString();
        const domain::PaperSeries one{series[QLatin1StringView("prefix")].toString(),
                                      series[QLatin1StringView("width")].toInt()};
        // A prefix that no number can be written with is found now, not when the first applicant waits.
        if (kind.isEmpty() || facts.series.contains(kind) ||
            !domain::formatPaperNumber(one, {2026, QStringLiteral("W03"), 1})) {
            return domain::fail(domain::ErrorCode::GuideInvalid,
                                QStringLiteral("a series without kind, twice or with a bad prefix"), kind);
        }
        facts.series.insert(kind, one);
    }
    return facts;
}

domain::Result<std::shared_ptr<const HouseRules>> HouseRules::builtIn(const record::CryptoProvider& crypto)
{
    return withPublished(crypto, {});
}

domain::Result<std::shared_ptr<const HouseRules>>
HouseRules::withPublished(const record::CryptoProvider& crypto, const std::vector<QByteArray>& documents)
{
    const auto reader =
        catalogue::GuideReader::make([&crypto](QByteArrayView bytes) { return crypto.sm3(bytes); });
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    catalogue::Catalogue guides;
    catalogue::Catalogue::LoadReport report = guides.loadFolder(catalogue::kBuiltinGuides, *reader);
    if (report.loaded == 0) {
        return domain::fail(domain::ErrorCode::GuideMissing, QStringLiteral("no guide could be read"));
    }
    for (const QByteArray& document : documents) {
        addPublished(guides, *reader, document, report.faults);
    }
    const auto pinyin = catalogue::Pinyin::builtin();
    if (!pinyin) {
        return tl::unexpected(pinyin.error());
    }
    auto regimes =
        readData(QStringLiteral(":/onewindow/regimes/regimes.json")).and_then(domain::RegimeTable::parse);
    if (!regimes) {
        return tl::unexpected(regimes.error());
    }
    auto calendar =
        readData(QStringLiteral(":/onewindow/calendar/holidays.json")).and_then(domain::WorkCalendar::read);
    if (!calendar) {
        return tl::unexpected(calendar.error());
    }
    auto facts = readData(QStringLiteral(":/onewindow/house/house.json")).and_then(HouseFacts::parse);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    auto templates = papers::TemplateShelf::builtIn();
    if (!templates) {
        return tl::unexpected(papers::toError(templates.error()));
    }
    catalogue::Search search(guides, *pinyin);
    return std::make_shared<const HouseRules>(
        HouseRules{std::move(guides), std::move(search), std::move(*regimes), std::move(*calendar),
                   std::move(*templates), std::move(*facts), std::move(report.faults)});
}

} // namespace ow::desk
