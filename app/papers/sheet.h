// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <variant>
#include <vector>

namespace ow::papers {

/// Glyphs of one face, placed. Positions are where each glyph's origin lies, in millimetres before `turn`
/// (degrees about `pivot`) is applied. `text` has one code point for each glyph: it becomes the text map of
/// the PDF.
struct GlyphPiece
{
    int face = 0;    ///< index into FontSet
    double size = 0; ///< em in mm
    std::vector<quint32> glyphs;
    std::vector<QPointF> positions;
    std::u32string text;
    QColor color = Qt::black;
    double turn = 0;
    QPointF pivot;
};

struct LinePiece
{
    QPointF from;
    QPointF to;
    double width = 0.18;
};

struct CirclePiece
{
    QPointF centre;
    double radius = 0;
};

/// Filled shape painted without anti-aliasing: the modules of a code.
struct ShapePiece
{
    QPainterPath path;
};

using Piece = std::variant<GlyphPiece, LinePiece, CirclePiece, ShapePiece>;

/// One A4 sheet: everything on it in painting order, in millimetres from its upper left corner.
struct Sheet
{
    static constexpr double kWidth = 210.0;
    static constexpr double kHeight = 297.0;
    std::vector<Piece> pieces;
};

} // namespace ow::papers
