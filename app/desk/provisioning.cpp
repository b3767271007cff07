// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/provisioning.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

const QStringList kSettingNames{u"centre"_s,   u"theme"_s,    u"scale"_s,       u"language"_s,
                                u"idleLock"_s, u"printers"_s, u"scanProfiles"_s};
constexpr int kLongestIdle = 30;
constexpr qsizetype kLongestText = 500;
constexpr qsizetype kMostPrinters = 64;

/// Reads one object member by member and says which it did not know.
class Members
{
public:
    Members(const QJsonObject& object, QString path)
        : m_object(object)
        , m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString& fault() const { return m_fault; }

    void fault(const QString& name)
    {
        if (m_fault.isEmpty()) {
            m_fault = m_path + name;
        }
    }

    bool has(const QString& name)
    {
        m_known.insert(name);
        return m_object.contains(name);
    }

    QString text(const QString& name)
    {
        if (!has(name)) {
            return {};
        }
        const QJsonValue value = m_object.value(name);
        if (!value.isString() || value.toString().isEmpty() || value.toString().size() > kLongestText) {
            fault(name);
        }
        return value.toString();
    }

    std::optional<QString> choice(const QString& name, const QStringList& choices)
    {
        if (!has(name)) {
            return {};
        }
        const QString value = m_object.value(name).toString();
        if (!choices.contains(value)) {
            fault(name);
        }
        return value;
    }

    std::optional<int> number(const QString& name, const std::function<bool(int)>& isRight)
    {
        if (!has(name)) {
            return {};
        }
        const QJsonValue value = m_object.value(name);
        const int whole = value.toInt(-1); // -1 for what is no whole number
        if (!value.isDouble() || whole < 0 || !isRight(whole)) {
            fault(name);
        }
        return whole;
    }

    QJsonObject object(const QString& name)
    {
        if (has(name) && !m_object.value(name).isObject()) {
            fault(name);
        }
        return m_object.value(name).toObject();
    }

    QJsonArray array(const QString& name)
    {
        if (has(name) && !m_object.value(name).isArray()) {
            fault(name);
        }
        return m_object.value(name).toArray();
    }

    /// What is left over is a slip of the pen, and would else be a setting that silently does nothing.
    QString end()
    {
        for (const QString& name : m_object.keys()) {
            if (!m_known.contains(name)) {
                fault(name);
            }
        }
        return m_fault;
    }

private:
    QJsonObject m_object;
    QString m_path;
    QString m_fault;
    QSet<QString> m_known;
};

QString readLook(const QJsonObject& object, Provision& provision)
{
    Members look(object, u"look."_s);
    provision.theme = look.choice(u"theme"_s, LookSettings::themes());
    provision.language = look.choice(u"language"_s, LookSettings::languages());
    provision.scale = look.number(u"scale"_s, [](int scale) {
        return std::ranges::find(LookSettings::kScales, scale) != LookSettings::kScales.end();
    });
    return look.end();
}

QString readIdle(const QJsonObject& object, Provision& provision)
{
    Members idle(object, u"idleLock."_s);
    provision.idleMinutes = idle.number(u"minutes"_s, [](int minutes) { return minutes <= kLongestIdle; });
    provision.idleAtMost =
        idle.number(u"atMost"_s, [](int minutes) { return minutes > 0 && minutes <= kLongestIdle; });
    return idle.end();
}

QString readPrinters(const QJsonObject& object, Provision& provision)
{
    if (object.size() > kMostPrinters) {
        return u"printers"_s;
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isObject()) {
            return u"printers."_s + it.key();
        }
        Members choice(it->toObject(), u"printers."_s + it.key() + u'.');
        provision.printers.insert(it.key(), {choice.text(u"printer"_s), choice.text(u"tray"_s)});
        if (const QString fault = choice.end(); !fault.isEmpty()) {
            return fault;
        }
    }
    return {};
}

QString readScanProfiles(const QJsonArray& array, Provision& provision)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto profile = capture::scanProfileFromJson(array[i].toObject());
        if (!profile || i >= capture::kMaxScanProfiles || ids.contains(profile->id)) {
            return u"scanProfiles[%1]"_s.arg(i);
        }
        ids.insert(profile->id);
        provision.scanProfiles.append(*profile);
    }
    return {};
}

QString readFolders(const QJsonObject& object, Provision& provision)
{
    Members folders(object, u"folders."_s);
    provision.profileFolder = folders.text(u"profile"_s);
    provision.mirrorFolder = folders.text(u"mirror"_s);
    for (const auto& [name, folder] :
         {std::pair(u"profile"_s, provision.profileFolder), std::pair(u"mirror"_s, provision.mirrorFolder)}) {
        if (!folder.isEmpty() && !QDir::isAbsolutePath(folder)) {
            folders.fault(name);
        }
    }
    return folders.end();
}

