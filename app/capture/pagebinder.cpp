// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pagebinder.h"

#include "capture/examinedfile.h"
#include "capture/pagegeometry.h"
#include "capture/pdfwriter.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <optional>
#include <system_error>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kA4Short = 595.276; // pt, ISO 216
constexpr double kA4Long = 841.89;

/// One page of one file: where its streams lie, or that they have to be packed.
struct BoundPage
{
    std::size_t file = 0;
    int page = 0;
    PageImage image;
};

constexpr qint64 kMostKept = qint64(24) << 20; ///< bytes of files kept from the first look to the binding
constexpr std::size_t kAhead = 2;              ///< files on their way: unsealing costs as much as binding

/// The contents of the files, each asked for twice: first what it is, then its streams. The next ones are on
/// their way on threads of their own, and the first ones are kept, so that a usual material is read once.
class FileAhead
{
public:
    FileAhead(const PageBinder::Fetch& fetch, std::size_t count)
        : m_fetch(fetch)
        , m_count(count)
    {
    }

    Result<QByteArray> content(std::size_t file)
    {
        if (m_at != file) {
            m_content = take(file);
            m_at = file;
            for (std::size_t next = file + 1; next < m_count && next <= file + kAhead; ++next) {
                begin(next);
            }
        }
        return m_content;
    }

private:
    Result<QByteArray> take(std::size_t file)
    {
        if (const auto kept = m_kept.find(file); kept != m_kept.end()) {
            return kept->second;
        }
        const auto ahead = m_ahead.find(file);
        Result<QByteArray> content = ahead != m_ahead.end() ? ahead->second.get() : m_fetch(file);
        if (ahead != m_ahead.end()) {
            m_ahead.erase(ahead);
        }
        if (content && m_keptBytes + content->size() <= kMostKept) {
            m_keptBytes += content->size();
            m_kept.emplace(file, *content);
        }
        return content;
    }

    void begin(std::size_t file)
    {
        if (m_kept.contains(file) || m_ahead.contains(file)) {
            return;
        }
        try {
            m_ahead.emplace(file, std::async(std::launch::async, [this, file] { return m_fetch(file); }));
        } catch (const std::system_error&) {
            // No thread to be had: it is fetched when its turn comes.
        }
    }

    const PageBinder::Fetch& m_fetch;
    std::size_t m_count;
    std::optional<std::size_t> m_at;
    Result<QByteArray> m_content;
    std::map<std::size_t, QByteArray> m_kept;
    qint64 m_keptBytes = 0;
    std::map<std::size_t, std::future<Result<QByteArray>>> m_ahead; ///< the last to go: it waits for them
};

/// Points of an unedited page, upright. A resolution nobody would scan at is that of a telephone or of a
/// screen and says nothing; such a page is fitted into A4.
QSizeF pointsOf(const PageImage& image)
{
    constexpr int kLowest = 10'100; // hundredths of a dot per inch; 72, 96 and 100 are screens
    constexpr int kHighest = 240'000;
    const auto sensible = [](int dpi) { return dpi >= kLowest && dpi <= kHighest; };
    const bool turned = image.orientation.testFlag(QImageIOHandler::TransformationRotate90);
    const QSizeF pixels = turned ? image.size.transposed() : image.size;
    if (sensible(image.dpiX) && sensible(image.dpiY)) {
        const double x = 100.0 * kPointsPerInch / (turned ? image.dpiY : image.dpiX);
        const double y = 100.0 * kPointsPerInch / (turned ? image.dpiX : image.dpiY);
        return {pixels.width() * x, pixels.height() * y};
    }
    const bool lying = pixels.width() > pixels.height();
    const QSizeF paper(lying ? kA4Long : kA4Short, lying ? kA4Short : kA4Long);
    return pixels.scaled(paper, Qt::KeepAspectRatio);
}

/// From the stored picture, as a unit square with y downwards, to the upright one: EXIF 2.3, Orientation.
QTransform uprighted(QImageIOHandler::Transformations how)
{
    QTransform turn;
    if (how.testFlag(QImageIOHandler::TransformationMirror)) {
        turn *= QTransform(-1, 0, 0, 1, 1, 0);
    }
    if (how.testFlag(QImageIOHandler::TransformationFlip)) {
        turn *= QTransform(1, 0, 0, -1, 0, 1);
    }
    if (how.testFlag(QImageIOHandler::TransformationRotate90)) {
        turn *= QTransform(0, 1, -1, 0, 1, 0);
    }
    return turn;
}

QByteArray number(double value)
{
    constexpr int kDecimals = 6;
    QByteArray text = QByteArray::number(value, 'f', kDecimals);
    return text == "-0.000000" ? QByteArray("0") : text;
}

QByteArray point(QPointF at)
{
    return number(at.x()) + ' ' + number(at.y());
}

