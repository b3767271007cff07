// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pagehelper.h"

#include "pipe/helperprocess.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <cstring>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kSliceMs = 200; // how soon a closing is noticed
constexpr qint64 kBytesPerPixel = 3;

tl::unexpected<domain::Error> nonsense(const char* what)
{
    return fail(ErrorCode::HelperCrashed, u"the helper answers nonsense: "_s + QLatin1StringView(what));
}

/// Copied line by line: QImage pads its rows, the wire does not.
Result<QImage> imageOf(const Message& message, QSize box)
{
    const int width = message.head["width"_L1].toInt();
    const int height = message.head["height"_L1].toInt();
    if (width < 1 || height < 1 || width > box.width() || height > box.height() ||
        message.body.size() != qsizetype(width) * height * kBytesPerPixel) {
        return nonsense("the size of a picture");
    }
    QImage image(width, height, QImage::Format_RGB888);
    const auto row = std::size_t(width) * kBytesPerPixel;
    for (int y = 0; y < height && !image.isNull(); ++y) {
        std::memcpy(image.scanLine(y), message.body.constData() + std::size_t(y) * row, row);
    }
    return image;
}

} // namespace

PageHelper::PageHelper(PageHelperOptions options)
    : m_options(std::move(options))
{
}

PageHelper::~PageHelper()
{
    rest();
}

void PageHelper::rest()
{
    if (m_process) {
        m_process->kill();            // it holds nothing that could be lost
        m_process->waitForFinished(); // on a thread of its own
        m_process.reset();
    }
}

void PageHelper::start()
{
    m_process = std::make_unique<QProcess>();
    pipe::startAsHelper(*m_process, {m_options.helper});
}

Result<Message> PageHelper::exchange(const QJsonObject& head, const QByteArray& file, qint64 maxAnswerBytes)
{
    const QDeadlineTimer deadline(m_options.timeout);
    if (!m_process) {
        start();
        if (!m_process->waitForStarted(int(deadline.remainingTime()))) {
            return fail(ErrorCode::HelperCrashed, u"the helper does not start"_s);
        }
    }
    MessageReader reader(maxAnswerBytes);
    m_process->write(messageStart(head, file.size()));
    m_process->write(file); // shared, not copied
    for (;;) {
        const bool more = m_process->waitForReadyRead(
            int(std::clamp<qint64>(deadline.remainingTime(), 0, kSliceMs))); // writes meanwhile
        if (m_closing) {
            return fail(ErrorCode::Cancelled);
        }
        if (!more && m_process->state() == QProcess::NotRunning) {
            return fail(ErrorCode::HelperCrashed, u"the helper ended in the middle"_s);
        }
        if (const auto fed = reader.feed(m_process->readAllStandardOutput()); !fed) {
            return fail(ErrorCode::HelperCrashed, fed.error().detail);
        }
        if (std::optional<Message> message = reader.take()) {
            return std::move(*message);
        }
        if (deadline.hasExpired()) {
            return fail(ErrorCode::HelperTimeout, u"no answer within %1 ms"_s.arg(m_options.timeout.count()));
        }
    }
}

Result<Message> PageHelper::ask(PageRequest request, const QByteArray& file, qint64 maxAnswerBytes)
{
    if (m_closing) {
        return fail(ErrorCode::Cancelled);
    }
    if (file.size() > m_options.limits.maxBytes) {
        return fail(ErrorCode::FileTooLarge);
    }
    request.id = ++m_request;
    request.maxPagePixels = m_options.limits.maxPagePixels;
    Result<Message> message = exchange(pageRequestHead(request), file, maxAnswerBytes);
    if (message && message->head["id"_L1].toInteger(-1) != request.id) {
        message = nonsense("another request's number");
    }
    if (!message) {
        rest(); // whatever state it is in
        return message;
    }
    if (message->head.contains("error"_L1)) {
        if (const auto refusal = readRefusal(message->head)) {
            return tl::unexpected(*refusal);
        }
        rest();
        return nonsense("a reason that is none");
    }
    return message;
}

Result<QImage> PageHelper::draw(const QByteArray& file, int page, QSize box)
{
    const QSize fits = box.boundedTo(kLargestDrawing).expandedTo(QSize(1, 1));
    const qint64 most = qint64(fits.width()) * fits.height() * kBytesPerPixel;
    return ask({0, PageTask::Draw, page, fits, 0}, file, most).and_then([fits](const Message& message) {
        return imageOf(message, fits);
    });
}

Result<PageLook> PageHelper::look(const QByteArray& file, int page)
{
    return ask({0, PageTask::Look, page, QSize(1, 1), 0}, file, 0)
        .and_then([](const Message& message) -> Result<PageLook> {
            const auto look = lookFromJson(message.head);
            return look ? Result<PageLook>(*look) : nonsense("how a page looks");
        });
}

Result<PageEmbedding> PageHelper::embed(const QByteArray& file, int page)
{
    return ask({0, PageTask::Embed, page, QSize(1, 1), 0}, file, kMostPacked)
        .and_then([&file](const Message& message) -> Result<PageEmbedding> {
            auto image = pageImageFromJson(message.head, file.size());
            if (!image || image->runs.empty() == message.body.isEmpty()) {
                return nonsense("how a page is embedded");
            }
            return PageEmbedding{std::move(*image), message.body};
        });
}

} // namespace ow::capture
