// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QLatin1StringView>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace ow::capture {

/// What a file is by its content; its name is never asked.
enum class FileKind { Jpeg, Png, Tiff, Pdf };

struct ExaminedPage
{
    /// As a person sees it (EXIF, TIFF orientation and PDF rotation applied): pixels of an image, points
    /// (1/72 in) of a PDF page.
    QSize size;
    QImage thumbnail; ///< RGB888 on white, fits the box of the limits; null beyond maxThumbnails
};

/// A file that was decoded from its first to its last byte and may be taken as a material.
struct ExaminedFile
{
    QByteArray
        bytes; ///< exactly what was examined, and exactly what came in; store these, not the path again
    FileKind kind = FileKind::Jpeg;
    QString mime;
    QString title; ///< file name without its folder, fit to be shown (no control or direction characters)
    std::vector<ExaminedPage> pages;
    /// A PDF whose structure is not as it should be (a wrong cross-reference table, say) though all of it
    /// could be read. It is kept as it came; worth a hint to the clerk.
    bool damaged = false;
};

[[nodiscard]] QLatin1StringView kindKey(FileKind kind); ///< "jpeg", "png", "tiff", "pdf"
[[nodiscard]] std::optional<FileKind> kindFromKey(QStringView key);
[[nodiscard]] QLatin1StringView mimeOf(FileKind kind);

/// What the first bytes say; none for anything that is not one of the four.
[[nodiscard]] std::optional<FileKind> kindOfContent(const QByteArray& bytes);

/// True when the bytes are so few that they may be the beginning of one of the four: cut off, not foreign.
[[nodiscard]] bool mayBeCutOff(const QByteArray& bytes);

} // namespace ow::capture
