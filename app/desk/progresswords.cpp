// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/progresswords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ow::desk {

namespace {

using domain::CaseFile;
using domain::CaseState;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

QString day(QDate date)
{
    // Said aloud: month and day as words.
    return QLocale(QLocale::Chinese).toString(date, Words::tr("MMMM d"));
}

QString stateSentence(const CaseFile& file)
{
    switch (file.state) {
    case CaseState::Received:
        return Words::tr("The application was received on %1 and is being looked at.")
            .arg(day(file.receivedOn));
    case CaseState::AwaitingSupplement:
        return Words::tr("The application of %1 waits for materials we gave notice of.")
            .arg(day(file.receivedOn));
    case CaseState::Resubmitted:
        return Words::tr("The materials were supplied and are being looked at.");
    case CaseState::Accepted:
        return Words::tr("The application was accepted on %1.")
            .arg(day(file.acceptedOn.value_or(file.receivedOn)));
    case CaseState::UnderReview:
        return Words::tr("The application is being examined by the department.");
    case CaseState::Paused:
        return Words::tr("A special procedure is under way; the days of it do not count.");
    case CaseState::Granted:
    case CaseState::ReadyToIssue:
        return Words::tr("It is decided: granted.");
    case CaseState::Refused:
        return Words::tr("It is decided: not granted.");
    case CaseState::Issued:
        return Words::tr("It is finished, and the result was handed over.");
    case CaseState::Declined:
        return Words::tr("The application was not accepted; the paper says why.");
    case CaseState::NotRequired:
        return Words::tr("No permit is needed for this.");
    case CaseState::PassedOn:
        return file.passedTo.isEmpty()
                   ? Words::tr("The application was passed on to the authority in charge.")
                   : Words::tr("The application was passed on to %1.").arg(file.passedTo);
    case CaseState::Withdrawn:
        return Words::tr("The applicant has withdrawn it.");
    case CaseState::Terminated:
        return Words::tr("The procedure was ended.");
    case CaseState::Lapsed:
        return Words::tr("It has lapsed, because the materials did not come.");
    case CaseState::Revoked:
        return Words::tr("The decision was revoked.");
    case CaseState::None:
        break;
    }
    return Words::tr("This window knows of it, but not where it stands.");
}

QString nextSentence(const CaseFile& file)
{
    switch (file.state) {
    case CaseState::Received:
    case CaseState::Resubmitted:
        return file.due.answer.isValid()
                   ? Words::tr("We answer by %1 whether it is accepted.").arg(day(file.due.answer))
                   : QString();
    case CaseState::AwaitingSupplement:
        return Words::tr("Please bring to any window of this hall:");
    case CaseState::Accepted:
    case CaseState::UnderReview:
        return file.due.promised.isValid()
                   ? Words::tr("The decision comes by %1 as promised; the law allows until %2.")
                         .arg(day(file.due.promised), day(file.due.statutory))
                   : QString();
    default:
        return {};
    }
}

QString collectSentence(const CaseFile& file, const HouseFacts& facts)
{
    switch (file.state) {
    case CaseState::Granted:
    case CaseState::Refused:
    case CaseState::ReadyToIssue:
        return Words::tr("It can be collected at %1, with the receipt or an identity card.")
            .arg(facts.windowName);
    case CaseState::Accepted:
    case CaseState::UnderReview:
        return Words::tr("The result will be handed over at %1.").arg(facts.windowName);
    default:
        return {};
    }
}

QString materialName(const QString& id, const domain::Guide* guide)
{
    const domain::GuideMaterial* material = guide == nullptr ? nullptr : guide->material(id);
    return material == nullptr ? id : material->name;
}

QStringList itemsOf(const CaseFile& file, const domain::Guide* guide)
{
    QStringList items;
    if (file.state == CaseState::AwaitingSupplement) {
        for (const domain::Finding& finding : file.noticed) {
            items.append(finding.sentence);
        }
    }
    for (const domain::Deficiency& deficiency : file.openDeficiencies()) {
        items.append(Words::tr("promised by %1: %2")
                         .arg(day(deficiency.due), materialName(deficiency.material, guide)));
    }
    return items;
}

} // namespace

ProgressAnswer progressOf(const CaseFile& file, CaseLine line, const domain::Guide* guide,
                          const HouseFacts& facts)
{
    ProgressAnswer answer;
    answer.certain = file.due.certain && line.dueCertain && line.pending == 0 && line.conflicts == 0;
    answer.line = std::move(line);
    answer.state = stateSentence(file);
    answer.next = nextSentence(file);
    answer.items = itemsOf(file, guide);
    answer.collect = collectSentence(file, facts);
    answer.newestPaper = file.papers.empty() ? QString() : file.papers.back().number;
    return answer;
}

} // namespace ow::desk
