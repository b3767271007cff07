// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/feedview.h"

#include "center/caseprojection.h"
#include "center/placedentry.h"

#include <QHash>

#include <algorithm>

namespace ow::center {

using domain::Audience;
using domain::CaseState;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

Audience audienceOf(const record::EntryHeader& header)
{
    const auto kind = domain::kindFromKey(header.kind);
    // A kind of a newer version says itself whom it is for; nobody, when that is unknown too.
    return kind ? domain::kindInfo(*kind).audience
                : record::audienceFromKey(header.audience).value_or(Audience::Device);
}

bool isAtStep(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::UnderReview || state == CaseState::Paused;
}

} // namespace

CaseSight sightOf(const DeviceRow& device, const CaseRow& row)
{
    if (row.hall != device.hall)
        return CaseSight::Nothing;
    if (!device.department.isEmpty())
        return row.department == device.department && isAtStep(row.state) ? CaseSight::Full
                                                                          : CaseSight::Nothing;
    return row.station == device.station || row.inFull ? CaseSight::Full : CaseSight::Summary;
}

Answer<FeedCursor> FeedView::cursorOf(const QString& topic, const QString& after)
{
    const auto epoch = m_store.setting(u"epoch"_s);
    const auto last = m_store.lastOf(topic);
    if (!epoch || !last)
        return tl::unexpected(problemOf(epoch ? last.error() : epoch.error()));
    const QByteArray now = epoch->value_or(QByteArray());
    // What concerns everybody is read from its beginning; of a hall's cases only what there is.
    if (after.isEmpty())
        return topic == kProvince ? FeedCursor{now, 0, false, {}} : FeedCursor{now, *last, true, {}};
    const auto cursor = FeedCursor::parse(after);
    if (!cursor)
        return malformed(u"not a cursor of ours"_s, u"after"_s);
    if (cursor->epoch != now || cursor->order > *last)
        return tl::unexpected(Problem{410, "cursor_expired"_L1, {}, u"after"_s, false, 0, {}});
    return *cursor;
}

Answer<FeedView::Page> FeedView::page(const QString& topic, const QString& after)
{
    if (topic != kProvince && (topic != m_device.hall || topic.isEmpty()))
        return tl::unexpected(Problem{404, "not_found"_L1, {}, {}, false, 0, {}});
    const auto cursor = cursorOf(topic, after);
    if (!cursor)
        return tl::unexpected(cursor.error());
    auto made = cursor->listing ? listPage(topic, *cursor) : livePage(topic, *cursor);
    if (!made)
        return tl::unexpected(problemOf(made.error()));
    return std::move(*made);
}

Result<FeedView::Page> FeedView::listPage(const QString& topic, FeedCursor cursor)
{
    const auto rows = m_store.casesAfter(topic, cursor.number, kMostCases);
    if (!rows)
        return tl::unexpected(rows.error());
    QCborArray items;
    bool complete = rows->size() < kMostCases;
    for (const CaseRow& row : *rows) {
        if (m_bytes > kMostBytes) {
            complete = false;
            break;
        }
        cursor.number = row.number;
        const CaseSight sight = sightOf(m_device, row);
        // What is over and not this station's is found by asking for it.
        if (sight == CaseSight::Nothing || (sight == CaseSight::Summary && !domain::isOpen(row.state)))
            continue;
        const auto entries =
            sight == CaseSight::Full ? m_store.entriesOf(row.number) : Result<std::vector<EntryRow>>();
        if (!entries)
            return tl::unexpected(entries.error());
        if (const auto added = addCase(items, row, *entries, true); !added)
            return tl::unexpected(added.error());
    }
    if (complete) {
        cursor.listing = false;
        cursor.number.clear();
    }
    return Page{{{u"items"_s, items}, {u"next"_s, cursor.text()}, {u"more"_s, true}, {u"listing"_s, true}},
                false};
}

