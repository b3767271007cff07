// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagepreviews.h"
#include "ui/capture/cutframe.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace ow::ui {

/// One page, as its edit has it: fitted or magnified, moved by arrows and mouse, and while it is being cut,
/// whole with the part that stays in the light. Knows nothing of where pages come from.
class PageCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PageCanvas(const Theme& theme, QWidget* parent = nullptr);

    /// A null picture: the page is being fetched; what is said stands in its place. `whole`: the picture is
    /// as large as the page is, so that one of its pixels at 100 % is one of the screen.
    void setPage(const QImage& picture, bool whole, const domain::PageEdit& edit);
    void setMessage(const QString& sentence);
    void setEdit(const domain::PageEdit& edit);

    /// A sentence slanting over the page as it is shown, so that a picture taken of it says what the page may
    /// serve for; empty: none.
    void setWatermark(const QString& sentence)
    {
        m_watermark = sentence;
        update();
    }

    [[nodiscard]] const QString& watermark() const { return m_watermark; }

    /// Back to the whole page in the window.
    void fit();
    /// 1 = one pixel of the page for one of the screen.
    void setZoom(double zoom);
    void zoomBy(int steps);

    [[nodiscard]] bool isFitted() const { return m_zoom <= 0; }

    /// Of the screen to the page, as it is shown now; 0 while nothing is.
    [[nodiscard]] double scale() const;

    /// Picture wanted for the present size, in device pixels.
    [[nodiscard]] QSize wantedBox() const;

    /// Tab goes round the edges, arrows move one (Shift: further), Enter takes it, Esc leaves it; with the
    /// mouse an edge is dragged or a new frame drawn.
    void beginCut();
    void endCut(bool take);

    [[nodiscard]] bool isCutting() const { return m_cutting; }

Q_SIGNALS:
    void cutTaken(const ow::domain::PageEdit& edit);
    void cutChanged(); ///< begun, left, or another edge chosen
    void zoomChanged();
    /// What is shown is to be magnified and is not as large as the page.
    void wholeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] domain::PageEdit shownEdit() const; ///< without its cuts while they are being made
    [[nodiscard]] capture::PageFrame frame() const;
    [[nodiscard]] double fitScale(QSizeF size) const;
    [[nodiscard]] QTransform toScreen() const;
    void move(QPointF by);
    void bound();
    bool cutKey(QKeyEvent* event);
    /// Of the page's width and height.
    [[nodiscard]] QPointF shareOf(QPointF screen) const;
    [[nodiscard]] int edgeAt(QPointF screen) const; ///< -1: none

    const Theme& m_theme;
    QImage m_picture;
    bool m_whole = false;
    QString m_message;
    QString m_watermark;
    domain::PageEdit m_edit;
    double m_zoom = 0; ///< 0: fitted
    QPointF m_offset;  ///< of the page's centre from the window's, screen px
    bool m_cutting = false;
    CutFrame m_cut;
    int m_dragEdge = -1;
    bool m_dragging = false;
    bool m_drawing = false;
    QPointF m_from;
};

} // namespace ow::ui
