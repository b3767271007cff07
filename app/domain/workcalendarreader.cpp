// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workcalendar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1StringView>

#include <algorithm>
#include <optional>
#include <set>

namespace ow::domain {

namespace {

constexpr qsizetype kMaxBytes = qsizetype{256} * 1024;
constexpr int kMaxYears = 50;
constexpr int kEarliestYear = 1990;
constexpr int kLatestYear = 2199;
constexpr qsizetype kMaxDays =
    qsizetype{366} * kMaxYears / 4; // a quarter of all days: more is no calendar of holidays
constexpr qsizetype kMaxName = 32;
constexpr QLatin1StringView kFormat("onewindow-calendar/1");

tl::unexpected<Error> invalid(const QString& detail, const QString& field = {})
{
    return fail(ErrorCode::CalendarInvalid, detail, field);
}

} // namespace

/// Fills a WorkCalendar from its JSON form step by step; each step says what it did not like.
class WorkCalendarReader
{
public:
    [[nodiscard]] Result<WorkCalendar> read(const QByteArray& json)
    {
        if (json.size() > kMaxBytes)
            return invalid(QStringLiteral("more than 256 KiB"));
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
        if (!document.isObject())
            return invalid(QStringLiteral("not a JSON object: %1").arg(parseError.errorString()));
        const QJsonObject root = document.object();
        if (root.value(u"format").toString() != kFormat)
            return invalid(QStringLiteral("not of the format onewindow-calendar/1"),
                           QStringLiteral("format"));
        m_calendar.m_version = root.value(u"version").toInt();
        if (m_calendar.m_version < 1)
            return invalid(QStringLiteral("the version is no number from 1 on"), QStringLiteral("version"));
        Fault found = readYears(root.value(u"years"));
        if (!found)
            found = readDays(root, u"holidays", false);
        if (!found)
            found = readDays(root, u"workdays", true);
        if (!found)
            found = finish();
        if (found)
            return tl::unexpected(*found);
        return std::move(m_calendar);
    }

private:
    using Fault = std::optional<Error>;

    [[nodiscard]] Fault readYears(const QJsonValue& value)
    {
        const QJsonArray years = value.toArray();
        if (years.isEmpty() || years.size() > kMaxYears)
            return fault(QStringLiteral("between one and 50 years are needed"), QStringLiteral("years"));
        const int first = years.at(0).toInt();
        for (qsizetype i = 0; i < years.size(); ++i) {
            if (years.at(i).toInt() != first + i)
                return fault(QStringLiteral("the years do not follow each other"), place(u"years", i));
        }
        const int last = first + static_cast<int>(years.size()) - 1;
        if (first < kEarliestYear || last > kLatestYear)
            return fault(QStringLiteral("years lie between 1990 and 2199"), QStringLiteral("years"));
        m_calendar.m_firstYear = first;
        m_calendar.m_lastYear = last;
        return {};
    }

    [[nodiscard]] Fault readDays(const QJsonObject& root, QStringView list, bool workday)
    {
        const QJsonValue value = root.value(list);
        if (!value.isArray() || value.toArray().size() > kMaxDays)
            return fault(QStringLiteral("no list of days, or one far too long"), list.toString());
        const QJsonArray days = value.toArray();
        for (qsizetype i = 0; i < days.size(); ++i) {
            if (auto found = readDay(days.at(i).toObject(), place(list, i), workday))
                return found;
        }
        return {};
    }

    [[nodiscard]] Fault readDay(const QJsonObject& day, const QString& field, bool workday)
    {
        const QString text = day.value(u"date").toString();
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid() || date.toString(Qt::ISODate) != text)
            return fault(QStringLiteral("no date of the form 2026-01-31"), field);
        if (!m_calendar.covers(date))
            return fault(QStringLiteral("%1 lies outside the years").arg(text), field);
        if (workday && date.dayOfWeek() <= Qt::Friday)
            return fault(QStringLiteral("the make-up workday %1 is no Saturday or Sunday").arg(text), field);
        const QString name = day.value(u"name").toString();
        if (name.isEmpty() || name.size() > kMaxName)
            return fault(QStringLiteral("%1 has no name, or one over 32 characters").arg(text), field);
        m_calendar.m_special.push_back({date, workday, 0, name});
        return {};
    }

    /// Orders the days, sums them up, and looks at them together.
    [[nodiscard]] Fault finish()
    {
        auto& days = m_calendar.m_special;
        std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
        std::set<int> yearsWithHolidays;
        int sum = 0;
        for (std::size_t i = 0; i < days.size(); ++i) {
            auto& day = days[i];
            if (i > 0 && days[i - 1].date == day.date)
                return fault(QStringLiteral("%1 stands twice").arg(day.date.toString(Qt::ISODate)), {});
            const bool weekday = day.date.dayOfWeek() <= Qt::Friday;
            sum += day.workday ? 1 : (weekday ? -1 : 0);
            day.sum = sum;
            if (!day.workday)
                yearsWithHolidays.insert(day.date.year());
        }
        for (int year = m_calendar.m_firstYear; year <= m_calendar.m_lastYear; ++year) {
            if (yearsWithHolidays.count(year) == 0)
                return fault(QStringLiteral("%1 has no holiday").arg(year), QStringLiteral("holidays"));
        }
        return {};
    }

    [[nodiscard]] static Fault fault(const QString& detail, const QString& field)
    {
        return invalid(detail, field).value();
    }

    [[nodiscard]] static QString place(QStringView list, qsizetype index)
    {
        return QStringLiteral("%1[%2]").arg(list).arg(index);
    }

    WorkCalendar m_calendar;
};

Result<WorkCalendar> WorkCalendar::read(const QByteArray& json)
{
    return WorkCalendarReader().read(json);
}

} // namespace ow::domain
