// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/looksettings.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace ow::desk {

using namespace Qt::StringLiterals;

QStringList LookSettings::themes()
{
    return {u"light"_s, u"dark"_s, u"contrast"_s};
}

QStringList LookSettings::languages()
{
    return {u"zh_CN"_s, u"en"_s};
}

LookSettings LookSettings::orElse(const LookSettings& otherwise) const
{
    LookSettings look = *this;
    if (!themes().contains(look.theme)) {
        look.theme = otherwise.theme;
    }
    if (std::ranges::find(kScales, look.scale) == kScales.end()) {
        look.scale = otherwise.scale;
    }
    if (!languages().contains(look.language)) {
        look.language = otherwise.language;
    }
    return look;
}

LookSettings LookSettings::read(const QString& file, const LookSettings& otherwise)
{
    const QSettings settings(file, QSettings::IniFormat);
    LookSettings look;
    look.theme = settings.value(u"look/theme"_s).toString();
    look.scale = settings.value(u"look/scale"_s).toInt();
    look.language = settings.value(u"look/language"_s).toString();
    return look.orElse(otherwise);
}

bool LookSettings::write(const QString& file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"look/theme"_s, theme);
    settings.setValue(u"look/scale"_s, scale);
    settings.setValue(u"look/language"_s, language);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QString LookSettings::usualFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"look.ini"_s);
}

} // namespace ow::desk
