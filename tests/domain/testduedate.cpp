// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duedate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <vector>

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
    return WorkCalendar::read(bytesOf(u"/resources/calendar/holidays.json")).value();
}

QDate dateOf(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

} // namespace

// The expected days below were counted by hand on the calendar of the notices for 2025 and 2026.

TEST_CASE("行政许可法 Art. 32(4): the notice is given within five working days after the day of receipt")
{
    const WorkCalendar calendar = shipped();
    CHECK(noticeLatest(QDate(2026, 11, 23), calendar) == DueDate{QDate(2026, 11, 30), true});
    // received on the last day before the long holiday of October 2026, 1 to 7, with 10 October worked
    CHECK(noticeLatest(QDate(2026, 9, 30), calendar) == DueDate{QDate(2026, 10, 13), true});
    CHECK(noticeLatest(QDate(2026, 11, 21), calendar) == DueDate{QDate(2026, 11, 27), true}); // a Saturday
    CHECK(noticeLatest(QDate(2026, 11, 23), calendar, 3) == DueDate{QDate(2026, 11, 26), true});
}

TEST_CASE(
    "行政许可法 Art. 32(4): without a notice in time the case counts as accepted from the day of receipt")
{
    const DeemedAcceptance deemed = deemedAcceptance(QDate(2026, 11, 23), shipped());
    CHECK(deemed.acceptedOn == QDate(2026, 11, 23));
    CHECK(deemed.effectiveFrom == QDate(2026, 12, 1));
    CHECK(deemed.certain);
    CHECK_FALSE(deemed.inForce(QDate(2026, 11, 30))); // the last day for the notice is still to run out
    CHECK(deemed.inForce(QDate(2026, 12, 1)));
    CHECK_FALSE(deemedAcceptance(QDate(), shipped()).inForce(QDate(2026, 12, 1)));
    CHECK_FALSE(deemedAcceptance(QDate(2026, 12, 28), shipped()).certain);
}

TEST_CASE("行政许可法 Art. 42: twenty working days to decide and ten more by an extension")
{
    const WorkCalendar calendar = shipped();
    CHECK(limitDue(QDate(2026, 11, 2), kDecisionDays, calendar) == DueDate{QDate(2026, 11, 30), true});
    CHECK(extendedDue(QDate(2026, 11, 2), kDecisionDays, kDecisionExtensionDays, calendar) ==
          DueDate{QDate(2026, 12, 14), true});
    CHECK(extendedDue(QDate(2026, 9, 1), kJointDecisionDays, kJointExtensionDays, calendar).date ==
          limitDue(QDate(2026, 9, 1), 60, calendar).date);
    CHECK_FALSE(extendedDue(QDate(2026, 9, 1), 20, -1, calendar).date.isValid());
    CHECK_FALSE(extendedDue(QDate(2026, 9, 1), 20, 2'147'483'647, calendar).date.isValid());
}

TEST_CASE("行政许可法 Art. 43: the first review of a lower body ends after twenty working days")
{
    CHECK(limitDue(QDate(2026, 3, 2), kFirstReviewDays, shipped()) == DueDate{QDate(2026, 3, 30), true});
}

TEST_CASE("a promised limit of no days is due on the day of acceptance")
{
    CHECK(limitDue(QDate(2026, 11, 22), 0, shipped()) == DueDate{QDate(2026, 11, 22), true});
    CHECK(limitDueWithPauses(QDate(2026, 11, 22), 0, {}, shipped()) == DueDate{QDate(2026, 11, 22), true});
}

TEST_CASE("行政许可法 Art. 44: the licence is handed over within ten working days of the decision")
{
    CHECK(issueDue(QDate(2026, 11, 23), shipped()) == DueDate{QDate(2026, 12, 7), true});
    // over the Spring Festival of 2026: 15 to 23 February off, 14 and 28 February worked
    CHECK(issueDue(QDate(2026, 2, 12), shipped()) == DueDate{QDate(2026, 3, 4), true});
}

TEST_CASE("行政许可法 Art. 45: the days of special procedures are not counted")
{
    const WorkCalendar calendar = shipped();
    const QJsonArray rows = QJsonDocument::fromJson(bytesOf(u"/tests/data/calendar/workdays.json"))
                                .object()
                                .value(u"pauses")
                                .toArray();
    REQUIRE(rows.size() >= 300);
    for (const auto& value : rows) {
        std::vector<ClockPause> pauses;
        const QJsonArray spans = value[2].toArray();
        for (const auto& span : spans)
            pauses.push_back({dateOf(span[0]), dateOf(span[1])});
        const auto due = limitDueWithPauses(dateOf(value[0]), value[1].toInt(), pauses, calendar);
        REQUIRE(due);
        CHECK(due->date.toString(Qt::ISODate) == value[3].toString());
    }
}

TEST_CASE("行政许可法 Art. 45: while the clock stands there is no date to print")
{
    const WorkCalendar calendar = shipped();
    const QDate accepted(2026, 11, 2);
    const auto dueWith = [&](const ClockPause& pause) {
        return limitDueWithPauses(accepted, 20, std::vector<ClockPause>{pause}, calendar);
    };
    CHECK_FALSE(dueWith({QDate(2026, 11, 10), std::nullopt}));
    CHECK_FALSE(dueWith({QDate(2026, 11, 10), QDate(2962, 11, 12)}));                // a mistyped year
    CHECK(dueWith({QDate(2026, 12, 1), std::nullopt})->date == QDate(2026, 11, 30)); // came too late
    CHECK(dueWith({QDate(2026, 11, 10), QDate(2026, 11, 12)})->date == QDate(2026, 12, 2));
    CHECK(dueWith({QDate(2026, 11, 10), QDate(2026, 11, 10)})->date == QDate(2026, 11, 30));
}
