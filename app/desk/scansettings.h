// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "capture/scanprofile.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace ow::ledger {
class Ledger;
}

namespace ow::desk {

/// What a window knows about its scanners. Lies in the clear among the settings of its ledger: names of
/// devices and profiles, nothing of an applicant.
struct ScanSettings
{
    QList<capture::ScanProfile> profiles = capture::defaultScanProfiles(); ///< 1 … 9
    QList<capture::ScanDevice> devices; ///< as last found; looking for them takes long
    bool asked = false;                 ///< devices were looked for, whatever was found
    /// Id of the profile by "item/material"; the oldest is forgotten beyond kMaxMaterials.
    QList<std::pair<QString, QString>> materials;
    friend bool operator==(const ScanSettings&, const ScanSettings&) = default;
};

inline constexpr int kMaxMaterials = 500;

/// What was never written, or cannot be read, is as in a new window.
[[nodiscard]] ScanSettings readScanSettings(const ledger::Ledger& ledger);
[[nodiscard]] domain::Result<void> writeScanSettings(ledger::Ledger& ledger, const ScanSettings& settings);

} // namespace ow::desk
