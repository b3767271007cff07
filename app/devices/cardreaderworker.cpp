// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/cardreaderworker.h"

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

CardReaderWorker::CardReaderWorker(QString helper)
    : m_helper(std::move(helper))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { settle(fail(ErrorCode::ReaderFailed, QStringLiteral("the reader hangs"))); });
}

CardReaderWorker::~CardReaderWorker()
{
    settle(fail(ErrorCode::Cancelled));
    for (QProcess* killed : findChildren<QProcess*>(QString(), Qt::FindDirectChildrenOnly)) {
        killed->waitForFinished(); // killed already, not yet reaped; on the reader's thread of its own
    }
}

void CardReaderWorker::begin(CardReaderJob job)
{
    m_job = std::move(job);
    ++m_request;
    if (m_job->stop.stop_requested()) {
        settle(fail(ErrorCode::Cancelled));
        return;
    }
    // A person stops it from another thread; the number keeps a late stop from hitting the next card.
    m_stop.emplace(m_job->stop, [this, request = m_request] {
        QMetaObject::invokeMethod(
            this,
            [this, request] {
                if (request == m_request) {
                    settle(fail(ErrorCode::Cancelled));
                }
            },
            Qt::QueuedConnection);
    });
    m_timer.start(m_job->timeout);
    startHelper();
}

void CardReaderWorker::startHelper()
{
    m_reader = {};
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_helper);
    // What a vendor's library prints may quote the card.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &CardReaderWorker::onOutput);
    connect(m_process.get(), &QProcess::finished, this, &CardReaderWorker::onGone);
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) { // `finished` is not emitted then
                onGone();
            }
        },
        Qt::QueuedConnection);
    m_process->start(QIODevice::ReadWrite | QIODevice::Unbuffered);
    m_process->write(frame(requestToJson(m_job->request)));
}

void CardReaderWorker::onOutput()
{
    if (const auto fed = m_reader.feed(m_process->readAllStandardOutput()); !fed) {
        settle(tl::unexpected(fed.error()));
        return;
    }
    if (const auto object = m_reader.take()) {
        settle(answerFromJson(*object));
    }
}

void CardReaderWorker::onGone()
{
    if (m_process && m_process->state() == QProcess::NotRunning) {
        const bool started = m_process->error() != QProcess::FailedToStart;
        settle(fail(ErrorCode::ReaderFailed,
                    started ? QStringLiteral("the reader's library ended its process (code %1)")
                                  .arg(m_process->exitCode())
                            : QStringLiteral("onewindow-device does not start")));
    }
}

/// Kills it and lets it go without waiting; it is reaped when the system says so.
void CardReaderWorker::dropHelper()
{
    if (!m_process) {
        return;
    }
    QProcess* process = m_process.release();
    process->disconnect(this);
    process->setParent(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill(); // also ends one that is stopped
}

void CardReaderWorker::settle(Result<IdCard> answer)
{
    m_timer.stop();
    m_stop.reset();
    dropHelper();
    if (auto job = std::exchange(m_job, std::nullopt)) {
        job->answer(std::move(answer));
    }
}

} // namespace ow::devices
