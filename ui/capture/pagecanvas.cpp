// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/pagecanvas.h"

#include "ui/capture/watermark.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::ui {

namespace {

constexpr int kStep = 50;       // of one arrow key, in ten-thousandths of the page
constexpr int kLargeStep = 400; // with Shift
constexpr int kMargin = 16;
constexpr int kNear = 10; // px from an edge that is meant
constexpr std::array kZooms{0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.5, 2.0, 3.0};

} // namespace

PageCanvas::PageCanvas(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(theme.k(160), theme.k(160));
}

void PageCanvas::setPage(const QImage& picture, bool whole, const domain::PageEdit& edit)
{
    m_picture = picture;
    m_whole = whole;
    m_message.clear();
    m_edit = edit;
    bound();
    update();
    Q_EMIT zoomChanged();
}

void PageCanvas::setMessage(const QString& sentence)
{
    m_message = sentence;
    m_picture = {};
    update();
}

void PageCanvas::setEdit(const domain::PageEdit& edit)
{
    m_edit = edit;
    bound();
    update();
    Q_EMIT zoomChanged();
}

void PageCanvas::fit()
{
    m_zoom = 0;
    m_offset = {};
    update();
    Q_EMIT zoomChanged();
}

void PageCanvas::setZoom(double zoom)
{
    m_zoom = zoom;
    bound();
    update();
    Q_EMIT zoomChanged();
    if (!m_whole) {
        Q_EMIT wholeWanted();
    }
}

void PageCanvas::zoomBy(int steps)
{
    constexpr double kSame = 0.01;
    const double now = scale() * devicePixelRatioF();
    if (now <= 0) {
        return;
    }
    if (steps > 0) {
        const auto* next = std::ranges::find_if(kZooms, [now](double zoom) { return zoom > now + kSame; });
        setZoom(next != kZooms.end() ? *next : kZooms.back());
    } else {
        double next = kZooms.front();
        for (const double zoom : kZooms) {
            next = zoom < now - kSame ? zoom : next;
        }
        setZoom(next);
    }
}

domain::PageEdit PageCanvas::shownEdit() const
{
    domain::PageEdit edit = m_edit;
    if (m_cutting) {
        edit.cutLeft = edit.cutTop = edit.cutRight = edit.cutBottom = 0;
    }
    return edit;
}

capture::PageFrame PageCanvas::frame() const
{
    return capture::frameOf(m_picture.size(), shownEdit());
}

double PageCanvas::fitScale(QSizeF size) const
{
    const double margin = 2.0 * m_theme.k(kMargin);
    return std::min((width() - margin) / std::max(1.0, size.width()),
                    (height() - margin) / std::max(1.0, size.height()));
}

double PageCanvas::scale() const
{
    if (m_picture.isNull()) {
        return 0;
    }
    // Until the whole page has come, the small picture stands in for it at the fitted size.
    const bool fitted = m_zoom <= 0 || m_cutting || !m_whole;
    return fitted ? fitScale(frame().size) : m_zoom / devicePixelRatioF();
}

QSize PageCanvas::wantedBox() const
{
    const QSizeF room(width() - 2.0 * m_theme.k(kMargin), height() - 2.0 * m_theme.k(kMargin));
    // A page that lies on its side is asked for by its longer edge either way.
    const double side = std::max(room.width(), room.height()) * devicePixelRatioF();
    // In steps, so that a window drawn larger does not ask for a picture of every size on the way.
    constexpr int kStepOfBox = 256;
    const int steps = std::max(1, static_cast<int>(std::ceil(side / kStepOfBox)));
    return {steps * kStepOfBox, steps * kStepOfBox};
}

QTransform PageCanvas::toScreen() const
{
    const capture::PageFrame where = frame();
    const double by = scale();
    return where.fromPage * QTransform::fromTranslate(-where.size.width() / 2, -where.size.height() / 2) *
           QTransform::fromScale(by, by) *
           QTransform::fromTranslate(width() / 2.0 + m_offset.x(), height() / 2.0 + m_offset.y());
}

void PageCanvas::move(QPointF by)
{
    m_offset += by;
    bound();
    update();
}

/// A page never leaves the window: what is larger may be moved as far as its edges, what is smaller not.
void PageCanvas::bound()
{
    if (m_picture.isNull()) {
        return;
    }
    const QSizeF shown = frame().size * scale();
    const double x = std::max(0.0, (shown.width() - width()) / 2 + m_theme.k(kMargin));
    const double y = std::max(0.0, (shown.height() - height()) / 2 + m_theme.k(kMargin));
    const bool wide = shown.width() > width();
    const bool high = shown.height() > height();
    m_offset.setX(wide ? std::clamp(m_offset.x(), -x, x) : 0);
    m_offset.setY(high ? std::clamp(m_offset.y(), -y, y) : 0);
}

void PageCanvas::beginCut()
{
    if (m_picture.isNull() || m_cutting) {
        return;
    }
    m_cutting = true;
    m_cut = CutFrame(m_edit);
    m_offset = {};
    update();
    Q_EMIT cutChanged();
}

