// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scansettings.h"

#include "ledger/ledger.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ow::desk {

namespace {

using namespace Qt::StringLiterals;

const QString& settingName()
{
    static const QString name = u"scan"_s;
    return name;
}

QList<capture::ScanProfile> readProfiles(const QJsonArray& array)
{
    QList<capture::ScanProfile> profiles;
    for (const auto& value : array) {
        if (auto profile = capture::scanProfileFromJson(value.toObject());
            profile && profiles.size() < capture::kMaxScanProfiles) {
            profiles.append(std::move(*profile));
        }
    }
    return profiles;
}

} // namespace

ScanSettings readScanSettings(const ledger::Ledger& ledger)
{
    ScanSettings settings;
    const auto bytes = ledger.setting(settingName());
    if (!bytes) {
        return settings;
    }
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    if (const auto profiles = readProfiles(json[u"profiles"_s].toArray()); !profiles.isEmpty()) {
        settings.profiles = profiles;
    }
    settings.asked = json[u"asked"_s].toBool();
    for (const auto& value : json[u"devices"_s].toArray()) {
        const QJsonObject device = value.toObject();
        settings.devices.append(
            {device[u"name"_s].toString(), device[u"title"_s].toString(), device[u"camera"_s].toBool()});
    }
    for (const auto& value : json[u"materials"_s].toArray()) {
        const QJsonArray pair = value.toArray();
        if (settings.materials.size() < kMaxMaterials) {
            settings.materials.append({pair.at(0).toString(), pair.at(1).toString()});
        }
    }
    return settings;
}

domain::Result<void> writeScanSettings(ledger::Ledger& ledger, const ScanSettings& settings)
{
    QJsonArray profiles;
    for (const capture::ScanProfile& profile : settings.profiles) {
        profiles.append(capture::scanProfileToJson(profile));
    }
    QJsonArray devices;
    for (const capture::ScanDevice& device : settings.devices) {
        devices.append(
            QJsonObject{{u"name"_s, device.name}, {u"title"_s, device.title}, {u"camera"_s, device.camera}});
    }
    QJsonArray materials;
    for (const auto& [material, profile] : settings.materials) {
        materials.append(QJsonArray{material, profile});
    }
    const QJsonObject json{{u"profiles"_s, profiles},
                           {u"devices"_s, devices},
                           {u"asked"_s, settings.asked},
                           {u"materials"_s, materials}};
    return ledger.putSetting(settingName(), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace ow::desk
