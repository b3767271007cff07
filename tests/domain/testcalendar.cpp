// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duedate.h"
#include "domain/legaldate.h"
#include "domain/systemclock.h"
#include "domain/workcalendar.h"
#include "support/manualclock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace ow::domain;

namespace {

QByteArray bytesOf(QStringView path)
{
    QFile file(QStringView(OW_SOURCE_DIR).toString() + path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

WorkCalendar shipped()
{
    const auto calendar = WorkCalendar::read(bytesOf(u"/resources/calendar/holidays.json"));
    REQUIRE(calendar);
    return *calendar;
}

/// Made by tests/data/calendar/generate.py from the State Council's notices.
QJsonArray table(QStringView name)
{
    return QJsonDocument::fromJson(bytesOf(u"/tests/data/calendar/workdays.json"))
        .object()
        .value(name)
        .toArray();
}

QDate dateOf(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

/// The shipped calendar with one text replaced: what reading it then complains about.
QString complaint(const QByteArray& from, const QByteArray& to)
{
    QByteArray json = R"({"format":"onewindow-calendar/1","version":3,"years":[2025,2026],
        "holidays":[{"date":"2025-01-01","name":"元旦"},{"date":"2026-01-01","name":"元旦"}],
        "workdays":[{"date":"2026-01-04","name":"元旦"}]})";
    REQUIRE(WorkCalendar::read(json));
    REQUIRE(json.contains(from));
    const auto calendar = WorkCalendar::read(json.replace(from, to));
    if (calendar)
        return QStringLiteral("none");
    CHECK(calendar.error().code == ErrorCode::CalendarInvalid);
    CHECK_FALSE(calendar.error().detail.isEmpty());
    return calendar.error().field;
}

} // namespace

TEST_CASE("行政许可法 Art. 82: sums of working days agree with 3,500 worked out from the notices")
{
    const WorkCalendar calendar = shipped();
    const QJsonArray rows = table(u"sums");
    REQUIRE(rows.size() >= 2000);
    for (const auto& value : rows) {
        const QJsonArray row = value.toArray();
        const QDate from = dateOf(row.at(0));
        const int days = row.at(1).toInt();
        const DueDate due = calendar.addWorkdays(from, days);
        INFO(row.at(0).toString().toStdString() << " + " << days);
        CHECK(due.date.toString(Qt::ISODate) == row.at(2).toString());
        CHECK(due.certain == row.at(3).toBool());
        CHECK(calendar.workdaysBetween(from, due.date).days == days);
    }
}

TEST_CASE("行政许可法 Art. 82: working days between two days agree with the notices")
{
    const WorkCalendar calendar = shipped();
    const QJsonArray rows = table(u"between");
    REQUIRE(rows.size() >= 500);
    for (const auto& value : rows) {
        const QJsonArray row = value.toArray();
        const WorkdayCount count = calendar.workdaysBetween(dateOf(row.at(0)), dateOf(row.at(1)));
        CHECK(count.days == row.at(2).toInt());
        CHECK(count.certain);
    }
}

TEST_CASE("行政许可法 Art. 82: a statutory holiday is no working day and a make-up day is one")
{
    const WorkCalendar calendar = shipped();
    const QJsonArray rows = table(u"days");
    REQUIRE(rows.size() > 200);
    for (const auto& value : rows) {
        CHECK(calendar.isWorkday(dateOf(value[0])) == value[1].toBool());
        CHECK_FALSE(calendar.name(dateOf(value[0])).isEmpty());
    }
    CHECK(calendar.name(QDate(2026, 10, 1)) == u"国庆节");
    CHECK(calendar.name(QDate(2026, 11, 23)).isEmpty());
    CHECK_FALSE(calendar.isWorkday(QDate(2020, 1, 31))); // lengthened by the notice of 27 January 2020
    CHECK_FALSE(calendar.isWorkday(QDate()));
}

TEST_CASE("days beyond the calendar are Monday to Friday and the answer says so")
{
    const WorkCalendar calendar = shipped();
    CHECK(calendar.firstYear() == 2018);
    CHECK(calendar.lastYear() == 2026);
    CHECK(calendar.version() >= 1);
    CHECK(calendar.addWorkdays(QDate(2026, 12, 24), 5) == DueDate{QDate(2026, 12, 31), true});
    CHECK(calendar.addWorkdays(QDate(2026, 12, 25), 5) == DueDate{QDate(2027, 1, 1), false});
    CHECK(calendar.isWorkday(QDate(2027, 10, 1)));
    CHECK(calendar.workdaysBetween(QDate(2027, 1, 1), QDate(2027, 1, 8)) == WorkdayCount{5, false});
    CHECK(WorkCalendar().addWorkdays(QDate(2026, 11, 23), 5) == DueDate{QDate(2026, 11, 30), false});
}

TEST_CASE("what is no period has no end")
{
    const WorkCalendar calendar = shipped();
    CHECK_FALSE(calendar.addWorkdays(QDate(), 5).date.isValid());
    CHECK_FALSE(calendar.addWorkdays(QDate(2026, 11, 23), -1).date.isValid());
    CHECK_FALSE(calendar.addWorkdays(QDate(2026, 11, 23), WorkCalendar::kMaxWorkdays + 1).date.isValid());
    CHECK(calendar.addWorkdays(QDate(2026, 11, 22), 0) == DueDate{QDate(2026, 11, 22), true});
    CHECK(calendar.workdaysBetween(QDate(), QDate(2026, 11, 22)) == WorkdayCount{0, false});
}

TEST_CASE("a calendar that cannot be right is refused with the place of the fault")
{
    CHECK(complaint("onewindow-calendar/1", "onewindow-calendar/2") == u"format");
    CHECK(complaint("\"version\":3", "\"version\":0") == u"version");
    CHECK(complaint("[2025,2026]", "[]") == u"years");
    CHECK(complaint("[2025,2026]", "[2025,2027]") == u"years[1]");
    CHECK(complaint("[2025,2026]", "[1825,1826]") == u"years");
    CHECK(complaint("[2025,2026]", "[2025,2026,2027]") == u"holidays");
    CHECK(complaint("\"2026-01-01\"", "\"2026-1-1\"") == u"holidays[1]");
    CHECK(complaint("\"2026-01-01\"", "\"2026-02-30\"") == u"holidays[1]");
    CHECK(complaint("\"2026-01-01\"", "\"2027-01-01\"") == u"holidays[1]");
    CHECK(complaint("\"2026-01-04\"", "\"2026-01-05\"") == u"workdays[0]");
    CHECK(complaint("\"2026-01-04\",\"name\":\"元旦\"", "\"2026-01-04\",\"name\":\"\"") == u"workdays[0]");
    CHECK(complaint("\"workdays\"", "\"workday\"") == u"workdays");
    CHECK(complaint("\"2026-01-04\"", "\"2026-01-03\"") == u"none");
    CHECK(complaint("\"2025-01-01\"", "\"2026-01-01\"") == u"");
    CHECK_FALSE(WorkCalendar::read("[]"));
    CHECK_FALSE(WorkCalendar::read("{"));
    CHECK_FALSE(WorkCalendar::read(QByteArray(qsizetype{300} * 1024, ' ') + "{}"));
}

TEST_CASE("the legal day turns at midnight in UTC+8 wherever the PC thinks it is")
{
    CHECK(legalDay(0) == QDate(1970, 1, 1));
    CHECK(legalDay(-1) == QDate(1970, 1, 1));
    const qint64 midnight = legalDayStartMs(QDate(2026, 11, 23));
    CHECK(midnight == 1'795'363'200'000); // date -u -d '2026-11-22 16:00' +%s
    CHECK(legalDay(midnight) == QDate(2026, 11, 23));
    CHECK(legalDay(midnight - 1) == QDate(2026, 11, 22));
    CHECK(legalDay(-2'208'988'800'000) == QDate(1900, 1, 1));
    CHECK(legalTime(midnight).toString(Qt::ISODate) == u"2026-11-23T00:00:00+08:00");
    CHECK(legalDayStartMs(QDate()) == 0);
}

TEST_CASE("the system clock has a time after this was written and goes on")
{
    const SystemClock clock;
    CHECK(clock.utcMs() > 1'700'000'000'000);
    const qint64 before = clock.monotonicMs();
    CHECK(clock.monotonicMs() >= before);
    CHECK(clock.bootId() == SystemClock().bootId());
}

TEST_CASE("the manual clock keeps wall time and boot time apart")
{
    ow::test::ManualClock clock;
    CHECK(legalTime(clock.utcMs()).toString(Qt::ISODate) == u"2026-11-23T09:00:00+08:00");
    const qint64 tick = clock.monotonicMs();
    clock.setUtcMs(0);
    CHECK(clock.monotonicMs() == tick);
    clock.advance(5);
    CHECK(clock.monotonicMs() == tick + 5);
    CHECK(clock.utcMs() == 5);
}