void PageCanvas::endCut(bool take)
{
    if (!m_cutting) {
        return;
    }
    m_cutting = false;
    m_dragEdge = -1;
    m_drawing = false;
    unsetCursor();
    update();
    if (take) {
        Q_EMIT cutTaken(m_cut.edit());
    }
    Q_EMIT cutChanged();
}

bool PageCanvas::cutKey(QKeyEvent* event)
{
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : kStep;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        endCut(true);
        return true;
    case Qt::Key_Escape:
        endCut(false);
        return true;
    case Qt::Key_Left:
        by = {-1, 0};
        break;
    case Qt::Key_Right:
        by = {1, 0};
        break;
    case Qt::Key_Up:
        by = {0, -1};
        break;
    case Qt::Key_Down:
        by = {0, 1};
        break;
    default:
        return false;
    }
    m_cut.step(by, step);
    update();
    return true;
}

bool PageCanvas::event(QEvent* event)
{
    // Tab would leave the canvas; while a page is cut it goes round its edges.
    if (m_cutting && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            m_cut.chooseEdge(m_cut.edge() + (key->key() == Qt::Key_Tab ? 1 : -1));
            update();
            Q_EMIT cutChanged();
            return true;
        }
    }
    return QWidget::event(event);
}

void PageCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_cutting) {
        if (!cutKey(event)) {
            QWidget::keyPressEvent(event);
        }
        return;
    }
    const double far = m_theme.k(60);
    const bool left = event->key() == Qt::Key_Left;
    if (event->modifiers() == Qt::ShiftModifier && (left || event->key() == Qt::Key_Right)) {
        move({left ? far : -far, 0}); // without Shift it is the next page
        return;
    }
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Up:
        move({0, far});
        return;
    case Qt::Key_Down:
        move({0, -far});
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1);
        return;
    case Qt::Key_Minus:
        zoomBy(-1);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_1:
        setZoom(1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PageCanvas::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(event->angleDelta().y() >= kNotch ? 1 : event->angleDelta().y() <= -kNotch ? -1 : 0);
    } else {
        move(QPointF(event->angleDelta()) * 0.5);
    }
    event->accept();
}

QPointF PageCanvas::shareOf(QPointF screen) const
{
    const QPointF page = toScreen().inverted().map(screen);
    return {std::clamp(page.x() / m_picture.width(), 0.0, 1.0),
            std::clamp(page.y() / m_picture.height(), 0.0, 1.0)};
}

int PageCanvas::edgeAt(QPointF screen) const
{
    const double near = m_theme.k(kNear) / std::max(scale(), 1e-6);
    return m_cut.edgeAt(toScreen().inverted().map(screen), m_picture.size(), near);
}

void PageCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_picture.isNull()) {
        return;
    }
    m_from = event->position();
    if (!m_cutting) {
        m_dragging = true;
        return;
    }
    m_dragEdge = edgeAt(m_from);
    m_drawing = m_dragEdge < 0;
    if (m_dragEdge >= 0) {
        m_cut.chooseEdge(m_dragEdge);
        update();
        Q_EMIT cutChanged();
    }
}

void PageCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        move(event->position() - m_from);
        m_from = event->position();
    } else if (m_cutting && m_dragEdge >= 0) {
        m_cut.dragTo(m_dragEdge, shareOf(event->position()));
        update();
    } else if (m_cutting && m_drawing) {
        m_cut.drawTo(shareOf(m_from), shareOf(event->position()));
        update();
    } else if (m_cutting) {
        setCursor(edgeAt(event->position()) >= 0 ? Qt::SizeAllCursor : Qt::CrossCursor);
    }
}

void PageCanvas::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragging = false;
    m_dragEdge = -1;
    m_drawing = false;
}

void PageCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    bound();
    Q_EMIT zoomChanged();
}

void PageCanvas::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Sunken));
    if (m_picture.isNull()) {
        painter.setPen(m_theme.color(Token::Text2));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        const QTransform screen = toScreen();
        const capture::PageFrame where = frame();
        const QPolygonF paper =
            (where.fromPage.inverted() * screen).map(QPolygonF(QRectF({0, 0}, where.size)));
        QPainterPath sheet;
        sheet.addPolygon(paper);
        painter.fillPath(sheet, m_theme.color(Token::Paper));
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.save();
        painter.setTransform(screen);
        painter.setClipRect(where.cut);
        painter.drawImage(QPointF(0, 0), m_picture);
        painter.restore();
        paintWatermark(painter, m_theme, paper, m_watermark);
        painter.setPen(QPen(m_theme.color(Token::Border), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(paper);
        if (m_cutting) {
            m_cut.paint(painter, m_theme, rect(), screen, m_picture.size());
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Focus), m_theme.focusWidth()));
        painter.setBrush(Qt::NoBrush);
        const int inset = m_theme.focusWidth() / 2;
        painter.drawRect(rect().adjusted(inset, inset, -inset - 1, -inset - 1));
    }
}

} // namespace ow::ui
