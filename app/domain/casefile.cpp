// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/casefile.h"

#include <QCborArray>

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr std::array kEffects{QLatin1StringView("notRequired"),
                              QLatin1StringView("notOurs"),
                              QLatin1StringView("correctNow"),
                              QLatin1StringView("supplement"),
                              QLatin1StringView("deficiencyPossible"),
                              QLatin1StringView("willBeRefused"),
                              QLatin1StringView("hint")};

QString text(const QCborMap& map, QLatin1StringView key)
{
    return map.value(key).toString();
}

QDate day(const QCborMap& map, QLatin1StringView key)
{
    return QDate::fromString(text(map, key), Qt::ISODate);
}

QString dayText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

void takePaper(CaseFile& file, const Act& act)
{
    const QCborMap map = act.what.value(QLatin1StringView("paper")).toMap();
    if (map.isEmpty()) {
        return;
    }
    file.papers.push_back({text(map, QLatin1StringView("kind")),
                           text(map, QLatin1StringView("number")),
                           text(map, QLatin1StringView("template")),
                           static_cast<int>(map.value(QLatin1StringView("templateVersion")).toInteger()),
                           act.entryId,
                           {},
                           {}});
}

void receive(CaseFile& file, const Act& act, Intake intake)
{
    file.number = text(act.what, QLatin1StringView("number"));
    file.intake = std::move(intake);
    file.receivedOn = day(act.what, QLatin1StringView("receivedOn"));
    file.due = dueFromCbor(act.what.value(QLatin1StringView("due")).toMap());
}

void accept(CaseFile& file, const Act& act)
{
    file.acceptedOn = day(act.what, QLatin1StringView("acceptedOn"));
    file.statutoryDays = static_cast<int>(act.what.value(QLatin1StringView("statutoryDays")).toInteger());
    file.promisedDays = static_cast<int>(act.what.value(QLatin1StringView("promisedDays")).toInteger());
    file.due = dueFromCbor(act.what.value(QLatin1StringView("due")).toMap());
    file.deficiencies.clear();
    for (const QCborValue& value : act.what.value(QLatin1StringView("deficiencies")).toArray()) {
        const QCborMap map = value.toMap();
        file.deficiencies.push_back(
            {text(map, QLatin1StringView("material")), day(map, QLatin1StringView("due"))});
    }
}

void notice(CaseFile& file, const Act& act)
{
    ++file.notices;
    file.noticed.clear();
    for (const QCborValue& value : act.what.value(QLatin1StringView("findings")).toArray()) {
        file.noticed.push_back(findingFromCbor(value.toMap()));
    }
}

void paperMade(CaseFile& file, const Act& act)
{
    const QString number = text(act.what, QLatin1StringView("number"));
    const auto found = std::ranges::find(file.papers, number, &PaperRef::number);
    if (found != file.papers.end()) {
        found->paperEntry = act.entryId;
        found->blob = text(act.what, QLatin1StringView("blob"));
    }
}

} // namespace

Result<CaseFile> fold(CaseFile file, const Act& act)
{
    // Everything that can fail is read before anything is changed.
    std::optional<Intake> intake;
    if (act.kind == Kind::Receive || act.kind == Kind::Resubmit) {
        intake = intakeFromCbor(act.what.value(QLatin1StringView("intake")).toMap());
        if (!intake) {
            return fail(ErrorCode::EntryInvalid, QStringLiteral("the intake cannot be read"),
                        QStringLiteral("what.intake"));
        }
    }
    const Result<CaseState> next = stateAfter(file.state, act.kind);
    file.lastEntry = act.entryId;
    if (!next) {
        ++file.irregular;
        takePaper(file, act);
        return file;
    }
    file.state = *next;
    switch (act.kind) {
    case Kind::Receive:
        receive(file, act, std::move(*intake));
        break;
    case Kind::Resubmit:
        file.intake = std::move(*intake);
        break;
    case Kind::Accept:
        accept(file, act);
        break;
    case Kind::Notice:
        notice(file, act);
        break;
    case Kind::Decline:
    case Kind::NotRequired:
        file.declineReason = text(act.what, QLatin1StringView("reason"));
        break;
    case Kind::Paper:
        paperMade(file, act);
        break;
    default:
        break; // the other kinds change nothing but the state
    }
    takePaper(file, act);
    return file;
}

QCborMap findingToCbor(const Finding& finding)
{
    QCborMap map{{QStringLiteral("code"), finding.code},
                 {QStringLiteral("effect"), QString(effectKey(finding.effect))},
                 {QStringLiteral("sentence"), finding.sentence}};
    const auto put = [&map](QLatin1StringView key, const QString& value) {
        if (!value.isEmpty()) {
            map.insert(QString(key), value);
        }
    };
    put(QLatin1StringView("source"), finding.source);
    put(QLatin1StringView("field"), finding.field);
    put(QLatin1StringView("material"), finding.material);
    put(QLatin1StringView("where"), finding.where);
    return map;
}

Finding findingFromCbor(const QCborMap& map)
{
    return {text(map, QLatin1StringView("code")),
            effectFromKey(text(map, QLatin1StringView("effect"))).value_or(Effect::Hint),
            text(map, QLatin1StringView("sentence")),
            text(map, QLatin1StringView("source")),
            text(map, QLatin1StringView("field")),
            text(map, QLatin1StringView("material")),
            text(map, QLatin1StringView("where"))};
}

QCborMap dueToCbor(const DueDates& due)
{
    return {{QStringLiteral("answer"), dayText(due.answer)},
            {QStringLiteral("promised"), dayText(due.promised)},
            {QStringLiteral("statutory"), dayText(due.statutory)},
            {QStringLiteral("certain"), due.certain}};
}

DueDates dueFromCbor(const QCborMap& map)
{
    return {day(map, QLatin1StringView("answer")), day(map, QLatin1StringView("promised")),
            day(map, QLatin1StringView("statutory")), map.value(QLatin1StringView("certain")).toBool(true)};
}

QCborMap paperToCbor(const PaperRef& paper)
{
    return {{QStringLiteral("kind"), paper.kind},
            {QStringLiteral("number"), paper.number},
            {QStringLiteral("template"), paper.templateId},
            {QStringLiteral("templateVersion"), paper.templateVersion}};
}

QLatin1StringView effectKey(Effect effect)
{
    return kEffects.at(static_cast<std::size_t>(effect));
}

std::optional<Effect> effectFromKey(QAnyStringView key)
{
    const auto found =
        std::ranges::find_if(kEffects, [key](QLatin1StringView k) { return QAnyStringView(k) == key; });
    if (found == kEffects.end()) {
        return std::nullopt;
    }
    return static_cast<Effect>(found - kEffects.begin());
}

} // namespace ow::domain
