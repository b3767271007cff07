// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helperclient.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kReadChunk = qint64(1) << 20;

tl::unexpected<domain::Error> unreadable(const QString& detail)
{
    return fail(ErrorCode::FileUnreadable, detail);
}

Result<void> checkSize(qint64 size, const FileLimits& limits)
{
    if (size > limits.maxBytes) {
        return fail(
            ErrorCode::FileTooLarge,
            u"more than %1 MiB"_s.arg(limits.maxBytes >> 20)); // the real size says nothing more to anyone
    }
    if (size == 0) {
        return fail(ErrorCode::FileTruncated, u"the file is empty"_s);
    }
    return {};
}

} // namespace

HelperClient::HelperClient(FileIntakeOptions options, std::shared_ptr<IntakeQueue> queue)
    : m_options(std::move(options))
    , m_queue(std::move(queue))
    , m_timer(this)
    , m_helper({m_options.helper}, this)
    , m_reader(maxAnswerBytes(m_options.limits))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_options.timeout);
    connect(&m_timer, &QTimer::timeout, this, &HelperClient::onTimeout);
    connect(&m_helper, &pipe::HelperProcess::output, this, &HelperClient::onOutput);
    connect(&m_helper, &pipe::HelperProcess::gone, this, &HelperClient::onHelperGone);
    connect(&m_helper, &pipe::HelperProcess::started, this, &HelperClient::helperStarted);
}

HelperClient::~HelperClient()
{
    m_stopCallback.reset();
    m_helper.drop();
    while (m_queue->pop()) {
    } // each says Cancelled as it goes
}

void HelperClient::pump()
{
    while (!m_job && !m_closing) {
        std::unique_ptr<IntakeJob> job = m_queue->pop();
        if (!job) {
            return;
        }
        begin(std::move(job));
    }
}

void HelperClient::begin(std::unique_ptr<IntakeJob> job)
{
    if (job->stop.stop_requested()) {
        job->answer(fail(ErrorCode::Cancelled));
        return;
    }
    if (!job->path.isEmpty()) {
        Result<QByteArray> bytes = readFile(*job);
        if (!bytes) {
            job->answer(tl::unexpected(bytes.error()));
            return;
        }
        job->bytes = std::move(*bytes);
    }
    const Result<void> fits = checkSize(job->bytes.size(), m_options.limits);
    if (!fits) {
        job->answer(tl::unexpected(fits.error()));
        return;
    }
    m_job = std::move(job);
    ++m_request;
    // A person may stop it from another thread; the request number keeps a late stop from hitting the next
    // file.
    m_stopCallback.emplace(m_job->stop, [this, request = m_request] {
        QMetaObject::invokeMethod(
            this, [this, request] { onStop(request); }, Qt::QueuedConnection);
    });
    m_timer.start();
    send();
}

/// All of the file, or an error when it is too large, not a plain file, or changes while being read.
Result<QByteArray> HelperClient::readFile(const IntakeJob& job) const
{
    // Opening a pipe or a device could wait for ever.
    if (!QFileInfo(job.path).isFile()) {
        return unreadable(u"no such file, or not a plain one"_s);
    }
    QFile file(job.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unreadable(u"cannot be opened (file error %1)"_s.arg(int(file.error())));
    }
    const qint64 size = file.size();
    const QDateTime changed = file.fileTime(QFileDevice::FileModificationTime);
    const Result<void> fits = checkSize(size, m_options.limits);
    if (!fits) {
        return tl::unexpected(fits.error());
    }
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    qint64 read = 0;
    while (read < size) {
        if (m_closing || job.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled);
        }
        const qint64 got = file.read(bytes.data() + read, std::min(kReadChunk, size - read));
        if (got <= 0) {
            return unreadable(u"the disk gives fewer bytes than the file has"_s);
        }
        read += got;
    }
    file.close();
    const QFileInfo after(job.path);
    if (after.size() != size || after.lastModified() != changed) {
        return unreadable(u"it changed while being read"_s);
    }
    return bytes;
}

void HelperClient::send()
{
    if (!m_helper.isThere()) {
        m_reader = MessageReader(maxAnswerBytes(m_options.limits));
        m_helper.start();
    }
    const QJsonObject head = requestHead({m_request, m_options.limits});
    m_helper.write(messageStart(head, m_job->bytes.size()));
    m_helper.write(m_job->bytes); // shared with the job, not copied
}

void HelperClient::onOutput(const QByteArray& bytes)
{
    if (const Result<void> read = m_reader.feed(bytes); !read) {
        settleWithoutHelper(ErrorCode::HelperCrashed, read.error().detail);
        return;
    }
    const std::optional<Message> message = m_reader.take();
    if (!message) {
        return;
    }
    if (!m_job) {
        m_helper.drop(); // it speaks without being asked
        return;
    }
    Result<Findings> findings = readAnswer(*message, m_request, m_options.limits);
    if (!findings && findings.error().code == ErrorCode::HelperCrashed) {
        settleWithoutHelper(findings.error().code, findings.error().detail);
        return;
    }
    settle(std::move(findings));
}

void HelperClient::onHelperGone(pipe::HelperProcess::Gone reason, int exitCode)
{
    if (m_job) {
        settle(fail(ErrorCode::HelperCrashed,
                    reason == pipe::HelperProcess::Gone::NotStarted
                        ? u"the helper does not start"_s
                        : u"the helper ended in the middle (code %1)"_s.arg(exitCode)));
    }
}

void HelperClient::onTimeout()
{
    settleWithoutHelper(ErrorCode::HelperTimeout, u"no answer within %1 ms"_s.arg(m_options.timeout.count()));
}

void HelperClient::onStop(qint64 request)
{
    if (m_job && request == m_request) {
        settleWithoutHelper(ErrorCode::Cancelled, {});
    }
}

void HelperClient::settleWithoutHelper(ErrorCode code, const QString& detail)
{
    m_helper.drop();
    settle(fail(code, detail));
}

void HelperClient::settle(Result<Findings> findings)
{
    m_timer.stop();
    m_stopCallback.reset();
    if (const std::unique_ptr<IntakeJob> job = std::exchange(m_job, nullptr)) {
        if (findings) {
            job->answer(ExaminedFile{std::exchange(job->bytes, {}), findings->kind, mimeOf(findings->kind),
                                     job->title, std::move(findings->pages), findings->damaged});
        } else {
            job->answer(tl::unexpected(findings.error()));
        }
    }
    // Not from here: a row of files that all fail must not grow the stack.
    QMetaObject::invokeMethod(this, &HelperClient::pump, Qt::QueuedConnection);
}

} // namespace ow::capture
