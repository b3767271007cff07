// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/daywords.h"

#include <QCoreApplication>

#include <array>

namespace ow::ui {

namespace {

// Our own table and not QLocale: the words are those of the hall, whatever the PC is set to.
constexpr std::array kDays{QT_TRANSLATE_NOOP("DayWord", "Mon"), QT_TRANSLATE_NOOP("DayWord", "Tue"),
                           QT_TRANSLATE_NOOP("DayWord", "Wed"), QT_TRANSLATE_NOOP("DayWord", "Thu"),
                           QT_TRANSLATE_NOOP("DayWord", "Fri"), QT_TRANSLATE_NOOP("DayWord", "Sat"),
                           QT_TRANSLATE_NOOP("DayWord", "Sun")};

} // namespace

QString dayWord(QDate day)
{
    if (!day.isValid()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(day.dayOfWeek() - 1);
    return day.toString(u"MM-dd") + u' ' + QCoreApplication::translate("DayWord", kDays[place]);
}

} // namespace ow::ui
