// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/words.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace ow::words {

namespace {

// The application owns what is installed, and takes it down with itself.
bool installOne(QCoreApplication& application, const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (!translator->load(file, folder)) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

bool install(QCoreApplication& application, QStringView language)
{
    if (language.startsWith(u"en")) {
        return true;
    }
    const QString name = language.toString();
    const QString embedded = QStringLiteral(":/ow/words");
    // Qt's texts: the copy from the build, or what the system has. Without them only Qt's own menus stay
    // English.
    const QString qt = QStringLiteral("qtbase_") + name;
    if (!installOne(application, qt, embedded)) {
        installOne(application, qt, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    return installOne(application, QStringLiteral("onewindow_") + name, embedded);
}

} // namespace ow::words
