// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/pageanswer.h"

#include "capture/helper/decoders.h"
#include "capture/helper/embedding.h"
#include "capture/helper/pageink.h"
#include "capture/pagework.h"

#include <QPainter>

#include <exception>
#include <new>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

/// A4 at about 150 dpi: enough for rows of text, a quarter of the work of a scan.
constexpr QSize kLookBox(1240, 1754);

Result<DecodedPage> decode(const QByteArray& bytes, int page, QSize box, const FileLimits& limits)
{
    const std::optional<FileKind> kind = kindOfContent(bytes);
    if (kind == FileKind::Pdf) {
        return decodePdf(bytes, page, box);
    }
    if (kind == FileKind::Tiff) {
        return decodeTiff(bytes, page, limits);
    }
    if (!kind || page > 0) {
        return fail(kind ? ErrorCode::FileUnreadable : ErrorCode::FileWrongType, u"no such page"_s);
    }
    return *kind == FileKind::Jpeg ? decodeJpeg(bytes, box, limits) : decodePng(bytes, limits);
}

/// On white in RGB888, no larger than `box` and never larger than it is.
QImage fitted(const QImage& page, QSize box)
{
    QImage image = page;
    if (image.width() > box.width() || image.height() > box.height()) {
        const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    if (image.isNull()) {
        throw std::bad_alloc();
    }
    if (image.hasAlphaChannel()) {
        QImage white(image.size(), QImage::Format_RGB888);
        if (white.isNull()) {
            throw std::bad_alloc();
        }
        white.fill(Qt::white);
        QPainter(&white).drawImage(0, 0, image);
        return white;
    }
    return image.convertToFormat(QImage::Format_RGB888);
}

Message drawn(const QImage& image, qint64 id)
{
    Message answer;
    answer.head = {{u"id"_s, id}, {u"width"_s, image.width()}, {u"height"_s, image.height()}};
    const qsizetype row = qsizetype(image.width()) * 3;
    answer.body.reserve(row * image.height());
    for (int y = 0; y < image.height(); ++y) {
        answer.body.append(reinterpret_cast<const char*>(image.constScanLine(y)), row);
    }
    return answer;
}

Result<Message> embed(const QByteArray& bytes, const PageRequest& request, const FileLimits& limits)
{
    const std::optional<FileKind> kind = kindOfContent(bytes);
    if (!kind || *kind == FileKind::Pdf) {
        return fail(ErrorCode::FileWrongType, u"not a picture"_s);
    }
    Result<PageImage> image = *kind == FileKind::Jpeg  ? describeJpeg(bytes)
                              : *kind == FileKind::Png ? describePng(bytes)
                                                       : describeTiff(bytes, request.page, limits);
    Message answer;
    if (image && image->runs.empty()) {
        const Result<DecodedPage> page = decode(bytes, request.page, kLargestDrawing, limits);
        image =
            page ? packed(page->image, *image, answer.body) : Result<PageImage>(tl::unexpected(page.error()));
    }
    if (!image) {
        return tl::unexpected(image.error());
    }
    answer.head = pageImageToJson(*image);
    answer.head.insert(u"id"_s, request.id);
    return answer;
}

Result<Message> answered(const QByteArray& bytes, const PageRequest& request)
{
    FileLimits limits;
    limits.maxPagePixels = request.maxPagePixels;
    switch (request.task) {
    case PageTask::Draw:
        return decode(bytes, request.page, request.box, limits).map([&request](const DecodedPage& page) {
            return drawn(fitted(page.image, request.box), request.id);
        });
    case PageTask::Look:
        return decode(bytes, request.page, kLookBox, limits).map([&request](const DecodedPage& page) {
            Message answer{lookToJson(lookAt(fitted(page.image, kLookBox))), {}};
            answer.head.insert(u"id"_s, request.id);
            return answer;
        });
    case PageTask::Embed:
        return embed(bytes, request, limits);
    }
    return fail(ErrorCode::InvalidInput);
}

Result<Message> carefully(const QByteArray& bytes, const PageRequest& request)
{
    try {
        return answered(bytes, request);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::FilePixels, u"decoding it needs more memory than is allowed"_s);
    } catch (const std::exception&) {
        return fail(ErrorCode::FileUnreadable, u"the decoder gave up"_s);
    }
}

} // namespace

std::optional<Message> answerPage(const Message& request)
{
    const Result<PageRequest> wanted = readPageRequest(request.head);
    if (!wanted) {
        return std::nullopt;
    }
    const Result<Message> answer = carefully(request.body, *wanted);
    if (answer) {
        return *answer;
    }
    return Message{answerHead(wanted->id, tl::unexpected(answer.error())), {}};
}

} // namespace ow::capture
