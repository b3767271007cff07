// SPDX-License-Identifier: GPL-3.0-or-later
// The lower half of PaperLayout: seal and code, signatures, and what stands in the margins.
#include "papers/paperlayout.h"
#include "papers/papermetrics.h"
#include "papers/phrases.h"

#include <QTransform>

#include <algorithm>

namespace ow::papers {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr double kMargin = 9 * kPoint;
constexpr double kSealRadius = 20.0; ///< round seals of departments are 40 to 45 mm across
constexpr double kSealCentreX = kRight - 36.0;
constexpr double kSealBox = 72.0;
constexpr double kCode = 25.0;
constexpr double kWatermark = 62.0;
const QColor kFaint(0xe2, 0xe2, 0xe2);
const QColor kHint(0x80, 0x80, 0x80);

} // namespace

void PaperLayout::keepLastLines()
{
    // A seal never stands on a sheet without text of the paper it seals: the last lines go with it.
    const std::size_t count = m_strips.size();
    for (std::size_t i = count > 3 ? count - 3 : 0; i < count; ++i) {
        m_strips[i].keepWithNext = true;
    }
}

void PaperLayout::addBlock(const ClosingBlock& block)
{
    keepLastLines();
    std::vector<TextLine> beside;
    for (const TemplateText& text : block.besideCode) {
        const StyledText words = text.fill(m_values);
        if (!plain(words).isEmpty()) {
            for (TextLine& line : m_typesetter.lines(words, {kSmall, 46.0, 0, Qt::black})) {
                beside.push_back(std::move(line));
            }
        }
    }
    std::vector<TextLine> under =
        m_typesetter.lines(block.authority.fill(m_values), {kBody, kSealBox, 0, Qt::black});
    for (TextLine& line : m_typesetter.lines(block.date.fill(m_values), {kBody, kSealBox, 0, Qt::black})) {
        under.push_back(std::move(line));
    }
    const double body = bodyLine();
    const double small = smallLine();
    const TextLine hint = m_typesetter.line(phrase(m_paper, u"sealHint"_s), kSmall, false, kHint);
    const double sealTop = 1.0;
    const double wordsTop = sealTop + kSealRadius + 1.0;
    const double height =
        std::max(sealTop + 2 * kSealRadius, wordsTop + static_cast<double>(under.size()) * body) + 1.0;
    m_strips.push_back(
        {height, 3.0, true, false,
         [=, code = m_code.path](std::vector<Piece>& pieces, const Strip::Spot& spot) {
             pieces.emplace_back(CirclePiece{{kSealCentreX, spot.y + sealTop + kSealRadius}, kSealRadius});
             place(pieces, hint, {kSealCentreX - hint.width / 2, spot.y + sealTop + 12.0});
             double y = spot.y + wordsTop;
             for (const TextLine& line : under) {
                 place(pieces, line, {kSealCentreX - line.width / 2, baseline(y, body, kBody)});
                 y += body;
             }
             const double codeTop = spot.y + height - kCode - 3.0;
             QTransform to;
             to.translate(kLeft, codeTop);
             to.scale(kCode, kCode);
             pieces.emplace_back(ShapePiece{to.map(code)});
             y = codeTop + kCode - static_cast<double>(beside.size()) * small;
             for (const TextLine& line : beside) {
                 place(pieces, line, {kLeft + kCode + 4.0, baseline(y, small, kSmall)});
                 y += small;
             }
         }});
}

void PaperLayout::addBlock(const SignaturesBlock& block)
{
    struct Cell
    {
        std::vector<TextLine> lines;
        double x = 0;
        double width = 0;
        bool fill = false;
    };

    constexpr double kGap = 4.0;
    const double small = smallLine();
    std::vector<std::vector<Cell>> rows;
    double height = 3.0;
    for (const auto& row : block.rows) {
        std::vector<Cell> cells;
        std::size_t lines = 0;
        const double width = kMeasure / static_cast<double>(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const StyledText words = row[i].text.fill(m_values);
            if (plain(words).isEmpty()) {
                continue;
            }
            cells.push_back({m_typesetter.lines(words, {kSmall, width - kGap, 0, Qt::black}),
                             kLeft + static_cast<double>(i) * width, width, row[i].fill});
            lines = std::max(lines, cells.back().lines.size());
        }
        height += static_cast<double>(lines) * small;
        rows.push_back(std::move(cells));
    }
    m_strips.push_back(
        {height, 3.0, false, true, [rows, small](std::vector<Piece>& pieces, const Strip::Spot& spot) {
             pieces.emplace_back(LinePiece{{kLeft, spot.y + 1}, {kRight, spot.y + 1}});
             double y = spot.y + 3.0;
             for (const std::vector<Cell>& row : rows) {
                 std::size_t lines = 0;
                 for (const Cell& cell : row) {
                     lines = std::max(lines, cell.lines.size());
                     double base = baseline(y, small, kSmall);
                     for (const TextLine& line : cell.lines) {
                         place(pieces, line, {cell.x, base});
                         base += small;
                     }
                     if (cell.fill) {
                         const double from = cell.x + cell.lines.back().width + 1;
                         base += 0.9 - small;
                         pieces.emplace_back(LinePiece{{from, base}, {cell.x + cell.width - 1, base}});
                     }
                 }
                 y += static_cast<double>(lines) * small;
             }
         }});
}

void PaperLayout::addWatermark(Sheet& sheet)
{
    const QPointF centre(Sheet::kWidth / 2, Sheet::kHeight / 2);
    const TextLine mark =
        m_typesetter.line(phrase(m_paper, u"trainingWatermark"_s), kWatermark, true, kFaint);
    std::vector<Piece> under;
    place(under, mark, {centre.x() - mark.width / 2, centre.y() + 0.37 * kWatermark});
    for (Piece& piece : under) {
        auto& glyphs = std::get<GlyphPiece>(piece);
        glyphs.turn = -35;
        glyphs.pivot = centre;
    }
    sheet.pieces.insert(sheet.pieces.begin(), under.begin(), under.end());
}

void PaperLayout::dress(Sheet& sheet, const QString& copyLabel, int page, int pages)
{
    constexpr double kHeadline = 16.5;
    constexpr double kFootline = Sheet::kHeight - 14.0;
    if (m_request.training) {
        addWatermark(sheet);
        const TextLine line = m_typesetter.line(phrase(m_paper, u"trainingLine"_s), kBody, true);
        place(sheet.pieces, line, {(Sheet::kWidth - line.width) / 2, kHeadline});
    }
    const TextLine copy = m_typesetter.line(copyLabel, kMargin);
    place(sheet.pieces, copy, {kRight - copy.width, kHeadline});
    const TextLine number = m_typesetter.line(m_values.value(u"number"_s), kMargin);
    if (page > 1) {
        place(sheet.pieces, number, {kLeft, kHeadline});
    }
    const TextLine count =
        m_typesetter.line(phrase(m_paper, u"pageOf"_s,
                                 {{u"page"_s, QString::number(page)}, {u"pages"_s, QString::number(pages)}}),
                          kMargin);
    place(sheet.pieces, count, {(Sheet::kWidth - count.width) / 2, kFootline});
}

} // namespace ow::papers
