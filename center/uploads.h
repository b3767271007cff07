// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/partialfile.h"
#include "center/problem.h"

#include <QHash>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace ow::center {

/// What unfinished uploads may cost. Bytes are those of the wholes they will become.
struct UploadLimits
{
    qint64 whole = 64LL << 20;
    qint64 minChunk = PartialFile::kPiece; ///< and every chunk but the last is a multiple of it
    qint64 maxChunk = 8LL << 20;
    int perDevice = 32;
    qint64 bytesPerDevice = 512LL << 20;
    qint64 bytesInAll = 16LL << 30;
    qint64 freeFloor = 256LL << 20;            ///< of the disk, that uploads leave free
    qint64 maxAgeMs = 14LL * 24 * 3600 * 1000; ///< untouched for so long, an upload is removed
};

struct UploadState
{
    qint64 offset = 0; ///< bytes on the disk
    qint64 length = 0;
    bool isNew = false;
};

class Upload;
class Uploads;

/// One request that continues an upload. The newest wins: a claim that was overtaken takes nothing any more
/// and its connection is closed. Let go of without an end, it keeps the whole pieces it got. One thread at a
/// time.
class UploadClaim
{
public:
    UploadClaim(Uploads& uploads, std::shared_ptr<Upload> upload, qint64 from, quint64 turn);
    ~UploadClaim();
    UploadClaim(const UploadClaim&) = delete;
    UploadClaim& operator=(const UploadClaim&) = delete;

    /// How to end the caller's connection when a newer request comes.
    void onOvertaken(std::function<void()> close);

    /// False when overtaken (Cancelled) or the disk fails.
    [[nodiscard]] domain::Result<void> append(QByteArrayView bytes);
    /// Durable when it returns.
    [[nodiscard]] domain::Result<void> commit(qint64 now);
    void rollBack();

    /// Hands over the whole, from the disk. Cancelled when the upload has ended meanwhile.
    [[nodiscard]] domain::Result<void>
    read(const std::function<domain::Result<void>(const QByteArray&)>& take) const;

    [[nodiscard]] const UploadHead& head() const;
    [[nodiscard]] UploadState state() const;

private:
    [[nodiscard]] bool isOvertaken() const;
    [[nodiscard]] domain::Result<void> begin();

    Uploads& m_uploads;
    std::shared_ptr<Upload> m_upload;
    qint64 m_from;
    quint64 m_turn;
    bool m_begun = false;
    bool m_ended = false;
    qint64 m_lastAt = 0;
};

/// All unfinished uploads of a centre. An upload belongs to one device: nobody else sees or continues it.
/// Known by their files alone, read at start. Any thread; files are touched on the caller's, so on the pool
/// for it.
class Uploads
{
public:
    /// `vault` and `folder`'s owner outlive this. What cannot be read any more is removed.
    [[nodiscard]] static domain::Result<std::unique_ptr<Uploads>>
    open(const QString& folder, const Vault& vault, const UploadLimits& limits);

    [[nodiscard]] const UploadLimits& limits() const { return m_limits; }

    /// Makes it, or says how far the one there has come. 409 blob_conflict when it was made for another
    /// content; 413 too_large, 429 upload_quota, 503 uploads_full, 507 no_space.
    [[nodiscard]] Answer<UploadState> make(const UploadHead& head);
    [[nodiscard]] std::optional<UploadState> find(const QString& device, const QString& blob) const;
    /// Takes over from whoever sends now. 404 not_found; 409 offset_mismatch unless `from` is the offset; 400
    /// when `size` bytes are no chunk here; 507.
    [[nodiscard]] Answer<std::unique_ptr<UploadClaim>> claim(const QString& device, const QString& blob,
                                                             qint64 from, qint64 size);
    /// It has become a blob, or can never become one.
    void remove(const QString& device, const QString& blob);
    /// Removes what nobody touched for UploadLimits::maxAgeMs; how many.
    int sweep(qint64 now);

private:
    friend class UploadClaim;
    Uploads(QString folder, const Vault& vault, const UploadLimits& limits);
    void loadAll();
    [[nodiscard]] QString nameOf(const QString& device, const QString& blob) const;
    [[nodiscard]] std::optional<Problem> refusal(const UploadHead& head) const;
    [[nodiscard]] bool hasRoom(qint64 bytes) const;
    void drop(const QString& name);

    QString m_folder;
    const Vault& m_vault;
    UploadLimits m_limits;
    std::mutex m_making; ///< one is made at a time; before m_mutex
    mutable std::mutex m_mutex;
    QHash<QString, std::shared_ptr<Upload>> m_all; ///< by name of the files; under m_mutex
};

/// 409 with the true offset, in a header as well.
[[nodiscard]] Problem offsetMismatch(qint64 offset);

} // namespace ow::center
