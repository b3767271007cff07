// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ledger/columnsealer.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>
#include <memory>

namespace ow::record {
class SegmentSealer;
} // namespace ow::record

namespace ow::ledger {

class HashLane;

/// Reads sealed blobs without the ledger's database, so on any thread: a picture of a page, the pages that
/// are bound. A value with a share of the keys; drop it soon, sign-out waits for nobody. BlobStore::reader().
class BlobReader
{
public:
    /// KeyLocked when `sealer` has no keys: said by the first read.
    BlobReader(QString folder, ColumnSealer sealer);

    /// Hands the content over in pieces; `sink` returning an error ends it. What the sink got is good only
    /// when the whole call succeeds: BlobMissing, BlobDamaged, KeyLocked.
    [[nodiscard]] domain::Result<void>
    read(const QString& id, const std::function<domain::Result<void>(const QByteArray&)>& sink) const;
    /// All of it; FileTooLarge beyond `limit`.
    [[nodiscard]] domain::Result<QByteArray> content(const QString& id, qint64 limit) const;
    /// `size` bytes from `offset` on, fewer at the end: opens only the segments they lie in. That the file is
    /// another blob's under this name only read() can tell.
    [[nodiscard]] domain::Result<QByteArray> part(const QString& id, qint64 offset, qint64 size) const;

private:
    QString m_folder;
    ColumnSealer m_sealer;
};

/// A sealed file that is durable but has no row and no name yet: BlobStore::adopt() gives it both. Removes
/// the file when nobody does.
class StagedBlob
{
public:
    StagedBlob(QString file, QString id, QString sm3, qint64 size);
    StagedBlob(StagedBlob&& other) noexcept;
    StagedBlob& operator=(StagedBlob&& other) noexcept;
    StagedBlob(const StagedBlob&) = delete;
    StagedBlob& operator=(const StagedBlob&) = delete;
    ~StagedBlob();

    [[nodiscard]] const QString& file() const { return m_file; }

    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] const QString& sm3() const { return m_sm3; } ///< belongs into sealed bodies only

    [[nodiscard]] qint64 size() const { return m_size; }

    void forget() { m_file.clear(); } ///< it has been moved away

private:
    QString m_file;
    QString m_id;
    QString m_sm3;
    qint64 m_size = 0;
};

/// Seals a blob that comes in pieces into a file beside the others, on any thread. The sums are made on a
/// thread of its own meanwhile: they cost as much as the sealing. What is not finished leaves nothing behind.
/// BlobStore::writer().
class BlobWriter
{
public:
    BlobWriter(BlobWriter&& other) noexcept;
    BlobWriter& operator=(BlobWriter&&) = delete;
    BlobWriter(const BlobWriter&) = delete;
    BlobWriter& operator=(const BlobWriter&) = delete;
    ~BlobWriter();

    /// FileTooLarge beyond BlobStore::kMaxBytes; DatabaseFull, DatabaseFailed. After an error only errors.
    [[nodiscard]] domain::Result<void> push(const QByteArray& piece);
    /// Written and synced. Once.
    [[nodiscard]] domain::Result<StagedBlob> finish();

    /// For BlobStore. The folder exists; the sealer has keys.
    [[nodiscard]] static domain::Result<BlobWriter> create(const QString& folder, const ColumnSealer& sealer);

private:
    BlobWriter(std::unique_ptr<QFile> file, std::unique_ptr<record::SegmentSealer> sealer,
               std::unique_ptr<HashLane> hashes);

    std::unique_ptr<QFile> m_file; ///< null once finished or moved from
    std::unique_ptr<record::SegmentSealer> m_sealer;
    std::unique_ptr<HashLane> m_hashes;
    qint64 m_size = 0;
};

/// Makes writers; keys and folder travel in it. BlobStore::writers().
using BlobWriters = std::function<domain::Result<BlobWriter>()>;

/// Bound into every segment: a segment file means nothing anywhere else.
[[nodiscard]] const QByteArray& blobContext();
[[nodiscard]] bool isBlobId(const QString& id);
[[nodiscard]] QString blobPath(const QString& folder, const QString& id);
/// How the names of files begin that are not finished; sweepOrphans() removes what a crash left.
[[nodiscard]] QLatin1StringView blobPartPrefix();

} // namespace ow::ledger
