// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/examinedfile.h"

#include <array>
#include <string_view>

namespace ow::capture {
namespace {

using namespace std::string_view_literals;

struct KindRow
{
    FileKind kind;
    QLatin1StringView key;
    QLatin1StringView mime;
};

constexpr std::array kKinds{
    KindRow{FileKind::Jpeg, QLatin1StringView("jpeg"), QLatin1StringView("image/jpeg")},
    KindRow{FileKind::Png, QLatin1StringView("png"), QLatin1StringView("image/png")},
    KindRow{FileKind::Tiff, QLatin1StringView("tiff"), QLatin1StringView("image/tiff")},
    KindRow{FileKind::Pdf, QLatin1StringView("pdf"), QLatin1StringView("application/pdf")},
};

struct Signature
{
    FileKind kind;
    std::string_view bytes;
};

constexpr std::array kSignatures{
    Signature{FileKind::Jpeg, "\xFF\xD8\xFF"sv}, Signature{FileKind::Png, "\x89PNG\r\n\x1A\n"sv},
    Signature{FileKind::Tiff, "II*\0"sv},        Signature{FileKind::Tiff, "MM\0*"sv},
    Signature{FileKind::Tiff, "II+\0"sv}, // BigTIFF
    Signature{FileKind::Tiff, "MM\0+"sv},        Signature{FileKind::Pdf, "%PDF-"sv},
};

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Some programs write a byte order mark or blank lines before "%PDF-", and every reader takes that. Anything
/// else in front makes it another kind of file with a PDF inside.
std::string_view withoutPdfPreamble(std::string_view bytes)
{
    constexpr std::size_t kLongestPreamble = 64;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        bytes.remove_prefix(3);
    }
    const auto first = bytes.find_first_not_of(" \t\r\n"sv);
    return first != std::string_view::npos && first <= kLongestPreamble ? bytes.substr(first) : bytes;
}

} // namespace

QLatin1StringView kindKey(FileKind kind)
{
    return kKinds[std::size_t(kind)].key;
}

std::optional<FileKind> kindFromKey(QStringView key)
{
    for (const KindRow& row : kKinds) {
        if (key == row.key) {
            return row.kind;
        }
    }
    return std::nullopt;
}

QLatin1StringView mimeOf(FileKind kind)
{
    return kKinds[std::size_t(kind)].mime;
}

std::optional<FileKind> kindOfContent(const QByteArray& bytes)
{
    const std::string_view content = viewOf(bytes);
    for (const Signature& signature : kSignatures) {
        if (content.starts_with(signature.bytes)) {
            return signature.kind;
        }
    }
    if (withoutPdfPreamble(content).starts_with("%PDF-"sv)) {
        return FileKind::Pdf;
    }
    return std::nullopt;
}

bool mayBeCutOff(const QByteArray& bytes)
{
    const std::string_view content = viewOf(bytes);
    for (const Signature& signature : kSignatures) {
        if (content.size() < signature.bytes.size() && signature.bytes.starts_with(content)) {
            return true;
        }
    }
    return false;
}

} // namespace ow::capture
