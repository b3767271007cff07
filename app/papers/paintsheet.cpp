// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/fontset.h"
#include "papers/pdffile.h"

#include <QGlyphRun>
#include <QPainter>

namespace ow::papers {

namespace {

/// Text is drawn in units of 1/1200 inch: glyph outlines are kept in 1/64 of a unit, too coarse for
/// millimetres.
constexpr double kTextUnit = 25.4 / 1200.0;
/// Thin enough to be covered by the seal, thick enough to be seen.
constexpr double kDashedPen = 0.25;

void paintGlyphs(QPainter& painter, const GlyphPiece& piece, const FontSet& fonts)
{
    QList<QPointF> positions;
    positions.reserve(static_cast<qsizetype>(piece.positions.size()));
    for (const QPointF& position : piece.positions) {
        positions.append((position - piece.pivot) / kTextUnit);
    }
    QGlyphRun run;
    run.setRawFont(fonts.face(piece.face, piece.size / kTextUnit));
    run.setGlyphIndexes(QList<quint32>(piece.glyphs.begin(), piece.glyphs.end()));
    run.setPositions(positions);
    painter.save();
    painter.setPen(piece.color);
    painter.translate(piece.pivot);
    painter.rotate(piece.turn);
    painter.scale(kTextUnit, kTextUnit);
    painter.drawGlyphRun({}, run);
    painter.restore();
}

void paintPiece(QPainter& painter, const LinePiece& piece)
{
    painter.setPen(QPen(Qt::black, piece.width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLine(piece.from, piece.to);
}

void paintPiece(QPainter& painter, const CirclePiece& piece)
{
    painter.setBrush(Qt::NoBrush);
    QPen pen(QColor(0x80, 0x80, 0x80), kDashedPen, Qt::CustomDashLine);
    pen.setDashPattern({6, 5});
    painter.setPen(pen);
    painter.drawEllipse(piece.centre, piece.radius, piece.radius);
}

void paintPiece(QPainter& painter, const ShapePiece& piece)
{
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(piece.path, Qt::black);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
}

} // namespace

void paintSheet(QPainter& painter, const Sheet& sheet, const FontSet& fonts)
{
    for (const Piece& piece : sheet.pieces) {
        if (const auto* glyphs = std::get_if<GlyphPiece>(&piece)) {
            paintGlyphs(painter, *glyphs, fonts);
        } else if (const auto* line = std::get_if<LinePiece>(&piece)) {
            paintPiece(painter, *line);
        } else if (const auto* circle = std::get_if<CirclePiece>(&piece)) {
            paintPiece(painter, *circle);
        } else if (const auto* shape = std::get_if<ShapePiece>(&piece)) {
            paintPiece(painter, *shape);
        }
    }
}

} // namespace ow::papers
