// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/fontset.h"
#include "papers/sheet.h"
#include "papers/templatetext.h"

#include <QPointF>

#include <optional>
#include <vector>

namespace ow::papers {

/// A line of text set from (0, baseline 0); millimetres.
struct TextLine
{
    std::vector<GlyphPiece> pieces;
    double width = 0; ///< without blanks at its end
};

/// Breaks text into lines by the rules of Unicode (UAX 14: no full stop at the head of a line, and so on) and
/// sets its glyphs; a word longer than the measure is broken anywhere rather than cut. Ragged right. Not
/// thread-safe.
class Typesetter
{
public:
    explicit Typesetter(FontSet fonts)
        : m_fonts(std::move(fonts))
    {
    }

    struct Measure
    {
        double size = 0;   ///< em, mm
        double width = 0;  ///< mm
        double indent = 0; ///< of the first line of every paragraph, mm
        QColor color = Qt::black;
    };

    [[nodiscard]] std::vector<TextLine> lines(const StyledText& text, const Measure& measure);
    /// One line, however long.
    [[nodiscard]] TextLine line(const QString& text, double size, bool bold = false,
                                QColor color = Qt::black);

    /// The first character that no face has; then the paper must not be given.
    [[nodiscard]] std::optional<char32_t> missing() const { return m_missing; }

private:
    struct Item;
    [[nodiscard]] std::vector<Item> itemsOf(const StyledText& text);
    [[nodiscard]] static TextLine setLine(const std::vector<Item>& items, std::size_t from, std::size_t to,
                                          double indent, const Measure& measure);

    FontSet m_fonts;
    std::optional<char32_t> m_missing;
};

/// Puts a line at a place: x of its start, y of its baseline.
void place(std::vector<Piece>& pieces, const TextLine& line, QPointF at);

} // namespace ow::papers
