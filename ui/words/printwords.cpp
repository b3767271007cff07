// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/printwords.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

} // namespace

QString troubleWord(desk::PrinterTrouble trouble)
{
    using desk::PrinterTrouble;
    switch (trouble) {
    case PrinterTrouble::None:
        return {};
    case PrinterTrouble::NoPaper:
        return Words::tr("No paper");
    case PrinterTrouble::Jam:
        return Words::tr("Paper jam");
    case PrinterTrouble::CoverOpen:
        return Words::tr("Cover open");
    case PrinterTrouble::NoToner:
        return Words::tr("Out of toner");
    case PrinterTrouble::Offline:
        return Words::tr("Switched off or not connected");
    case PrinterTrouble::Paused:
        return Words::tr("Paused by the administrator");
    case PrinterTrouble::Other:
        return Words::tr("Stopped");
    }
    return {};
}

PrintWord printWord(const desk::PrintProgress& progress)
{
    using Stage = desk::PrintProgress::Stage;
    const QString trouble = troubleWord(progress.trouble);
    if (!trouble.isEmpty() && !devices::isOver(progress.stage)) {
        return {Tone::Warn, Words::tr("The printer waits: %1. See to it and the paper comes out; it is safe "
                                      "meanwhile.")
                                .arg(trouble)};
    }
    switch (progress.stage) {
    case Stage::Waiting:
        return {Tone::Info, Words::tr("In the printer's queue…")};
    case Stage::Printing:
    case Stage::Stopped:
        return {Tone::Info, Words::tr("Printing…")};
    case Stage::Done:
        return {Tone::Ok, Words::tr("Printed")};
    case Stage::Aborted:
    case Stage::Cancelled:
        return {Tone::Warn, Words::tr("Not printed. The paper is safe and can be printed again.")};
    }
    return {};
}

} // namespace ow::ui
