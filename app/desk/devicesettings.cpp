// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/devicesettings.h"

#include "devices/byteline.h"
#include "devices/vendortable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestJson = 32 << 10;

const QStringList kReaders{u"none"_s, u"simulated"_s, u"library"_s};
const QStringList kSlips{u"none"_s, u"simulated"_s, u"line"_s, u"queue"_s};

Result<void> check(const DeviceSettings& settings)
{
    if (settings.reader == DeviceSettings::Reader::Library && settings.readerLibrary.isEmpty()) {
        return fail(ErrorCode::InvalidInput, u"no library"_s, u"readerLibrary"_s);
    }
    if (settings.slip == DeviceSettings::SlipPrinter::Line &&
        !devices::ByteLine::isAddress(settings.slipAddress)) {
        return fail(ErrorCode::InvalidInput, u"neither a path nor tcp://address:port"_s, u"slipAddress"_s);
    }
    if (settings.slip == DeviceSettings::SlipPrinter::Queue && settings.slipAddress.isEmpty()) {
        return fail(ErrorCode::InvalidInput, u"no queue"_s, u"slipAddress"_s);
    }
    return {};
}

} // namespace

PrinterChoice DeviceSettings::printerFor(const QString& paperKind) const
{
    const auto own = printers.constFind(paperKind);
    return own == printers.cend() ? printers.value(QString()) : *own;
}

QByteArray DeviceSettings::toJson() const
{
    QJsonObject choices;
    for (auto it = printers.cbegin(); it != printers.cend(); ++it) {
        choices.insert(it.key(), QJsonObject{{u"printer"_s, it->printer}, {u"tray"_s, it->tray}});
    }
    const QJsonObject object{{u"reader"_s, kReaders[static_cast<int>(reader)]},
                             {u"readerTable"_s, readerTable},
                             {u"readerLibrary"_s, readerLibrary},
                             {u"slip"_s, kSlips[static_cast<int>(slip)]},
                             {u"slipAddress"_s, slipAddress},
                             {u"printers"_s, choices}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<DeviceSettings> DeviceSettings::fromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.left(kLongestJson));
    if (!document.isObject()) {
        return fail(ErrorCode::InvalidInput, u"no JSON object"_s);
    }
    const QJsonObject object = document.object();
    DeviceSettings settings;
    const qsizetype reader = kReaders.indexOf(object.value(u"reader"_s).toString(kReaders.front()));
    const qsizetype slip = kSlips.indexOf(object.value(u"slip"_s).toString(kSlips.front()));
    if (reader < 0 || slip < 0) {
        return fail(ErrorCode::InvalidInput, u"an unknown choice"_s, reader < 0 ? u"reader"_s : u"slip"_s);
    }
    settings.reader = static_cast<Reader>(reader);
    settings.slip = static_cast<SlipPrinter>(slip);
    settings.readerTable = object.value(u"readerTable"_s).toString();
    settings.readerLibrary = object.value(u"readerLibrary"_s).toString();
    settings.slipAddress = object.value(u"slipAddress"_s).toString();
    const QJsonObject choices = object.value(u"printers"_s).toObject();
    for (auto it = choices.begin(); it != choices.end(); ++it) {
        const QJsonObject choice = it.value().toObject();
        settings.printers.insert(it.key(),
                                 {choice.value(u"printer"_s).toString(), choice.value(u"tray"_s).toString()});
    }
    if (const auto sound = check(settings); !sound) {
        return tl::unexpected(sound.error());
    }
    return settings;
}

DeviceSettings DeviceSettings::beginning(bool training)
{
    DeviceSettings settings;
    settings.readerTable = devices::VendorTable::builtInNames().front();
    if (training) {
        settings.reader = Reader::Simulated;
        settings.slip = SlipPrinter::Simulated;
    }
    return settings;
}

} // namespace ow::desk
