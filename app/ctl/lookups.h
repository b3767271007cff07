// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"

#include <QCborMap>
#include <QString>

namespace ow::ctl {

/// The commands that need no ledger. Each gives the object docs/ctl.md describes.

/// {hits:[{code,name,matched,how}]}
[[nodiscard]] QCborMap search(const desk::HouseRules& rules, const QString& text);
/// {valid, reason, code?}; InvalidInput for a kind that is not id18, uscc, plate, vin or mobile.
[[nodiscard]] domain::Result<QCborMap> check(const QString& kind, const QString& value, QDate today);
/// {due, certain}; InvalidInput when date or days cannot be read.
[[nodiscard]] domain::Result<QCborMap> due(const domain::WorkCalendar& calendar, const QString& date,
                                           const QString& days);
/// {loaded, faults:[{file,path,reason,warning}]} of every guide document in a folder; nothing is kept.
[[nodiscard]] domain::Result<QCborMap> checkGuides(const QString& folder,
                                                   const record::CryptoProvider& crypto);

} // namespace ow::ctl
