// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/casetimeline.h"

#include "desk/caseline.h"
#include "desk/unmask.h"
#include "domain/intake.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

/// What the acts between receipt and decision say, before the number of their paper; empty for the others.
QString actDetail(Kind kind, const QCborMap& what)
{
    switch (kind) {
    case Kind::Accept: {
        const auto owed = what.value(QLatin1StringView("deficiencies")).toArray().size();
        return owed == 0 ? QString() : Words::tr("%1 material(s) follow by promise").arg(owed);
    }
    case Kind::Supply:
        return what.value(QLatin1StringView("late")).toArray().isEmpty()
                   ? QString()
                   : Words::tr("after the promised day");
    case Kind::CorrectOnSpot:
        return Words::tr("%1 correction(s), confirmed by %2")
            .arg(what.value(QLatin1StringView("corrections")).toArray().size())
            .arg(maskedName(what.value(QLatin1StringView("confirmedBy")).toString()));
    case Kind::Promise:
        return what.contains(QLatin1StringView("signed")) ? Words::tr("signed paper kept") : QString();
    case Kind::PassOn:
        return what.value(QLatin1StringView("to")).toString();
    case Kind::Task:
    case Kind::Note:
        return what.value(QLatin1StringView("text")).toString();
    case Kind::Grant:
        return what.value(QLatin1StringView("result")).toString();
    default:
        return {};
    }
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
    case Kind::Reprint:
        return Words::tr("print no. %1 · %2")
            .arg(what.value(QLatin1StringView("n")).toInteger())
            .arg(what.value(QLatin1StringView("paper")).toString());
    case Kind::Unmask:
        return unmaskReasonWords(what.value(QLatin1StringView("why")).toString());
    default: {
        QStringList parts{actDetail(*kind, what), paper};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    }
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

} // namespace

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

std::vector<TimelineLine> timelineOf(const std::vector<ledger::TimelineEntry>& entries,
                                     const std::vector<ledger::TimelineEntry>& looks,
                                     const QHash<QString, QString>& names)
{
    std::vector<TimelineLine> lines;
    lines.reserve(entries.size() + looks.size());
    auto look = looks.begin();
    for (const ledger::TimelineEntry& entry : entries) {
        for (; look != looks.end() && look->entry.header.at < entry.entry.header.at; ++look) {
            lines.push_back(timelineLine(*look, names));
        }
        lines.push_back(timelineLine(entry, names));
    }
    for (; look != looks.end(); ++look) {
        lines.push_back(timelineLine(*look, names));
    }
    return lines;
}

} // namespace ow::desk
