// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/casefile.h"

#include "domain/formvalue.h"
#include "domain/legaldate.h"

#include <QCborArray>

#include <algorithm>
#include <array>
#include <iterator>

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
            {text(map, QLatin1StringView("material")), day(map, QLatin1StringView("due")), {}, false, false});
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

/// An intake that is part of another act carries the applicant along, so that it can be read alone.
void takeMaterials(CaseFile& file, const std::vector<MaterialIntake>& brought)
{
    for (const MaterialIntake& material : brought) {
        file.intake.materialSlot(material.id) = material;
    }
}

void resubmit(CaseFile& file, const Act& act, Intake intake)
{
    file.intake = std::move(intake);
    file.resubmittedOn = day(act.what, QLatin1StringView("completedOn"));
    if (const QCborMap due = act.what.value(QLatin1StringView("due")).toMap(); !due.isEmpty()) {
        file.due = dueFromCbor(due);
    }
}

void supply(CaseFile& file, const Act& act, const Intake& intake)
{
    takeMaterials(file, intake.materials);
    const QDate suppliedOn = day(act.what, QLatin1StringView("suppliedOn"));
    for (const MaterialIntake& material : intake.materials) {
        const auto owed = std::ranges::find(file.deficiencies, material.id, &Deficiency::material);
        if (owed != file.deficiencies.end() && !owed->suppliedOn) {
            owed->suppliedOn = suppliedOn;
        }
    }
}

void promise(CaseFile& file, const Act& act)
{
    const QString blob = text(act.what, QLatin1StringView("signed"));
    if (!file.promise || blob.isEmpty()) {
        file.promise = PromiseRef{act.entryId, blob};
    } else {
        file.promise->signedBlob = blob;
    }
}

void correct(CaseFile& file, const Act& act)
{
    for (const QCborValue& value : act.what.value(QLatin1StringView("corrections")).toArray()) {
        const QCborMap map = value.toMap();
        if (const QString field = text(map, QLatin1StringView("field")); !field.isEmpty()) {
            setFormValue(file.intake, field, map.value(QLatin1StringView("became")));
        }
    }
}

void withdraw(CaseFile& file, const Act& act)
{
    file.withdrawnOn = legalDay(act.at);
    for (Deficiency& deficiency : file.deficiencies) {
        deficiency.released = !deficiency.suppliedOn && deficiency.due >= *file.withdrawnOn;
    }
}

/// The centre's word that a promise was not kept: taken whatever the state, so that a move the law does not
/// know does not hide it.
void lapsePromises(CaseFile& file, const Act& act)
{
    for (const QCborValue& value : act.what.value(QLatin1StringView("materials")).toArray()) {
        const auto owed = std::ranges::find(file.deficiencies, value.toString(), &Deficiency::material);
        if (owed != file.deficiencies.end()) {
            owed->lapsed = true;
        }
    }
}

void cure(CaseFile& file, const Act& act)
{
    for (const QCborValue& value : act.what.value(QLatin1StringView("cures")).toArray()) {
        const auto task = std::ranges::find(file.tasks, value.toString(), &CaseTask::entry);
        if (task != file.tasks.end() && task->curedBy.isEmpty()) {
            task->curedBy = act.entryId;
        }
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

namespace {

/// What a lawful act says beyond its move.
void apply(CaseFile& file, const Act& act, std::optional<Intake> intake)
{
    switch (act.kind) {
    case Kind::Receive:
        receive(file, act, std::move(*intake));
        break;
    case Kind::Resubmit:
        resubmit(file, act, std::move(*intake));
        break;
    case Kind::Supply:
        supply(file, act, *intake);
        break;
    case Kind::Accept:
        accept(file, act);
        break;
    case Kind::Promise:
        promise(file, act);
        break;
    case Kind::CorrectOnSpot:
        correct(file, act);
        break;
    case Kind::Notice:
        notice(file, act);
        break;
    case Kind::Decline:
    case Kind::NotRequired:
        file.declineReason = text(act.what, QLatin1StringView("reason"));
        break;
    case Kind::PassOn:
        file.passedTo = text(act.what, QLatin1StringView("to"));
        break;
    case Kind::Grant:
    case Kind::Refuse:
        file.decidedOn = legalDay(act.at);
        file.issueBy = act.kind == Kind::Grant ? day(act.what, QLatin1StringView("issueBy")) : QDate();
        break;
    case Kind::Issue:
        file.issuedOn = legalDay(act.at);
        break;
    case Kind::Withdraw:
        withdraw(file, act);
        break;
    case Kind::Task:
        file.tasks.push_back({act.entryId, text(act.what, QLatin1StringView("text")), act.actor, act.at, {}});
        break;
    case Kind::Paper:
        paperMade(file, act);
        break;
    default:
        break; // the other kinds change nothing but the state
    }
}

} // namespace

Result<CaseFile> fold(CaseFile file, const Act& act)
{
    // Everything that can fail is read before anything is changed.
    std::optional<Intake> intake;
    if (act.kind == Kind::Receive || act.kind == Kind::Resubmit || act.kind == Kind::Supply) {
        intake = intakeFromCbor(act.what.value(QLatin1StringView("intake")).toMap());
        if (!intake) {
            return fail(ErrorCode::EntryInvalid, QStringLiteral("the intake cannot be read"),
                        QStringLiteral("what.intake"));
        }
    }
    const Result<CaseState> next = stateAfter(file.state, act.kind);
    if (act.kind == Kind::Check) {
        file.checks.push_back({act.entryId, act.actor, act.at, file.lastEntry});
    }
    if (act.kind == Kind::Lapse) {
        lapsePromises(file, act);
    }
    file.lastEntry = act.entryId;
    if (!next) {
        ++file.irregular;
        takePaper(file, act);
        return file;
    }
    file.state = *next;
    apply(file, act, std::move(intake));
    cure(file, act);
    takePaper(file, act);
    return file;
}

QDate CaseFile::openDeficiencyDue() const
{
    QDate earliest;
    for (const Deficiency& deficiency : deficiencies) {
        if (deficiency.isOpen() && (!earliest.isValid() || deficiency.due < earliest)) {
            earliest = deficiency.due;
        }
    }
    return earliest;
}

std::vector<Deficiency> CaseFile::openDeficiencies() const
{
    std::vector<Deficiency> open;
    std::ranges::copy_if(deficiencies, std::back_inserter(open), &Deficiency::isOpen);
    return open;
}

std::vector<CaseTask> CaseFile::openTasks() const
{
    std::vector<CaseTask> open;
    std::ranges::copy_if(tasks, std::back_inserter(open), &CaseTask::isOpen);
    return open;
}

bool isPromiseBroken(const CaseFile& file, QDate today)
{
    return std::ranges::any_of(file.deficiencies, [today](const Deficiency& deficiency) {
        return deficiency.isOpen() && (deficiency.lapsed || deficiency.due < today);
    });
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
