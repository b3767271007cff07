// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/embedding.h"
#include "capture/helper/shrink.h"

#include <QBuffer>
#include <QImageReader>

#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it first
#include <new>
#include <vector>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

/// A progressive file may hold thousands of scans of a few bytes, each of which costs a pass over the whole
/// picture.
constexpr int kMaxScans = 200;

/// One decompressor of libjpeg. Its errors leave by longjmp, so the functions that call it between `setjmp`
/// and the end hold no object with a destructor.
class JpegDecoder
{
public:
    JpegDecoder()
    {
        m_info.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = [](j_common_ptr info) { std::longjmp(self(info).m_escape, 1); };
        m_errors.output_message = [](j_common_ptr) {};
        m_errors.emit_message = [](j_common_ptr info, int level) {
            if (level < 0) {
                self(info).noteWarning(info->err->msg_code);
            }
        };
        m_info.client_data = this;
        m_progress.progress_monitor = [](j_common_ptr info) {
            if (self(info).m_info.input_scan_number > kMaxScans) {
                self(info).m_tooManyScans = true;
                std::longjmp(self(info).m_escape, 1);
            }
        };
    }

    ~JpegDecoder()
    {
        if (m_created) {
            jpeg_destroy_decompress(&m_info);
        }
    }

    Q_DISABLE_COPY_MOVE(JpegDecoder)

    bool readHeader(const QByteArray& bytes)
    {
        if (setjmp(m_escape) != 0) {
            return false;
        }
        jpeg_create_decompress(&m_info);
        m_created = true;
        m_info.client_data = this;
        m_info.progress = &m_progress;
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char*>(bytes.constData()),
                     static_cast<unsigned long>(bytes.size()));
        return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
    }

    /// Begins at the smallest scale that is still larger than `box`. All of the entropy-coded data is read
    /// whatever the scale, so what is missing is found all the same, without a full-size picture in memory.
    bool start(QSize box)
    {
        if (setjmp(m_escape) != 0) {
            return false;
        }
        m_info.scale_num = 1;
        m_info.scale_denom = 8;
        while (m_info.scale_denom > 1 &&
               (m_info.image_width / m_info.scale_denom < unsigned(box.width()) &&
                m_info.image_height / m_info.scale_denom < unsigned(box.height()))) {
            m_info.scale_denom /= 2;
        }
        m_info.out_color_space = isCmyk() ? JCS_CMYK : JCS_RGB;
        return jpeg_start_decompress(&m_info) == TRUE;
    }

    /// `row` has room for outputSize().width() * 4 bytes.
    bool readRow(unsigned char* row)
    {
        if (setjmp(m_escape) != 0) {
            return false;
        }
        JSAMPROW rows[1] = {row};
        return jpeg_read_scanlines(&m_info, rows, 1) == 1;
    }

    bool finish()
    {
        if (setjmp(m_escape) != 0) {
            return false;
        }
        return jpeg_finish_decompress(&m_info) == TRUE;
    }

    [[nodiscard]] QSize size() const { return {int(m_info.image_width), int(m_info.image_height)}; }

    [[nodiscard]] QSize outputSize() const { return {int(m_info.output_width), int(m_info.output_height)}; }

    [[nodiscard]] bool isCmyk() const
    {
        return m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK;
    }

    /// Adobe stores CMYK upside down.
    [[nodiscard]] bool isInverted() const { return m_info.saw_Adobe_marker == TRUE; }

    [[nodiscard]] bool ranShort() const { return m_ranShort; }

    /// What any reader of PDF decodes: Huffman codes, eight bits, one, three or four components.
    [[nodiscard]] bool isOrdinary() const
    {
        const int parts = m_info.num_components;
        return m_info.arith_code == FALSE && m_info.data_precision == 8 &&
               (parts == 1 || parts == 3 || parts == 4);
    }

    /// After readHeader().
    [[nodiscard]] PageImage description() const
    {
        constexpr double kInchesPerCm = 2.54;
        constexpr int kHundredths = 100;
        PageImage image;
        image.size = size();
        image.color = m_info.num_components == 1   ? PageImage::Color::Gray
                      : m_info.num_components == 4 ? PageImage::Color::Cmyk
                                                   : PageImage::Color::Rgb;
        image.inverted = m_info.num_components == 4 && isInverted();
        if (m_info.saw_JFIF_marker == TRUE && m_info.density_unit != 0) {
            const double factor = (m_info.density_unit == 2 ? kInchesPerCm : 1) * kHundredths;
            image.dpiX = int(m_info.X_density * factor + 0.5);
            image.dpiY = int(m_info.Y_density * factor + 0.5);
        }
        return image;
    }

    [[nodiscard]] tl::unexpected<domain::Error> refusal() const
    {
        if (m_ranShort) {
            return fail(ErrorCode::FileTruncated, u"the JPEG ends before its picture does"_s);
        }
        if (m_tooManyScans) {
            return fail(ErrorCode::FilePixels, u"a progressive JPEG of more than %1 scans"_s.arg(kMaxScans));
        }
        if (m_errors.msg_code == JERR_OUT_OF_MEMORY) {
            return fail(ErrorCode::FilePixels, u"decoding it needs more memory than is allowed"_s);
        }
        return fail(ErrorCode::FileUnreadable, u"libjpeg error %1"_s.arg(m_errors.msg_code));
    }

