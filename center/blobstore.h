// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/vault.h"
#include "record/segments.h"

#include <QFile>
#include <QString>

#include <memory>
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

private:
    BlobStore(QString folder, const Vault& vault);
    QString m_folder;
    const Vault* m_vault;
};

} // namespace ow::center
