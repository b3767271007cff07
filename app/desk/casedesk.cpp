// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/casedesk.h"

#include "domain/idnumber.h"
#include "domain/mobile.h"
#include "domain/situation.h"
#include "domain/uscc.h"
#include "ledger/ledger.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QHash>

namespace ow::desk {

namespace {

using domain::CaseState;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

QDate nextDue(const ledger::CaseRow& row)
{
    switch (row.state) {
    case CaseState::Received:
    case CaseState::Resubmitted:
        return row.answerDue;
    case CaseState::Accepted:
    case CaseState::UnderReview:
        return row.promisedDue;
    default:
        return {};
    }
}

CaseLine lineOf(const ledger::CaseRow& row, const HouseRules& rules, QDate today)
{
    CaseLine line;
    line.number = row.number;
    line.item = row.item;
    const catalogue::GuidePtr guide = rules.catalogue.current(row.item);
    line.itemName = guide ? guide->name : row.item;
    line.applicant = maskedName(row.summary.name);
    line.state = row.state;
    line.received = row.received;
    line.nextDue = nextDue(row);
    if (line.nextDue.isValid()) {
        const auto left = rules.calendar.workdaysBetween(today, line.nextDue);
        line.workdaysLeft = static_cast<int>(left.days);
        line.dueCertain = left.certain;
    }
    line.pending = row.pending;
    line.conflicts = row.conflicts;
    line.flags = row.flags;
    return line;
}

ledger::CaseQuery queryFor(CaseList which, QDate today)
{
    ledger::CaseQuery query;
    switch (which) {
    case CaseList::Today:
        query.from = today;
        query.to = today;
        break;
    case CaseList::Open:
        query.states = {CaseState::Received,    CaseState::Accepted,    CaseState::AwaitingSupplement,
                        CaseState::Resubmitted, CaseState::UnderReview, CaseState::Paused,
                        CaseState::Granted,     CaseState::Refused,     CaseState::ReadyToIssue};
        query.order = ledger::CaseQuery::Order::DueFirst;
        break;
    case CaseList::AwaitingSupplement:
        query.states = {CaseState::AwaitingSupplement};
        break;
    case CaseList::All:
        break;
    }
    return query;
}

QString detailOf(const ledger::TimelineEntry& entry)
{
    const QCborMap& what = entry.what;
    QString paper =
        what.value(QLatin1StringView("paper")).toMap().value(QLatin1StringView("number")).toString();
    const auto kind = domain::kindFromKey(entry.entry.header.kind);
    if (!kind) {
        return {};
    }
    switch (*kind) {
    case Kind::Receive:
    case Kind::Resubmit: {
        const auto intake = domain::intakeFromCbor(what.value(QLatin1StringView("intake")).toMap());
        int files = 0;
        int pages = 0;
        for (const auto& material : intake ? intake->materials : std::vector<domain::MaterialIntake>()) {
            for (const auto& file : material.files) {
                ++files;
                pages += file.pages;
            }
        }
        return Words::tr("%1 file(s), %2 page(s)").arg(files).arg(pages);
    }
    case Kind::Notice:
        return Words::tr("%1 point(s) · %2")
            .arg(what.value(QLatin1StringView("findings")).toArray().size())
            .arg(paper);
    case Kind::Paper:
        return what.value(QLatin1StringView("number")).toString();
    default:
        return paper;
    }
}

SyncState syncOf(ledger::EntryState state)
{
    switch (state) {
    case ledger::EntryState::Pending:
        return SyncState::Pending;
    case ledger::EntryState::Accepted:
        return SyncState::Accepted;
    case ledger::EntryState::Conflict:
        return SyncState::Conflict;
    case ledger::EntryState::Rejected:
        return SyncState::Rejected;
    }
    return SyncState::Pending;
}

TimelineLine timelineLine(const ledger::TimelineEntry& entry, const QHash<QString, QString>& names)
{
    const record::EntryHeader& header = entry.entry.header;
    TimelineLine line;
    line.seq = header.seq;
    line.at = header.at;
    line.kindKey = header.kind;
    line.kind = domain::kindFromKey(header.kind).value_or(Kind::Note);
    line.actor = names.value(header.actor, header.actor);
    line.detail = detailOf(entry);
    line.sync = syncOf(entry.state);
    return line;
}

CaseDetail detail(const ledger::CaseRow& row, const ledger::CaseHistory& history,
                  const QHash<QString, QString>& names, const HouseRules& rules, QDate today)
{
    CaseDetail detail;
    detail.line = lineOf(row, rules, today);
    detail.file = history.file;
    detail.line.deficient = !history.file.deficiencies.empty();
    const domain::Intake& intake = history.file.intake;
    detail.applicantName = intake.applicant.name;
    detail.applicantIdMasked = maskedNumber(intake.applicant.idNumber);
    detail.phoneMasked = maskedNumber(intake.applicant.phone);
    if (intake.agent) {
        detail.agentName = intake.agent->name;
        detail.agentIdMasked = maskedNumber(intake.agent->idNumber);
    }
    detail.guideVersion = intake.guide.version;
    if (const auto guide = rules.catalogue.find(intake.guide)) {
        detail.situations = domain::resolveSituation(*guide, intake.situations, intake.answers).names();
    }
    for (const ledger::TimelineEntry& entry : history.entries) {
        detail.timeline.push_back(timelineLine(entry, names));
    }
    return detail;
}

struct Opened
{
    ledger::CaseRow row;
    ledger::CaseHistory history;
    QHash<QString, QString> names;
};

Result<Opened> openThere(Ledger& ledger, const QString& number)
{
    auto row = ledger.cases().row(number);
    if (!row) {
        return tl::unexpected(row.error());
    }
    auto history = ledger.cases().history(number);
    if (!history) {
        return tl::unexpected(history.error());
    }
    Opened opened{std::move(*row), std::move(*history), {}};
    if (const auto persons = ledger.people().persons()) {
        for (const auto& person : *persons) {
            opened.names.insert(person.id, person.name);
        }
    }
    return opened;
}

} // namespace

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

CaseDesk::CaseDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::list(CaseList which, int limit)
{
    const QDate today = m_workplace.today();
    return m_workplace.ledger().run([rules = m_workplace.rules(), query = queryFor(which, today), limit,
                                     today](Ledger& ledger) -> Result<std::vector<CaseLine>> {
        const auto rows = ledger.cases().page(query, 0, limit);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        std::vector<CaseLine> lines;
        lines.reserve(rows->size());
        for (const ledger::CaseRow& row : *rows) {
            lines.push_back(lineOf(row, *rules, today));
        }
        return lines;
    });
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::find(const QString& text, int limit)
{
    return m_workplace.ledger().run([rules = m_workplace.rules(), text, limit, today = m_workplace.today()](
                                        Ledger& ledger) -> Result<std::vector<CaseLine>> {
        std::vector<qint64> keys;
        for (const auto& hit : ledger.names().find(text.trimmed(), limit)) {
            keys.push_back(hit.row);
        }
        const auto rows = ledger.cases().rows(keys);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        std::vector<CaseLine> lines;
        for (const ledger::CaseRow& row : *rows) {
            lines.push_back(lineOf(row, *rules, today));
        }
        return lines;
    });
}

QFuture<Result<CaseDetail>> CaseDesk::open(const QString& number)
{
    return m_workplace.ledger().run([rules = m_workplace.rules(), number,
                                     today = m_workplace.today()](Ledger& ledger) -> Result<CaseDetail> {
        const auto opened = openThere(ledger, number);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        return detail(opened->row, opened->history, opened->names, *rules, today);
    });
}

} // namespace ow::desk
