// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/blobstore.h"

#include "center/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QUuid>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

IncomingBlob::IncomingBlob(QString id, const QString& path, record::SegmentSealer sealer,
                           std::unique_ptr<record::Digest> digest)
    : m_id(std::move(id))
    , m_file(path)
    , m_sealer(std::move(sealer))
    , m_digest(std::move(digest))
{
}

IncomingBlob::~IncomingBlob()
{
    m_file.close();
    // Nothing is under this name once it was kept.
    m_file.remove();
}

Result<void> IncomingBlob::write(const QByteArray& sealed)
{
    if (m_file.write(sealed) != sealed.size())
        return fail(ErrorCode::DatabaseFull, m_file.errorString());
    return {};
}

Result<void> IncomingBlob::add(std::span<const char> piece)
{
    const QByteArrayView bytes(piece.data(), static_cast<qsizetype>(piece.size()));
    m_size += bytes.size();
    m_digest->add(bytes);
    const auto sealed = m_sealer.push(bytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return write(*sealed);
}

Result<void> IncomingBlob::complete()
{
    const auto sealed = m_sealer.finish();
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (auto written = write(*sealed); !written)
        return written;
    if (!m_file.flush() || ::fsync(m_file.handle()) != 0)
        return fail(ErrorCode::DatabaseFailed, u"the blob cannot be synced"_s);
    m_file.close();
    m_sm3 = m_digest->finish();
    return {};
}

BlobContent::BlobContent(std::unique_ptr<QFile> file, record::SegmentKey key, qint64 size)
    : m_file(std::move(file))
    , m_key(std::move(key))
    , m_size(size)
{
}

Result<QByteArray> BlobContent::read(qint64 offset, qint64 most)
{
    constexpr qint64 kSealed = record::kSegmentSize + record::kTagSize;
    const qint64 index = offset / record::kSegmentSize;
    const qint64 last = std::max<qint64>(m_size - 1, 0) / record::kSegmentSize;
    if (offset < 0 || offset >= m_size)
        return fail(ErrorCode::Internal, u"read beyond a blob's end"_s);
    if (!m_file->seek(record::kSegmentHeaderSize + index * kSealed))
        return fail(ErrorCode::FileUnreadable, m_file->errorString());
    const auto plain = m_key.openSegment(static_cast<quint32>(index), index == last, m_file->read(kSealed));
    if (!plain)
        return tl::unexpected(plain.error());
    return plain->mid(offset % record::kSegmentSize, most);
}

BlobStore::BlobStore(QString folder, const Vault& vault)
    : m_folder(std::move(folder))
    , m_vault(&vault)
{
}

Result<BlobStore> BlobStore::open(const QString& folder, const Vault& vault)
{
    const QString incoming = folder + u"/incoming"_s;
    for (const QString& path : {folder, incoming}) {
        if (const auto made = makePrivateFolder(path); !made)
            return tl::unexpected(made.error());
    }
    for (const QFileInfo& left : QDir(incoming).entryInfoList(QDir::Files))
        QFile::remove(left.absoluteFilePath());
    return BlobStore(folder, vault);
}

bool BlobStore::isId(QStringView text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isHex);
}

QString BlobStore::path(const QString& id) const
{
    return m_folder + u'/' + id.left(2) + u'/' + id;
}

Result<std::unique_ptr<IncomingBlob>> BlobStore::begin(const QString& id) const
{
    auto sealer = record::SegmentSealer::create(m_vault->provider(), record::Suite::Sm4Gcm,
                                                m_vault->blobKey(), id.toLatin1());
    if (!sealer)
        return tl::unexpected(sealer.error());
    const QString path = m_folder + u"/incoming/"_s + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<IncomingBlob> blob(
        new IncomingBlob(id, path, std::move(*sealer), m_vault->provider().sm3Digest()));
    if (!blob->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::DatabaseFailed, u"the blob cannot be written"_s);
    return blob;
}

Result<BlobContent> BlobStore::read(const QString& id) const
{
    auto file = std::make_unique<QFile>(path(id));
    if (!isId(id) || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, file->errorString());
    const auto size = record::plainBlobSize(file->size());
    if (!size)
        return fail(ErrorCode::SealBroken, u"no sealed blob has this length"_s);
    auto key = record::SegmentKey::fromHeader(m_vault->provider(), file->read(record::kSegmentHeaderSize),
                                              m_vault->blobKey(), id.toLatin1());
    if (!key)
        return tl::unexpected(key.error());
    return BlobContent(std::move(file), std::move(*key), *size);
}

std::unique_lock<std::mutex> BlobStore::naming() const
{
    return std::unique_lock(*m_naming);
}

Result<void> BlobStore::eachOlder(qint64 utcMs,
                                  const std::function<Result<void>(const QStringList&)>& take) const
{
    constexpr qsizetype kAtOnce = 200;
    QStringList ids;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (!isId(files.fileName()) || files.filePath() != path(files.fileName()))
            continue;
        if (files.fileInfo().lastModified().toMSecsSinceEpoch() < utcMs)
            ids << files.fileName();
        if (ids.size() == kAtOnce) {
            if (auto taken = take(std::exchange(ids, {})); !taken)
                return taken;
        }
    }
    return ids.isEmpty() ? Result<void>() : take(ids);
}

Result<void> BlobStore::keep(IncomingBlob& blob) const
{
    const QString target = path(blob.id());
    const QString folder = m_folder + u'/' + blob.id().left(2);
    if (!QDir(folder).exists()) {
        const auto made = makePrivateFolder(folder);
        auto synced = made ? syncFolder(m_folder) : made;
        if (!synced)
            return synced;
    }
    // rename(2) and not QFile::rename: a file of this name is one whose row was never written (a crash
    // between the two), and is replaced in one step.
    if (std::rename(QFile::encodeName(blob.m_file.fileName()).constData(),
                    QFile::encodeName(target).constData()) != 0)
        return fail(ErrorCode::DatabaseFailed, u"the blob cannot be put in place"_s);
    return syncFolder(folder);
}

} // namespace ow::center
