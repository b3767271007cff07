// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QThreadPool>

namespace ow::ui {

struct PrintSettings
{
    QString printer;    ///< name; empty: the default printer of this PC
    QString jobName;    ///< shown in the queue: a paper number, never a person's name
    QString outputFile; ///< not empty: a PDF file instead of paper, needs no printer
    int copies = 1;     ///< 1 … kMostCopies
};

inline constexpr int kMostCopies = 20;
inline constexpr int kMostPrintedPages = 500;

/// What went to the printer.
struct Printed
{
    QString printer;
    int pages = 0;
};

/// Prints PDFs on paper of their own size, each page drawn at the printer's resolution (at most 600 dpi) in
/// bands, so that a page never lies in memory whole.
///
/// Nothing waits on the GUI thread: looking for printers (which asks CUPS), drawing and painting all run on
/// one worker, one job after the other. Qt allows QPainter on a QPrinter outside the GUI thread; one worker
/// keeps the print plug-in, which is not made for several threads, on a single one, so a program makes one
/// PdfPrinter. Its end waits for the jobs that were given. GUI thread only.
class PdfPrinter
{
public:
    PdfPrinter();

    /// InvalidInput when the bytes are no PDF that can be opened; PrintFailed when there is no printer or it
    /// reports a fault.
    [[nodiscard]] QFuture<domain::Result<Printed>> print(const QByteArray& pdf,
                                                         const PrintSettings& settings);

private:
    QThreadPool m_worker;
};

} // namespace ow::ui
