// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/watermark.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr double kSlant = -24;   // degrees
constexpr double kLength = 0.86; // of the page's width, measured along the longest line
constexpr int kTimes = 3;
constexpr float kInk = 0.4F; // the page is read through it

/// One clause a line, so that the letters are large enough to be read on a small picture.
QStringList clauses(const QString& sentence)
{
    const QChar comma(u'，');
    QStringList lines = sentence.split(comma, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        lines[i] += comma;
    }
    return lines;
}

} // namespace

void paintWatermark(QPainter& painter, const Theme& theme, const QPolygonF& paper, const QString& sentence)
{
    if (sentence.isEmpty()) {
        return;
    }
    const QRectF sheet = paper.boundingRect();
    QFont font = theme.font(TextStyle::Body);
    const QStringList lines = clauses(sentence);
    double wide = 0;
    for (const QString& line : lines) {
        wide = std::max(wide, QFontMetricsF(font).horizontalAdvance(line));
    }
    const double size = font.pixelSize() * kLength * sheet.width() / std::max(1.0, wide);
    font.setPixelSize(std::max(1, static_cast<int>(size)));
    const double high = QFontMetricsF(font).height() * static_cast<double>(lines.size());
    QPainterPath page;
    page.addPolygon(paper);
    QColor ink = theme.color(Token::Seal);
    ink.setAlphaF(kInk);
    painter.save();
    painter.setClipPath(page, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    painter.setPen(ink);
    for (int i = 0; i < kTimes; ++i) {
        const double down = (2.0 * i + 1) / (2 * kTimes);
        painter.save();
        painter.translate(sheet.center().x(), sheet.top() + sheet.height() * down);
        painter.rotate(kSlant);
        painter.drawText(QRectF(-sheet.width(), -high / 2, 2 * sheet.width(), high), Qt::AlignCenter,
                         lines.join(u'\n'));
        painter.restore();
    }
    painter.restore();
}

} // namespace ow::ui
