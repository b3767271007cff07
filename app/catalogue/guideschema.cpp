// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/guideschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <string>
#include <utility>

// The only file that knows the validator library (valijson): it is header-only and costs seconds to compile.

namespace ow::catalogue {

struct GuideSchema::Parts
{
    valijson::Schema schema;
};

namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// What the library says, and how a person is told. Only what the keywords of our schema can give rise to.
struct Phrase
{
    const char* pattern;
    const char* sentence; ///< %1 = the first captured group
};

constexpr Phrase kPhrases[] = {
    {"^Missing required property '(.*)'", QT_TRANSLATE_NOOP("GuideSchema", "“%1” is missing")},
    {"could not be validated using 'properties'.*: '(.*)'\\.$",
     QT_TRANSLATE_NOOP("GuideSchema", "“%1” is not known here")},
    {"^Value type not permitted", QT_TRANSLATE_NOOP("GuideSchema", "the kind of value is wrong")},
    {"^Failed to match against any enum", QT_TRANSLATE_NOOP("GuideSchema", "is none of the allowed values")},
    {"^Failed to match regex", QT_TRANSLATE_NOOP("GuideSchema", "is not written as it must be")},
    {"^String should be no more than (\\d+)",
     QT_TRANSLATE_NOOP("GuideSchema", "is longer than %1 characters")},
    {"^String should be no fewer than (\\d+)",
     QT_TRANSLATE_NOOP("GuideSchema", "is shorter than %1 characters")},
    {"^Array should contain no more than (\\d+)",
     QT_TRANSLATE_NOOP("GuideSchema", "has more than %1 members")},
    {"^Array should contain no fewer than (\\d+)",
     QT_TRANSLATE_NOOP("GuideSchema", "has fewer than %1 members")},
    {"^Expected number greater than or equal to (-?[0-9.]+?)[.]?0*$",
     QT_TRANSLATE_NOOP("GuideSchema", "is less than %1")},
    {"^Expected number less than or equal to (-?[0-9.]+?)[.]?0*$",
     QT_TRANSLATE_NOOP("GuideSchema", "is more than %1")},
    {"violate uniqueness", QT_TRANSLATE_NOOP("GuideSchema", "holds the same member twice")},
};

/// Each place of a fault is reported once more by every object around it: those say nothing new.
bool isEcho(const std::string& description)
{
    return description.starts_with("Failed to validate against schema associated with") ||
           description.starts_with("Failed to validate item #");
}

/// "<root>", "[materials]", "[3]" -> "/materials/3" (RFC 6901).
QString pointerOf(const std::vector<std::string>& context)
{
    QString pointer;
    for (std::size_t i = 1; i < context.size(); ++i) {
        QString step = QString::fromStdString(context[i]);
        step = step.mid(1, step.size() - 2);
        step.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
        pointer += QLatin1Char('/') + step;
    }
    return pointer;
}

QString sentenceOf(const QString& description)
{
    for (const Phrase& phrase : kPhrases) {
        const auto match = QRegularExpression(QLatin1String(phrase.pattern)).match(description);
        if (match.hasMatch()) {
            const QString sentence = QCoreApplication::translate("GuideSchema", phrase.sentence);
            return match.lastCapturedIndex() > 0 ? sentence.arg(match.captured(1)) : sentence;
        }
    }
    return description;
}

} // namespace

GuideSchema::GuideSchema(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

GuideSchema::~GuideSchema() = default;

Result<std::unique_ptr<const GuideSchema>> GuideSchema::fromJson(const QByteArray& schema)
{
    const QJsonDocument json = QJsonDocument::fromJson(schema);
    if (!json.isObject()) {
        return fail(ErrorCode::Internal, QStringLiteral("the guide schema is no JSON object"));
    }
    try {
        auto parts = std::make_unique<Parts>();
        const QJsonValue root(json.object());
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::QtJsonAdapter(root), parts->schema);
        return std::unique_ptr<const GuideSchema>(new GuideSchema(std::move(parts)));
    } catch (const std::exception& problem) {
        return fail(ErrorCode::Internal, QString::fromUtf8(problem.what()));
    }
}

GuideFaults GuideSchema::check(const QJsonValue& document, const QString& file) const
{
    GuideFaults faults;
    valijson::ValidationResults results;
    try {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        if (validator.validate(m_parts->schema, valijson::adapters::QtJsonAdapter(document), &results)) {
            return faults;
        }
    } catch (const std::exception& problem) {
        return {{file, QString(), QString::fromUtf8(problem.what()), false}};
    }
    valijson::ValidationResults::Error error;
    while (faults.size() < kMaxFaults && results.popError(error)) {
        if (!isEcho(error.description)) {
            faults.push_back({file, pointerOf(error.context),
                              sentenceOf(QString::fromStdString(error.description)), false});
        }
    }
    if (faults.empty()) {
        faults.push_back({file, QString(),
                          QCoreApplication::translate("GuideSchema", "does not have the form of a guide"),
                          false});
    }
    return faults;
}

} // namespace ow::catalogue
