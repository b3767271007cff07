// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paperrequests.h"

#include "desk/casedesk.h"
#include "desk/papercontent.h"
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

/// The case as it stood when the paper was given: what came in later does not change what it says.
domain::CaseFile fileAsOf(const ledger::CaseHistory& history, const QString& entry)
{
    domain::CaseFile file;
    for (const ledger::TimelineEntry& line : history.entries) {
        const record::EntryHeader& header = line.entry.header;
        const auto kind = domain::kindFromKey(header.kind);
        if (!line.folded || !line.bodyKnown || !kind) {
            continue;
        }
        auto next = domain::fold(file, {*kind, header.id, header.base.value_or(QString()), header.at,
                                        header.actor, header.station, line.what});
        if (!next) {
            break;
        }
        file = std::move(*next);
        if (header.id == entry) {
            file.number = history.file.number;
            return file;
        }
    }
    return history.file; // beside the fold, or without a body: as far as the case is known
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

/// A decline rests on what its findings rest on: the item's own rules (divisible goods, a licence without the
/// scope, a ban) are not Art. 32(2). After a notice nothing but the notice's article is left to cite.
QString declineBasis(const QCborMap& what, const domain::Regime& regime)
{
    QStringList sources;
    bool noticed = false;
    for (const QCborValue& value : what.value(QLatin1StringView("findings")).toArray()) {
        const domain::Finding finding = domain::findingFromCbor(value.toMap());
        const bool notOurs =
            finding.effect == domain::Effect::NotOurs || finding.effect == domain::Effect::NotRequired;
        noticed = noticed || !notOurs;
        if (notOurs && !finding.source.isEmpty() && !sources.contains(finding.source)) {
            sources << finding.source;
        }
    }
    if (!sources.isEmpty()) {
        return sources.join(Words::tr(", "));
    }
    return noticed ? regime.noticeBasis : regime.notOursBasis;
}

QString basisFor(PaperKind kind, const QCborMap& what, const domain::Regime& regime,
                 const domain::Guide& guide)
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
        return orGuide(declineBasis(what, regime));
    case PaperKind::NotRequired:
        return orGuide(regime.notRequiredBasis);
    case PaperKind::DeficientAcceptance:
        return orGuide(regime.acceptBasis);
    case PaperKind::Receipt:
        return regime.deemedAcceptance ? regime.noticeBasis : QString();
    case PaperKind::Correction:
        return regime.correctBasis;
    case PaperKind::PassOn:
        return regime.notOursBasis;
    case PaperKind::Result:
        return orGuide(regime.grantBasis);
    case PaperKind::Promise:
    case PaperKind::SupplementReceipt:
    case PaperKind::SupplyReceipt:
    case PaperKind::Advice:
    case PaperKind::Withdrawal:
        break; // they rest on the paper they belong to, or decide nothing
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
    const auto& given = history.file.papers;
    const auto paper = std::ranges::find(given, paperNumber, &domain::PaperRef::number);
    if (paper == given.end()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("the case has no such paper"), paperNumber);
    }
    const auto deciding = std::ranges::find_if(history.entries, [&paper](const ledger::TimelineEntry& entry) {
        return entry.entry.header.id == paper->decidingEntry;
    });
    const catalogue::GuidePtr guide = rules.catalogue.find(history.file.intake.guide);
    const auto kind = papers::paperKindFromKey(paper->kind);
    if (deciding == history.entries.end() || !guide || !kind) {
        return domain::fail(ErrorCode::GuideMissing,
                            QStringLiteral("the paper's guide or kind is not at hand"),
                            history.file.intake.guide.code);
    }
    const Result<domain::Regime> regime = rules.regimes.forTypeCode(guide->typeCode);
    if (!regime) {
        return tl::unexpected(regime.error());
    }
    const domain::CaseFile file = fileAsOf(history, paper->decidingEntry);
    PaperRequest request;
    request.kind = *kind;
    request.templateId = paper->templateId;
    request.templateVersion = paper->templateVersion;
    request.number = paper->number;
    request.caseNumber = history.file.number;
    putItem(request, *guide, file.intake);
    putPeople(request, file.intake);
    putEntry(request, *deciding);
    request.legalBasis = basisFor(*kind, deciding->what, *regime, *guide);
    request.counting = regime->counting;
    request.remedies = regime->remedies;
    request.receivedOn = file.receivedOn;
    request.completedOn = file.resubmittedOn.value_or(QDate());
    request.reason = deciding->what.value(QLatin1StringView("reason")).toString();
    putPaperContent(request, {file, *guide, deciding->what});
    request.authority = rules.facts.authority;
    request.windowName = device.station + u' ' + rules.facts.windowName;
    request.windowPhone = rules.facts.windowPhone;
    request.staffName = staffName;
    request.training = device.training;
    return request;
}

} // namespace ow::desk
