// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papercontent.h"

#include "desk/answerbodies.h"
#include "desk/caseline.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using papers::PaperKind;
using papers::PaperRequest;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperRequest)
};

std::vector<papers::PaperFinding> printed(const QCborMap& what, QLatin1StringView member)
{
    std::vector<papers::PaperFinding> list;
    for (const QCborValue& value : what.value(member).toArray()) {
        const domain::Finding finding = domain::findingFromCbor(value.toMap());
        list.push_back({finding.sentence, finding.source, finding.where, {}});
    }
    return list;
}

/// A material that may follow later is no finding against acceptance, but the applicant must have it in
/// writing.
std::vector<papers::PaperFinding> deficiencyAdvice(const domain::CaseFile& file, const domain::Guide& guide)
{
    std::vector<papers::PaperFinding> list;
    for (const domain::Deficiency& deficiency : file.deficiencies) {
        const domain::GuideMaterial* material = guide.material(deficiency.material);
        const QString name = material != nullptr ? material->name : deficiency.material;
        list.push_back({Words::tr("“%1” is to be handed in later, on %2 at the latest.")
                            .arg(name, deficiency.due.toString(Qt::ISODate)),
                        {},
                        {},
                        {}});
    }
    return list;
}

QString materialName(const domain::Guide& guide, const QString& id)
{
    const domain::GuideMaterial* material = guide.material(id);
    return material != nullptr ? material->name : id;
}

/// What is still owed, with form, last day and where to get it.
std::vector<papers::PaperFinding> owed(const PaperSource& source)
{
    std::vector<papers::PaperFinding> list;
    for (const domain::Deficiency& deficiency : source.file.openDeficiencies()) {
        const domain::GuideMaterial* material = source.guide.material(deficiency.material);
        list.push_back({materialName(source.guide, deficiency.material),
                        material != nullptr ? formOf(*material) : QString(),
                        material != nullptr ? material->issuer : QString(), deficiency.due});
    }
    return list;
}

/// The number of the last paper of a kind before this one.
QString lastNumber(const domain::CaseFile& file, PaperKind kind)
{
    const QString key = papers::paperKindKey(kind);
    for (auto paper = file.papers.rbegin(); paper != file.papers.rend(); ++paper) {
        if (paper->kind == key) {
            return paper->number;
        }
    }
    return {};
}

void putDue(PaperRequest& request, const PaperSource& source)
{
    request.promisedDue = source.file.due.promised;
    request.statutoryDue = source.file.due.statutory;
}

QString supplementWord(const QString& how)
{
    if (how == QLatin1StringView("brought")) {
        return Words::tr("Received");
    }
    if (how == QLatin1StringView("corrected")) {
        return Words::tr("Corrected");
    }
    if (how == QLatin1StringView("promised")) {
        return Words::tr("Follows by promise");
    }
    return Words::tr("Still missing");
}

/// A supplement answers the notice's findings in their order, each by what came of it.
void putSupplement(PaperRequest& request, const PaperSource& source)
{
    for (const QCborValue& value : source.what.value(QLatin1StringView("answers")).toArray()) {
        const QCborMap answer = value.toMap();
        const auto index = answer.value(QLatin1StringView("finding")).toInteger(-1);
        if (index < 0 || index >= static_cast<qint64>(source.file.noticed.size())) {
            continue;
        }
        const domain::Finding& finding = source.file.noticed[static_cast<std::size_t>(index)];
        request.findings.push_back(
            {finding.sentence, supplementWord(answer.value(QLatin1StringView("how")).toString()), {}, {}});
    }
    request.relatedNumber = lastNumber(source.file, PaperKind::OneTimeNotice);
    request.answerDue = source.file.due.answer;
}

