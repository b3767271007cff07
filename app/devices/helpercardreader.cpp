// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/helpercardreader.h"

#include "devices/cardreaderworker.h"

#include <QPromise>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

HelperCardReader::HelperCardReader(HelperCardReaderOptions options)
    : m_options(std::move(options))
    , m_worker(new CardReaderWorker(m_options.helper))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("card reader"));
    m_thread.start();
}

HelperCardReader::~HelperCardReader()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<IdCard>> HelperCardReader::read(std::stop_token stop)
{
    return ask(false, std::move(stop));
}

QFuture<Result<void>> HelperCardReader::probe()
{
    return ask(true, {}).then([](const Result<IdCard>& answer) -> Result<void> {
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        return {};
    });
}

QFuture<Result<IdCard>> HelperCardReader::ask(bool probeOnly, std::stop_token stop)
{
    if (m_busy->exchange(true)) {
        return QtFuture::makeReadyFuture(
            Result<IdCard>(fail(ErrorCode::NotAllowed, QStringLiteral("a card is being read"))));
    }
    auto promise = std::make_shared<QPromise<Result<IdCard>>>();
    promise->start();
    QFuture<Result<IdCard>> future = promise->future();
    CardReaderJob job;
    job.request = {m_options.table, probeOnly, static_cast<int>(m_options.patience.count())};
    job.timeout = m_options.grace + (probeOnly ? std::chrono::milliseconds::zero() : m_options.patience);
    job.stop = std::move(stop);
    job.answer = [promise, busy = m_busy](Result<IdCard> answer) {
        busy->store(false);
        promise->addResult(std::move(answer));
        promise->finish();
    };
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = std::move(job)]() mutable { worker->begin(std::move(job)); },
        Qt::QueuedConnection);
    return future;
}

} // namespace ow::devices
