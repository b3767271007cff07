// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/pagepane.h"

#include "ui/capture/watermark.h"
#include "ui/widgets/rowpainter.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

PagePane::PagePane(const Theme& theme, desk::PagePreviews& previews, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_previews(previews)
{
    connect(&previews, &desk::PagePreviews::ready, this, qOverload<>(&QWidget::update));
    connect(&previews, &desk::PagePreviews::failed, this, [this](const QString& blob) {
        if (count() > 0 && m_pages[static_cast<std::size_t>(m_current)].blob == blob) {
            m_failed = blob;
            update();
        }
    });
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void PagePane::setPages(std::vector<desk::MaterialPage> pages)
{
    m_pages = std::move(pages);
    m_current = 0;
    m_failed.clear();
    describe();
    update();
}

void PagePane::step(int by)
{
    const int next = std::clamp(m_current + by, 0, std::max(0, count() - 1));
    if (next != m_current) {
        m_current = next;
        m_failed.clear();
        describe();
        update();
    }
}

void PagePane::describe()
{
    if (m_pages.empty()) {
        setAccessibleName(tr("No pages"));
        return;
    }
    const desk::MaterialPage& page = m_pages[static_cast<std::size_t>(m_current)];
    setAccessibleName(tr("%1, page %2 of %3").arg(page.material).arg(m_current + 1).arg(count()));
}

QSize PagePane::sizeHint() const
{
    return {m_theme.k(420), m_theme.k(360)};
}

QSize PagePane::minimumSizeHint() const
{
    return {m_theme.k(160), m_theme.k(120)}; // list, form and pages fit from 1000 px
}

QRect PagePane::paperRect() const
{
    const int pad = m_theme.k(12);
    return rect().adjusted(pad, m_theme.k(36), -pad, -pad);
}

void PagePane::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Sunken));
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.color(Token::Hairline));
    RowPainter paint(painter, m_theme);
    const int pad = m_theme.k(12);
    const QRect head(pad, 0, width() - 2 * pad, m_theme.k(36));
    if (m_pages.empty()) {
        paint.text(head, tr("No pages were taken in."), TextStyle::Body, Token::Text2);
        return;
    }
    const desk::MaterialPage& page = m_pages[static_cast<std::size_t>(m_current)];
    const QString place = tr("Page %1 of %2").arg(m_current + 1).arg(count());
    const int right = RowPainter::textWidth(m_theme, place, TextStyle::Body);
    paint.text(head, place, TextStyle::Body, Token::Text2, Qt::AlignRight | Qt::AlignVCenter);
    paint.text(head.adjusted(0, 0, -right - m_theme.k(8), 0), page.material, TextStyle::BodyBold,
               Token::Text);
    const QRect area = paperRect();
    const qreal ratio = devicePixelRatioF();
    const QImage picture = m_previews.picture(page.blob, page.page, area.size() * ratio, page.edit);
    if (picture.isNull()) {
        paint.text(area, m_failed == page.blob ? tr("This page cannot be shown.") : tr("Being read…"),
                   TextStyle::Body, m_failed == page.blob ? Token::Block : Token::Text2, Qt::AlignCenter);
        return;
    }
    const QSize size = (QSizeF(picture.size()) / ratio).toSize().scaled(area.size(), Qt::KeepAspectRatio);
    const QSize shown = size.boundedTo((QSizeF(picture.size()) / ratio).toSize());
    QRect place0(QPoint(0, 0), shown);
    place0.moveCenter(area.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(place0, m_theme.color(Token::Paper));
    painter.drawImage(place0, picture);
    paintWatermark(painter, m_theme, QRectF(place0), page.watermark);
    painter.setPen(m_theme.color(Token::Hairline));
    painter.drawRect(place0.adjusted(0, 0, -1, -1));
}

} // namespace ow::ui
