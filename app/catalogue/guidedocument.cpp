// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/guidedocument.h"

#include <QCborArray>
#include <QHash>
#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ow::catalogue {

namespace {

using namespace domain;
using Key = QLatin1StringView;

QString text(const QCborMap& map, Key key)
{
    return map.value(key).toString();
}

int number(const QCborMap& map, Key key)
{
    return static_cast<int>(map.value(key).toInteger());
}

std::optional<int> maybeNumber(const QCborMap& map, Key key)
{
    const QCborValue value = map.value(key);
    return value.isInteger() ? std::optional(static_cast<int>(value.toInteger())) : std::nullopt;
}

bool yes(const QCborMap& map, Key key)
{
    return map.value(key).toBool();
}

QStringList texts(const QCborMap& map, Key key)
{
    QStringList list;
    for (const QCborValue& value : map.value(key).toArray()) {
        list.append(value.toString());
    }
    return list;
}

template <class Part> std::vector<Part> parts(const QCborMap& map, Key key, Part (*make)(const QCborMap&))
{
    const QCborArray array = map.value(key).toArray();
    std::vector<Part> made;
    made.reserve(static_cast<std::size_t>(array.size()));
    for (const QCborValue& value : array) {
        made.push_back(make(value.toMap()));
    }
    return made;
}

LegalBasis basis(const QCborMap& map)
{
    return {text(map, Key("law")), yes(map, Key("articleVerified")) ? text(map, Key("article")) : QString()};
}

GuideMaterial material(const QCborMap& map)
{
    GuideMaterial made;
    made.id = text(map, Key("id"));
    made.name = text(map, Key("name"));
    made.required = yes(map, Key("required"));
    made.requiredWhen = text(map, Key("requiredWhen"));
    made.originals = number(map, Key("originals"));
    made.photocopies = number(map, Key("photocopies"));
    made.origin = text(map, Key("origin"));
    made.issuer = text(map, Key("issuer"));
    made.media = texts(map, Key("media"));
    made.tolerable = yes(map, Key("tolerable"));
    made.tolerableDays = number(map, Key("tolerableDays"));
    made.pageHint = text(map, Key("pageHint"));
    made.base = yes(map, Key("base"));
    return made;
}

GuideSituation situation(const QCborMap& map)
{
    GuideSituation made;
    made.id = text(map, Key("id"));
    made.name = text(map, Key("name"));
    made.note = text(map, Key("note"));
    made.add = texts(map, Key("add"));
    made.drop = texts(map, Key("drop"));
    made.statutoryDays = maybeNumber(map, Key("statutoryDays"));
    made.promisedDays = maybeNumber(map, Key("promisedDays"));
    return made;
}

GuideAxis axis(const QCborMap& map)
{
    GuideAxis made;
    made.id = text(map, Key("id"));
    made.name = text(map, Key("name"));
    made.computed = yes(map, Key("computed"));
    made.defaultSituation = text(map, Key("default"));
    made.situations = parts(map, Key("situations"), situation);
    return made;
}

FieldType fieldType(const QString& word)
{
    static const QHash<QString, FieldType> types = {
        {QStringLiteral("text"), FieldType::Text},
        {QStringLiteral("textarea"), FieldType::TextArea},
        {QStringLiteral("number"), FieldType::Number},
        {QStringLiteral("date"), FieldType::Date},
        {QStringLiteral("select"), FieldType::Select},
        {QStringLiteral("multiselect"), FieldType::MultiSelect},
        {QStringLiteral("bool"), FieldType::Bool},
        {QStringLiteral("division"), FieldType::Division},
        {QStringLiteral("table"), FieldType::Table},
    };
    return types.value(word, FieldType::Text);
}

GuideField field(const QCborMap& map)
{
    GuideField made;
    made.key = text(map, Key("key"));
    made.label = text(map, Key("label"));
    made.type = fieldType(text(map, Key("type")));
    made.required = yes(map, Key("required"));
    made.common = yes(map, Key("common"));
    made.rule = text(map, Key("rule"));
    made.maxLength = number(map, Key("maxLength"));
    made.unit = text(map, Key("unit"));
    made.min = text(map, Key("min"));
    made.max = text(map, Key("max"));
    made.options = texts(map, Key("options"));
    made.columns = texts(map, Key("columns"));
    for (const QString& type : texts(map, Key("columnTypes"))) {
        made.columnTypes.push_back(fieldType(type));
    }
    made.columnUnits = texts(map, Key("columnUnits"));
    made.optionalColumns = texts(map, Key("optionalColumns"));
    made.across = yes(map, Key("across"));
    made.section = text(map, Key("section"));
    made.span = number(map, Key("span"));
    made.hint = text(map, Key("hint"));
    return made;
}

GuideSection section(const QCborMap& map)
{
    return {text(map, Key("id")), text(map, Key("title"))};
}

/// The words of the schema stand in the order of the enumeration.
template <class Enum, std::size_t N>
Enum chosen(const std::array<QLatin1StringView, N>& words, const QString& word, Enum standard)
{
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? standard : static_cast<Enum>(found - words.begin());
}

FormRule rule(const QCborMap& map)
{
    static constexpr std::array kKinds{Key("visible"),  Key("required"), Key("valid"),
                                       Key("computed"), Key("choices"),  Key("axis")};
    static constexpr std::array kEffects{
        Key("notRequired"),        Key("notOurs"),       Key("correctNow"), Key("supplement"),
        Key("deficiencyPossible"), Key("willBeRefused"), Key("hint")};
    FormRule made;
    made.id = text(map, Key("id"));
    made.kind = chosen(kKinds, text(map, Key("kind")), RuleKind::Valid);
    made.targets = texts(map, Key("targets"));
    made.when = map.value(Key("when"));
    made.value = map.value(Key("value"));
    made.options = texts(map, Key("options"));
    made.effect = chosen(kEffects, text(map, Key("effect")), Effect::CorrectNow);
    made.sentence = text(map, Key("sentence"));
    made.source = text(map, Key("source"));
    made.why = text(map, Key("why"));
    return made;
}

GuideStep step(const QCborMap& map)
{
    return {text(map, Key("name")), number(map, Key("days")), yes(map, Key("counted"))};
}

WindowRole windowRole(const QString& word)
{
    if (word == QLatin1String("pass_on")) {
        return WindowRole::PassOn;
    }
    return word == QLatin1String("advise") ? WindowRole::Advise : WindowRole::Accept;
}

void readIdentity(const QCborMap& map, Guide& guide)
{
    guide.ref.code = text(map, Key("code"));
    guide.ref.version = number(map, Key("version"));
    guide.origin = text(map, Key("origin"));
    guide.name = text(map, Key("name"));
    guide.shortName = text(map, Key("shortName"));
    guide.aliases = texts(map, Key("aliases"));
    guide.type = text(map, Key("type"));
    guide.typeCode = text(map, Key("typeCode"));
    guide.domain = text(map, Key("domain"));
    guide.level = text(map, Key("level"));
    guide.windowRole = windowRole(text(map, Key("windowRole")));
    const QCborMap department = map.value(Key("department")).toMap();
    guide.leadDepartment = text(department, Key("lead"));
    guide.decisionDepartment = text(department, Key("decision"));
    const QStringList applicants = texts(map, Key("applicants"));
    guide.forNatural = applicants.contains(QLatin1String("natural"));
    guide.forLegal = applicants.contains(QLatin1String("legal"));
}

void readTerms(const QCborMap& map, Guide& guide)
{
    guide.basis = parts(map, Key("basis"), basis);
    guide.statutoryDays = number(map, Key("statutoryDays"));
    guide.statutoryNote = text(map, Key("statutoryNote"));
    guide.promisedDays = number(map, Key("promisedDays"));
    guide.handling =
        text(map, Key("handling")) == QLatin1String("on_the_spot") ? Handling::OnTheSpot : Handling::Timed;
    guide.visits = number(map.value(Key("visits")).toMap(), Key("count"));
    guide.onlineDepth = text(map.value(Key("online")).toMap(), Key("depth"));
    const QCborMap fee = map.value(Key("fee")).toMap();
    guide.feeCharged = yes(fee, Key("charged"));
    guide.feeNote = text(fee, Key("note"));
    guide.conditions = texts(map, Key("conditions"));
}

} // namespace

Guide guideFromDocument(const QCborMap& document)
{
    Guide guide;
    readIdentity(document, guide);
    readTerms(document, guide);
    guide.materials = parts(document, Key("materials"), material);
    guide.axes = parts(document, Key("axes"), axis);
    guide.sections = parts(document, Key("sections"), section);
    guide.fields = parts(document, Key("fields"), field);
    guide.rules = parts(document, Key("rules"), rule);
    guide.steps = parts(document, Key("steps"), step);
    const QCborMap result = document.value(Key("result")).toMap();
    guide.resultName = text(result, Key("name"));
    guide.resultValidity = text(result, Key("validity"));
    guide.doubt = text(document, Key("doubt"));
    return guide;
}

} // namespace ow::catalogue
