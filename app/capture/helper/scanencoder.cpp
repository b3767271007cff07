// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scanencoder.h"

#include <jpeglib.h>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio> // jpeglib.h uses FILE without it
#include <cstring>
#include <stdexcept>
#include <vector>

namespace ow::capture {
namespace {

constexpr int kQuality = 85; // seals and small print stay clean; about 1 MB a page A4 at 300 dpi
constexpr int kMostJpegSide = 65'500;
constexpr int kBlockLines = 16; // one row of blocks at 4:2:0

[[noreturn]] void jpegFailed(j_common_ptr info)
{
    std::array<char, JMSG_LENGTH_MAX> text{};
    info->err->format_message(info, text.data());
    throw std::runtime_error(text.data());
}

class JpegEncoder final : public PageEncoder
{
public:
    JpegEncoder(const ScanFrame& frame, int mostLines, qint64 maxBytes)
        : m_lengthKnown(frame.lines > 0)
        , m_maxBytes(maxBytes)
        , m_white(std::size_t(frame.width) * (frame.mode == ScanMode::Colour ? 3 : 1), 255)
    {
        m_info.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = jpegFailed;
        m_errors.output_message = [](j_common_ptr) {};
        jpeg_create_compress(&m_info);
        m_info.client_data = this;
        m_info.dest = &m_target;
        m_target.init_destination = [](j_compress_ptr info) { self(info).freshBuffer(); };
        m_target.empty_output_buffer = [](j_compress_ptr info) -> boolean {
            self(info).keep(self(info).m_buffer.size());
            self(info).freshBuffer();
            return TRUE;
        };
        m_target.term_destination = [](j_compress_ptr info) {
            self(info).keep(self(info).m_buffer.size() - info->dest->free_in_buffer);
        };
        const bool colour = frame.mode == ScanMode::Colour;
        m_info.image_width = JDIMENSION(frame.width);
        m_info.image_height = JDIMENSION(std::min(m_lengthKnown ? frame.lines : mostLines, kMostJpegSide));
        m_info.input_components = colour ? 3 : 1;
        m_info.in_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, kQuality, TRUE);
        m_info.density_unit = 1; // dots an inch
        m_info.X_density = UINT16(frame.dpi);
        m_info.Y_density = UINT16(frame.dpi);
        jpeg_start_compress(&m_info, TRUE);
    }

    ~JpegEncoder() override { jpeg_destroy_compress(&m_info); }

    Q_DISABLE_COPY_MOVE(JpegEncoder)

    void addLine(std::span<const uchar> line) override
    {
        if (m_lines >= m_info.image_height) {
            throw PageTooLarge();
        }
        // The library takes non-const rows and does not write to them.
        JSAMPROW row = const_cast<JSAMPROW>(line.data());
        jpeg_write_scanlines(&m_info, &row, 1);
        ++m_lines;
    }

    QByteArray finish() override
    {
        const JDIMENSION lines = m_lines;
        while (m_info.next_scanline < m_info.image_height &&
               (m_lengthKnown || m_info.next_scanline % kBlockLines != 0)) {
            addLine(m_white);
        }
        m_info.image_height = m_info.next_scanline; // whole rows of blocks are out: the page may end here
        jpeg_finish_compress(&m_info);
        if (!m_lengthKnown) {
            writeLength(lines);
        }
        return std::move(m_bytes);
    }

    QString mime() const override { return QStringLiteral("image/jpeg"); }

private:
    static JpegEncoder& self(j_compress_ptr info) { return *static_cast<JpegEncoder*>(info->client_data); }

    void freshBuffer()
    {
        m_target.next_output_byte = m_buffer.data();
        m_target.free_in_buffer = m_buffer.size();
    }

    void keep(std::size_t count)
    {
        if (m_bytes.size() + qint64(count) > m_maxBytes) {
            throw PageTooLarge();
        }
        m_bytes.append(reinterpret_cast<const char*>(m_buffer.data()), qsizetype(count));
    }

    /// The number of lines stands in the frame header SOF0 (T.81 B.2.2), behind marker, length and precision.
    void writeLength(JDIMENSION lines)
    {
        const qsizetype frame = m_bytes.indexOf(QByteArray("\xFF\xC0", 2));
        constexpr qsizetype kLines = 5;
        if (frame < 0 || frame + kLines + 2 > m_bytes.size()) {
            throw std::runtime_error("no frame header");
        }
        m_bytes[frame + kLines] = char(lines >> 8);
        m_bytes[frame + kLines + 1] = char(lines & 0xFF);
    }

