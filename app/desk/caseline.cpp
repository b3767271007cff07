// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/caseline.h"

#include "domain/idnumber.h"
#include "domain/mobile.h"
#include "domain/uscc.h"

namespace ow::desk {

CaseLine caseLine(const ledger::CaseRow& row, const HouseRules& rules, QDate today)
{
    CaseLine line;
    line.key = row.row;
    line.number = row.number;
    line.item = row.item;
    const catalogue::GuidePtr guide = rules.catalogue.current(row.item);
    line.itemName = guide ? guide->name : row.item;
    line.applicant = maskedName(row.summary.name);
    line.state = row.state;
    line.deficient = row.deficiencyDue.isValid();
    line.received = row.received;
    line.nextDue = row.nextDue;
    if (line.nextDue.isValid()) {
        const auto left = rules.calendar.workdaysBetween(today, line.nextDue);
        line.workdaysLeft = static_cast<int>(left.days);
        line.dueCertain = left.certain;
    }
    line.pending = row.pending;
    line.conflicts = row.conflicts;
    line.tasks = row.openTasks;
    line.flags = row.flags;
    return line;
}

QString maskedName(const QString& name)
{
    constexpr qsizetype longest = 4; // 欧阳某某
    return name.size() > 1 && name.size() <= longest ? QString(name.left(1) + QString(name.size() - 1, u'*'))
                                                     : name;
}

QString maskedNumber(const QString& number)
{
    if (const auto id = domain::IdNumber::parse(number)) {
        return id->masked();
    }
    if (const auto uscc = domain::CreditCode::parse(number)) {
        return uscc->masked();
    }
    if (const auto mobile = domain::MobileNumber::parse(number)) {
        return mobile->masked();
    }
    // Not one of ours, perhaps mistyped: hide all but the ends.
    return number.size() <= 4 ? QString(number.size(), u'*')
                              : number.left(2) + QString(number.size() - 4, u'*') + number.right(2);
}

} // namespace ow::desk
