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
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <cerrno>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr auto kSuite = record::Suite::Sm4Gcm;
constexpr qint64 kChunk = 256 * 1024;
constexpr QLatin1StringView kPart(".part-");

/// Bound into every segment: a segment file means nothing anywhere else.
const QByteArray& context()
{
    static const QByteArray text = QByteArrayLiteral("OW1 ledger blob");
    return text;
}

bool isBlobId(const QString& id)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(id).hasMatch();
}

Result<void> writeAll(QFile& file, const QByteArray& bytes)
{
    // Unbuffered: a short write is a full disk, and errno is still that of write().
    errno = 0;
    if (file.write(bytes) != bytes.size())
        return tl::unexpected(fileError(errno == 0 ? ENOSPC : errno, QStringLiteral("blob")));
    return {};
}

} // namespace

BlobStore::BlobStore(LedgerCore& core, QString folder)
    : m_core(core)
    , m_folder(std::move(folder))
{
}

QString BlobStore::path(const QString& id) const
{
    return m_folder + QLatin1Char('/') + id.left(2) + QLatin1Char('/') + id;
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
    if (m_core.blocked())
        return tl::unexpected(*m_core.blocked());
    if (!m_core.sealer().hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (auto made = makePrivateFolder(m_folder); !made)
        return tl::unexpected(made.error());
    const QString temporary =
        m_folder + QLatin1Char('/') + kPart + QUuid::createUuid().toString(QUuid::Id128);
    auto stored = seal(source, temporary).and_then([&](const Stored& made) -> Result<Stored> {
        const auto known = info(made.id);
        if (!known && known.error().code != ErrorCode::NotFound)
            return tl::unexpected(known.error());
        // A row whose file somebody took away gets its file back.
        if (!known || !QFile::exists(path(made.id))) {
            if (auto moved = moveIntoPlace(temporary, made.id); !moved)
                return tl::unexpected(moved.error());
        }
        if (!known) {
            if (auto noted = remember(made); !noted)
                return tl::unexpected(noted.error());
        }
        return made;
    });
    QFile::remove(temporary);
    if (!stored)
        m_core.noteFailure(stored.error());
    return stored;
}

Result<BlobStore::Stored> BlobStore::seal(QIODevice& source, const QString& temporary) const
{
    const auto& keys = *m_core.sealer().keys();
    record::BlobHasher hasher(m_core.crypto(), keys.blobIds);
    auto sealer = record::SegmentSealer::create(m_core.crypto(), kSuite, keys.blobs, context());
    if (!sealer)
        return tl::unexpected(sealer.error());
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return tl::unexpected(fileError(errno, QStringLiteral("blob file")));
    for (;;) {
        const QByteArray piece = source.read(kChunk);
        if (piece.isEmpty()) {
            if (!source.atEnd())
                return fail(ErrorCode::FileUnreadable, QStringLiteral("the source failed"));
            break;
        }
        hasher.add(piece);
        if (hasher.size() > kMaxBytes)
            return fail(ErrorCode::FileTooLarge, QStringLiteral("more than %1 bytes").arg(kMaxBytes));
        const auto sealed = sealer->push(piece);
        if (!sealed)
            return tl::unexpected(sealed.error());
        if (auto done = writeAll(file, *sealed); !done)
            return tl::unexpected(done.error());
    }
    const auto end = sealer->finish();
    if (!end)
        return tl::unexpected(end.error());
    if (auto done = writeAll(file, *end); !done)
        return tl::unexpected(done.error());
    file.close();
    if (auto synced = syncFile(temporary); !synced)
        return tl::unexpected(synced.error());
    const auto sums = hasher.finish();
    return Stored{sums.id, sums.sm3, sums.size};
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
    return m_core.write([&]() -> Result<void> {
        auto row = m_core.database().prepare(QStringLiteral(
            "INSERT INTO blob (id, plain_size, sealed_size, state, added) VALUES (?, ?, ?, 'stored', ?)"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(stored.id)
            .bind(stored.size)
            .bind(record::sealedBlobSize(stored.size))
            .bind(m_core.clock().utcMs())
            .run();
    });
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
    QByteArray all;
    auto done = read(id, [&](const QByteArray& piece) -> Result<void> {
        if (all.size() + piece.size() > limit)
            return fail(ErrorCode::FileTooLarge);
        all += piece;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return all;
}

Result<void> BlobStore::read(const QString& id,
                             const std::function<Result<void>(const QByteArray&)>& sink) const
{
    if (!m_core.sealer().hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (!isBlobId(id))
        return fail(ErrorCode::BlobMissing, QStringLiteral("not a blob id"));
    QFile file(path(id));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BlobMissing, id);
    const auto& keys = *m_core.sealer().keys();
    record::SegmentOpener opener(m_core.crypto(), keys.blobs, context());
    record::BlobHasher hasher(m_core.crypto(), keys.blobIds);
    const auto damaged = [&id] { return fail(ErrorCode::BlobDamaged, id); };
    const auto hand = [&](const QByteArray& plain) -> Result<void> {
        hasher.add(plain);
        return plain.isEmpty() ? Result<void>() : sink(plain);
    };
    while (!file.atEnd()) {
        const QByteArray sealed = file.read(kChunk);
        if (sealed.isEmpty())
            return damaged();
        const auto plain = opener.push(sealed);
        if (!plain)
            return damaged();
        if (auto done = hand(*plain); !done)
            return done;
    }
    const auto end = opener.finish();
    if (!end)
        return damaged();
    if (auto done = hand(*end); !done)
        return done;
    // Whole and ours, but perhaps another blob's file under this name.
    return hasher.finish().id == id ? Result<void>() : Result<void>(damaged());
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
        bool orphan = name.startsWith(kPart);
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