private:
    static JpegDecoder& self(j_common_ptr info) { return *static_cast<JpegDecoder*>(info->client_data); }

    /// JPEG_EOF: the data end without EOI. HIT_MARKER: a marker, a pasted-on EOI say, where picture data
    /// should be. The rest (extra bytes between markers, odd colour headers) is common in files that show all
    /// they should.
    void noteWarning(int code)
    {
        m_ranShort = m_ranShort || code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER;
    }

    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_escape{};
    bool m_created = false;
    bool m_ranShort = false;
    bool m_tooManyScans = false;
};

/// In place: four bytes of CMYK to RGB for each pixel.
void cmykToRgb(unsigned char* row, int width, bool inverted)
{
    for (int x = 0; x < width; ++x) {
        const unsigned char* in = row + std::ptrdiff_t(x) * 4;
        unsigned char* out = row + std::ptrdiff_t(x) * 3;
        const int black = inverted ? in[3] : 255 - in[3];
        for (int c = 0; c < 3; ++c) {
            const int ink = inverted ? in[c] : 255 - in[c];
            out[c] = static_cast<unsigned char>(ink * black / 255);
        }
    }
}

/// The picture small; null when the decoder escaped.
QImage decodeSmall(JpegDecoder& decoder, QSize box)
{
    if (!decoder.start(box)) {
        return {};
    }
    const QSize size = decoder.outputSize();
    QImage image(size, QImage::Format_RGB888);
    if (image.isNull()) {
        throw std::bad_alloc();
    }
    std::vector<unsigned char> row(std::size_t(size.width()) * 4);
    for (int y = 0; y < size.height(); ++y) {
        if (!decoder.readRow(row.data())) {
            return {};
        }
        if (decoder.isCmyk()) {
            cmykToRgb(row.data(), size.width(), decoder.isInverted());
        }
        std::copy_n(row.data(), std::size_t(size.width()) * 3, image.scanLine(y));
    }
    return decoder.finish() ? image : QImage();
}

/// What EXIF says about how the camera was held. Read by Qt from the header only.
QImageIOHandler::Transformations orientationOf(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return QImageReader(&buffer, "jpeg").transformation();
}

} // namespace

Result<DecodedPage> decodeJpeg(const QByteArray& bytes, QSize box, const FileLimits& limits)
{
    JpegDecoder decoder;
    if (!decoder.readHeader(bytes)) {
        return decoder.refusal();
    }
    const Result<void> fits = checkPixels(decoder.size().width(), decoder.size().height(), limits);
    if (!fits) {
        return tl::unexpected(fits.error());
    }
    const QImageIOHandler::Transformations how = orientationOf(bytes);
    const bool turned = how.testFlag(QImageIOHandler::TransformationRotate90);
    const QImage image = decodeSmall(decoder, turned ? box.transposed() : box);
    if (image.isNull() || decoder.ranShort()) {
        return decoder.refusal();
    }
    return DecodedPage{turned ? decoder.size().transposed() : decoder.size(), oriented(image, how)};
}

Result<Findings> examineJpeg(const QByteArray& bytes, const FileLimits& limits)
{
    const Result<DecodedPage> decoded = decodeJpeg(bytes, limits.thumbnail, limits);
    if (!decoded) {
        return tl::unexpected(decoded.error());
    }
    ExaminedPage page{decoded->size, {}};
    if (limits.maxThumbnails > 0) {
        page.thumbnail = shrunk(decoded->image, limits.thumbnail);
    }
    return Findings{FileKind::Jpeg, false, {page}};
}

Result<PageImage> describeJpeg(const QByteArray& bytes)
{
    JpegDecoder decoder;
    if (!decoder.readHeader(bytes)) {
        return decoder.refusal();
    }
    PageImage image = decoder.description();
    image.orientation = orientationOf(bytes);
    if (decoder.isOrdinary()) {
        image.runs = {{0, bytes.size(), image.size.height()}};
    }
    return image;
}

} // namespace ow::capture
