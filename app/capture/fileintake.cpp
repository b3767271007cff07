// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/fileintake.h"

#include "capture/helperclient.h"
#include "capture/intakequeue.h"

#include <QFileInfo>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// A file name is written by a stranger: direction overrides make "gpj.exe" of "exe.jpg", line breaks break
/// lists.
QString shownTitle(const QString& name)
{
    constexpr qsizetype kLongest = 120;
    QString shown;
    for (const QChar c : name) {
        const auto category = c.category();
        if (category != QChar::Other_Control && category != QChar::Other_Format &&
            category != QChar::Separator_Line && category != QChar::Separator_Paragraph) {
            shown += c;
        }
    }
    shown.truncate(kLongest);
    if (!shown.isEmpty() && shown.back().isHighSurrogate()) {
        shown.chop(1);
    }
    return shown;
}

} // namespace

FileIntake::FileIntake(FileIntakeOptions options, QObject* parent)
    : QObject(parent)
    , m_queue(std::make_shared<IntakeQueue>(options.maxWaiting, options.maxWaitingBytes))
    , m_client(std::make_unique<HelperClient>(std::move(options), m_queue).release())
{
    m_thread.setObjectName(QStringLiteral("capture"));
    m_client->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
    connect(m_client, &HelperClient::helperStarted, this, &FileIntake::helperStarted, Qt::DirectConnection);
    m_thread.start();
}

FileIntake::~FileIntake()
{
    stop();
}

void FileIntake::stop()
{
    if (!m_thread.isRunning()) {
        return; // the client went with it
    }
    m_client->stopReading();
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<ExaminedFile>> FileIntake::examineFile(const QString& path, std::stop_token stop)
{
    return enqueue(path, {}, QFileInfo(path).fileName(), std::move(stop));
}

QFuture<Result<ExaminedFile>> FileIntake::examineBytes(QByteArray bytes, const QString& title,
                                                       std::stop_token stop)
{
    return enqueue({}, std::move(bytes), title, std::move(stop));
}

QFuture<Result<ExaminedFile>> FileIntake::enqueue(const QString& path, QByteArray bytes, const QString& title,
                                                  std::stop_token stop)
{
    auto job = std::make_unique<IntakeJob>(path, std::move(bytes), shownTitle(title), std::move(stop));
    QFuture<Result<ExaminedFile>> future = job->future();
    if (m_queue->push(job)) {
        QMetaObject::invokeMethod(m_client, &HelperClient::pump, Qt::QueuedConnection);
    } else {
        job->answer(fail(ErrorCode::NotAllowed, QStringLiteral("too many files are waiting")));
    }
    return future;
}

int FileIntake::waiting() const
{
    return m_queue->size();
}

} // namespace ow::capture
