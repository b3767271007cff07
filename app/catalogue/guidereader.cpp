// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/guidereader.h"

#include "catalogue/guidechecks.h"
#include "catalogue/guidedocument.h"
#include "catalogue/guideschema.h"
#include "record/canonical.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QJsonValue>

#include <algorithm>
#include <utility>

namespace ow::catalogue {

namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// No text of a guide is longer, and the schema's patterns (std::regex recurses by character) never see one
/// that is.
constexpr qsizetype kMaxText = 4000;
/// Document, list, rule, and the deepest expression a rule may hold.
constexpr int kMaxDepth = 16;

bool tooLong(const QCborValue& value)
{
    if (value.isString()) {
        return value.toString().size() > kMaxText;
    }
    if (value.isArray()) {
        const QCborArray array = value.toArray();
        return std::any_of(array.begin(), array.end(),
                           [](const QCborValue& member) { return tooLong(member); });
    }
    if (value.isMap()) {
        const QCborMap map = value.toMap();
        for (auto it = map.begin(); it != map.end(); ++it) {
            if (tooLong(it.key()) || tooLong(it.value())) {
                return true;
            }
        }
    }
    return false;
}

bool isError(const GuideFault& fault)
{
    return !fault.warning;
}

GuideReading refused(GuideFaults faults)
{
    return {std::nullopt, std::move(faults)};
}

} // namespace

GuideReader::GuideReader(Hash sm3, std::unique_ptr<const GuideSchema> schema)
    : m_sm3(std::move(sm3))
    , m_schema(std::move(schema))
{
}

GuideReader::GuideReader(GuideReader&&) noexcept = default;
GuideReader& GuideReader::operator=(GuideReader&&) noexcept = default;
GuideReader::~GuideReader() = default;

Result<GuideReader> GuideReader::make(Hash sm3)
{
    QFile file(QStringLiteral(":/onewindow/schema/guide.schema.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, QStringLiteral("the guide schema is not in the program"));
    }
    auto schema = GuideSchema::fromJson(file.readAll());
    if (!schema) {
        return tl::unexpected(schema.error());
    }
    return GuideReader(std::move(sm3), std::move(*schema));
}

GuideReading GuideReader::examine(QByteArrayView document, const QString& file) const
{
    if (document.size() > kMaxBytes) {
        return refused(
            {{file, QString(),
              QCoreApplication::translate("GuideReader", "is larger than %1 KiB").arg(kMaxBytes / 1024),
              false}});
    }
    const auto parsed = record::parseJson(document, {.bytes = kMaxBytes, .depth = kMaxDepth, .members = 64});
    if (!parsed) {
        const QString reason =
            QCoreApplication::translate("GuideReader", "is not strict JSON, at byte %1: %2")
                .arg(parsed.error().field, parsed.error().detail);
        return refused({{file, QString(), reason, false}});
    }
    if (tooLong(*parsed)) {
        return refused({{file, QString(),
                         QCoreApplication::translate("GuideReader", "holds a text of more than %1 characters")
                             .arg(kMaxText),
                         false}});
    }
    GuideFaults faults = m_schema->check(parsed->toJsonValue(), file);
    if (!faults.empty()) {
        return refused(std::move(faults));
    }
    const QCborMap map = parsed->toMap();
    domain::Guide guide = guideFromDocument(map);
    faults = checkGuide(guide, file);
    const QString since = map.value(QLatin1StringView("inForceSince")).toString();
    if (!since.isEmpty() && !QDate::fromString(since, Qt::ISODate).isValid()) {
        faults.push_back({file, QStringLiteral("/inForceSince"),
                          QCoreApplication::translate("GuideReader", "%1 is not in the calendar").arg(since),
                          false});
    }
    if (std::ranges::any_of(faults, isError)) {
        return refused(std::move(faults));
    }
    guide.ref.sm3 = m_sm3(document);
    return {std::move(guide), std::move(faults)};
}

Result<domain::Guide> GuideReader::read(QByteArrayView document, const QString& file) const
{
    GuideReading reading = examine(document, file);
    if (reading.guide) {
        return std::move(*reading.guide);
    }
    const auto first = std::ranges::find_if(reading.faults, isError);
    return fail(ErrorCode::GuideInvalid, file + QStringLiteral(": ") + first->reason, first->path);
}

} // namespace ow::catalogue
