// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/paperdesk.h"
#include "desk/workplace.h"

#include <QFuture>
#include <QObject>

namespace ow::desk {

/// What an export has put into its folder.
struct ExportedCase
{
    QString number;
    QString folder;
    int entries = 0;
    int papers = 0;
    int materials = 0; ///< files
    int missing = 0;   ///< files the case names and this window does not have; the index lists them
    qint64 bytes = 0;  ///< of all files
};

/// Everything of one case in a folder, for the archive, an inspection or a court (个人信息保护法 Art. 45,
/// 电子文件归档): every entry with its body in clear JSON and once more as the bytes that were hashed, what
/// the centre said of each, the papers as PDF, the materials byte for byte, a manifest with the SM3 of every
/// file and an index a person can read.
///
/// Writing it is an `export` entry, durable before the first file is. The files are in the clear: modes 0600
/// in a folder of mode 0700, which must be new or empty. Lives on the GUI thread; the files are written by a
/// worker.
class CaseExport : public QObject
{
    Q_OBJECT

public:
    explicit CaseExport(Workplace& workplace, QObject* parent = nullptr);

    /// NotFound for a case the ledger does not have; InvalidInput (field "out") for a folder with something
    /// in it; KeyLocked. After an error the folder may hold some of the files, and no manifest.
    [[nodiscard]] QFuture<domain::Result<ExportedCase>> write(const QString& caseNumber,
                                                              const QString& folder);

private:
    /// Papers whose PDF is not recorded yet, one after the other; one that cannot be made stays out.
    [[nodiscard]] QFuture<domain::Result<void>> makePapers(const QString& caseNumber);
    [[nodiscard]] QFuture<domain::Result<ExportedCase>> writePlan(const QString& caseNumber,
                                                                  const QString& folder);

    Workplace& m_workplace;
    PaperDesk m_papers;
};

} // namespace ow::desk
