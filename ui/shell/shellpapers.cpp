// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a decision at the desk: its papers, the slip, the word in the banner.
#include "ui/shell/shell.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

namespace ow::ui {

using domain::Result;

namespace {

QString decidedWords(const desk::Decided& decided)
{
    switch (decided.state) {
    case domain::CaseState::Accepted:
        return Shell::tr("Accepted");
    case domain::CaseState::AwaitingSupplement:
        return Shell::tr("Notice given");
    case domain::CaseState::Declined:
        return Shell::tr("Not accepted");
    case domain::CaseState::NotRequired:
        return Shell::tr("No permit needed");
    case domain::CaseState::Received:
        return Shell::tr("Received, to be answered");
    case domain::CaseState::PassedOn:
        return Shell::tr("Passed on");
    case domain::CaseState::Granted:
        return Shell::tr("Decided, to be fetched");
    case domain::CaseState::Issued:
        return Shell::tr("Decided and handed over");
    default:
        return Shell::tr("Recorded");
    }
}

} // namespace

void Shell::paperAfter(const desk::Decided& decided)
{
    // What goes with the answer (a promise to sign, a result) is made as well and stands with the case.
    for (const desk::GivenPaper& paper : decided.papers) {
        if (paper.number != decided.paperNumber) {
            m_papers.open(decided.caseNumber, paper.number)
                .then(this, [](const Result<desk::FinishedPaper>&) {});
        }
    }
    m_papers.open(decided.caseNumber, decided.paperNumber)
        .then(this, [this, decided](const Result<desk::FinishedPaper>& paper) {
            if (paper) {
                tellDecided(decided, tr("Paper %1").arg(decided.paperNumber), Tone::Ok);
                Q_EMIT paperMade(decided.caseNumber, decided.paperNumber);
                printSlip(decided);
            } else {
                // The decision stands; its paper is 待打印 and is made again from the case.
                tellDecided(decided, tr("Paper %1 is still to be printed").arg(decided.paperNumber),
                            Tone::Warn);
            }
        });
}

/// The slip comes by itself where there is a printer for it; the paper is what counts.
void Shell::printSlip(const desk::Decided& decided)
{
    if (m_devices.settings().slip == desk::DeviceSettings::SlipPrinter::None) {
        return;
    }
    whenAnswered(
        m_devices.printSlip(decided.caseNumber, decided.paperNumber), this,
        [this](const Result<void>& printed) {
            if (!printed) {
                m_window->banner().post({Tone::Warn, errorText(printed.error().code).sentence(), {}, {}});
            }
        });
}

void Shell::tellDecided(const desk::Decided& decided, const QString& paperWords, Tone tone)
{
    m_last = decided;
    m_window->banner().post({tone,
                             tr("%1: %2 · %3").arg(decidedWords(decided), decided.caseNumber, paperWords),
                             tr("Open paper"),
                             {}});
}

} // namespace ow::ui
