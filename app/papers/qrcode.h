// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QPainterPath>
#include <QString>

namespace ow::papers {

/// The code of a paper: ISO/IEC 18004, level M, drawn as one shape whose side is 1 (without quiet zone; leave
/// four modules clear around it). Any thread.
struct QrShape
{
    QPainterPath path;
    int modules = 0;
};

[[nodiscard]] domain::Result<QrShape> qrShape(const QString& payload);

/// `OW1|case number|seq|hash16`: what a window's code gun reads to open the case and compare the paper with
/// the ledger.
[[nodiscard]] QString paperPayload(const QString& caseNumber, qint64 seq, const QString& hash16);

} // namespace ow::papers
