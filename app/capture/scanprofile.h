// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>

namespace ow::capture {

enum class ScanSource { Flatbed, Feeder };

enum class ScanMode { Colour, Grey, BlackWhite }; ///< 8 bits a sample, or one bit a pixel

/// How a kind of material is scanned: chosen by Alt+1…9, kept with the window. A value.
struct ScanProfile
{
    QString id;     ///< "colour-300-feeder"; stable, never shown
    QString name;   ///< as a person called it; empty: named after what it does
    QString device; ///< ScanDevice::name; empty: the first that is there
    ScanSource source = ScanSource::Flatbed;
    ScanMode mode = ScanMode::Colour;
    int dpi = 300;        ///< the device takes its nearest
    bool duplex = false;  ///< both sides of each sheet; only with the feeder
    QSize area{210, 297}; ///< mm from the corner of the glass; less where the device has less
    friend bool operator==(const ScanProfile&, const ScanProfile&) = default;
};

/// What every window begins with: colour 300 flatbed, colour 300 feeder, grey 200 feeder, black and white 300
/// feeder, identity card 300 flatbed.
[[nodiscard]] QList<ScanProfile> defaultScanProfiles();

inline constexpr int kMaxScanProfiles = 9; ///< as many as there are digits

[[nodiscard]] QJsonObject scanProfileToJson(const ScanProfile& profile);
/// InvalidInput for anything that is not a profile: 50–1200 dpi, 10–1000 mm.
[[nodiscard]] domain::Result<ScanProfile> scanProfileFromJson(const QJsonObject& json);

} // namespace ow::capture
