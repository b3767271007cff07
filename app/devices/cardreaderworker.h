// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/devicewire.h"
#include "pipe/helperprocess.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace ow::devices {

/// One question for the helper. `answer` is called exactly once, on the worker's thread.
struct CardReaderJob
{
    ReaderRequest request;
    std::chrono::milliseconds timeout{0};
    std::stop_token stop;
    std::function<void(domain::Result<IdCard>)> answer;
};

/// The half of HelperCardReader that lives on its own thread: starts the helper, waits for its answer, its
/// end, the end of the time, or a person who stops it.
class CardReaderWorker : public QObject
{
    Q_OBJECT

public:
    explicit CardReaderWorker(const QString& helper);
    ~CardReaderWorker() override;

    void begin(CardReaderJob job); ///< the one before must have been answered

private:
    using StopCallback = std::stop_callback<std::function<void()>>;

    void onOutput(const QByteArray& bytes);
    void onGone(pipe::HelperProcess::Gone reason, int exitCode);
    void settle(domain::Result<IdCard> answer);

    QTimer m_timer;
    pipe::HelperProcess m_helper;
    FrameReader m_reader;
    std::optional<CardReaderJob> m_job;
    std::optional<StopCallback> m_stop;
    quint64 m_request = 0;
};

} // namespace ow::devices
