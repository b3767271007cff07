// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/caselooks.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

constexpr QLatin1StringView kPaper("paper");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Unmask)
};

Result<void> note(Ledger& ledger, Kind kind, const QString& actor, const QString& caseNumber,
                  const QCborMap& what)
{
    ledger::ActDraft act;
    act.kind = kind;
    act.actor = actor;
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = caseNumber;
    act.body = ledger::fixedBody(what);
    return ledger.append(std::span(&act, 1)).map([](const std::vector<ledger::WrittenEntry>&) {});
}

/// Names of the members that are there to be seen; what the entry says was shown.
QCborArray shownOf(const Unmasked& unmasked)
{
    QCborArray shown;
    const std::pair<const char*, const QString&> members[] = {{"applicantName", unmasked.applicantName},
                                                              {"applicantId", unmasked.applicantId},
                                                              {"phone", unmasked.phone},
                                                              {"agentName", unmasked.agentName},
                                                              {"agentId", unmasked.agentId},
                                                              {"agentPhone", unmasked.agentPhone}};
    for (const auto& [name, value] : members) {
        if (!value.isEmpty()) {
            shown.append(QString::fromLatin1(name));
        }
    }
    return shown;
}

} // namespace

QString unmaskReasonKey(UnmaskReason reason)
{
    switch (reason) {
    case UnmaskReason::Identity:
        return QStringLiteral("identity");
    case UnmaskReason::Contact:
        return QStringLiteral("contact");
    case UnmaskReason::Filling:
        return QStringLiteral("filling");
    case UnmaskReason::Check:
        return QStringLiteral("check");
    }
    return {};
}

QString unmaskReasonWords(const QString& key)
{
    const auto is = [&key](UnmaskReason reason) { return key == unmaskReasonKey(reason); };
    if (is(UnmaskReason::Identity)) {
        return Words::tr("Compare the identity");
    }
    if (is(UnmaskReason::Contact)) {
        return Words::tr("Contact the applicant");
    }
    if (is(UnmaskReason::Filling)) {
        return Words::tr("Fill in another paper");
    }
    return is(UnmaskReason::Check) ? Words::tr("Check the case") : key;
}

Result<void> noteLook(Ledger& ledger, const QString& actor, const QString& caseNumber)
{
    return note(ledger, Kind::OpenCase, actor, caseNumber, {});
}

Result<Unmasked> unmaskThere(Ledger& ledger, const QString& actor, const QString& caseNumber,
                             UnmaskReason why)
{
    const auto history = ledger.cases().history(caseNumber);
    if (!history) {
        return tl::unexpected(history.error());
    }
    const domain::Intake& intake = history->file.intake;
    const domain::Agent agent = intake.agent.value_or(domain::Agent());
    Unmasked unmasked{caseNumber,
                      intake.applicant.name,
                      intake.applicant.idNumber,
                      intake.applicant.phone,
                      agent.name,
                      agent.idNumber,
                      agent.phone};
    const auto noted =
        note(ledger, Kind::Unmask, actor, caseNumber,
             {{QStringLiteral("shown"), shownOf(unmasked)}, {QStringLiteral("why"), unmaskReasonKey(why)}});
    if (!noted) {
        return tl::unexpected(noted.error());
    }
    return unmasked;
}

Result<PrintNote> notePrintThere(Ledger& ledger, const QString& actor, const QString& caseNumber,
                                 const QString& paperNumber)
{
    const auto papers = ledger.cases().papers(caseNumber);
    const auto looks = ledger.cases().looks(caseNumber);
    if (!papers || !looks) {
        return tl::unexpected(papers ? looks.error() : papers.error());
    }
    if (std::ranges::find(*papers, paperNumber, &ledger::PaperRow::number) == papers->end()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("no such paper of this case"));
    }
    const auto before = std::ranges::count_if(*looks, [&paperNumber](const ledger::TimelineEntry& look) {
        return look.entry.header.kind == domain::kindInfo(Kind::Reprint).key &&
               look.what.value(kPaper).toString() == paperNumber;
    });
    PrintNote print{caseNumber, paperNumber, static_cast<int>(before) + 1};
    const auto noted = note(ledger, Kind::Reprint, actor, caseNumber,
                            {{QString(kPaper), paperNumber}, {QStringLiteral("n"), print.time}});
    if (!noted) {
        return tl::unexpected(noted.error());
    }
    return print;
}

} // namespace ow::desk
