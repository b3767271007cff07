// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sidecarwriter.h"

#include "ledger/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qsizetype kCopy = 256 * 1024;

} // namespace

SidecarWriter::SidecarWriter(QString file, QString device, qint64 maxBytes)
    : m_file(std::move(file))
    , m_device(std::move(device))
    , m_maxBytes(maxBytes)
{
}

SidecarWriter::~SidecarWriter()
{
    close();
}

void SidecarWriter::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

Result<void> SidecarWriter::failed(domain::Error error)
{
    close();
    return tl::unexpected(std::move(error));
}

Result<SidecarExtent> SidecarWriter::look()
{
    close();
    m_extent = {};
    // Never made here: where a disk is not mounted its folder must stay empty.
    if (!QFileInfo(QFileInfo(m_file).absolutePath()).isDir())
        return fail(ErrorCode::NotFound, QStringLiteral("sidecar.folder_missing"));
    auto found = walkSidecar(m_file);
    if (!found && found.error().code == ErrorCode::NotFound)
        return SidecarExtent();
    if (!found)
        return fail(ErrorCode::DatabaseFailed, found.error().detail);
    m_extent = *found;
    return found;
}

Result<void> SidecarWriter::writeAll(int descriptor, QByteArrayView bytes) const
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t some =
            ::write(descriptor, bytes.data() + written, static_cast<std::size_t>(bytes.size() - written));
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0)
            return tl::unexpected(fileError(errno, QStringLiteral("sidecar write")));
        written += some;
    }
    return {};
}

Result<void> SidecarWriter::copyTail(int to, qint64 from) const
{
    if (from >= m_extent.goodBytes)
        return {};
    QFile old(m_file);
    if (!old.open(QIODevice::ReadOnly) || !old.seek(from))
        return fail(ErrorCode::DatabaseFailed, QStringLiteral("sidecar read"));
    for (qint64 left = m_extent.goodBytes - from; left > 0;) {
        const QByteArray piece = old.read(std::min<qint64>(left, kCopy));
        if (piece.isEmpty())
            return fail(ErrorCode::DatabaseFailed, QStringLiteral("sidecar read"));
        if (auto done = writeAll(to, piece); !done)
            return done;
        left -= piece.size();
    }
    return {};
}

/// The file anew, with the frames from `keepFrom` on: written beside, synced, renamed over it.
Result<void> SidecarWriter::replaceBy(qint64 keepFrom)
{
    const QByteArray beside = QFile::encodeName(m_file + QStringLiteral(".new"));
    const int made =
        ::open(beside.constData(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0)
        return failed(fileError(errno, QStringLiteral("sidecar open")));
    const auto written =
        writeAll(made, sidecarHead(m_device)).and_then([&] { return copyTail(made, keepFrom); });
    if (!written || ::fsync(made) != 0 ||
        ::rename(beside.constData(), QFile::encodeName(m_file).constData()) != 0) {
        const domain::Error error =
            written ? fileError(errno, QStringLiteral("sidecar anew")) : written.error();
        ::close(made);
        ::unlink(beside.constData());
        return failed(error);
    }
    close();
    m_descriptor = made;
    if (auto synced = syncFolder(QFileInfo(m_file).absolutePath()); !synced)
        return failed(synced.error());
    return {};
}

Result<void> SidecarWriter::begin()
{
    m_extent = {};
    auto done = replaceBy(0);
    m_extent.goodBytes = sidecarHead(m_device).size();
    return done;
}

Result<void> SidecarWriter::openAt(qint64 end)
{
    m_descriptor = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_APPEND | O_CLOEXEC);
    if (m_descriptor < 0 || ::ftruncate(m_descriptor, end) != 0)
        return failed(fileError(errno, QStringLiteral("sidecar open")));
    return {};
}

Result<void> SidecarWriter::follow()
{
    close();
    return m_extent.goodBytes == 0 ? begin() : openAt(m_extent.goodBytes);
}

Result<void> SidecarWriter::append(qint64 seq, const QByteArray& frame)
{
    if (m_descriptor < 0)
        return fail(ErrorCode::DatabaseFailed, QStringLiteral("sidecar is not open"));
    if (m_extent.goodBytes + frame.size() > m_maxBytes)
        return failed({ErrorCode::DatabaseFull, QStringLiteral("sidecar.bound"), {}});
    if (auto done = writeAll(m_descriptor, frame); !done) {
        // Half a frame would pass for a torn end at the next look; better none.
        static_cast<void>(::ftruncate(m_descriptor, m_extent.goodBytes) == 0);
        return failed(done.error());
    }
    m_extent.starts.push_back(m_extent.goodBytes);
    m_extent.firstSeq = m_extent.firstSeq == 0 ? seq : m_extent.firstSeq;
    m_extent.lastSeq = seq;
    m_extent.goodBytes += frame.size();
    return {};
}

Result<void> SidecarWriter::sync()
{
    struct stat there = {};
    if (m_descriptor < 0 || ::fsync(m_descriptor) != 0 || ::fstat(m_descriptor, &there) != 0)
        return failed(fileError(errno, QStringLiteral("sidecar sync")));
    // Somebody has taken the file away under us: what is written now is nowhere.
    if (there.st_nlink == 0)
        return failed({ErrorCode::DatabaseFailed, QStringLiteral("sidecar.removed"), {}});
    return {};
}

qint64 SidecarWriter::bytesUpTo(qint64 seq) const
{
    if (m_extent.starts.empty() || seq < m_extent.firstSeq)
        return 0;
    const qint64 end = seq >= m_extent.lastSeq
                           ? m_extent.goodBytes
                           : m_extent.starts[static_cast<std::size_t>(seq + 1 - m_extent.firstSeq)];
    return end - m_extent.starts.front();
}

Result<void> SidecarWriter::dropUpTo(qint64 seq)
{
    const qint64 gone = bytesUpTo(seq);
    if (gone == 0 || m_descriptor < 0)
        return {};
    const qint64 keepFrom = m_extent.starts.front() + gone;
    if (auto done = replaceBy(keepFrom); !done)
        return done;
    const auto kept = std::ranges::lower_bound(m_extent.starts, keepFrom);
    m_extent.starts.erase(m_extent.starts.begin(), kept);
    for (qint64& start : m_extent.starts)
        start -= gone;
    m_extent.goodBytes -= gone;
    m_extent.firstSeq = m_extent.starts.empty() ? 0 : seq + 1;
    m_extent.lastSeq = m_extent.starts.empty() ? 0 : m_extent.lastSeq;
    return {};
}

} // namespace ow::ledger
