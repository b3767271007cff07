// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scanrun.h"

#include "capture/helper/pageink.h"
#include "capture/helper/scanencoder.h"
#include "capture/helper/scanpreview.h"
#include "capture/helper/shrink.h"

#include <QElapsedTimer>

#include <algorithm>
#include <bit>
#include <chrono>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr std::size_t kPiece = std::size_t(64) << 10;
constexpr qint64 kProgressEveryMs = 100;

/// Bytes of a line that are pixels; what a driver pads it with comes behind.
std::size_t lineBytes(const ScanFrame& frame)
{
    const auto width = std::size_t(frame.width);
    if (frame.mode == ScanMode::BlackWhite) {
        return (width + 7) / 8;
    }
    return width * (frame.mode == ScanMode::Colour ? 3 : 1) * (frame.wide ? 2 : 1);
}

Result<void> checkFrame(const ScanFrame& frame, const ScanLimits& limits)
{
    if (frame.width <= 0 || frame.lines == 0 || frame.bytesPerLine < qsizetype(lineBytes(frame))) {
        return fail(ErrorCode::ScannerUnsupported, QStringLiteral("the driver describes no page"));
    }
    if (qint64(frame.width) * std::max(frame.lines, 1) > limits.maxPagePixels) {
        return fail(ErrorCode::ScanPageTooLarge, QStringLiteral("too many pixels"));
    }
    return {};
}

/// Cuts what the driver gives into lines and takes each where it is wanted.
class PageBuilder
{
public:
    PageBuilder(const ScanFrame& frame, const ScanLimits& limits)
        : m_frame(frame)
        , m_limits(limits)
        , m_encoder(PageEncoder::make(frame, int(limits.maxPagePixels / frame.width), limits.maxPageBytes))
        , m_preview(frame)
    {
        m_line.reserve(std::size_t(frame.bytesPerLine));
    }

    void add(std::span<const uchar> piece)
    {
        const auto whole = std::size_t(m_frame.bytesPerLine);
        while (!piece.empty()) {
            const std::size_t part = std::min(whole - m_line.size(), piece.size());
            m_line.insert(m_line.end(), piece.begin(), piece.begin() + std::ptrdiff_t(part));
            piece = piece.subspan(part);
            if (m_line.size() == whole) {
                addLine();
            }
        }
    }

    [[nodiscard]] int lines() const { return m_lines; }

    /// White up to the length that was announced.
    [[nodiscard]] ScannedPage finish()
    {
        ScannedPage page;
        page.incomplete = m_lines < m_frame.lines || !m_line.empty();
        m_line.assign(std::size_t(m_frame.bytesPerLine), m_frame.mode == ScanMode::BlackWhite ? 0 : 255);
        const std::vector<uchar> white = m_line;
        while (m_lines < m_frame.lines) {
            addLine();
            m_line = white;
        }
        page.bytes = m_encoder->finish();
        page.mime = m_encoder->mime();
        page.size = QSize(m_frame.width, m_lines);
        page.dpi = m_frame.dpi;
        const QImage preview = m_preview.finish();
        page.thumbnail = shrunk(preview, m_limits.thumbnail);
        const PageLook look = lookAt(preview);
        page.blankHint = look.blank;
        page.skewHint = look.suggestsLevelling() ? look.skew : 0;
        return page;
    }

private:
    void addLine()
    {
        if (m_frame.lines > 0 && m_lines == m_frame.lines) {
            m_line.clear(); // more than announced: some drivers round up
            return;
        }
        if (m_frame.wide) {
            keepHighBytes();
        }
        const std::span<const uchar> line(m_line);
        m_encoder->addLine(line);
        m_preview.addLine(line);
        m_line.clear();
        ++m_lines;
    }

    void keepHighBytes()
    {
        const std::size_t high = std::endian::native == std::endian::little ? 1 : 0;
        for (std::size_t i = 0; i < m_line.size() / 2; ++i) {
            m_line[i] = m_line[i * 2 + high];
        }
    }

