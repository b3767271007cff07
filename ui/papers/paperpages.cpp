// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paperpages.h"

#include "ui/papers/pdfpicture.h"
#include "ui/widgets/whenanswered.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::ui {

namespace {

constexpr std::array kZooms{50, 75, 100, 125, 150, 175, 200};
constexpr int kWidest = 900; ///< px at 100 %: A4 at 109 dpi, its 12 pt text is 18 px high
constexpr int kMargin = 24;

} // namespace

PaperPages::PaperPages(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages of the paper"));
    connect(&theme, &Theme::changed, this, &PaperPages::layOut);
}

void PaperPages::setPdf(const QByteArray& pdf)
{
    ++m_paper;
    m_pdf = pdf;
    m_pages.clear();
    m_pictures.clear();
    m_underWay.clear();
    verticalScrollBar()->setValue(0);
    layOut();
    if (pdf.isEmpty()) {
        return;
    }
    whenAnswered(pdfPageSizes(m_drawing, pdf), this,
                 [this, paper = m_paper](const domain::Result<std::vector<QSizeF>>& sizes) {
                     if (paper !=
                         m_paper) { // another size while it was read does not matter, another paper does
                         return;
                     }
                     if (!sizes) {
                         Q_EMIT failed(sizes.error());
                         return;
                     }
                     for (const QSizeF& points : *sizes) {
                         m_pages.push_back({points, {}});
                     }
                     layOut();
                     Q_EMIT opened(pageCount());
                 });
}

QImage PaperPages::picture(int page) const
{
    if (page < 0 || page >= pageCount()) {
        return {};
    }
    const QImage picture = m_pictures.value(page);
    return picture.size() == pixelsOf(m_pages[static_cast<std::size_t>(page)]) ? picture : QImage();
}

QSize PaperPages::pixelsOf(const Page& page) const
{
    return page.place.size() * devicePixelRatioF();
}

void PaperPages::zoomBy(int steps)
{
    const auto now = std::ranges::find(kZooms, m_zoom) - kZooms.begin();
    const auto next = std::clamp<std::ptrdiff_t>(now + steps, 0, std::ssize(kZooms) - 1);
    setZoom(kZooms[static_cast<std::size_t>(next)]);
}

void PaperPages::zoomToFit()
{
    setZoom(100);
}

void PaperPages::setZoom(int percent)
{
    if (percent == m_zoom) {
        return;
    }
    m_zoom = percent;
    layOut();
    Q_EMIT zoomChanged(percent);
}

void PaperPages::layOut()
{
    ++m_question;
    m_underWay.clear();
    const int margin = m_theme.k(kMargin);
    const double seen = m_strip.isEmpty() ? 0.0 : double(verticalScrollBar()->value()) / m_strip.height();
    const int fit = std::clamp(viewport()->width() - 2 * margin, 1, m_theme.k(kWidest));
    int top = margin;
    int widest = 0;
    for (Page& page : m_pages) {
        const int width = std::max(1, fit * m_zoom / 100);
        const int height =
            std::max(1, static_cast<int>(std::lround(width * page.points.height() / page.points.width())));
        page.place = QRect(margin, top, width, height);
        top += height + margin;
        widest = std::max(widest, width + 2 * margin);
    }
    m_strip = m_pages.empty() ? QSize() : QSize(widest, top);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_theme.k(48));
    verticalScrollBar()->setRange(0, std::max(0, m_strip.height() - viewport()->height()));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(seen * m_strip.height())));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_theme.k(48));
    horizontalScrollBar()->setRange(0, std::max(0, m_strip.width() - viewport()->width()));
    drawInSight();
    viewport()->update();
}

QPoint PaperPages::offset() const
{
    const int spare = std::max(0, viewport()->width() - m_strip.width());
    return {spare / 2 - horizontalScrollBar()->value(), -verticalScrollBar()->value()};
}

void PaperPages::drawInSight()
{
    const int around = viewport()->height() / 2;
    const QRect sight = viewport()->rect().adjusted(0, -around, 0, around);
    for (int page = 0; page < pageCount(); ++page) {
        const Page& shown = m_pages[static_cast<std::size_t>(page)];
        if (!shown.place.translated(offset()).intersects(sight)) {
            m_pictures.remove(page);
            continue;
        }
        if (m_underWay.contains(page) || !picture(page).isNull()) {
            continue;
        }
        m_underWay.insert(page);
        whenAnswered(pdfPagePicture(m_drawing, m_pdf, page, pixelsOf(shown)), this,
                     [this, page, question = m_question](const QImage& picture) {
                         takePicture(page, picture, question);
                     });
    }
}

void PaperPages::takePicture(int page, const QImage& picture, int question)
{
    if (question != m_question) {
        return; // of another paper or another size
    }
    m_underWay.remove(page);
    if (picture.isNull()) {
        Q_EMIT failed({domain::ErrorCode::PaperFailed, QStringLiteral("a page cannot be drawn"), {}});
        return;
    }
    m_pictures.insert(page, picture);
    viewport()->update();
    Q_EMIT drawn(page);
}

void PaperPages::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Token::Sunken));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int page = 0; page < pageCount(); ++page) {
        const QRect place = m_pages[static_cast<std::size_t>(page)].place.translated(offset());
        if (!place.intersects(viewport()->rect())) {
            continue;
        }
        painter.fillRect(place, m_theme.color(Token::Paper));
        if (const auto picture = m_pictures.constFind(page); picture != m_pictures.cend()) {
            painter.drawImage(place, *picture);
        }
        painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void PaperPages::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PaperPages::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    drawInSight();
    viewport()->update();
}

void PaperPages::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(bar->minimum());
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Space:
        bar->triggerAction(event->modifiers().testFlag(Qt::ShiftModifier) ? QScrollBar::SliderPageStepSub
                                                                          : QScrollBar::SliderPageStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace ow::ui
