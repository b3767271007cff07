// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"

#include <exception>
#include <new>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Result<void> checkPixels(qint64 width, qint64 height, const FileLimits& limits)
{
    if (width <= 0 || height <= 0) {
        return fail(ErrorCode::FileUnreadable, QStringLiteral("a page without area"));
    }
    if (width > limits.maxPagePixels / height) {
        return fail(ErrorCode::FilePixels, QStringLiteral("a page of %1 x %2").arg(width).arg(height));
    }
    return {};
}

namespace {

Result<Findings> examineKind(FileKind kind, const QByteArray& bytes, const FileLimits& limits)
{
    switch (kind) {
    case FileKind::Jpeg:
        return examineJpeg(bytes, limits);
    case FileKind::Png:
        return examinePng(bytes, limits);
    case FileKind::Tiff:
        return examineTiff(bytes, limits);
    case FileKind::Pdf:
        return examinePdf(bytes, limits);
    }
    return fail(ErrorCode::Internal);
}

} // namespace

Result<Findings> examineContent(const QByteArray& bytes, const FileLimits& limits)
{
    if (bytes.size() > limits.maxBytes) {
        return fail(ErrorCode::FileTooLarge);
    }
    const std::optional<FileKind> kind = kindOfContent(bytes);
    if (!kind) {
        return mayBeCutOff(bytes) ? fail(ErrorCode::FileTruncated,
                                         QStringLiteral("nothing but the beginning of a signature"))
                                  : fail(ErrorCode::FileWrongType,
                                         QStringLiteral("neither JPEG, PNG, TIFF nor PDF by its content"));
    }
    try {
        return examineKind(*kind, bytes, limits);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::FilePixels, QStringLiteral("decoding it needs more memory than is allowed"));
    } catch (const std::exception&) {
        return fail(ErrorCode::FileUnreadable, QStringLiteral("the decoder gave up"));
    }
}

} // namespace ow::capture
