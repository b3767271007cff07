// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/vault.h"
#include "record/segments.h"

#include <QFile>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <span>

namespace ow::center {

/// A blob on its way in: sealed piece by piece into a file of its own, never in the clear on disk. Gone when
/// dropped.
class IncomingBlob
{
public:
    ~IncomingBlob();
    IncomingBlob(const IncomingBlob&) = delete;
    IncomingBlob& operator=(const IncomingBlob&) = delete;

    [[nodiscard]] domain::Result<void> add(std::span<const char> piece);
    /// Last segment, fsync. Afterwards size() and sm3() are those of the whole.
    [[nodiscard]] domain::Result<void> complete();

    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] qint64 size() const { return m_size; }

    [[nodiscard]] const QByteArray& sm3() const { return m_sm3; }

private:
    friend class BlobStore;
    IncomingBlob(QString id, const QString& path, record::SegmentSealer sealer,
                 std::unique_ptr<record::Digest> digest);
    [[nodiscard]] domain::Result<void> write(const QByteArray& sealed);

    QString m_id;
    QFile m_file;
    record::SegmentSealer m_sealer;
    std::unique_ptr<record::Digest> m_digest;
    QByteArray m_sm3;
    qint64 m_size = 0;
};

/// A blob that is read: opened segment by segment, so never more than one in memory. One thread at a time.
class BlobContent
{
public:
    [[nodiscard]] qint64 size() const { return m_size; }

    /// What stands from `offset` on, up to the end of its segment and never more than `most` bytes.
    /// SealBroken when somebody changed the file.
    [[nodiscard]] domain::Result<QByteArray> read(qint64 offset, qint64 most);

private:
    friend class BlobStore;
    BlobContent(std::unique_ptr<QFile> file, record::SegmentKey key, qint64 size);

    std::unique_ptr<QFile> m_file;
    record::SegmentKey m_key;
    qint64 m_size;
};

/// Blobs as files named by their keyed id, sealed in segments (record/segments.h). What lies under its name
/// is whole and on disk. Any thread, but keep() and has() for one id from one thread at a time.
class BlobStore
{
public:
    /// Makes the folders where they are missing and clears what a crash left on its way in.
    [[nodiscard]] static domain::Result<BlobStore> open(const QString& folder, const Vault& vault);

    /// 64 lower-case hex digits: also what makes a safe file name.
    [[nodiscard]] static bool isId(QStringView text);

    [[nodiscard]] domain::Result<std::unique_ptr<IncomingBlob>> begin(const QString& id) const;
    /// Gives a complete blob its name; durable (file and folder) when it returns.
    [[nodiscard]] domain::Result<void> keep(IncomingBlob& blob) const;
    [[nodiscard]] QString path(const QString& id) const;

    /// FileUnreadable when there is no such file.
    [[nodiscard]] domain::Result<BlobContent> read(const QString& id) const;

    /// Held while a blob gets its name and its row, and while a file without a row is taken away: neither
    /// sees the other half done.
    [[nodiscard]] std::unique_lock<std::mutex> naming() const;
    /// Ids of files that were last written before `utcMs`, a bounded list at a time.
    [[nodiscard]] domain::Result<void>
    eachOlder(qint64 utcMs, const std::function<domain::Result<void>(const QStringList&)>& take) const;

private:
    BlobStore(QString folder, const Vault& vault);
    QString m_folder;
    const Vault* m_vault;
    std::shared_ptr<std::mutex> m_naming = std::make_shared<std::mutex>();
};

} // namespace ow::center