void putSupply(PaperRequest& request, const PaperSource& source)
{
    const auto intake = domain::intakeFromCbor(source.what.value(QLatin1StringView("intake")).toMap())
                            .value_or(domain::Intake());
    for (const domain::MaterialIntake& material : intake.materials) {
        const auto promised =
            std::ranges::find(source.file.deficiencies, material.id, &domain::Deficiency::material);
        const bool known = promised != source.file.deficiencies.end();
        const bool late = known && promised->suppliedOn && *promised->suppliedOn > promised->due;
        request.findings.push_back({materialName(source.guide, material.id),
                                    late ? Words::tr("Received after the promised day") : QString(),
                                    {},
                                    known ? promised->due : QDate()});
    }
    request.advice = owed(source);
    request.relatedNumber = lastNumber(source.file, PaperKind::DeficientAcceptance);
    putDue(request, source);
}

/// Papers go over the desk and into files: an identity number never stands on one in full, not even when it
/// was what was wrong.
QString shownValue(const QString& value)
{
    constexpr qsizetype kIdentity = 15; // the shortest that tells a person
    const bool identity = value.size() >= kIdentity && std::ranges::all_of(value, [](QChar c) {
                              return c.isDigit() || (c.unicode() < 0x80 && c.isLetter());
                          });
    return identity ? maskedNumber(value) : value;
}

void putCorrections(PaperRequest& request, const PaperSource& source)
{
    for (const QCborValue& value : source.what.value(QLatin1StringView("corrections")).toArray()) {
        const QCborMap map = value.toMap();
        const auto part = [&map](QLatin1StringView key) { return map.value(key).toString(); };
        request.findings.push_back(
            {part(QLatin1StringView("label")),
             Words::tr("Was: %1").arg(shownValue(part(QLatin1StringView("wasWords")))),
             Words::tr("Now: %1").arg(shownValue(part(QLatin1StringView("becameWords")))),
             {}});
    }
}

void putResult(PaperRequest& request, const PaperSource& source)
{
    request.resultName = source.what.value(QLatin1StringView("result")).toString();
    request.resultValidity = source.what.value(QLatin1StringView("validity")).toString();
    request.decidedOn =
        QDate::fromString(source.what.value(QLatin1StringView("decidedOn")).toString(), Qt::ISODate);
    const bool direct = source.what.value(QLatin1StringView("service")) == QLatin1StringView("direct");
    request.service =
        direct ? Words::tr("Handed over at the window") : Words::tr("To be fetched at the window");
}

} // namespace

void putPaperContent(PaperRequest& request, const PaperSource& source)
{
    const auto advice = printed(source.what, QLatin1StringView("advice"));
    switch (request.kind) {
    case PaperKind::Acceptance:
        putDue(request, source);
        // A case accepted before there were papers of its own for this says it here.
        request.advice = deficiencyAdvice(source.file, source.guide);
        break;
    case PaperKind::DeficientAcceptance:
        putDue(request, source);
        request.findings = owed(source);
        break;
    case PaperKind::Promise:
        putDue(request, source);
        request.findings = owed(source);
        request.relatedNumber = lastNumber(source.file, PaperKind::DeficientAcceptance);
        break;
    case PaperKind::Receipt:
        request.answerDue = source.file.due.answer;
        break;
    case PaperKind::OneTimeNotice:
        request.findings = printed(source.what, QLatin1StringView("findings"));
        break;
    case PaperKind::Advice:
        request.findings = printed(source.what, QLatin1StringView("findings"));
        request.reason = source.what.value(QLatin1StringView("question")).toString();
        request.passedTo = source.what.value(QLatin1StringView("to")).toString();
        request.resultName = source.guide.resultName;
        break;
    case PaperKind::PassOn:
        request.passedTo = source.file.passedTo;
        break;
    case PaperKind::SupplementReceipt:
        putSupplement(request, source);
        break;
    case PaperKind::SupplyReceipt:
        putSupply(request, source);
        break;
    case PaperKind::Correction:
        putCorrections(request, source);
        break;
    case PaperKind::Result:
        putResult(request, source);
        break;
    case PaperKind::Decline:
    case PaperKind::NotRequired:
    case PaperKind::Withdrawal:
        break; // reason and people say it all
    }
    request.advice.insert(request.advice.end(), advice.begin(), advice.end());
}

} // namespace ow::desk
