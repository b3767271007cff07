// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/vault.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace ow::center {

/// What is told when an upload is made, and never changes.
struct UploadHead
{
    QString device;
    QString blob;      ///< its id, 64 hex digits
    qint64 length = 0; ///< bytes of the whole
    QByteArray sm3;    ///< of the whole, 32 bytes
    qint64 madeAt = 0; ///< UTC ms
    friend bool operator==(const UploadHead&, const UploadHead&) = default;
};

/// The files of one unfinished upload; what they say is all that is known of it.
///
/// NAME.data: the content in sealed pieces of 256 KiB (the last of the whole may be shorter), each bound to
/// NAME and its index. NAME.head: the sealed UploadHead, then one sealed mark (offset, time) for each chunk
/// that was taken: written and synced only after the pieces it counts are synced, so what a mark says is on
/// the disk after any crash. What lies behind the last mark is what a crash left and is cut off. One thread
/// at a time.
class PartialFile
{
public:
    static constexpr qint64 kPiece = 256 * 1024;

    /// Durable when it returns. DatabaseFull, DatabaseFailed.
    [[nodiscard]] static domain::Result<PartialFile> make(const QString& folder, const QString& name,
                                                          const Vault& vault, const UploadHead& head);
    /// After a restart: verifies head, marks and lengths, cuts off a torn tail. FileUnreadable, SealBroken:
    /// nothing of it can be used.
    [[nodiscard]] static domain::Result<PartialFile> load(const QString& folder, const QString& name,
                                                          const Vault& vault);
    static void remove(const QString& folder, const QString& name);

    [[nodiscard]] const UploadHead& head() const { return m_head; }

    /// Bytes that are on the disk.
    [[nodiscard]] qint64 offset() const { return m_offset; }

    /// When the last chunk was taken, or the upload was made.
    [[nodiscard]] qint64 touchedAt() const { return m_touchedAt; }

    /// Opens for appending behind offset(); what a chunk before left there is dropped.
    [[nodiscard]] domain::Result<void> begin();
    /// More of a chunk. Not counted before commit().
    [[nodiscard]] domain::Result<void> append(QByteArrayView bytes);
    /// Takes what was appended: all of it at the end of the whole, else as many whole pieces as there are.
    [[nodiscard]] domain::Result<void> commit(qint64 now);
    /// Forgets what was appended, on the disk as well.
    void rollBack();

    /// Hands over what is on the disk, piece by piece. SealBroken when somebody changed it.
    [[nodiscard]] domain::Result<void>
    read(const std::function<domain::Result<void>(const QByteArray&)>& take) const;

private:
    PartialFile(const QString& folder, QString name, const Vault& vault);
    [[nodiscard]] domain::Result<QByteArray> loadHead();
    void loadMarks(const QByteArray& marks);
    [[nodiscard]] domain::Result<void> writePiece();
    [[nodiscard]] domain::Result<void> writeMark(qint64 offset, qint64 now);
    void keepMarks(qint64 count);

    QString m_folder;
    QString m_name;
    const Vault* m_vault;
    UploadHead m_head;
    qint64 m_headSize = 0; ///< bytes of NAME.head before its marks
    qint64 m_marks = 0;
    qint64 m_offset = 0;
    qint64 m_touchedAt = 0;
    std::unique_ptr<QFile> m_data; ///< while a chunk is taken
    qint64 m_written = 0;          ///< clear bytes in m_data
    QByteArray m_pending;          ///< less than a piece
};

} // namespace ow::center
