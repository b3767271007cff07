// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/typesetter.h"

#include <QTextBoundaryFinder>

#include <limits>

namespace ow::papers {

struct Typesetter::Item
{
    char32_t character = 0;
    SetGlyph glyph;
    bool breakBefore = false;

    [[nodiscard]] bool isBlank() const { return character == U' ' || character == U'\u3000'; }
};

std::vector<Typesetter::Item> Typesetter::itemsOf(const StyledText& text)
{
    QString whole;
    for (const StyledRun& run : text) {
        whole += run.text;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, whole);
    std::vector<Item> items;
    qsizetype position = 0;
    for (const StyledRun& run : text) {
        for (const char32_t character : run.text.toUcs4()) {
            finder.setPosition(position);
            Item item{character, {}, finder.isAtBoundary()};
            if (character != U'\n') {
                const std::optional<SetGlyph> glyph = m_fonts.find(character, run.bold);
                if (glyph) {
                    item.glyph = *glyph;
                } else if (!m_missing) {
                    m_missing = character;
                }
            }
            items.push_back(item);
            position += QChar::requiresSurrogates(character) ? 2 : 1;
        }
    }
    return items;
}

TextLine Typesetter::setLine(const std::vector<Item>& items, std::size_t from, std::size_t to, double indent,
                             const Measure& measure)
{
    while (to > from && items[to - 1].isBlank()) {
        --to;
    }
    TextLine line;
    double x = indent;
    for (std::size_t i = from; i < to; ++i) {
        const Item& item = items[i];
        if (line.pieces.empty() || line.pieces.back().face != item.glyph.face) {
            GlyphPiece piece;
            piece.face = item.glyph.face;
            piece.size = measure.size;
            piece.color = measure.color;
            line.pieces.push_back(std::move(piece));
        }
        GlyphPiece& piece = line.pieces.back();
        piece.glyphs.push_back(item.glyph.glyph);
        piece.positions.emplace_back(x, 0.0);
        piece.text.push_back(item.character);
        x += item.glyph.advance * measure.size;
    }
    line.width = x;
    return line;
}

std::vector<TextLine> Typesetter::lines(const StyledText& text, const Measure& measure)
{
    const std::vector<Item> items = itemsOf(text);
    std::vector<TextLine> lines;
    std::size_t start = 0;
    std::size_t chance = 0; // last place the line may end
    double indent = measure.indent;
    double x = indent;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.character == U'\n') {
            lines.push_back(setLine(items, start, i, indent, measure));
            start = chance = i + 1;
            x = indent = measure.indent;
            continue;
        }
        if (item.breakBefore && i > start) {
            chance = i;
        }
        const double advance = item.glyph.advance * measure.size;
        if (x + advance > measure.width && !item.isBlank() && i > start) {
            const std::size_t end = chance > start ? chance : i;
            lines.push_back(setLine(items, start, end, indent, measure));
            start = chance = end;
            while (start < i && items[start].isBlank()) {
                ++start;
            }
            x = indent = 0;
            for (std::size_t k = start; k < i; ++k) {
                x += items[k].glyph.advance * measure.size;
            }
        }
        x += advance;
    }
    if (start < items.size() || lines.empty()) {
        lines.push_back(setLine(items, start, items.size(), indent, measure));
    }
    return lines;
}

TextLine Typesetter::line(const QString& text, double size, bool bold, QColor color)
{
    return lines({{text, bold}}, {size, std::numeric_limits<double>::max(), 0, color}).front();
}

void place(std::vector<Piece>& pieces, const TextLine& line, QPointF at)
{
    for (const GlyphPiece& set : line.pieces) {
        GlyphPiece piece = set;
        for (QPointF& position : piece.positions) {
            position += at;
        }
        pieces.emplace_back(std::move(piece));
    }
}

} // namespace ow::papers