    jpeg_compress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_destination_mgr m_target{};
    std::array<JOCTET, 1 << 16> m_buffer{};
    bool m_lengthKnown;
    qint64 m_maxBytes;
    std::vector<uchar> m_white;
    JDIMENSION m_lines = 0;
    QByteArray m_bytes;
};

/// A TIFF file in memory, as libtiff wants to see it.
class TiffMemory
{
public:
    explicit TiffMemory(qint64 most)
        : m_most(most)
    {
    }

    TIFF* open()
    {
        return TIFFClientOpen("page", "w", this, readSome, writeSome, seek, close, size, nullptr, nullptr);
    }

    QByteArray bytes;
    bool tooLarge = false;

private:
    static TiffMemory& self(thandle_t handle) { return *static_cast<TiffMemory*>(handle); }

    static tmsize_t readSome(thandle_t handle, void* into, tmsize_t count)
    {
        TiffMemory& file = self(handle);
        const qsizetype there = std::clamp<qsizetype>(file.bytes.size() - file.m_at, 0, count);
        std::memcpy(into, file.bytes.constData() + file.m_at, std::size_t(there));
        file.m_at += there;
        return there;
    }

    static tmsize_t writeSome(thandle_t handle, void* from, tmsize_t count)
    {
        TiffMemory& file = self(handle);
        if (file.m_at + count > file.m_most) {
            file.tooLarge = true;
            return 0;
        }
        if (file.m_at + count > file.bytes.size()) {
            file.bytes.resize(file.m_at + count, '\0');
        }
        std::memcpy(file.bytes.data() + file.m_at, from, std::size_t(count));
        file.m_at += count;
        return count;
    }

    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        TiffMemory& file = self(handle);
        const qsizetype from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.m_at : file.bytes.size();
        file.m_at = from + qsizetype(offset);
        return toff_t(file.m_at);
    }

    static int close(thandle_t) { return 0; }

    static toff_t size(thandle_t handle) { return toff_t(self(handle).bytes.size()); }

    qint64 m_most;
    qsizetype m_at = 0;
};

class FaxEncoder final : public PageEncoder
{
public:
    FaxEncoder(const ScanFrame& frame, int mostLines, qint64 maxBytes)
        : m_mostLines(frame.lines > 0 ? frame.lines : mostLines)
        , m_file(maxBytes)
        , m_line(std::size_t(frame.width + 7) / 8)
    {
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        m_tiff = m_file.open();
        if (m_tiff == nullptr) {
            throw std::runtime_error("no TIFF");
        }
        TIFFSetField(m_tiff, TIFFTAG_IMAGEWIDTH, std::uint32_t(frame.width));
        TIFFSetField(m_tiff, TIFFTAG_BITSPERSAMPLE, 1);
        TIFFSetField(m_tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(m_tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
        TIFFSetField(m_tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(m_tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
        TIFFSetField(m_tiff, TIFFTAG_ROWSPERSTRIP,
                     std::uint32_t(m_mostLines)); // one strip: goes into a PDF as it is
        TIFFSetField(m_tiff, TIFFTAG_XRESOLUTION, double(frame.dpi));
        TIFFSetField(m_tiff, TIFFTAG_YRESOLUTION, double(frame.dpi));
        TIFFSetField(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    }

    ~FaxEncoder() override
    {
        if (m_tiff != nullptr) {
            TIFFCleanup(m_tiff); // frees without writing
        }
    }

    Q_DISABLE_COPY_MOVE(FaxEncoder)

    void addLine(std::span<const uchar> line) override
    {
        if (m_lines >= m_mostLines) {
            throw PageTooLarge();
        }
        std::memcpy(m_line.data(), line.data(), m_line.size()); // libtiff may turn the bits in place
        if (TIFFWriteScanline(m_tiff, m_line.data(), std::uint32_t(m_lines), 0) < 0) {
            fail();
        }
        ++m_lines;
    }

    QByteArray finish() override
    {
        if (TIFFWriteDirectory(m_tiff) != 1 || m_file.tooLarge) {
            fail();
        }
        TIFFCleanup(std::exchange(m_tiff, nullptr));
        return std::move(m_file.bytes);
    }

    QString mime() const override { return QStringLiteral("image/tiff"); }

private:
    [[noreturn]] void fail() const
    {
        if (m_file.tooLarge) {
            throw PageTooLarge();
        }
        throw std::runtime_error("TIFF");
    }

    int m_mostLines;
    TiffMemory m_file;
    std::vector<uchar> m_line;
    TIFF* m_tiff = nullptr;
    int m_lines = 0;
};

} // namespace

std::unique_ptr<PageEncoder> PageEncoder::make(const ScanFrame& frame, int mostLines, qint64 maxBytes)
{
    if (frame.mode == ScanMode::BlackWhite) {
        return std::make_unique<FaxEncoder>(frame, mostLines, maxBytes);
    }
    return std::make_unique<JpegEncoder>(frame, mostLines, maxBytes);
}

} // namespace ow::capture
