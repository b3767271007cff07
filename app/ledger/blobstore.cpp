// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/blobstore.h"

#include "ledger/durablefile.h"
#include "ledger/ledgercore.h"
#include "record/segments.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qint64 kChunk = 256 * 1024;

} // namespace

BlobStore::BlobStore(LedgerCore& core, QString folder)
    : m_core(core)
    , m_folder(std::move(folder))
{
}

QString BlobStore::path(const QString& id) const
{
    return blobPath(m_folder, id);
}

Result<BlobStore::Stored> BlobStore::put(const QByteArray& content)
{
    QBuffer buffer;
    buffer.setData(content);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("buffer"));
    return put(buffer);
}

Result<BlobStore::Stored> BlobStore::put(QIODevice& source)
{
    auto staged = writer().and_then([&source](BlobWriter&& into) -> Result<StagedBlob> {
        for (;;) {
            const QByteArray piece = source.read(kChunk);
            if (piece.isEmpty())
                break;
            if (auto done = into.push(piece); !done)
                return tl::unexpected(done.error());
        }
        if (!source.atEnd())
            return fail(ErrorCode::FileUnreadable, QStringLiteral("the source failed"));
        return into.finish();
    });
    if (!staged) {
        m_core.noteFailure(staged.error());
        return tl::unexpected(staged.error());
    }
    return adopt(*staged);
}

Result<BlobWriter> BlobStore::writer()
{
    return writers().and_then([](const BlobWriters& make) { return make(); });
}

Result<BlobWriters> BlobStore::writers()
{
    if (m_core.blocked())
        return tl::unexpected(*m_core.blocked());
    if (!m_core.sealer().hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (auto made = makePrivateFolder(m_folder); !made)
        return tl::unexpected(made.error());
    return BlobWriters(
        [folder = m_folder, sealer = m_core.sealer()] { return BlobWriter::create(folder, sealer); });
}

BlobReader BlobStore::reader() const
{
    return BlobReader(m_folder, m_core.sealer());
}

Result<BlobStore::Stored> BlobStore::adopt(StagedBlob& staged)
{
    auto adopted = [&]() -> Result<Stored> {
        if (m_core.blocked())
            return tl::unexpected(*m_core.blocked());
        const Stored made{staged.id(), staged.sm3(), staged.size()};
        const auto known = info(made.id);
        if (!known && known.error().code != ErrorCode::NotFound)
            return tl::unexpected(known.error());
        // A row whose file somebody took away gets its file back.
        if (!known || !QFile::exists(path(made.id))) {
            if (auto moved = moveIntoPlace(staged.file(), made.id); !moved)
                return tl::unexpected(moved.error());
            staged.forget();
        }
        if (!known) {
            if (auto noted = remember(made); !noted)
                return tl::unexpected(noted.error());
        }
        return made;
    }();
    if (!adopted)
        m_core.noteFailure(adopted.error());
    return adopted;
}

Result<void> BlobStore::moveIntoPlace(const QString& temporary, const QString& id) const
{
    const QString target = path(id);
    const QString folder = QFileInfo(target).absolutePath();
    const bool newFolder = !QDir(folder).exists();
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    // rename() replaces a file without a row that an earlier crash left under this name.
    if (::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) != 0)
        return tl::unexpected(fileError(errno, QStringLiteral("blob into place")));
    if (auto synced = syncFolder(folder); !synced)
        return synced;
    return newFolder ? syncFolder(m_folder) : Result<void>();
}

Result<void> BlobStore::remember(const Stored& stored)
{
    return m_core.write([&] { return insertRow(stored.id, stored.size); });
}

Result<void> BlobStore::insertRow(const QString& id, qint64 size) const
{
    auto row = m_core.database().prepare(QStringLiteral(
        "INSERT INTO blob (id, plain_size, sealed_size, state, added) VALUES (?, ?, ?, 'stored', ?)"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(id).bind(size).bind(record::sealedBlobSize(size)).bind(m_core.clock().utcMs()).run();
}

Result<bool> BlobStore::reclaim(const QString& id, qint64 size)
{
    const auto known = info(id);
    if (known)
        return known->size == size;
    if (known.error().code != ErrorCode::NotFound)
        return tl::unexpected(known.error());
    if (QFileInfo(path(id)).size() != record::sealedBlobSize(size))
        return false;
    return insertRow(id, size).map([] { return true; });
}

Result<BlobStore::Info> BlobStore::info(const QString& id) const
{
    auto rows = m_core.database().prepare(QStringLiteral("SELECT plain_size, state FROM blob WHERE id = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(id).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, QStringLiteral("blob"));
    return Info{id, rows->integer(0), rows->text(1) == QLatin1String("uploaded")};
}

Result<QByteArray> BlobStore::content(const QString& id, qint64 limit) const
{
    return reader().content(id, limit);
}

Result<void> BlobStore::read(const QString& id,
                             const std::function<Result<void>(const QByteArray&)>& sink) const
{
    return reader().read(id, sink);
}

Result<std::vector<BlobStore::Info>> BlobStore::nextUnsent(int limit) const
{
    auto rows = m_core.database().prepare(
        QStringLiteral("SELECT id, plain_size FROM blob WHERE state = 'stored' ORDER BY added, id LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(qint64(limit));
    std::vector<Info> blobs;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return blobs;
        blobs.push_back({rows->text(0), rows->integer(1), false});
    }
}

Result<void> BlobStore::markUploaded(const QString& id)
{
    return m_core.write([&]() -> Result<void> {
        auto row =
            m_core.database().prepare(QStringLiteral("UPDATE blob SET state = 'uploaded' WHERE id = ?"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(id).run();
    });
}

Result<void> BlobStore::markMissingThere(const QString& id)
{
    return m_core.write([&]() -> Result<void> {
        auto row = m_core.database().prepare(QStringLiteral("UPDATE blob SET state = 'stored' WHERE id = ?"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(id).run();
    });
}

Result<int> BlobStore::sweepOrphans()
{
    int removed = 0;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString name = files.fileName();
        bool orphan = name.startsWith(blobPartPrefix());
        if (!orphan && isBlobId(name)) {
            const auto known = info(name);
            if (!known && known.error().code != ErrorCode::NotFound)
                return tl::unexpected(known.error());
            orphan = !known;
        }
        if (orphan && QFile::remove(file))
            ++removed;
    }
    return removed;
}

} // namespace ow::ledger
