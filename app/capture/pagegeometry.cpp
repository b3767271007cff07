// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pagegeometry.h"

namespace ow::capture {

namespace {

constexpr double kParts = 10'000;  // PageEdit counts cuts in ten-thousandths
constexpr double kSkewParts = 100; // and skew in hundredths of a degree
constexpr double kQuarter = 90;

} // namespace

PageFrame frameOf(QSizeF page, const domain::PageEdit& edit)
{
    PageFrame frame;
    frame.cut = QRectF(
        QPointF(page.width() * edit.cutLeft / kParts, page.height() * edit.cutTop / kParts),
        QPointF(page.width() * (1 - edit.cutRight / kParts), page.height() * (1 - edit.cutBottom / kParts)));
    QTransform turn;
    turn.rotate(edit.quarterTurns * kQuarter + edit.skew / kSkewParts); // clockwise, as y grows downwards
    const QRectF box = turn.mapRect(frame.cut);
    frame.size = box.size();
    frame.fromPage = turn * QTransform::fromTranslate(-box.left(), -box.top());
    return frame;
}

} // namespace ow::capture
