// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/casefolder.h"

#include "domain/legaldate.h"
#include "domain/masking.h"

#include <QCborArray>
#include <QSet>

#include <algorithm>

namespace ow::ledger {

using domain::CaseFile;
using domain::Kind;

namespace {

constexpr QLatin1StringView kSummary("summary");

QString idOf(const TimelineEntry& entry)
{
    return entry.entry.header.id;
}

/// Whether an own entry may follow what is folded: its base is there, and whatever came in since may stand
/// beside it.
bool baseIsUnbroken(const TimelineEntry& entry, const std::vector<const TimelineEntry*>& folded)
{
    const QString base = entry.entry.header.base.value_or(QString());
    if (folded.empty())
        return base.isEmpty();
    const auto kind = domain::kindFromKey(entry.entry.header.kind);
    for (auto before = folded.rbegin(); before != folded.rend(); ++before) {
        if (idOf(**before) == base)
            return true;
        const auto other = domain::kindFromKey((*before)->entry.header.kind);
        if (!kind || !other || !domain::commutes(*kind, *other))
            return false;
    }
    return false;
}

QDate dayOf(const QCborMap& map, QLatin1StringView key)
{
    return QDate::fromString(map.value(key).toString(), Qt::ISODate);
}

CaseFile fileFromSummary(const QString& number, const QCborMap& summary)
{
    CaseFile file;
    file.number = number;
    file.state = domain::stateFromKey(summary.value(QLatin1String("state")).toString())
                     .value_or(domain::CaseState::None);
    file.intake.guide = domain::guideRefFromCbor(summary.value(QLatin1String("guide")).toMap());
    file.receivedOn = dayOf(summary, QLatin1StringView("receivedOn"));
    file.due = domain::dueFromCbor(summary.value(QLatin1String("due")).toMap());
    for (const QCborValue& value : summary.value(QLatin1String("papers")).toArray()) {
        const QCborMap paper = value.toMap();
        file.papers.push_back({paper.value(QLatin1String("kind")).toString(),
                               paper.value(QLatin1String("number")).toString(),
                               paper.value(QLatin1String("template")).toString(),
                               static_cast<int>(paper.value(QLatin1String("templateVersion")).toInteger()),
                               paper.value(QLatin1String("decidingEntry")).toString(),
                               paper.value(QLatin1String("paperEntry")).toString(),
                               paper.value(QLatin1String("blob")).toString()});
    }
    return file;
}

/// The accepted forget entry whose summary stands for bodies that are gone.
const TimelineEntry* forgetOf(const std::vector<const TimelineEntry*>& accepted)
{
    const bool gone = std::ranges::any_of(accepted, [](const TimelineEntry* e) { return !e->bodyKnown; });
    if (!gone)
        return nullptr;
    const auto key = domain::kindInfo(Kind::Forget).key;
    const auto found = std::ranges::find_if(accepted, [&](const TimelineEntry* e) {
        return e->bodyKnown && e->entry.header.kind == key && e->what.value(kSummary).isMap();
    });
    return found == accepted.end() ? nullptr : *found;
}

int openConflicts(const std::vector<TimelineEntry>& entries)
{
    QSet<QString> settled;
    const auto resolve = domain::kindInfo(Kind::Resolve).key;
    for (const TimelineEntry& entry : entries) {
        if (entry.entry.header.kind != resolve || entry.state != EntryState::Accepted)
            continue;
        for (const QCborValue& id : entry.what.value(QLatin1String("settles")).toArray())
            settled.insert(id.toString());
    }
    return static_cast<int>(std::ranges::count_if(entries, [&](const TimelineEntry& entry) {
        const bool beside =
            entry.state == EntryState::Conflict || (entry.state == EntryState::Pending && !entry.folded);
        return beside && !settled.contains(idOf(entry));
    }));
}

} // namespace

void foldEntry(CaseFile& file, const TimelineEntry& entry)
{
    const record::EntryHeader& header = entry.entry.header;
    const auto kind = domain::kindFromKey(header.kind);
    if (kind && entry.bodyKnown) {
        const domain::Act act{*kind,     header.id,    header.base.value_or(QString()),
                              header.at, header.actor, header.station,
                              entry.what};
        if (auto next = domain::fold(file, act)) {
            file = std::move(*next);
            return;
        }
    }
    // Of a newer version, or without a body we may read: what the header says still counts.
    if (kind) {
        if (const auto state = domain::stateAfter(file.state, *kind))
            file.state = *state;
    }
    file.lastEntry = header.id;
}

CaseHistory foldCase(const QString& number, std::vector<TimelineEntry> entries)
{
    std::vector<const TimelineEntry*> accepted;
    std::vector<TimelineEntry*> waiting;
    for (TimelineEntry& entry : entries) {
        if (entry.state == EntryState::Accepted)
            accepted.push_back(&entry);
        else if (entry.own && entry.state != EntryState::Conflict)
            waiting.push_back(&entry);
    }
    std::ranges::stable_sort(accepted, {}, [](const TimelineEntry* e) { return e->order.value_or(0); });
    std::ranges::stable_sort(waiting, {}, [](const TimelineEntry* e) { return e->entry.header.seq; });

    CaseHistory history;
    const TimelineEntry* forget = forgetOf(accepted);
    history.forgotten = forget != nullptr;
    if (forget)
        history.file = fileFromSummary(number, forget->what.value(kSummary).toMap());
    else
        history.file.number = number;
    std::vector<const TimelineEntry*> folded;
    for (const TimelineEntry* entry : accepted) {
        if (!forget || entry->order > forget->order)
            foldEntry(history.file, *entry);
        history.file.lastEntry = idOf(*entry);
        folded.push_back(entry);
    }
    for (TimelineEntry* entry : waiting) {
        if (!baseIsUnbroken(*entry, folded))
            continue;
        foldEntry(history.file, *entry);
        folded.push_back(entry);
    }
    history.file.number = number;

    QHash<QString, qsizetype> places;
    for (const TimelineEntry* entry : folded)
        places.insert(idOf(*entry), places.size());
    for (TimelineEntry& entry : entries)
        entry.folded = places.contains(idOf(entry));
    std::ranges::stable_sort(entries, {}, [&](const TimelineEntry& entry) {
        return std::pair(places.value(idOf(entry), places.size()), entry.entry.header.at);
    });
    history.entries = std::move(entries);
    return history;
}

QDate nextDueOf(const CaseFile& file)
{
    using domain::CaseState;
    const QDate deficiency = file.openDeficiencyDue();
    const auto earlier = [](QDate a, QDate b) { return !b.isValid() || (a.isValid() && a < b) ? a : b; };
    switch (file.state) {
    case CaseState::Received:
    case CaseState::Resubmitted:
        return file.due.answer;
    case CaseState::Accepted:
    case CaseState::UnderReview:
        return earlier(file.due.promised, deficiency);
    case CaseState::Paused: // the clock of the decision stands, that of a promise does not
        return deficiency;
    case CaseState::Granted:
    case CaseState::ReadyToIssue:
        return earlier(file.issueBy, deficiency);
    default: // 待补正 too: no law and no guide names a day for the applicant to come back
        return {};
    }
}

CaseRow caseRow(const CaseHistory& history)
{
    const CaseFile& file = history.file;
    CaseRow row;
    row.number = file.number;
    row.state = file.state;
    row.received = file.receivedOn;
    row.answerDue = file.due.answer;
    row.promisedDue = file.due.promised;
    row.statutoryDue = file.due.statutory;
    row.nextDue = nextDueOf(file);
    row.deficiencyDue = file.openDeficiencyDue();
    row.openTasks = static_cast<int>(file.openTasks().size());
    row.head = file.lastEntry;
    row.item = file.intake.guide.code;
    row.guideVersion = file.intake.guide.version;
    QStringList flags;
    for (const TimelineEntry& entry : history.entries) {
        const record::EntryHeader& header = entry.entry.header;
        if (row.openedBy.isEmpty()) {
            row.openedBy = header.actor;
            row.station = header.station;
        }
        if (row.item.isEmpty() && header.guide) {
            row.item = header.guide->code;
            row.guideVersion = static_cast<int>(header.guide->version);
        }
        if (header.id == row.head)
            row.headAt = header.at;
        row.pending += entry.state == EntryState::Pending ? 1 : 0;
        row.rejected += entry.state == EntryState::Rejected ? 1 : 0;
        flags.append(entry.flags);
    }
    // Of a case whose receipt may not be read here, the day its first entry was written.
    if (!row.received.isValid() && !history.entries.empty())
        row.received = domain::legalDay(history.entries.front().entry.header.at);
    flags.removeDuplicates();
    flags.sort();
    row.flags = flags;
    row.conflicts = openConflicts(history.entries);
    const domain::Applicant& applicant = file.intake.applicant;
    row.summary = {applicant.name, domain::maskedNumber(applicant.idNumber),
                   domain::maskedNumber(applicant.phone),
                   file.intake.agent ? file.intake.agent->name : QString()};
    return row;
}

QCborMap summaryWithoutPerson(const CaseHistory& history)
{
    const CaseFile& file = history.file;
    QCborArray papers;
    for (const domain::PaperRef& paper : file.papers) {
        QCborMap map = domain::paperToCbor(paper);
        map.insert(QStringLiteral("decidingEntry"), paper.decidingEntry);
        map.insert(QStringLiteral("paperEntry"), paper.paperEntry);
        map.insert(QStringLiteral("blob"), paper.blob);
        papers.append(map);
    }
    QCborArray drawn;
    for (const TimelineEntry& entry : history.entries) {
        for (const QCborValue& value : entry.what.value(QLatin1String("drawn")).toArray())
            drawn.append(value);
    }
    return {{QStringLiteral("state"), QString(domain::stateKey(file.state))},
            {QStringLiteral("guide"), domain::guideRefToCbor(file.intake.guide)},
            {QStringLiteral("receivedOn"), file.receivedOn.toString(Qt::ISODate)},
            {QStringLiteral("due"), domain::dueToCbor(file.due)},
            {QStringLiteral("papers"), papers},
            {QStringLiteral("drawn"), drawn}};
}

} // namespace ow::ledger
