// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paperrequests.h"

#include "desk/casedesk.h"
#include "domain/formvalue.h"
#include "domain/legaldate.h"
#include "domain/situation.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using papers::PaperKind;
using papers::PaperRequest;

constexpr qsizetype kShortHash = 8; // bytes of the entry's hash that the code on the paper carries

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperRequest)
};

std::vector<papers::PaperFinding> printed(const QCborMap& what, QLatin1StringView member)
{
    std::vector<papers::PaperFinding> list;
    for (const QCborValue& value : what.value(member).toArray()) {
        const domain::Finding finding = domain::findingFromCbor(value.toMap());
        list.push_back({finding.sentence, finding.source, finding.where});
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
                        {}});
    }
    return list;
}

std::vector<papers::PaperMaterial> received(const domain::Intake& intake, const domain::Guide& guide)
{
    std::vector<papers::PaperMaterial> list;
    for (const domain::MaterialIntake& taken : intake.materials) {
        const domain::GuideMaterial* material = guide.material(taken.id);
        if (taken.state != domain::MaterialState::Received || material == nullptr) {
            continue;
        }
        int pages = 0;
        for (const domain::MaterialFile& file : taken.files) {
            pages += file.pages;
        }
        list.push_back({material->name, material->originals + material->photocopies, pages});
    }
    return list;
}

QString basisFor(PaperKind kind, const domain::Regime& regime, const domain::Guide& guide)
{
    const auto orGuide = [&guide](const QString& basis) {
        return basis.isEmpty() ? guideBasis(guide) : basis;
    };
    switch (kind) {
    case PaperKind::Acceptance:
        return orGuide(regime.acceptBasis);
    case PaperKind::OneTimeNotice:
        return orGuide(regime.noticeBasis);
    case PaperKind::Decline:
        return orGuide(regime.notOursBasis);
    case PaperKind::NotRequired:
        return orGuide(regime.notRequiredBasis);
    }
    return {};
}

void putPeople(PaperRequest& request, const domain::Intake& intake)
{
    request.addressee = intake.applicant.name;
    request.addresseeKind = intake.applicant.kind == domain::ApplicantKind::Legal
                                ? papers::AddresseeKind::Organisation
                                : papers::AddresseeKind::Person;
    request.maskedId = maskedNumber(intake.agent ? intake.agent->idNumber : intake.applicant.idNumber);
    if (intake.agent) {
        request.agentName = intake.agent->name;
    }
    request.channel = intake.channel;
    request.delivery = domain::formValue(intake, QStringLiteral("delivery")).toString();
}

void putItem(PaperRequest& request, const domain::Guide& guide, const domain::Intake& intake)
{
    request.typeCode = guide.typeCode;
    request.itemCode = guide.ref.code;
    request.itemName = guide.name;
    for (const domain::GuideSituation* chosen :
         domain::resolveSituation(guide, intake.situations, intake.answers).chosen) {
        request.situations.append(chosen->name);
    }
    request.fee = guide.feeCharged ? (guide.feeNote.isEmpty() ? Words::tr("Charged") : guide.feeNote)
                                   : Words::tr("No charge");
    request.materials = received(intake, guide);
}

void putEntry(PaperRequest& request, const ledger::TimelineEntry& deciding)
{
    const record::Entry& entry = deciding.entry;
    const QString hash = QString::fromLatin1(entry.hash.toHex());
    request.seq = entry.header.seq;
    request.hash16 = hash.left(2 * kShortHash);
    request.shortHash = hash.left(4) + QChar(0x2026) + hash.right(4);
    request.issuedAt = domain::legalTime(entry.header.at);
    request.issuedOn = domain::legalDay(entry.header.at);
}

} // namespace

Result<PaperRequest> paperRequest(const ledger::CaseHistory& history, const QString& paperNumber,
                                  const HouseRules& rules, const ledger::DeviceIdentity& device,
                                  const QString& staffName)
{
    const domain::CaseFile& file = history.file;
    const auto paper = std::ranges::find(file.papers, paperNumber, &domain::PaperRef::number);
    if (paper == file.papers.end()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("the case has no such paper"), paperNumber);
    }
    const auto deciding = std::ranges::find_if(history.entries, [&paper](const ledger::TimelineEntry& entry) {
        return entry.entry.header.id == paper->decidingEntry;
    });
    const catalogue::GuidePtr guide = rules.catalogue.find(file.intake.guide);
    const auto kind = papers::paperKindFromKey(paper->kind);
    if (deciding == history.entries.end() || !guide || !kind) {
        return domain::fail(ErrorCode::GuideMissing,
                            QStringLiteral("the paper's guide or kind is not at hand"),
                            file.intake.guide.code);
    }
    const Result<domain::Regime> regime = rules.regimes.forTypeCode(guide->typeCode);
    if (!regime) {
        return tl::unexpected(regime.error());
    }
    PaperRequest request;
    request.kind = *kind;
    request.templateId = paper->templateId;
    request.templateVersion = paper->templateVersion;
    request.number = paper->number;
    request.caseNumber = file.number;
    putItem(request, *guide, file.intake);
    putPeople(request, file.intake);
    putEntry(request, *deciding);
    request.legalBasis = basisFor(*kind, *regime, *guide);
    request.counting = regime->counting;
    request.remedies = regime->remedies;
    request.receivedOn = file.receivedOn;
    if (*kind == PaperKind::Acceptance) {
        const auto due = domain::dueFromCbor(deciding->what.value(QLatin1StringView("due")).toMap());
        request.promisedDue = due.promised;
        request.statutoryDue = due.statutory;
        request.advice = deficiencyAdvice(file, *guide);
    }
    if (*kind == PaperKind::OneTimeNotice) {
        request.findings = printed(deciding->what, QLatin1StringView("findings"));
    }
    const auto advice = printed(deciding->what, QLatin1StringView("advice"));
    request.advice.insert(request.advice.end(), advice.begin(), advice.end());
    request.reason = deciding->what.value(QLatin1StringView("reason")).toString();
    request.authority = rules.facts.authority;
    request.windowName = device.station + u' ' + rules.facts.windowName;
    request.windowPhone = rules.facts.windowPhone;
    request.staffName = staffName;
    request.training = device.training;
    return request;
}

} // namespace ow::desk
