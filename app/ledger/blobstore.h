// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ledger/blobfile.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

class QIODevice;

namespace ow::ledger {

class LedgerCore;

/// Materials and paper PDFs: files blobs/ab/abcd…, sealed in 1 MiB segments, named by HMAC-SM3(key, content).
/// The file and its folder are synced before the row exists; a file without a row is an orphan, a row without
/// a file is BlobMissing. Memory stays at two segments whatever the size.
class BlobStore
{
public:
    struct Stored
    {
        QString id;  ///< 64 hex digits, also its name on the wire
        QString sm3; ///< of the content; belongs into sealed bodies only
        qint64 size = 0;
        friend bool operator==(const Stored&, const Stored&) = default;
    };

    struct Info
    {
        QString id;
        qint64 size = 0;
        bool uploaded = false;
    };

    /// `core` outlives this; `folder` is blobs/ of the profile.
    BlobStore(LedgerCore& core, QString folder);

    /// Reads `source` (open for reading) to its end. The same content again gives the same id and one file.
    /// FileTooLarge beyond kMaxBytes; FileUnreadable when the source fails.
    [[nodiscard]] domain::Result<Stored> put(QIODevice& source);
    [[nodiscard]] domain::Result<Stored> put(const QByteArray& content);

    /// The same in two steps, so that a large one does not hold up the ledger's thread: sealed and synced by
    /// a writer on another thread, then taken in here. Not beside sweepOrphans().
    [[nodiscard]] domain::Result<BlobWriter> writer();
    /// To make several there, one after the other.
    [[nodiscard]] domain::Result<BlobWriters> writers();
    [[nodiscard]] domain::Result<Stored> adopt(StagedBlob& staged);
    /// For reading on another thread, while somebody is signed in.
    [[nodiscard]] BlobReader reader() const;

    /// The content, checked against its id; BlobMissing, BlobDamaged; FileTooLarge beyond `limit`.
    [[nodiscard]] domain::Result<QByteArray> content(const QString& id, qint64 limit = kMaxBytes) const;
    /// Hands the content over in pieces; `sink` returning an error ends it. What the sink got is good only
    /// when the whole call succeeds.
    [[nodiscard]] domain::Result<void>
    read(const QString& id, const std::function<domain::Result<void>(const QByteArray&)>& sink) const;
    [[nodiscard]] domain::Result<Info> info(const QString& id) const;

    /// Gives a file that is there without a row its row back, inside the caller's transaction; false when
    /// there is none of that size.
    [[nodiscard]] domain::Result<bool> reclaim(const QString& id, qint64 size);

    /// Not yet at the centre, oldest first.
    [[nodiscard]] domain::Result<std::vector<Info>> nextUnsent(int limit) const;
    [[nodiscard]] domain::Result<void> markUploaded(const QString& id);
    /// The centre says it lacks it.
    [[nodiscard]] domain::Result<void> markMissingThere(const QString& id);

    /// Removes files no row knows, left by a crash between file and row; how many. Once after open.
    [[nodiscard]] domain::Result<int> sweepOrphans();

    static constexpr qint64 kMaxBytes = 64LL * 1024 * 1024; ///< what the centre takes

private:
    [[nodiscard]] QString path(const QString& id) const;
    [[nodiscard]] domain::Result<void> moveIntoPlace(const QString& temporary, const QString& id) const;
    [[nodiscard]] domain::Result<void> remember(const Stored& stored);
    [[nodiscard]] domain::Result<void> insertRow(const QString& id, qint64 size) const;

    LedgerCore& m_core;
    QString m_folder;
};

} // namespace ow::ledger
