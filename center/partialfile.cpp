// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/partialfile.h"

#include "center/privatefile.h"
#include "record/canonical.h"

#include <QCborMap>
#include <QFileInfo>
#include <QtEndian>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSealCost = 1 + record::kNonceSize + record::kTagSize;
constexpr qint64 kMarkSize = 2 * sizeof(qint64) + kSealCost;
constexpr qint64 kLengthSize = sizeof(quint32);
constexpr qint64 kMostHead = 4096;
/// A chunk is one piece at least, so a whole of 64 MiB has 256 marks; more are not ours.
constexpr qint64 kMostMarks = 4096;
constexpr auto kTable = "upload";

QString headPath(const QString& folder, const QString& name)
{
    return folder + u'/' + name + u".head"_s;
}

QString dataPath(const QString& folder, const QString& name)
{
    return folder + u'/' + name + u".data"_s;
}

qint64 sealedSize(qint64 plain)
{
    return plain + (plain + PartialFile::kPiece - 1) / PartialFile::kPiece * kSealCost;
}

domain::Error ioError(const QFile& file)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {full ? ErrorCode::DatabaseFull : ErrorCode::DatabaseFailed, file.errorString(), {}};
}

Result<void> writeAll(QFile& file, const QByteArray& bytes)
{
    errno = 0;
    if (file.write(bytes) != bytes.size()) {
        errno = errno == 0 ? ENOSPC : errno; // a short write
        return tl::unexpected(ioError(file));
    }
    return {};
}

Result<void> synced(const QFile& file)
{
    if (::fdatasync(file.handle()) != 0)
        return tl::unexpected(ioError(file));
    return {};
}

QByteArray headBytes(const UploadHead& head)
{
    return record::writeCanonical(QCborMap{{u"blob"_s, head.blob},
                                           {u"device"_s, head.device},
                                           {u"length"_s, head.length},
                                           {u"made_at"_s, head.madeAt},
                                           {u"sm3"_s, QString::fromLatin1(head.sm3.toHex())}})
        .value_or(QByteArray());
}

UploadHead headOf(const QCborMap& map)
{
    return {map.value(u"device"_s).toString(), map.value(u"blob"_s).toString(),
            map.value(u"length"_s).toInteger(),
            QByteArray::fromHex(map.value(u"sm3"_s).toString().toLatin1()),
            map.value(u"made_at"_s).toInteger()};
}

} // namespace

PartialFile::PartialFile(const QString& folder, QString name, const Vault& vault)
    : m_folder(folder)
    , m_name(std::move(name))
    , m_vault(&vault)
{
}

Result<PartialFile> PartialFile::make(const QString& folder, const QString& name, const Vault& vault,
                                      const UploadHead& head)
{
    PartialFile made(folder, name, vault);
    const auto sealed = vault.seal(kTable, name, "head", headBytes(head));
    if (!sealed)
        return tl::unexpected(sealed.error());
    QByteArray bytes(kLengthSize, '\0');
    qToBigEndian<quint32>(static_cast<quint32>(sealed->size()), bytes.data());
    bytes += *sealed;
    remove(folder, name);
    // Under its name only once it is whole: a head that is there can be read.
    const QString path = headPath(folder, name);
    if (const auto written = writePrivateFile(path + u".new"_s, bytes); !written)
        return tl::unexpected(written.error());
    if (std::rename(QFile::encodeName(path + u".new"_s).constData(), QFile::encodeName(path).constData()) !=
        0)
        return fail(ErrorCode::DatabaseFailed, u"the upload cannot be put in place"_s);
    if (const auto known = syncFolder(folder); !known)
        return tl::unexpected(known.error());
    made.m_head = head;
    made.m_headSize = bytes.size();
    made.m_touchedAt = head.madeAt;
    return made;
}

Result<PartialFile> PartialFile::load(const QString& folder, const QString& name, const Vault& vault)
{
    PartialFile found(folder, name, vault);
    const auto marks = found.loadHead();
    if (!marks)
        return tl::unexpected(marks.error());
    found.loadMarks(*marks);
    QFile data(dataPath(folder, name));
    if (data.exists() && data.size() != sealedSize(found.m_offset) &&
        !data.resize(sealedSize(found.m_offset)))
        return tl::unexpected(ioError(data));
    return found;
}

void PartialFile::remove(const QString& folder, const QString& name)
{
    const QString head = headPath(folder, name);
    // The head first: without it the rest is nobody's and goes at the next start.
    for (const QString& path : {head, QString(head + u".new"_s), dataPath(folder, name)})
        QFile::remove(path);
}

