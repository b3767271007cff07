// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/testpage.h"

#include "papers/sheet.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>

namespace ow::papers {

namespace {

constexpr double kEdge = 10;
constexpr double kCentimetre = 10;
constexpr double kMark = 3;
constexpr int kGreys = 11;
constexpr double kInchMm = 25.4;
constexpr int kDpi = 600;

void paintMarks(QPainter& painter)
{
    painter.drawRect(QRectF(kEdge, kEdge, Sheet::kWidth - 2 * kEdge, Sheet::kHeight - 2 * kEdge));
    for (double x = kEdge; x <= Sheet::kWidth - kEdge; x += kCentimetre) {
        painter.drawLine(QPointF(x, kEdge), QPointF(x, kEdge + kMark));
    }
    for (double y = kEdge; y <= Sheet::kHeight - kEdge; y += kCentimetre) {
        painter.drawLine(QPointF(kEdge, y), QPointF(kEdge + kMark, y));
    }
    for (int i = 0; i < kGreys; ++i) {
        const int grey = 255 - 255 * i / (kGreys - 1);
        painter.fillRect(QRectF(30 + 12 * i, 110, 12, 12), QColor(grey, grey, grey));
    }
}

} // namespace

QByteArray testPage(const QStringList& lines)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(kDpi);
    QPainter painter(&writer);
    painter.scale(kDpi / kInchMm, kDpi / kInchMm);
    painter.setPen(QPen(Qt::black, 0.2));
    paintMarks(painter);
    QFont font(QStringLiteral("Noto Serif CJK SC"));
    font.setPixelSize(6);
    painter.setFont(font);
    double y = 50;
    for (const QString& line : lines) {
        painter.drawText(QPointF(30, y), line);
        y += 12;
    }
    painter.end();
    return bytes;
}

} // namespace ow::papers
