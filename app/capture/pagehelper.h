// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/filelimits.h"
#include "capture/pagework.h"
#include "capture/wire.h"
#include "domain/result.h"

#include <QImage>
#include <QProcess>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>

namespace ow::capture {

struct PageHelperOptions
{
    QString helper; ///< path of onewindow-capture
    FileLimits limits = {};
    std::chrono::milliseconds timeout = std::chrono::seconds(20); ///< per page, start of the helper included
};

/// One page ready for a PDF: its description, and its packed pixels when it cannot go in as it is stored.
struct PageEmbedding
{
    PageImage image;
    QByteArray packed;
};

/// Asks a helper process of its own about pages of stored files, one at a time, and waits for the answer: for
/// a thread that may wait (PageWorkshop). The process starts with the first question and is replaced when it
/// crashed or hung.
///
/// Errors: those a file is refused for, InvalidInput (no such page), HelperCrashed, HelperTimeout, Cancelled.
class PageHelper
{
public:
    explicit PageHelper(PageHelperOptions options);
    ~PageHelper();
    Q_DISABLE_COPY_MOVE(PageHelper)

    /// On white, RGB888, no larger than `box`.
    [[nodiscard]] domain::Result<QImage> draw(const QByteArray& file, int page, QSize box);
    [[nodiscard]] domain::Result<PageLook> look(const QByteArray& file, int page);
    /// FileWrongType for a PDF: those are never taken apart.
    [[nodiscard]] domain::Result<PageEmbedding> embed(const QByteArray& file, int page);

    /// Ends the process; the next question starts another.
    void rest();

    /// From any thread: what is under way ends soon with Cancelled, and so does everything after it.
    void close() { m_closing = true; }

    [[nodiscard]] qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    [[nodiscard]] domain::Result<Message> ask(PageRequest request, const QByteArray& file,
                                              qint64 maxAnswerBytes);
    [[nodiscard]] domain::Result<Message> exchange(const QJsonObject& head, const QByteArray& file,
                                                   qint64 maxAnswerBytes);
    void start();

    const PageHelperOptions m_options;
    std::unique_ptr<QProcess> m_process;
    std::atomic<bool> m_closing = false;
    qint64 m_request = 0;
};

} // namespace ow::capture
