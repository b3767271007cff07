// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/helpercardreader.h"

#include "devices/cardreaderworker.h"

#include <utility>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// The promise of an answer, which it keeps whatever happens: a question that is dropped answers Cancelled.
class Reply
{
public:
    explicit Reply(std::shared_ptr<std::atomic<bool>> busy)
        : m_busy(std::move(busy))
    {
        m_promise.start();
    }

    ~Reply() { answer(fail(ErrorCode::Cancelled)); }

    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;

    [[nodiscard]] QFuture<Result<IdCard>> future() const { return m_promise.future(); }

    void answer(Result<IdCard> result)
    {
        if (!std::exchange(m_answered, true)) {
            m_busy->store(false);
            m_promise.addResult(std::move(result));
            m_promise.finish();
        }
    }

private:
    std::shared_ptr<std::atomic<bool>> m_busy;
    QPromise<Result<IdCard>> m_promise;
    bool m_answered = false;
};

} // namespace

HelperCardReader::HelperCardReader(HelperCardReaderOptions options)
    : m_options(std::move(options))
    , m_worker(new CardReaderWorker(m_options.helper))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_gone.start();
    QObject::connect(
        m_worker, &QObject::destroyed, &m_thread, [this] { m_gone.finish(); }, Qt::DirectConnection);
    m_thread.setObjectName(QStringLiteral("card reader"));
    m_thread.start();
}

HelperCardReader::~HelperCardReader()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<void> HelperCardReader::retire()
{
    m_thread.quit();
    return m_gone.future();
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
    const auto reply = std::make_shared<Reply>(m_busy);
    QFuture<Result<IdCard>> future = reply->future();
    CardReaderJob job;
    job.request = {m_options.table, probeOnly, static_cast<int>(m_options.patience.count())};
    job.timeout = m_options.grace + (probeOnly ? std::chrono::milliseconds::zero() : m_options.patience);
    job.stop = std::move(stop);
    job.answer = [reply](Result<IdCard> answer) { reply->answer(std::move(answer)); };
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = std::move(job)]() mutable { worker->begin(std::move(job)); },
        Qt::QueuedConnection);
    return future;
}

} // namespace ow::devices
