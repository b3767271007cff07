// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pdfwriter.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <stdexcept>
#include <string>

namespace ow::capture {
namespace {

constexpr qsizetype kPiece = 256 * 1024;

class Stopped : public std::runtime_error
{
public:
    Stopped()
        : std::runtime_error("stopped")
    {
    }
};

/// What qpdf writes, gathered into pieces worth sealing.
class SinkPipeline : public Pipeline
{
public:
    explicit SinkPipeline(const PdfSink& sink)
        : Pipeline("sink", nullptr)
        , m_sink(sink)
    {
        m_piece.reserve(kPiece);
    }

    void write(unsigned char const* bytes, size_t count) override
    {
        m_piece.append(reinterpret_cast<const char*>(bytes), qsizetype(count));
        if (m_piece.size() >= kPiece) {
            flush();
        }
    }

    void finish() override { flush(); }

private:
    void flush()
    {
        if (!m_piece.isEmpty() && !m_sink(m_piece)) {
            throw Stopped();
        }
        m_piece.clear();
        m_piece.reserve(kPiece);
    }

    const PdfSink& m_sink;
    QByteArray m_piece;
};

class ImageStream : public QPDFObjectHandle::StreamDataProvider
{
public:
    ImageStream(const PdfStreamSource& source, int page, int image)
        : m_source(source)
        , m_page(page)
        , m_image(image)
    {
    }

    void provideStreamData(QPDFObjGen const&, Pipeline* pipeline) override
    {
        const bool whole = m_source(m_page, m_image, [pipeline](const QByteArray& piece) {
            pipeline->write(reinterpret_cast<const unsigned char*>(piece.constData()), size_t(piece.size()));
        });
        if (!whole) {
            throw Stopped();
        }
        pipeline->finish();
    }

private:
    const PdfStreamSource& m_source;
    int m_page;
    int m_image;
};

QPDFObjectHandle name(const char* text)
{
    return QPDFObjectHandle::newName(text);
}

QPDFObjectHandle integer(int value)
{
    return QPDFObjectHandle::newInteger(value);
}

QPDFObjectHandle colorSpace(const PdfImage& image)
{
    if (image.palette.isEmpty()) {
        return name(image.colors == 1 ? "/DeviceGray" : image.colors == 4 ? "/DeviceCMYK" : "/DeviceRGB");
    }
    QPDFObjectHandle space = QPDFObjectHandle::newArray();
    space.appendItem(name("/Indexed"));
    space.appendItem(name("/DeviceRGB"));
    space.appendItem(integer(int(image.palette.size() / 3) - 1));
    space.appendItem(QPDFObjectHandle::newString(image.palette.toStdString()));
    return space;
}

QPDFObjectHandle decodeParameters(const PdfImage& image)
{
    QPDFObjectHandle parameters = QPDFObjectHandle::newDictionary();
    if (image.filter == "CCITTFaxDecode") {
        parameters.replaceKey("/K", integer(-1)); // pure two-dimensional: Group 4
        parameters.replaceKey("/Columns", integer(image.width));
        parameters.replaceKey("/Rows", integer(image.height));
        parameters.replaceKey("/BlackIs1", QPDFObjectHandle::newBool(image.blackIsOne));
    } else if (image.predicted) {
        constexpr int kPngPredictors = 15; // each row names its own
        parameters.replaceKey("/Predictor", integer(kPngPredictors));
        parameters.replaceKey("/Colors", integer(image.colors));
        parameters.replaceKey("/BitsPerComponent", integer(image.bits));
        parameters.replaceKey("/Columns", integer(image.width));
    }
    return parameters;
}

QPDFObjectHandle imageObject(QPDF& pdf, const PdfImage& image)
{
    QPDFObjectHandle object = QPDFObjectHandle::newStream(&pdf);
    QPDFObjectHandle dictionary = object.getDict();
    dictionary.replaceKey("/Type", name("/XObject"));
    dictionary.replaceKey("/Subtype", name("/Image"));
    dictionary.replaceKey("/Width", integer(image.width));
    dictionary.replaceKey("/Height", integer(image.height));
    dictionary.replaceKey("/BitsPerComponent", integer(image.bits));
    dictionary.replaceKey("/ColorSpace", colorSpace(image));
    if (image.inverted) {
        QPDFObjectHandle decode = QPDFObjectHandle::newArray();
        for (int i = 0; i < image.colors; ++i) {
            decode.appendItem(integer(1));
            decode.appendItem(integer(0));
        }
        dictionary.replaceKey("/Decode", decode);
    }
    return object;
}

void addPage(QPDF& pdf, const PdfPage& page, int number, const PdfStreamSource& source)
{
    QPDFObjectHandle images = QPDFObjectHandle::newDictionary();
    for (size_t i = 0; i < page.images.size(); ++i) {
        const PdfImage& image = page.images[i];
        QPDFObjectHandle object = imageObject(pdf, image);
        QPDFObjectHandle parameters = decodeParameters(image);
        object.replaceStreamData(std::make_shared<ImageStream>(source, number, int(i)),
                                 name(("/" + image.filter.toStdString()).c_str()),
                                 parameters.getKeys().empty() ? QPDFObjectHandle::newNull() : parameters);
        images.replaceKey("/I" + std::to_string(i), object);
    }
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", images);
    QPDFObjectHandle box = QPDFObjectHandle::newArray();
    box.appendItem(integer(0));
    box.appendItem(integer(0));
    constexpr int kDecimals = 3;
    box.appendItem(QPDFObjectHandle::newReal(page.size.width(), kDecimals));
    box.appendItem(QPDFObjectHandle::newReal(page.size.height(), kDecimals));
    QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
    object.replaceKey("/Type", name("/Page"));
    object.replaceKey("/MediaBox", box);
    object.replaceKey("/Resources", resources);
    object.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, page.content.toStdString()));
    pdf.addPage(pdf.makeIndirectObject(object), false);
}

} // namespace

bool writePdf(const std::vector<PdfPage>& pages, const PdfStreamSource& source, const PdfSink& sink)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.emptyPDF();
        for (size_t i = 0; i < pages.size(); ++i) {
            addPage(pdf, pages[i], int(i), source);
        }
        SinkPipeline pipeline(sink);
        QPDFWriter writer(pdf);
        writer.setOutputPipeline(&pipeline);
        writer.setMinimumPDFVersion("1.5"); // pictures of 16 bits
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setDeterministicID(true);
        writer.write();
        return !pdf.anyWarnings();
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace ow::capture
