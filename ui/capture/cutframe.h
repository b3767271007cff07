// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"
#include "ui/theme/theme.h"

#include <QPointF>
#include <QRect>
#include <QSize>
#include <QTransform>

class QPainter;

namespace ow::ui {

/// The frame of a page while it is being cut: four edges, one of which the arrows move. Counts like PageEdit,
/// in ten-thousandths of the page before it was turned.
class CutFrame
{
public:
    enum Edge { Left, Top, Right, Bottom };

    explicit CutFrame(const domain::PageEdit& edit = {})
        : m_edit(edit)
    {
    }

    [[nodiscard]] const domain::PageEdit& edit() const { return m_edit; }

    [[nodiscard]] int edge() const { return m_edge; }

    void chooseEdge(int edge) { m_edge = (edge + 4) % 4; }

    /// Moves the chosen edge as an arrow means it on the screen, the page being turned.
    void step(QPointF direction, int parts);
    /// Of the page's width and height, 0 to 1.
    void dragTo(int edge, QPointF share);
    void drawTo(QPointF from, QPointF to);
    /// The edge no further than `near` from a point, all in px of the picture; -1: none.
    [[nodiscard]] int edgeAt(QPointF at, QSize picture, double near) const;
    /// What goes in the shade, the frame, and the chosen edge thicker.
    void paint(QPainter& painter, const Theme& theme, const QRect& window, const QTransform& screen,
               QSize picture) const;

private:
    [[nodiscard]] int& cutOf(int edge);
    [[nodiscard]] QRectF rect(QSize picture) const;
    void setCut(int edge, int parts);

    domain::PageEdit m_edit;
    int m_edge = Left;
};

} // namespace ow::ui
