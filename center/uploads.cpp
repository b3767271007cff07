// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/uploads.h"

#include "center/privatefile.h"

#include <QDir>
#include <QFile>

#include <sys/statvfs.h>

#include <vector>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kQuotaWaitMs = 60'000;

Problem waiting(int status, QLatin1StringView cls)
{
    return {status, cls, {}, {}, true, kQuotaWaitMs, {}};
}

} // namespace

/// One unfinished upload. Lock order: never m_mutex of Uploads while `work` is waited for.
class Upload
{
public:
    explicit Upload(PartialFile given)
        : head(given.head())
        , file(std::move(given))
        , offset(file.offset())
        , touchedAt(file.touchedAt())
    {
    }

    const UploadHead head;
    std::mutex work; ///< whoever touches the files
    PartialFile file;
    std::atomic<qint64> offset;
    std::atomic<qint64> touchedAt;
    std::atomic<quint64> turn{0};  ///< of the newest claim
    std::atomic<bool> gone{false}; ///< its files are
    std::function<void()> close;   ///< the newest claim's connection; under m_mutex of Uploads
};

UploadClaim::UploadClaim(Uploads& uploads, std::shared_ptr<Upload> upload, qint64 from, quint64 turn)
    : m_uploads(uploads)
    , m_upload(std::move(upload))
    , m_from(from)
    , m_turn(turn)
    , m_lastAt(m_upload->touchedAt)
{
}

UploadClaim::~UploadClaim()
{
    onOvertaken({});
    if (m_ended || !m_begun)
        return;
    // The line was cut. TLS has vouched for every byte of the pieces, and the whole is hashed in the end.
    const std::lock_guard lock(m_upload->work);
    if (isOvertaken())
        return;
    if (m_upload->file.commit(m_lastAt))
        m_upload->offset = m_upload->file.offset();
}

void UploadClaim::onOvertaken(std::function<void()> close)
{
    {
        const std::lock_guard lock(m_uploads.m_mutex);
        if (!isOvertaken()) {
            m_upload->close = std::move(close);
            return;
        }
    }
    if (close)
        close();
}

bool UploadClaim::isOvertaken() const
{
    return m_upload->turn != m_turn || m_upload->gone;
}

Result<void> UploadClaim::begin()
{
    // Whoever held the files before may have taken one more chunk while this was let in.
    if (m_upload->file.offset() != m_from)
        return fail(ErrorCode::Cancelled, u"overtaken"_s);
    m_begun = true;
    return m_upload->file.begin();
}

Result<void> UploadClaim::append(QByteArrayView bytes)
{
    const std::lock_guard lock(m_upload->work);
    if (isOvertaken())
        return fail(ErrorCode::Cancelled, u"overtaken"_s);
    auto done = m_begun ? Result<void>() : begin();
    return done ? m_upload->file.append(bytes) : done;
}

Result<void> UploadClaim::commit(qint64 now)
{
    onOvertaken({}); // from here on it is brought to its end
    const std::lock_guard lock(m_upload->work);
    if (isOvertaken())
        return fail(ErrorCode::Cancelled, u"overtaken"_s);
    m_ended = true;
    if (!m_begun)
        return {};
    auto done = m_upload->file.commit(now);
    if (!done) {
        m_upload->file.rollBack();
        return done;
    }
    m_upload->offset = m_upload->file.offset();
    m_upload->touchedAt = now;
    return {};
}

void UploadClaim::rollBack()
{
    onOvertaken({});
    const std::lock_guard lock(m_upload->work);
    m_ended = true;
    if (m_begun && !isOvertaken())
        m_upload->file.rollBack();
}

Result<void> UploadClaim::read(const std::function<Result<void>(const QByteArray&)>& take) const
{
    const std::lock_guard lock(m_upload->work);
    if (m_upload->gone)
        return fail(ErrorCode::Cancelled, u"ended"_s);
    return m_upload->file.read(take);
}

const UploadHead& UploadClaim::head() const
{
    return m_upload->head;
}

UploadState UploadClaim::state() const
{
    return {m_upload->offset, m_upload->head.length, false};
}

Uploads::Uploads(QString folder, const Vault& vault, const UploadLimits& limits)
    : m_folder(std::move(folder))
    , m_vault(vault)
    , m_limits(limits)
{
}

Result<std::unique_ptr<Uploads>> Uploads::open(const QString& folder, const Vault& vault,
                                               const UploadLimits& limits)
{
    if (const auto made = makePrivateFolder(folder); !made)
        return tl::unexpected(made.error());
    std::unique_ptr<Uploads> uploads(new Uploads(folder, vault, limits));
    uploads->loadAll();
    return uploads;
}

void Uploads::loadAll()
{
    QStringList names;
    for (const QFileInfo& file : QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (!names.contains(file.baseName()))
            names << file.baseName();
    }
    for (const QString& name : names) {
        auto file = PartialFile::load(m_folder, name, m_vault);
        if (file && nameOf(file->head().device, file->head().blob) == name)
            m_all.insert(name, std::make_shared<Upload>(std::move(*file)));
        else
            PartialFile::remove(m_folder, name);
    }
}

