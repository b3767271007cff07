// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/batchsheet.h"

#include "domain/casenumber.h"

#include <algorithm>

namespace ow::center {

using domain::CaseFile;
using domain::Kind;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

template <class T> using Result = domain::Result<T>;

const CaseFile* FoldedCases::find(const QString& number, const QString& head)
{
    const auto found = m_files.find(number);
    if (found == m_files.end() || found->file.lastEntry != head)
        return nullptr;
    found->used = ++m_clock;
    return &found->file;
}

void FoldedCases::keep(CaseFile file)
{
    if (m_files.size() >= kMost && !m_files.contains(file.number)) {
        const auto oldest = std::min_element(m_files.begin(), m_files.end(),
                                             [](const Kept& a, const Kept& b) { return a.used < b.used; });
        m_files.erase(oldest);
    }
    const QString number = file.number;
    m_files.insert(number, {std::move(file), ++m_clock});
}

/// A hall's own order, or the province's for what concerns every hall.
QString BatchSheet::topicOf(const WireEntry& entry) const
{
    const EntryHeader& header = entry.entry.header;
    const auto kind = domain::kindFromKey(header.kind);
    if (kind == Kind::Publish || kind == Kind::Calendar || kind == Kind::Authority)
        return kProvince;
    if (!m_device.hall.isEmpty())
        return m_device.hall;
    // The centre's own ledger writes for every hall.
    if (header.caseNumber)
        return unseen(*header.caseNumber).hall;
    const auto body = entry.bodyBytes ? record::parseBody(*entry.bodyBytes)
                                      : domain::fail(domain::ErrorCode::EntryInvalid, u"no body"_s);
    const QString hall = body ? body->what.value(u"hall"_s).toString() : QString();
    return hall.isEmpty() ? kProvince : hall;
}

CaseRow BatchSheet::unseen(const QString& number) const
{
    CaseRow row;
    row.number = number;
    const auto parsed = domain::CaseNumber::parse(number);
    row.hall = parsed ? parsed->hall() : m_device.hall;
    return row;
}

Result<void> BatchSheet::open(const QString& device, std::span<const WireEntry> entries)
{
    auto row = m_store.lockDevice(device);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return domain::fail(domain::ErrorCode::NotFound, u"no such device"_s);
    m_device = std::move(**row);
    m_firstSeq = m_device.lastSeq;
    auto key = m_vault.openSecret("device", m_device.id, "mac_key", m_device.macKeySealed, m_device.lastSeq);
    if (!key)
        return tl::unexpected(key.error());
    m_macKey = std::move(*key);
    if (auto locked = lockTopics(entries); !locked)
        return locked;
    return askAhead(entries);
}

Result<void> BatchSheet::lockTopics(std::span<const WireEntry> entries)
{
    QStringList topics;
    for (const WireEntry& entry : entries) {
        const QString topic = topicOf(entry);
        m_topics.insert(entry.entry.header.id, topic);
        if (!topics.contains(topic))
            topics << topic;
    }
    // In one order by everybody, so that no two wait for each other.
    topics.sort();
    for (const QString& topic : std::as_const(topics)) {
        const auto last = m_store.lockTopic(topic);
        if (!last)
            return tl::unexpected(last.error());
        m_last.insert(topic, *last);
    }
    m_lastStored = m_last;
    return {};
}

Result<void> BatchSheet::askAhead(std::span<const WireEntry> entries)
{
    QStringList ids;
    QSet<QString> numbers;
    for (const WireEntry& entry : entries) {
        const EntryHeader& header = entry.entry.header;
        ids << header.id;
        if (header.caseNumber)
            numbers.insert(*header.caseNumber);
        for (const record::BlobRef& ref : header.blobs)
            m_askedBlobs.insert(ref.id);
    }
    const auto placed = m_store.placedAmong(ids);
    const auto cases = m_store.casesAmong(QStringList(numbers.begin(), numbers.end()));
    const auto blobs = m_store.blobsAmong(QStringList(m_askedBlobs.begin(), m_askedBlobs.end()));
    if (!placed || !cases || !blobs)
        return tl::unexpected(!placed ? placed.error() : cases ? blobs.error() : cases.error());
    m_placedIds = QSet<QString>(placed->begin(), placed->end());
    m_blobs = QSet<QString>(blobs->begin(), blobs->end());
    for (const QString& number : std::as_const(numbers))
        m_cases.insert(number, unseen(number));
    for (const CaseRow& row : *cases)
        m_cases.insert(row.number, row);
    return {};
}

Result<std::optional<PlacedEntry>> BatchSheet::placed(const QString& entryId)
{
    const auto here = m_placed.constFind(entryId);
    if (here != m_placed.constEnd())
        return std::optional(*here);
    return m_store.placed(entryId);
}

Result<CaseRow> BatchSheet::caseRow(const QString& number)
{
    const auto here = m_cases.constFind(number);
    if (here != m_cases.constEnd())
        return *here;
    const auto row = m_store.caseRow(number);
    if (!row)
        return tl::unexpected(row.error());
    m_cases.insert(number, row->value_or(unseen(number)));
    return m_cases.value(number);
}

Result<QStringList> BatchSheet::acceptedKindsAfter(const QString& number, qint64 order)
{
    auto kinds = m_store.acceptedKindsAfter(number, order);
    if (!kinds)
        return kinds;
    for (const auto& [placedAt, kind] : m_kinds.value(number)) {
        if (placedAt > order)
            *kinds << kind;
    }
    return kinds;
}

Result<CaseFile> BatchSheet::fileOf(const CaseRow& row)
{
    if (row.head.isEmpty()) {
        CaseFile empty;
        empty.number = row.number;
        return empty;
    }
    const auto here = m_files.constFind(row.number);
    if (here != m_files.constEnd() && here->lastEntry == row.head)
        return *here;
    if (const CaseFile* known = m_folded.find(row.number, row.head))
        return *known;
    return foldStored(m_store, m_vault, row.number);
}

Result<std::optional<PersonRow>> BatchSheet::person(const QString& id)
{
    const auto here = m_people.constFind(id);
    if (here != m_people.constEnd())
        return *here;
    auto row = m_store.person(id);
    if (row)
        m_people.insert(id, *row);
    return row;
}

Result<qint64> BatchSheet::newestGuide(const QString& code)
{
    const auto here = m_guides.constFind(code);
    if (here != m_guides.constEnd())
        return *here;
    const auto newest = m_store.newestGuide(code);
    if (!newest)
        return tl::unexpected(newest.error());
    const qint64 version = *newest ? (*newest)->version : 0;
    m_guides.insert(code, version);
    return version;
}

Result<bool> BatchSheet::hasOpenTwin(const CaseRow& row)
{
    const auto isTwin = [&](const CaseRow& other) {
        return other.number != row.number && other.guide == row.guide &&
               other.applicantMac == row.applicantMac && domain::isOpen(other.state);
    };
    if (std::any_of(m_cases.cbegin(), m_cases.cend(), isTwin))
        return true;
    const auto others = m_store.casesOf(row.applicantMac, row.guide);
    if (!others)
        return tl::unexpected(others.error());
    // What this batch has changed counts as changed.
    return std::any_of(others->begin(), others->end(), [&](const CaseRow& other) {
        return isTwin(other) && !m_cases.contains(other.number);
    });
}

Result<bool> BatchSheet::hasBlob(const QString& id)
{
    if (m_askedBlobs.contains(id))
        return m_blobs.contains(id);
    const auto found = m_store.blob(id);
    if (!found)
        return tl::unexpected(found.error());
    return found->has_value();
}

qint64 BatchSheet::place(NewEntry entry)
{
    EntryRow& row = entry.row;
    const EntryHeader& header = row.entry.header;
    row.topic = m_topics.value(header.id);
    row.order = ++m_last[row.topic];
    const QString number = header.caseNumber.value_or(QString());
    m_placedIds.insert(header.id);
    m_placed.insert(header.id, {row.order, number, row.verdict.outcome});
    if (row.verdict.outcome == Outcome::Accepted && !number.isEmpty())
        m_kinds[number].emplace_back(row.order, header.kind);
    m_new.push_back(std::move(entry));
    return m_new.back().row.order;
}

void BatchSheet::putCase(const CaseRow& row, const CaseFile& file)
{
    const QString& number = row.number;
    m_changedCases.insert(number);
    m_files.insert(number, file);
    m_cases.insert(number, row);
}

void BatchSheet::forgetConfig()
{
    m_people.clear();
    m_guides.clear();
}

void BatchSheet::advance(const EntryHeader& header, const QByteArray& hash, bool kept)
{
    m_device.lastSeq = header.seq;
    m_device.lastHash = hash;
    if (kept)
        m_device.lastAt = header.at;
    m_macKey = record::nextMacKey(m_vault.provider(), m_macKey);
}

Result<void> BatchSheet::flush()
{
    auto done = m_store.addEntries(m_new);
    if (done)
        done = m_store.addTasks(m_tasks);
    m_new.clear();
    m_tasks.clear();
    // These are in the database now and counted there.
    m_kinds.clear();
    return done;
}

Result<void> BatchSheet::close()
{
    if (m_device.lastSeq == m_firstSeq)
        return {};
    auto done = flush();
    std::vector<CaseRow> rows;
    rows.reserve(static_cast<std::size_t>(m_changedCases.size()));
    for (const QString& number : std::as_const(m_changedCases))
        rows.push_back(m_cases.value(number));
    if (done)
        done = m_store.putCases(rows);
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        if (done && it.value() != m_lastStored.value(it.key()))
            done = m_store.setTopic(it.key(), it.value());
    }
    if (!done)
        return done;
    auto sealed = m_vault.seal("device", m_device.id, "mac_key", m_macKey.view(), m_device.lastSeq);
    if (!sealed)
        return tl::unexpected(sealed.error());
    m_device.macKeySealed = std::move(*sealed);
    return m_store.advanceDevice(m_device);
}

void BatchSheet::keepFolds()
{
    for (CaseFile& file : m_files)
        m_folded.keep(std::move(file));
    m_files.clear();
}

QStringList BatchSheet::changedTopics() const
{
    QStringList topics;
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        if (it.value() != m_lastStored.value(it.key()))
            topics << it.key();
    }
    return topics;
}

} // namespace ow::center