/// Only what has a value can be fixed.
bool hasValue(const Provision& provision, Setting setting)
{
    switch (setting) {
    case Setting::Centre:
        return !provision.centre.isEmpty();
    case Setting::Theme:
        return provision.theme.has_value();
    case Setting::Scale:
        return provision.scale.has_value();
    case Setting::Language:
        return provision.language.has_value();
    case Setting::IdleLock:
        return provision.idleMinutes.has_value();
    case Setting::Printers:
        return !provision.printers.isEmpty();
    case Setting::ScanProfiles:
        return !provision.scanProfiles.isEmpty();
    }
    return false;
}

QString readFixed(const QJsonArray& array, Provision& provision)
{
    for (const auto& value : array) {
        const qsizetype place = kSettingNames.indexOf(value.toString());
        if (place < 0 || !hasValue(provision, static_cast<Setting>(place))) {
            return u"fixed."_s + value.toString();
        }
        provision.fixed.insert(static_cast<int>(place));
    }
    return {};
}

} // namespace

Result<Provision> Provision::parse(const QByteArray& json)
{
    if (json.size() > kLargest) {
        return fail(ErrorCode::InvalidInput, u"larger than 64 KiB"_s, u"file"_s);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return fail(ErrorCode::InvalidInput, error.errorString(), u"file"_s);
    }
    Provision provision;
    Members all(document.object(), {});
    if (all.number(u"format"_s, [](int format) { return format == 1; }) != 1) {
        all.fault(u"format"_s);
    }
    provision.centre = all.text(u"centre"_s);
    const QUrl centre(provision.centre, QUrl::StrictMode);
    if (!provision.centre.isEmpty() && (centre.scheme() != u"https" || centre.host().isEmpty())) {
        all.fault(u"centre"_s);
    }
    provision.hallHint = all.text(u"hall"_s);
    QStringList faults{readLook(all.object(u"look"_s), provision),
                       readIdle(all.object(u"idleLock"_s), provision),
                       readPrinters(all.object(u"printers"_s), provision),
                       readScanProfiles(all.array(u"scanProfiles"_s), provision),
                       readFolders(all.object(u"folders"_s), provision)};
    faults.append(readFixed(all.array(u"fixed"_s), provision));
    faults.prepend(all.end());
    for (const QString& fault : faults) {
        if (!fault.isEmpty()) {
            return fail(ErrorCode::InvalidInput, u"an unknown member, or a value that cannot be"_s, fault);
        }
    }
    return provision;
}

LookSettings Provision::defaultLook() const
{
    LookSettings look;
    look.theme = theme.value_or(look.theme);
    look.scale = scale.value_or(look.scale);
    look.language = language.value_or(look.language);
    return look;
}

LookSettings Provision::lookFor(const LookSettings& own) const
{
    const LookSettings beginning = defaultLook();
    LookSettings look = own.orElse(beginning);
    if (isFixed(Setting::Theme)) {
        look.theme = beginning.theme;
    }
    if (isFixed(Setting::Scale)) {
        look.scale = beginning.scale;
    }
    if (isFixed(Setting::Language)) {
        look.language = beginning.language;
    }
    return look;
}

Provisioning Provisioning::find()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation)) {
        const QString file = QDir(folder).filePath(u"onewindow/provision.json"_s);
        if (folder != own && QFile::exists(file)) {
            return read(file);
        }
    }
    return {};
}

Provisioning Provisioning::read(const QString& path)
{
    Provisioning found;
    found.file = path;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        found.fault = file.errorString();
        return found;
    }
    auto provision = Provision::parse(file.read(Provision::kLargest + 1));
    if (provision) {
        found.provision = std::make_shared<const Provision>(std::move(*provision));
    } else {
        found.fault = provision.error().field;
    }
    return found;
}

QList<int> idleChoices(const Provision& provision)
{
    QList<int> choices;
    for (const int minutes : {0, 5, 10, 15, 30}) {
        if (allowedIdle(provision, minutes) == minutes) {
            choices.append(minutes);
        }
    }
    return choices;
}

int allowedIdle(const Provision& provision, int minutes)
{
    if (!provision.idleAtMost || (minutes > 0 && minutes <= *provision.idleAtMost)) {
        return minutes;
    }
    return *provision.idleAtMost;
}

} // namespace ow::desk