QString Uploads::nameOf(const QString& device, const QString& blob) const
{
    return QString::fromLatin1(m_vault.mac("upload", (device + u'\n' + blob).toUtf8()).toHex());
}

bool Uploads::hasRoom(qint64 bytes) const
{
    struct statvfs disk
    {
    };

    if (::statvfs(QFile::encodeName(m_folder).constData(), &disk) != 0)
        return true; // the write will tell
    const auto free = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
    return free - bytes >= m_limits.freeFloor;
}

/// Under m_mutex.
std::optional<Problem> Uploads::refusal(const UploadHead& head) const
{
    int count = 0;
    qint64 own = 0;
    qint64 all = 0;
    for (const auto& upload : m_all) {
        const bool same = upload->head.device == head.device;
        count += same ? 1 : 0;
        own += same ? upload->head.length : 0;
        all += upload->head.length;
    }
    if (head.length > m_limits.whole)
        return Problem{413, "too_large"_L1, {}, u"Upload-Length"_s, false, 0, {}};
    if (count >= m_limits.perDevice || own + head.length > m_limits.bytesPerDevice)
        return waiting(429, "upload_quota"_L1);
    if (all + head.length > m_limits.bytesInAll)
        return waiting(503, "uploads_full"_L1);
    // Twice: at the end the whole stands beside its pieces for a moment.
    if (!hasRoom(2 * head.length))
        return waiting(507, "no_space"_L1);
    return std::nullopt;
}

Answer<UploadState> Uploads::make(const UploadHead& head)
{
    const QString name = nameOf(head.device, head.blob);
    const std::lock_guard making(m_making);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_all.value(name)) {
            if (found->head.length != head.length || found->head.sm3 != head.sm3)
                return tl::unexpected(Problem{409, "blob_conflict"_L1, {}, u"X-Blob-Id"_s, false, 0, {}});
            return UploadState{found->offset, head.length, false};
        }
        if (auto refused = refusal(head))
            return tl::unexpected(std::move(*refused));
    }
    auto file = PartialFile::make(m_folder, name, m_vault, head);
    if (!file)
        return tl::unexpected(file.error().code == ErrorCode::DatabaseFull ? waiting(507, "no_space"_L1)
                                                                           : problemOf(file.error()));
    const std::lock_guard lock(m_mutex);
    m_all.insert(name, std::make_shared<Upload>(std::move(*file)));
    return UploadState{0, head.length, true};
}

std::optional<UploadState> Uploads::find(const QString& device, const QString& blob) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_all.value(nameOf(device, blob));
    return found ? std::optional(UploadState{found->offset, found->head.length, false}) : std::nullopt;
}

Answer<std::unique_ptr<UploadClaim>> Uploads::claim(const QString& device, const QString& blob, qint64 from,
                                                    qint64 size)
{
    if (size > m_limits.maxChunk)
        return tl::unexpected(Problem{413, "too_large"_L1, {}, u"Content-Length"_s, false, 0, {}});
    if (!hasRoom(size))
        return tl::unexpected(waiting(507, "no_space"_L1));
    std::function<void()> older;
    std::unique_ptr<UploadClaim> claim;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_all.value(nameOf(device, blob));
        if (!found)
            return tl::unexpected(Problem{404, "not_found"_L1, {}, {}, false, 0, {}});
        if (from != found->offset)
            return tl::unexpected(offsetMismatch(found->offset));
        const bool last = from + size == found->head.length;
        const bool isChunk = size >= m_limits.minChunk && size % m_limits.minChunk == 0;
        if (from + size > found->head.length || (!last && !isChunk))
            return malformed(u"no chunk of this upload"_s, u"Content-Length"_s);
        older = std::exchange(found->close, {});
        claim = std::make_unique<UploadClaim>(*this, found, from, ++found->turn);
    }
    if (older)
        older();
    return claim;
}

void Uploads::remove(const QString& device, const QString& blob)
{
    drop(nameOf(device, blob));
}

void Uploads::drop(const QString& name)
{
    const std::lock_guard making(m_making); // a new one of the same name begins when the old files are away
    std::function<void()> close;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_all.take(name);
        if (!found)
            return;
        found->gone = true;
        close = std::exchange(found->close, {});
    }
    if (close)
        close();
    // Not waited for: who still reads or writes does so in files without a name, and is told at its next
    // step.
    PartialFile::remove(m_folder, name);
}

int Uploads::sweep(qint64 now)
{
    std::vector<QString> old;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_all.cbegin(); it != m_all.cend(); ++it) {
            if (now - it.value()->touchedAt > m_limits.maxAgeMs)
                old.push_back(it.key());
        }
    }
    for (const QString& name : old)
        drop(name);
    return static_cast<int>(old.size());
}

Problem offsetMismatch(qint64 offset)
{
    return {409, "offset_mismatch"_L1, {}, u"Upload-Offset"_s, false, 0, {{u"upload_offset"_s, offset}}};
}

} // namespace ow::center
