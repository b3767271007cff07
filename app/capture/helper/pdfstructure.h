// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// All that knows qpdf. Compiled as C++17 and so kept free of the headers of the house: the headers of
/// qpdf 11.3 (JSON.hh) are not C++20 for clang.
namespace ow::capture {

struct PdfStructure
{
    enum class Verdict {
        Sound,          ///< as the standard says
        Damaged,        ///< readers mend it: a wrong offset, a wrong length
        Broken,         ///< cannot be read
        Encrypted,      ///< needs a password or a certificate
        TooMuchContent, ///< the drawing commands of its pages unpack to more than 512 MiB
    };

    Verdict verdict = Verdict::Broken;
    int pages = 0;     ///< of a sound or damaged one
    int qpdfError = 0; ///< qpdf_error_code_e of a broken one, for the log
};

/// Opens it, walks the page tree, reads every object and unpacks every page's drawing commands; beyond
/// `maxPages` pages it only counts them. std::bad_alloc and what else qpdf throws may leave it.
[[nodiscard]] PdfStructure readPdfStructure(const QByteArray& bytes, int maxPages);

} // namespace ow::capture
