// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/cardreaderworker.h"

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

CardReaderWorker::CardReaderWorker(const QString& helper)
    : m_timer(this)
    , m_helper({helper}, this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { settle(fail(ErrorCode::ReaderFailed, QStringLiteral("the reader hangs"))); });
    connect(&m_helper, &pipe::HelperProcess::output, this, &CardReaderWorker::onOutput);
    connect(&m_helper, &pipe::HelperProcess::gone, this, &CardReaderWorker::onGone);
}

CardReaderWorker::~CardReaderWorker()
{
    settle(fail(ErrorCode::Cancelled));
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
    m_reader = {};
    m_helper.start(); // a fresh one: settle() drops each
    m_helper.write(frame(requestToJson(m_job->request)));
}

void CardReaderWorker::onOutput(const QByteArray& bytes)
{
    if (const auto fed = m_reader.feed(bytes); !fed) {
        settle(tl::unexpected(fed.error()));
        return;
    }
    if (const auto object = m_reader.take()) {
        settle(answerFromJson(*object));
    }
}

void CardReaderWorker::onGone(pipe::HelperProcess::Gone reason, int exitCode)
{
    settle(fail(ErrorCode::ReaderFailed,
                reason == pipe::HelperProcess::Gone::NotStarted
                    ? QStringLiteral("onewindow-device does not start")
                    : QStringLiteral("the reader's library ended its process (code %1)").arg(exitCode)));
}

void CardReaderWorker::settle(Result<IdCard> answer)
{
    m_timer.stop();
    m_stop.reset();
    m_helper.drop();
    if (auto job = std::exchange(m_job, std::nullopt)) {
        job->answer(std::move(answer));
    }
}

} // namespace ow::devices
