// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/blobfile.h"

#include "ledger/blobstore.h"
#include "ledger/durablefile.h"
#include "ledger/hashlane.h"
#include "record/segments.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr auto kSuite = record::Suite::Sm4Gcm;
constexpr qint64 kChunk = 256 * 1024;

Result<void> writeAll(QFile& file, const QByteArray& bytes)
{
    // Unbuffered: a short write is a full disk, and errno is still that of write().
    errno = 0;
    if (file.write(bytes) != bytes.size())
        return tl::unexpected(fileError(errno == 0 ? ENOSPC : errno, QStringLiteral("blob")));
    return {};
}

} // namespace

const QByteArray& blobContext()
{
    static const QByteArray text = QByteArrayLiteral("OW1 ledger blob");
    return text;
}

bool isBlobId(const QString& id)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(id).hasMatch();
}

QString blobPath(const QString& folder, const QString& id)
{
    return folder + QLatin1Char('/') + id.left(2) + QLatin1Char('/') + id;
}

QLatin1StringView blobPartPrefix()
{
    return QLatin1StringView(".part-");
}

BlobReader::BlobReader(QString folder, ColumnSealer sealer)
    : m_folder(std::move(folder))
    , m_sealer(std::move(sealer))
{
}

Result<void> BlobReader::read(const QString& id,
                              const std::function<Result<void>(const QByteArray&)>& sink) const
{
    if (!m_sealer.hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (!isBlobId(id))
        return fail(ErrorCode::BlobMissing, QStringLiteral("not a blob id"));
    QFile file(blobPath(m_folder, id));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BlobMissing, id);
    const auto& keys = *m_sealer.keys();
    record::SegmentOpener opener(m_sealer.crypto(), keys.blobs, blobContext());
    const auto sum = m_sealer.crypto().hmacSm3Digest(keys.blobIds.view()); // its id, as BlobHasher makes it
    const auto damaged = [&id] { return fail(ErrorCode::BlobDamaged, id); };
    const auto hand = [&](const QByteArray& plain) -> Result<void> {
        sum->add(plain);
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
    return QString::fromLatin1(sum->finish().toHex()) == id ? Result<void>() : Result<void>(damaged());
}

Result<QByteArray> BlobReader::content(const QString& id, qint64 limit) const
{
    QByteArray all;
    all.reserve(std::clamp<qint64>(QFileInfo(blobPath(m_folder, id)).size(), 0, limit));
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

Result<QByteArray> BlobReader::part(const QString& id, qint64 offset, qint64 size) const
{
    if (!m_sealer.hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (!isBlobId(id))
        return fail(ErrorCode::BlobMissing, QStringLiteral("not a blob id"));
    QFile file(blobPath(m_folder, id));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::BlobMissing, id);
    const auto whole = record::plainBlobSize(file.size());
    const auto key = record::SegmentKey::fromHeader(m_sealer.crypto(), file.read(record::kSegmentHeaderSize),
                                                    m_sealer.keys()->blobs, blobContext());
    if (!whole || !key || offset < 0)
        return fail(ErrorCode::BlobDamaged, id);
    constexpr qint64 kSealed = record::kSegmentSize + record::kTagSize;
    const qint64 last = std::max<qint64>(*whole - 1, 0) / record::kSegmentSize;
    const qint64 end = std::min(*whole, offset + size);
    QByteArray bytes;
    bytes.reserve(std::max<qint64>(end - offset, 0));
    while (offset < end) {
        const qint64 index = offset / record::kSegmentSize;
        if (!file.seek(record::kSegmentHeaderSize + index * kSealed))
            return fail(ErrorCode::BlobDamaged, id);
        const auto plain = key->openSegment(static_cast<quint32>(index), index == last, file.read(kSealed));
        if (!plain)
            return fail(ErrorCode::BlobDamaged, id);
        bytes += QByteArrayView(*plain)
                     .sliced(offset % record::kSegmentSize)
                     .first(std::min<qint64>(end - offset, plain->size() - offset % record::kSegmentSize));
        offset = (index + 1) * record::kSegmentSize;
    }
    return bytes;
}

StagedBlob::StagedBlob(QString file, QString id, QString sm3, qint64 size)
    : m_file(std::move(file))
    , m_id(std::move(id))
    , m_sm3(std::move(sm3))
    , m_size(size)
{
}

StagedBlob::StagedBlob(StagedBlob&& other) noexcept
    : m_file(std::exchange(other.m_file, {}))
    , m_id(std::move(other.m_id))
    , m_sm3(std::move(other.m_sm3))
    , m_size(other.m_size)
{
}

StagedBlob& StagedBlob::operator=(StagedBlob&& other) noexcept
{
    std::swap(m_file, other.m_file);
    m_id = other.m_id;
    m_sm3 = other.m_sm3;
    m_size = other.m_size;
    return *this;
}

StagedBlob::~StagedBlob()
{
    if (!m_file.isEmpty())
        QFile::remove(m_file);
}

BlobWriter::BlobWriter(std::unique_ptr<QFile> file, std::unique_ptr<record::SegmentSealer> sealer,
                       std::unique_ptr<HashLane> hashes)
    : m_file(std::move(file))
    , m_sealer(std::move(sealer))
    , m_hashes(std::move(hashes))
{
}

BlobWriter::BlobWriter(BlobWriter&& other) noexcept = default;

BlobWriter::~BlobWriter()
{
    if (m_file)
        m_file->remove();
}

Result<BlobWriter> BlobWriter::create(const QString& folder, const ColumnSealer& sealer)
{
    const auto& keys = *sealer.keys();
    auto segments = record::SegmentSealer::create(sealer.crypto(), kSuite, keys.blobs, blobContext());
    if (!segments)
        return tl::unexpected(segments.error());
    auto file = std::make_unique<QFile>(folder + QLatin1Char('/') + blobPartPrefix() +
                                        QUuid::createUuid().toString(QUuid::Id128));
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                    QFile::ReadOwner | QFile::WriteOwner))
        return tl::unexpected(fileError(errno, QStringLiteral("blob file")));
    try {
        return BlobWriter(std::move(file), std::make_unique<record::SegmentSealer>(std::move(*segments)),
                          std::make_unique<HashLane>(sealer.crypto(), keys.blobIds));
    } catch (const std::system_error&) {
        return fail(ErrorCode::Internal, QStringLiteral("no thread for the sums"));
    }
}

Result<void> BlobWriter::push(const QByteArray& piece)
{
    if (!m_file)
        return fail(ErrorCode::Internal, QStringLiteral("the blob was finished"));
    m_size += piece.size();
    if (m_size > BlobStore::kMaxBytes)
        return fail(ErrorCode::FileTooLarge, QStringLiteral("more than %1 bytes").arg(BlobStore::kMaxBytes));
    m_hashes->push(piece);
    const auto sealed = m_sealer->push(piece);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return writeAll(*m_file, *sealed);
}

Result<StagedBlob> BlobWriter::finish()
{
    if (!m_file)
        return fail(ErrorCode::Internal, QStringLiteral("the blob was finished"));
    const auto end = m_sealer->finish();
    if (!end)
        return tl::unexpected(end.error());
    if (auto done = writeAll(*m_file, *end); !done)
        return tl::unexpected(done.error());
    m_file->close();
    if (auto synced = syncFile(m_file->fileName()); !synced)
        return tl::unexpected(synced.error());
    const auto sums = m_hashes->finish();
    const auto file = std::exchange(m_file, nullptr);
    return StagedBlob(file->fileName(), sums.id, sums.sm3, sums.size);
}

} // namespace ow::ledger