    const ScanFrame m_frame;
    const ScanLimits m_limits;
    std::unique_ptr<PageEncoder> m_encoder;
    ScanPreview m_preview;
    std::vector<uchar> m_line;
    int m_lines = 0;
};

/// Reads until the page ends, the client cancels or the driver fails. What is said about progress is a sign
/// of life, so nothing is said while nothing comes.
Result<void> readLines(ScanDriver& driver, ScanLink& link, ScanProgress progress, PageBuilder& builder)
{
    std::vector<uchar> piece(kPiece);
    QElapsedTimer since;
    since.start();
    link.say(scanProgressHead(progress));
    for (;;) {
        if (link.cancelled()) {
            return fail(ErrorCode::Cancelled);
        }
        const auto count = driver.read(piece);
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (!*count) {
            return {};
        }
        if (**count == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5)); // a process of its own, nobody waits
        }
        builder.add(std::span(piece).first(std::size_t(**count)));
        if (builder.lines() > progress.lines && since.elapsed() >= kProgressEveryMs) {
            since.start();
            progress.lines = builder.lines();
            link.say(scanProgressHead(progress));
        }
    }
}

/// None when no sheet is left.
Result<std::optional<ScannedPage>> scanPage(ScanDriver& driver, ScanLink& link, const ScanLimits& limits,
                                            int number)
{
    const auto frame = driver.startPage();
    if (!frame) {
        return tl::unexpected(frame.error());
    }
    if (!*frame) {
        return std::nullopt;
    }
    if (const Result<void> fits = checkFrame(**frame, limits); !fits) {
        return tl::unexpected(fits.error());
    }
    PageBuilder builder(**frame, limits);
    const ScanProgress progress{number, 0, std::max(0, (*frame)->lines)};
    if (const Result<void> all = readLines(driver, link, progress, builder); !all) {
        return tl::unexpected(all.error());
    }
    if (builder.lines() == 0) {
        return fail(ErrorCode::ScannerNoData, QStringLiteral("the page ended before its first line"));
    }
    ScannedPage page = builder.finish();
    page.number = number;
    return page;
}

Result<std::optional<ScannedPage>> guardedPage(ScanDriver& driver, ScanLink& link, const ScanLimits& limits,
                                               int number)
{
    try {
        return scanPage(driver, link, limits, number);
    } catch (const PageTooLarge&) {
        return fail(ErrorCode::ScanPageTooLarge, QStringLiteral("more lines or bytes than a page may have"));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::ScannerMemory, QStringLiteral("memory"));
    } catch (const std::exception& error) {
        return fail(ErrorCode::ScannerFault, QString::fromLatin1(error.what()));
    }
}

/// The number of pages, or why it ended.
Result<int> runPages(ScanDriver& driver, ScanLink& link, const ScanRequest& request)
{
    if (const Result<void> opened = driver.open(request.profile); !opened) {
        return tl::unexpected(opened.error());
    }
    for (int number = 1;; ++number) {
        const auto page = guardedPage(driver, link, request.limits, number);
        if (!page) {
            return tl::unexpected(page.error());
        }
        if (!*page) {
            return number > 1 ? Result<int>(number - 1) : fail(ErrorCode::ScannerEmpty);
        }
        link.say(scanPageHead(**page), scanPageBody(**page));
        if (!driver.feeds()) {
            return number;
        }
        const std::optional<ScanRequest> next = link.next();
        if (!next || next->command != ScanCommand::Next) {
            return fail(ErrorCode::Cancelled);
        }
        if (number == request.limits.maxPages) {
            return fail(ErrorCode::ScanTooManyPages);
        }
    }
}

} // namespace

void runScan(ScanDriver& driver, ScanLink& link, const ScanRequest& request)
{
    const Result<int> pages = runPages(driver, link, request);
    link.say(pages ? scanDoneHead(*pages) : scanFailedHead(pages.error()));
    driver.close();
    link.say(scanClosedHead());
}

} // namespace ow::capture