/// Clip to what is left of the page, then each strip of it in its place.
QByteArray drawing(const PageImage& image, const domain::PageEdit& edit, QSizeF& size)
{
    const QSizeF points = pointsOf(image);
    const PageFrame frame = frameOf(points, edit);
    size = frame.size;
    // PDF counts y upwards.
    const QTransform up = frame.fromPage * QTransform(1, 0, 0, -1, 0, frame.size.height());
    QByteArray content = "q\n";
    if (edit.cutLeft != 0 || edit.cutTop != 0 || edit.cutRight != 0 || edit.cutBottom != 0) {
        const QRectF cut = frame.cut;
        content += point(up.map(cut.topLeft())) + " m " + point(up.map(cut.topRight())) + " l " +
                   point(up.map(cut.bottomRight())) + " l " + point(up.map(cut.bottomLeft())) + " l h W n\n";
    }
    const QTransform square =
        uprighted(image.orientation) * QTransform::fromScale(points.width(), points.height()) * up;
    int top = 0;
    int place = 0;
    const auto draw = [&](int rows) {
        // An image fills the unit square with its first row on top (8.9.5.1).
        const double y = double(top) / image.size.height();
        const double height = double(rows) / image.size.height();
        const QTransform m = QTransform(1, 0, 0, -height, 0, y + height) * square;
        const std::array<double, 6> numbers{m.m11(), m.m12(), m.m21(), m.m22(), m.dx(), m.dy()};
        content += "q ";
        for (const double value : numbers) {
            content += number(value) + ' ';
        }
        content += "cm /I" + QByteArray::number(place++) + " Do Q\n";
        top += rows;
    };
    if (image.filter == PageImage::Filter::Fax) {
        for (const PageRun& run : image.runs) {
            draw(run.rows);
        }
    } else {
        draw(image.size.height());
    }
    return content + "Q\n";
}

PdfImage objectOf(const PageImage& image, int rows)
{
    PdfImage object;
    object.width = image.size.width();
    object.height = rows;
    object.bits = image.bits;
    object.colors = image.color == PageImage::Color::Rgb ? 3 : image.color == PageImage::Color::Cmyk ? 4 : 1;
    object.palette = image.palette;
    object.filter = image.filter == PageImage::Filter::Dct   ? "DCTDecode"
                    : image.filter == PageImage::Filter::Fax ? "CCITTFaxDecode"
                                                             : "FlateDecode";
    object.inverted = image.inverted;
    object.blackIsOne = image.blackIsOne;
    object.predicted = image.predicted;
    return object;
}

PdfPage pageOf(const PageImage& image, const domain::PageEdit& edit)
{
    PdfPage page;
    page.content = drawing(image, edit, page.size);
    if (image.filter == PageImage::Filter::Fax) {
        for (const PageRun& run : image.runs) {
            page.images.push_back(objectOf(image, run.rows));
        }
    } else {
        page.images.push_back(objectOf(image, image.size.height()));
    }
    return page;
}

bool hasPicturesOnly(const std::vector<domain::MaterialFile>& files)
{
    return std::ranges::none_of(
        files, [](const domain::MaterialFile& file) { return file.mime == mimeOf(FileKind::Pdf); });
}

/// A TIFF of several pages is edited in none of them: an edit is for a picture of one page.
domain::PageEdit editOf(const domain::MaterialFile& file, const PageImage& image)
{
    return image.pages == 1 ? file.edit : domain::PageEdit();
}

} // namespace

bool isBindable(const domain::MaterialIntake& material, qint64 mostBytes)
{
    return !material.files.empty() && hasPicturesOnly(material.files) &&
           !outgrowsBinding(material.files, mostBytes);
}

bool outgrowsBinding(const std::vector<domain::MaterialFile>& files, qint64 mostBytes)
{
    constexpr qint64 kMostOfObjects = qint64(1) << 20;
    qint64 bytes = kMostOfObjects;
    for (const domain::MaterialFile& file : files) {
        bytes += file.size;
    }
    return hasPicturesOnly(files) && bytes > mostBytes;
}

Result<int> PageBinder::bind(const std::vector<domain::MaterialFile>& files, const Fetch& fetch,
                             const Sink& sink)
{
    // First what the pages are, then their streams: a page of a PDF says its size before its picture comes.
    std::vector<BoundPage> bound;
    std::vector<PdfPage> pages;
    std::optional<domain::Error> error;
    FileAhead ahead(fetch, files.size());
    for (std::size_t at = 0; at < files.size(); ++at) {
        int count = 1;
        for (int page = 0; page < count; ++page) {
            const Result<PageEmbedding> found = ahead.content(at).and_then(
                [&](const QByteArray& content) { return m_helper.embed(content, page); });
            if (!found) {
                return tl::unexpected(found.error());
            }
            count = found->image.pages;
            pages.push_back(pageOf(found->image, editOf(files[at], found->image)));
            bound.push_back({at, page, found->image});
        }
    }
    const auto source = [&](int page, int stream, const std::function<void(const QByteArray&)>& take) {
        const BoundPage& from = bound[std::size_t(page)];
        const Result<QByteArray> content = ahead.content(from.file);
        if (!content) {
            error = content.error();
            return false;
        }
        if (from.image.runs.empty()) {
            const Result<PageEmbedding> again = m_helper.embed(*content, from.page);
            if (!again) {
                error = again.error();
                return false;
            }
            take(again->packed);
            return true;
        }
        const bool strips = from.image.filter == PageImage::Filter::Fax;
        for (std::size_t i = 0; i < from.image.runs.size(); ++i) {
            const PageRun& run = from.image.runs[i];
            if (!strips || int(i) == stream) {
                take(QByteArray::fromRawData(content->constData() + run.offset, qsizetype(run.length)));
            }
        }
        return true;
    };
    const bool written = writePdf(pages, source, [&](const QByteArray& piece) {
        const Result<void> taken = sink(piece);
        if (!taken) {
            error = taken.error();
        }
        return taken.has_value();
    });
    if (error) {
        return tl::unexpected(*error);
    }
    return written ? Result<int>(int(pages.size())) : fail(ErrorCode::Internal, QStringLiteral("qpdf"));
}

} // namespace ow::capture
