// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/scanprofile.h"

#include <QString>
#include <QStringList>

#include <optional>

/// Every driver has its own words for a feeder and for grey. What is picked here was collected from the
/// drivers of sane-backends, sane-airscan, HPLIP and Brother.
namespace ow::capture {

/// Of the values of the option "source". None when there is nothing of the kind.
[[nodiscard]] std::optional<QString> chooseSource(const QStringList& offered, ScanSource wanted, bool duplex);

/// Of the values of the option "mode". None when there is nothing of the kind.
[[nodiscard]] std::optional<QString> chooseMode(const QStringList& offered, ScanMode wanted);

/// Of the resolutions on offer: the wanted one, else the next finer, else the finest. 0 for an empty list.
[[nodiscard]] int chooseDpi(const QList<int>& offered, int wanted);

} // namespace ow::capture
