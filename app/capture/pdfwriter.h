// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>

#include <functional>
#include <vector>

/// All that knows qpdf on the client's side, for writing only: nothing here reads a file. Compiled as C++17
/// and so kept free of the headers of the house (helper/pdfstructure.h says why).
namespace ow::capture {

/// One image object, its stream taken over as it is (ISO 32000-1, 8.9.5).
struct PdfImage
{
    int width = 0;
    int height = 0;
    int bits = 8;
    int colors = 3;          ///< samples a pixel; with a palette 1
    QByteArray palette;      ///< RGB triples; empty: DeviceGray, DeviceRGB or DeviceCMYK by `colors`
    QByteArray filter;       ///< "DCTDecode", "CCITTFaxDecode", "FlateDecode"
    bool inverted = false;   ///< samples count from full ink to none
    bool blackIsOne = false; ///< of CCITTFaxDecode
    bool predicted = false;  ///< FlateDecode of rows that begin with a PNG filter type
};

struct PdfPage
{
    QSizeF size;        ///< points
    QByteArray content; ///< drawing commands; images are /I0, /I1 …
    std::vector<PdfImage> images;
};

/// Gives one image's stream to `take`, in any number of pieces; false ends the writing. Called page by page
/// and image by image, in order, each once.
using PdfStreamSource =
    std::function<bool(int page, int image, const std::function<void(const QByteArray& piece)>& take)>;
/// Takes the file in pieces; false ends the writing.
using PdfSink = std::function<bool(const QByteArray& piece)>;

/// Writes PDF 1.5, the same bytes for the same pages. Holds one image's stream at a time. False when source
/// or sink said so or qpdf gave up.
[[nodiscard]] bool writePdf(const std::vector<PdfPage>& pages, const PdfStreamSource& source,
                            const PdfSink& sink);

} // namespace ow::capture
