// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QThreadPool>

#include <vector>

namespace ow::ui {

/// The pages of a PDF one below the other on the paper colour of the theme. At 100 % a page fits the width,
/// up to a width that reads well. Only pages in sight and their neighbours are drawn, on worker threads, and
/// only those pictures are kept.
class PaperPages : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PaperPages(const Theme& theme, QWidget* parent = nullptr);

    void setPdf(const QByteArray& pdf);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }

    /// Null until it has been drawn at the present size.
    [[nodiscard]] QImage picture(int page) const;

    /// Percent of the width that fits: one of the steps from 50 to 200.
    [[nodiscard]] int zoom() const { return m_zoom; }

    void zoomBy(int steps);
    void zoomToFit();

Q_SIGNALS:
    void opened(int pages);
    void failed(const ow::domain::Error& error);
    void zoomChanged(int percent);
    void drawn(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Page
    {
        QSizeF points;
        QRect place; ///< in the strip of all pages, device-independent px
    };

    void setZoom(int percent);
    void layOut();
    void drawInSight();
    void takePicture(int page, const QImage& picture, int question);
    [[nodiscard]] QPoint offset() const;
    [[nodiscard]] QSize pixelsOf(const Page& page) const;

    const Theme& m_theme;
    QByteArray m_pdf;
    std::vector<Page> m_pages;
    QHash<int, QImage> m_pictures; ///< may be of an older size until the new one is there
    QSet<int> m_underWay;
    int m_paper = 0;    ///< which paper an answer about pages belongs to
    int m_question = 0; ///< which paper and size a picture belongs to
    int m_zoom = 100;
    QThreadPool m_drawing; ///< goes with the pages and waits for the one being drawn
    QSize m_strip;
};

} // namespace ow::ui
