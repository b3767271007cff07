// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace ow::ledger {
class Ledger;
} // namespace ow::ledger

namespace ow::sync {

/// What an export for the courier may hold.
struct CourierLimits
{
    bool materials = true;
    qint64 fileBytes = 256LL * 1024 * 1024; ///< of one file; a single material may go beyond
};

struct CourierExport
{
    QStringList files; ///< in the order they have to be read in
    qint64 first = 0;  ///< seq; 0 = nothing was waiting and no file was written
    qint64 last = 0;
    int materials = 0;
};

/// Writes every entry the centre has not answered, and their materials it lacks, into `file` (and file.2,
/// file.3 …): sealed for the centre this window was enrolled at, mode 0600. Changes nothing in the ledger:
/// the same goes over the line when it is back, and has its effect once. Existing files are not written over
/// (InvalidInput, field "out"). On the ledger's thread; as slow as the stick.
[[nodiscard]] domain::Result<CourierExport> exportForCourier(ledger::Ledger& ledger, const QString& file,
                                                             const CourierLimits& limits = {});

struct CourierRecorded
{
    int outcomes = 0;
    qint64 receipted = 0; ///< seq the receipt names
};

/// Records what the centre answered, exactly as the answer to a push: outcomes in their order, and its signed
/// receipt. Twice has the effect of once. MacWrong for an answer the centre has not signed, NotAllowed for
/// one of another device, ReplyInvalid for one that does not fit the entries here.
[[nodiscard]] domain::Result<CourierRecorded> recordCourierAnswer(ledger::Ledger& ledger,
                                                                  const QString& file);

} // namespace ow::sync
