// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scanprofile.h"

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kLeastDpi = 50;
constexpr int kMostDpi = 1200;
constexpr int kLeastMm = 10;
constexpr int kMostMm = 1000;
constexpr qsizetype kLongestText = 200;

constexpr QLatin1StringView kModeKeys[] = {"colour"_L1, "grey"_L1, "bw"_L1};
constexpr QLatin1StringView kSourceKeys[] = {"flatbed"_L1, "feeder"_L1};

template <std::size_t Count> int indexOf(const QLatin1StringView (&keys)[Count], const QString& key)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (key == keys[i]) {
            return int(i);
        }
    }
    return -1;
}

bool within(int value, int low, int high)
{
    return value >= low && value <= high;
}

} // namespace

QList<ScanProfile> defaultScanProfiles()
{
    // The long side of an identity card (GB/T 14916 ID-1, 85.6 x 54 mm) with room to lay it down askew.
    constexpr QSize kCard(110, 80);
    constexpr QSize kA4(210, 297);
    return {
        {u"colour-300-flatbed"_s, {}, {}, ScanSource::Flatbed, ScanMode::Colour, 300, false, kA4},
        {u"colour-300-feeder"_s, {}, {}, ScanSource::Feeder, ScanMode::Colour, 300, false, kA4},
        {u"grey-200-feeder"_s, {}, {}, ScanSource::Feeder, ScanMode::Grey, 200, false, kA4},
        {u"bw-300-feeder"_s, {}, {}, ScanSource::Feeder, ScanMode::BlackWhite, 300, false, kA4},
        {u"card-300-flatbed"_s, {}, {}, ScanSource::Flatbed, ScanMode::Colour, 300, false, kCard},
    };
}

QJsonObject scanProfileToJson(const ScanProfile& profile)
{
    return {
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"device"_s, profile.device},
        {u"source"_s, QString(kSourceKeys[std::size_t(profile.source)])},
        {u"mode"_s, QString(kModeKeys[std::size_t(profile.mode)])},
        {u"dpi"_s, profile.dpi},
        {u"duplex"_s, profile.duplex},
        {u"width"_s, profile.area.width()},
        {u"height"_s, profile.area.height()},
    };
}

Result<ScanProfile> scanProfileFromJson(const QJsonObject& json)
{
    const int source = indexOf(kSourceKeys, json[u"source"_s].toString());
    const int mode = indexOf(kModeKeys, json[u"mode"_s].toString());
    ScanProfile profile{json[u"id"_s].toString(),
                        json[u"name"_s].toString(),
                        json[u"device"_s].toString(),
                        ScanSource::Flatbed,
                        ScanMode::Colour,
                        json[u"dpi"_s].toInt(),
                        json[u"duplex"_s].toBool(),
                        QSize(json[u"width"_s].toInt(), json[u"height"_s].toInt())};
    const bool texts = !profile.id.isEmpty() && profile.id.size() <= kLongestText &&
                       profile.name.size() <= kLongestText && profile.device.size() <= kLongestText;
    if (source < 0 || mode < 0 || !texts || !within(profile.dpi, kLeastDpi, kMostDpi) ||
        !within(profile.area.width(), kLeastMm, kMostMm) ||
        !within(profile.area.height(), kLeastMm, kMostMm)) {
        return fail(ErrorCode::InvalidInput, u"not a scan profile"_s, profile.id.left(kLongestText));
    }
    profile.source = ScanSource(source);
    profile.mode = ScanMode(mode);
    return profile;
}

} // namespace ow::capture