Result<FeedView::Page> FeedView::livePage(const QString& topic, FeedCursor cursor)
{
    const auto rows = m_store.entriesAfter(topic, cursor.order, kMostEntries);
    if (!rows)
        return tl::unexpected(rows.error());
    QCborArray items;
    QStringList order;
    QHash<QString, std::vector<EntryRow>> byCase;
    QHash<QString, bool> widened;
    for (const EntryRow& row : *rows) {
        if (m_bytes > kMostBytes)
            break;
        cursor.order = row.order;
        const record::EntryHeader& header = row.entry.header;
        const Audience audience = audienceOf(header);
        if (audience == Audience::Config) {
            if (const auto added = addConfig(items, row); !added)
                return tl::unexpected(added.error());
        } else if (audience == Audience::Case && header.caseNumber) {
            const QString& number = *header.caseNumber;
            if (!byCase.contains(number))
                order << number;
            byCase[number].push_back(row);
            widened[number] = widened.value(number) || row.widens;
            m_bytes += header.blobs.size() + row.entry.headerBytes.size();
        }
    }
    const auto cases = m_store.casesAmong(order);
    if (!cases)
        return tl::unexpected(cases.error());
    for (const CaseRow& row : *cases) {
        const CaseSight sight = sightOf(m_device, row);
        // A department is told once more of a case that has left its step, so that it goes from its list.
        if (sight == CaseSight::Nothing && row.department != m_device.department)
            continue;
        // A department has nothing of a case before its own step.
        const bool whole =
            sight == CaseSight::Full && (widened.value(row.number) || !m_device.department.isEmpty());
        const auto all =
            whole ? m_store.entriesOf(row.number) : Result<std::vector<EntryRow>>(byCase.value(row.number));
        if (!all)
            return tl::unexpected(all.error());
        if (const auto added = addCase(items, row, *all, whole); !added)
            return tl::unexpected(added.error());
    }
    const auto last = m_store.lastOf(topic);
    if (!last)
        return tl::unexpected(last.error());
    const bool more = cursor.order < *last;
    return Page{{{u"items"_s, items}, {u"next"_s, cursor.text()}, {u"more"_s, more}, {u"listing"_s, false}},
                items.isEmpty() && !more};
}

Result<void> FeedView::addConfig(QCborArray& items, const EntryRow& row)
{
    // A proposal concerns nobody until it is approved; the version then comes with the approving entry's
    // guide.
    auto map = entryMap(row, true);
    if (!map)
        return tl::unexpected(map.error());
    items.append(QCborMap{{u"type"_s, u"config"_s}, {u"entry"_s, std::move(*map)}});
    return {};
}

Result<void> FeedView::addCase(QCborArray& items, const CaseRow& row, const std::vector<EntryRow>& entries,
                               bool whole)
{
    const CaseSight sight = sightOf(m_device, row);
    auto summary = sight == CaseSight::Nothing ? Result<QCborMap>() : openSummary(m_vault, row);
    auto tasks = tasksOf(row.number);
    if (!summary || !tasks)
        return tl::unexpected(summary ? tasks.error() : summary.error());
    const bool full = sight == CaseSight::Full;
    // A case too long for a page is fetched by itself.
    bool complete = true;
    QCborArray list;
    for (const EntryRow& entry : entries) {
        const bool own = entry.entry.header.device == m_device.id;
        // Its own it has; what it wrote of a case comes back only with the whole.
        if ((own && !whole) || audienceOf(entry.entry.header) != Audience::Case ||
            sight == CaseSight::Nothing)
            continue;
        const bool fits = m_bytes < kMostPage;
        complete = complete && fits;
        auto map = entryMap(entry, full && fits);
        if (!map)
            return tl::unexpected(map.error());
        list.append(std::move(*map));
    }
    items.append(QCborMap{{u"type"_s, u"case"_s},
                          {u"number"_s, row.number},
                          {u"station"_s, row.station.isNull() ? u""_s : row.station},
                          {u"state"_s, QString(domain::stateKey(row.state))},
                          {u"head"_s, row.head.isNull() ? u""_s : row.head},
                          {u"full"_s, full},
                          {u"whole"_s, whole && full && complete},
                          {u"summary"_s, std::move(*summary)},
                          {u"entries"_s, std::move(list)},
                          {u"tasks"_s, std::move(*tasks)}});
    return {};
}

Result<QCborMap> FeedView::entryMap(const EntryRow& row, bool withBody)
{
    if (!withBody)
        return placedEntryMap(row, std::nullopt);
    auto body = readBody(m_store, m_vault, row.entry.header.id);
    if (!body)
        return tl::unexpected(body.error());
    m_bytes += *body ? (*body)->size() : 0;
    return placedEntryMap(row, std::move(*body));
}

Result<QCborArray> FeedView::tasksOf(const QString& number)
{
    const auto tasks = m_store.tasksOf(number);
    if (!tasks)
        return tl::unexpected(tasks.error());
    QCborArray open;
    for (const TaskRow& task : *tasks) {
        if (task.doneBy.isEmpty())
            open.append(QCborMap{{u"entry"_s, task.entry}, {u"reason"_s, task.reason}});
    }
    return open;
}

} // namespace ow::center