/// Fills m_head; gives what stands behind it.
Result<QByteArray> PartialFile::loadHead()
{
    const auto bytes = readWholeFile(headPath(m_folder, m_name), kMostHead + kMostMarks * kMarkSize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const qint64 size = bytes->size() < kLengthSize ? -1 : qFromBigEndian<quint32>(bytes->constData());
    if (size < 0 || size > kMostHead || bytes->size() < kLengthSize + size)
        return fail(ErrorCode::FileUnreadable, u"the head of an upload is cut off"_s);
    const auto opened = m_vault->open(kTable, m_name, "head", bytes->mid(kLengthSize, size));
    const auto map = opened ? record::parseJson(*opened) : tl::unexpected(opened.error());
    if (!map)
        return tl::unexpected(map.error());
    m_head = center::headOf(map->toMap());
    m_headSize = kLengthSize + size;
    m_touchedAt = m_head.madeAt;
    return bytes->mid(m_headSize);
}

void PartialFile::loadMarks(const QByteArray& marks)
{
    const qint64 have = QFileInfo(dataPath(m_folder, m_name)).size();
    for (qint64 i = 0; (i + 1) * kMarkSize <= marks.size(); ++i) {
        const auto mark = m_vault->open(kTable, m_name, "mark", marks.mid(i * kMarkSize, kMarkSize), i + 1);
        if (!mark)
            break;
        const auto offset = qFromBigEndian<qint64>(mark->constData());
        if (offset > m_head.length || sealedSize(offset) > have)
            break;
        m_offset = offset;
        m_touchedAt = qFromBigEndian<qint64>(mark->constData() + sizeof(qint64));
        m_marks = i + 1;
    }
    if (marks.size() != m_marks * kMarkSize)
        keepMarks(m_marks);
}

/// The next mark goes behind the last good one.
void PartialFile::keepMarks(qint64 count)
{
    QFile::resize(headPath(m_folder, m_name), m_headSize + count * kMarkSize);
}

Result<void> PartialFile::begin()
{
    rollBack();
    const QString path = dataPath(m_folder, m_name);
    const bool isNew = !QFile::exists(path);
    auto file = std::make_unique<QFile>(path);
    errno = 0;
    if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner) ||
        !file->resize(sealedSize(m_offset)) || !file->seek(sealedSize(m_offset)))
        return tl::unexpected(ioError(*file));
    if (isNew) {
        if (auto known = syncFolder(m_folder); !known)
            return known;
    }
    m_data = std::move(file);
    m_written = m_offset;
    m_pending.reserve(kPiece);
    return {};
}

Result<void> PartialFile::append(QByteArrayView bytes)
{
    if (!m_data || m_written + m_pending.size() + bytes.size() > m_head.length)
        return fail(ErrorCode::Internal, u"more than the upload has"_s);
    while (!bytes.isEmpty()) {
        const qsizetype taken = std::min<qsizetype>(bytes.size(), kPiece - m_pending.size());
        m_pending.append(bytes.first(taken));
        bytes = bytes.sliced(taken);
        if (m_pending.size() == kPiece) {
            if (auto written = writePiece(); !written)
                return written;
        }
    }
    return {};
}

Result<void> PartialFile::writePiece()
{
    const auto sealed = m_vault->seal(kTable, m_name, "piece", m_pending, m_written / kPiece);
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (auto written = writeAll(*m_data, *sealed); !written)
        return written;
    m_written += m_pending.size();
    m_pending.resize(0);
    return {};
}

Result<void> PartialFile::commit(qint64 now)
{
    if (!m_data)
        return fail(ErrorCode::Internal, u"nothing was begun"_s);
    if (!m_pending.isEmpty() && m_written + m_pending.size() == m_head.length) {
        if (auto written = writePiece(); !written)
            return written;
    }
    const qint64 reached = m_written;
    if (reached == m_offset) {
        rollBack();
        return {};
    }
    auto done = synced(*m_data).and_then([&] { return writeMark(reached, now); });
    if (!done)
        return done;
    m_offset = reached;
    m_touchedAt = now;
    rollBack();
    return {};
}

Result<void> PartialFile::writeMark(qint64 offset, qint64 now)
{
    QByteArray plain(2 * sizeof(qint64), '\0');
    qToBigEndian<qint64>(offset, plain.data());
    qToBigEndian<qint64>(now, plain.data() + sizeof(qint64));
    const auto sealed = m_vault->seal(kTable, m_name, "mark", plain, m_marks + 1);
    if (!sealed)
        return tl::unexpected(sealed.error());
    QFile file(headPath(m_folder, m_name));
    errno = 0;
    const bool open = file.open(QIODevice::ReadWrite | QIODevice::Unbuffered | QIODevice::ExistingOnly) &&
                      file.seek(m_headSize + m_marks * kMarkSize);
    auto done = open ? writeAll(file, *sealed) : Result<void>(tl::unexpected(ioError(file)));
    if (done)
        done = synced(file);
    if (done)
        ++m_marks;
    else
        keepMarks(m_marks);
    return done;
}

void PartialFile::rollBack()
{
    m_pending.clear();
    if (!m_data)
        return;
    if (m_data->size() != sealedSize(m_offset))
        m_data->resize(sealedSize(m_offset));
    m_data.reset();
}

Result<void> PartialFile::read(const std::function<Result<void>(const QByteArray&)>& take) const
{
    QFile file(dataPath(m_folder, m_name));
    if (m_offset > 0 && !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    for (qint64 at = 0; at < m_offset; at += kPiece) {
        const qint64 size = std::min(kPiece, m_offset - at) + kSealCost;
        const QByteArray sealed = file.read(size);
        const auto plain = m_vault->open(kTable, m_name, "piece", sealed, at / kPiece);
        if (!plain)
            return tl::unexpected(plain.error());
        if (auto taken = take(*plain); !taken)
            return taken;
    }
    return {};
}

} // namespace ow::center
