// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"

#include <QFuture>
#include <QObject>

namespace ow::desk {

/// A finished paper, from the ledger.
struct FinishedPaper
{
    QString number;
    QString caseNumber;
    QByteArray pdf;
    QString kind = {}; ///< papers::paperKindKey: chooses the printer
};

/// Makes papers and hands them out. A number is given with its decision; the PDF is made after that, stored
/// sealed and recorded as a `paper` entry. What is missing stands as 待打印 until it is opened or
/// makeMissing() has made it. Lives on the GUI thread; rendering runs on worker threads.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    explicit PaperDesk(Workplace& workplace, QObject* parent = nullptr);

    /// The PDF of a paper; made and recorded now when it is missing. Two calls at once make it once.
    [[nodiscard]] QFuture<domain::Result<FinishedPaper>> open(const QString& caseNumber,
                                                              const QString& paperNumber);
    /// Makes every missing paper, oldest first, at most 100; how many were made.
    [[nodiscard]] QFuture<domain::Result<int>> makeMissing();

Q_SIGNALS:
    void made(const QString& caseNumber, const QString& paperNumber);

private:
    Workplace& m_workplace;
};

} // namespace ow::desk
