// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/cutframe.h"

#include "desk/pagepreviews.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::ui {

namespace {

constexpr int kParts = 10'000;
constexpr int kLeast = 500; // that each pair of cuts leaves
constexpr double kSmallestFrame = 0.05;

} // namespace

int& CutFrame::cutOf(int edge)
{
    switch (edge) {
    case Left:
        return m_edit.cutLeft;
    case Top:
        return m_edit.cutTop;
    case Right:
        return m_edit.cutRight;
    default:
        return m_edit.cutBottom;
    }
}

QRectF CutFrame::rect(QSize picture) const
{
    return capture::frameOf(picture, m_edit).cut;
}

void CutFrame::setCut(int edge, int parts)
{
    const int other = cutOf((edge + 2) % 4);
    cutOf(edge) = std::clamp(parts, 0, kParts - kLeast - other);
}

void CutFrame::step(QPointF direction, int parts)
{
    constexpr double kQuarter = 90;
    QTransform back;
    back.rotate(-kQuarter * m_edit.quarterTurns);
    const QPointF along = back.map(direction);
    const bool sideways = m_edge == Left || m_edge == Right;
    const double inward = (m_edge == Left || m_edge == Top ? 1.0 : -1.0) * (sideways ? along.x() : along.y());
    setCut(m_edge, cutOf(m_edge) + static_cast<int>(std::lround(inward)) * parts);
}

void CutFrame::dragTo(int edge, QPointF share)
{
    const std::array places{share.x(), share.y(), 1 - share.x(), 1 - share.y()};
    m_edge = edge;
    setCut(edge, static_cast<int>(std::lround(places[static_cast<std::size_t>(edge)] * kParts)));
}

void CutFrame::drawTo(QPointF from, QPointF to)
{
    if (std::abs(to.x() - from.x()) < kSmallestFrame || std::abs(to.y() - from.y()) < kSmallestFrame) {
        return; // a click is no frame
    }
    m_edit.cutLeft = static_cast<int>(std::min(from.x(), to.x()) * kParts);
    m_edit.cutTop = static_cast<int>(std::min(from.y(), to.y()) * kParts);
    m_edit.cutRight = static_cast<int>((1 - std::max(from.x(), to.x())) * kParts);
    m_edit.cutBottom = static_cast<int>((1 - std::max(from.y(), to.y())) * kParts);
}

int CutFrame::edgeAt(QPointF at, QSize picture, double near) const
{
    const QRectF cut = rect(picture);
    const std::array distances{std::abs(at.x() - cut.left()), std::abs(at.y() - cut.top()),
                               std::abs(at.x() - cut.right()), std::abs(at.y() - cut.bottom())};
    const auto* closest = std::ranges::min_element(distances);
    const QRectF about = cut.adjusted(-near, -near, near, near);
    return *closest <= near && about.contains(at) ? static_cast<int>(closest - distances.begin()) : -1;
}

void CutFrame::paint(QPainter& painter, const Theme& theme, const QRect& window, const QTransform& screen,
                     QSize picture) const
{
    const QRectF cut = rect(picture);
    QPainterPath outside;
    outside.addRect(QRectF(window));
    QPainterPath inside;
    inside.addPolygon(screen.map(QPolygonF(cut)));
    QColor shade = theme.color(Token::Sunken);
    constexpr float kShade = 0.72F;
    shade.setAlphaF(kShade);
    painter.fillPath(outside.subtracted(inside), shade);
    painter.setPen(QPen(theme.color(Token::Focus), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(inside);
    const std::array edges{QLineF(cut.topLeft(), cut.bottomLeft()), QLineF(cut.topLeft(), cut.topRight()),
                           QLineF(cut.topRight(), cut.bottomRight()),
                           QLineF(cut.bottomLeft(), cut.bottomRight())};
    painter.setPen(QPen(theme.color(Token::Focus), theme.metrics().bar + 1));
    painter.drawLine(screen.map(edges[static_cast<std::size_t>(m_edge)]));
}

} // namespace ow::ui
