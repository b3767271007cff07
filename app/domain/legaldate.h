// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

namespace ow::domain {

/// The offset of the legal day from UTC: China keeps one time, UTC+8, all year, whatever zone a PC is set to.
inline constexpr int kLegalOffsetSeconds = 8 * 60 * 60;

/// The legal day an instant falls on; the day every period, number and paper is reckoned by.
[[nodiscard]] QDate legalDay(qint64 utcMs);

/// The instant a legal day begins, in UTC milliseconds. 0 for an invalid date.
[[nodiscard]] qint64 legalDayStartMs(QDate day);

/// Date and time of an instant as people in the hall read it, for display and papers.
[[nodiscard]] QDateTime legalTime(qint64 utcMs);

} // namespace ow::domain
