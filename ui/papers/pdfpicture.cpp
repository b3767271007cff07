// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/pdfpicture.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QtConcurrentRun>

namespace ow::ui {

namespace {

using domain::ErrorCode;
using domain::Result;

/// A document and what it reads from, on the stack of one job.
class OpenPdf
{
public:
    explicit OpenPdf(const QByteArray& pdf)
    {
        m_buffer.setData(pdf);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }

    [[nodiscard]] bool isReady() const { return m_document.status() == QPdfDocument::Status::Ready; }

    [[nodiscard]] QPdfDocument& document() { return m_document; }

private:
    QBuffer m_buffer;
    QPdfDocument m_document;
};

Result<std::vector<QSizeF>> sizesOf(const QByteArray& pdf)
{
    OpenPdf open(pdf);
    const int pages = open.isReady() ? open.document().pageCount() : 0;
    if (pages < 1 || pages > kMostShownPages) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("no PDF that can be shown"));
    }
    std::vector<QSizeF> sizes;
    for (int page = 0; page < pages; ++page) {
        const QSizeF points = open.document().pagePointSize(page);
        if (points.isEmpty()) {
            return domain::fail(ErrorCode::InvalidInput, QStringLiteral("a page without a size"));
        }
        sizes.push_back(points);
    }
    return sizes;
}

QImage pictureOf(const QByteArray& pdf, int page, QSize pixels)
{
    OpenPdf open(pdf);
    if (!open.isReady()) {
        return {};
    }
    return open.document().render(page, pixels).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

QFuture<Result<std::vector<QSizeF>>> pdfPageSizes(QThreadPool& pool, const QByteArray& pdf)
{
    return QtConcurrent::run(&pool, [pdf] { return sizesOf(pdf); });
}

QFuture<QImage> pdfPagePicture(QThreadPool& pool, const QByteArray& pdf, int page, QSize pixels)
{
    return QtConcurrent::run(&pool, [pdf, page, pixels] { return pictureOf(pdf, page, pixels); });
}

} // namespace ow::ui
