// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace ow::domain {

/// How the numbers of one kind of paper are written; data of the hall, never of the code.
struct PaperSeries
{
    QString prefix; ///< 甘交受
    int width = 0;  ///< least digits of the serial, padded with zeros; 0 = as it is
    friend bool operator==(const PaperSeries&, const PaperSeries&) = default;
};

/// One number of the series (paper kind, station, year), taken in the transaction that decides (I5).
struct PaperNumber
{
    int year = 0; ///< of the legal day
    QString station;
    int serial = 0;
    friend bool operator==(const PaperNumber&, const PaperNumber&) = default;
};

/// 甘交受〔2026〕W03-12号. InvalidInput for an empty prefix or one over 16 characters, a width outside 0–9, a
/// year outside 2000–2999, a station over 8 characters or empty, a serial below 1.
[[nodiscard]] Result<QString> formatPaperNumber(const PaperSeries& series, const PaperNumber& number);

} // namespace ow::domain
