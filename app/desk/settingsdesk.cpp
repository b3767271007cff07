// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/settingsdesk.h"

#include "desk/scansettings.h"
#include "desk/whenanswered.h"
#include "ledger/ledger.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

const QString kWindowSetting = u"window"_s;
const QString kDeviceSetting = u"devices"_s;

Result<void> seedPrinters(ledger::Ledger& ledger, const Provision& provision)
{
    const auto stored = ledger.setting(kDeviceSetting);
    if (provision.printers.isEmpty() || (stored && !provision.isFixed(Setting::Printers))) {
        return {};
    }
    DeviceSettings settings = DeviceSettings::beginning(ledger.identity().training);
    if (stored) {
        settings = DeviceSettings::fromJson(*stored).value_or(settings);
    }
    if (settings.printers == provision.printers) {
        return {};
    }
    settings.printers = provision.printers;
    return ledger.putSetting(kDeviceSetting, settings.toJson());
}

Result<void> seedScanProfiles(ledger::Ledger& ledger, const Provision& provision)
{
    if (provision.scanProfiles.isEmpty()) {
        return {};
    }
    ScanSettings settings = readScanSettings(ledger);
    const bool untouched = settings.profiles == ScanSettings().profiles;
    if (settings.profiles == provision.scanProfiles ||
        (!untouched && !provision.isFixed(Setting::ScanProfiles))) {
        return {};
    }
    settings.profiles = provision.scanProfiles;
    return writeScanSettings(ledger, settings);
}

/// Minutes stored, or nothing.
Result<std::optional<int>> openThere(ledger::Ledger& ledger, const Provision& provision)
{
    // What cannot be put down (a ledger that may only be read) is as it was; the window opens all the same.
    static_cast<void>(seedPrinters(ledger, provision));
    static_cast<void>(seedScanProfiles(ledger, provision));
    const auto stored = ledger.setting(kWindowSetting);
    if (!stored) {
        return std::optional<int>();
    }
    const int minutes = QJsonDocument::fromJson(*stored).object().value(u"idleMinutes"_s).toInt(-1);
    return minutes < 0 ? std::optional<int>() : std::optional(minutes);
}

} // namespace

SettingsDesk::SettingsDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_look(workplace.options().look)
{
    connect(&workplace, &Workplace::profileOpened, this, &SettingsDesk::open);
}

const Provision& SettingsDesk::provision() const
{
    static const Provision none;
    const auto& given = m_workplace.options().provisioning.provision;
    return given ? *given : none;
}

void SettingsDesk::open()
{
    const auto opened = m_workplace.ledger().run(
        [provision = m_workplace.options().provisioning.provision](ledger::Ledger& ledger) {
            return openThere(ledger, provision ? *provision : Provision());
        });
    whenAnswered(opened, this, [this](const Result<std::optional<int>>& stored) {
        const int beginning = provision().idleMinutes.value_or(kDefaultIdle);
        const bool own = stored && stored->has_value() && !isFixed(Setting::IdleLock);
        useIdle(own ? stored->value() : beginning);
    });
}

void SettingsDesk::useIdle(int minutes)
{
    m_idle = allowedIdle(provision(), minutes);
    Q_EMIT idleChanged(m_idle);
}

QFuture<Result<void>> SettingsDesk::setIdleMinutes(int minutes)
{
    Result<void> sound;
    if (isFixed(Setting::IdleLock)) {
        sound = fail(ErrorCode::NotAllowed, u"fixed by the administrator"_s, u"idleLock"_s);
    } else if (!idleChoices(provision()).contains(minutes)) {
        sound = fail(ErrorCode::InvalidInput, u"not one of the choices"_s, u"idleLock"_s);
    }
    if (!sound) {
        return QtFuture::makeReadyFuture(std::move(sound));
    }
    useIdle(minutes);
    return m_workplace.ledger().run([minutes](ledger::Ledger& ledger) {
        const QJsonObject json{{u"idleMinutes"_s, minutes}};
        return ledger.putSetting(kWindowSetting, QJsonDocument(json).toJson(QJsonDocument::Compact));
    });
}

Result<void> SettingsDesk::setTheme(const QString& theme)
{
    LookSettings look = m_look;
    look.theme = theme;
    return change(look, Setting::Theme);
}

Result<void> SettingsDesk::setScale(int percent)
{
    LookSettings look = m_look;
    look.scale = percent;
    return change(look, Setting::Scale);
}

Result<void> SettingsDesk::setLanguage(const QString& language)
{
    LookSettings look = m_look;
    look.language = language;
    return change(look, Setting::Language);
}

Result<void> SettingsDesk::change(const LookSettings& look, Setting setting)
{
    if (isFixed(setting)) {
        return fail(ErrorCode::NotAllowed, u"fixed by the administrator"_s);
    }
    if (look.orElse(m_look) != look) {
        return fail(ErrorCode::InvalidInput, u"not one of the choices"_s);
    }
    m_look = look;
    Q_EMIT lookChanged();
    const QString& file = m_workplace.options().lookFile;
    if (!file.isEmpty() && !look.write(file)) {
        return fail(ErrorCode::DatabaseFailed, u"the look could not be kept"_s);
    }
    return {};
}

} // namespace ow::desk
