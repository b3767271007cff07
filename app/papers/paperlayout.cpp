// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/paperlayout.h"

#include "papers/papermetrics.h"
#include "papers/phrases.h"

#include <algorithm>
#include <array>

namespace ow::papers {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr double kTitle = 22 * kPoint;
constexpr double kTitleLine = 30 * kPoint;
constexpr double kTableLine = 17.5 * kPoint;
constexpr double kCellPadX = 2.6;
constexpr double kCellPadY = 1.6;
constexpr double kLabelWidth = 27.0;
constexpr double kSecondLabelAt = 78.0;
/// Rows up to this many lines are never parted.
constexpr std::size_t kWholeRow = 8;
/// Looser first; below the last the lines would touch.
constexpr std::array<double, 3> kLeadings{1.0, 0.94, 0.88};

} // namespace

PaperLayout::PaperLayout(const PaperTemplate& paper, const PaperRequest& request,
                         QMap<QString, QString> values, Typesetter& typesetter, QrShape code)
    : m_paper(paper)
    , m_request(request)
    , m_values(std::move(values))
    , m_typesetter(typesetter)
    , m_code(std::move(code))
{
}

std::vector<Sheet> PaperLayout::sheets()
{
    // A seal alone on a second sheet is a waste and looks odd: rather closer lines, if that saves the sheet.
    std::vector<Sheet> leaf;
    for (const double leading : kLeadings) {
        m_leading = leading;
        addBlocks();
        std::vector<Sheet> tried = flow(m_strips, kTop, kBottom);
        if (leaf.empty() || tried.size() < leaf.size()) {
            leaf = std::move(tried);
        }
        if (leaf.size() == 1) {
            break;
        }
    }
    std::vector<Sheet> all;
    for (const CopyLabel& copy : m_paper.copies) {
        const auto& wanted = m_request.copies;
        if (!wanted.empty() && std::ranges::find(wanted, copy.copy) == wanted.end()) {
            continue;
        }
        for (std::size_t i = 0; i < leaf.size(); ++i) {
            Sheet sheet = leaf[i];
            dress(sheet, copy.label, static_cast<int>(i) + 1, static_cast<int>(leaf.size()));
            all.push_back(std::move(sheet));
        }
    }
    return all;
}

void PaperLayout::addBlocks()
{
    m_strips.clear();
    addTitle(m_paper.regimes.value(m_request.typeCode).title);
    for (const TemplateBlock& block : m_paper.blocks) {
        if (block.regimes.isEmpty() || block.regimes.contains(m_request.typeCode)) {
            std::visit([this](const auto& content) { addBlock(content); }, block.content);
        }
    }
}

double PaperLayout::bodyLine() const
{
    return kBodyLine * m_leading;
}

double PaperLayout::smallLine() const
{
    return kSmallLine * m_leading;
}

double PaperLayout::tableLine() const
{
    return kTableLine * m_leading;
}

void PaperLayout::addTitle(const QString& title)
{
    const auto centred = [this](const StyledText& text, double size, double height, double before) {
        for (TextLine& line : m_typesetter.lines(text, {size, kMeasure, 0, Qt::black})) {
            m_strips.push_back(
                {height, before, true, false,
                 [line, size, height](std::vector<Piece>& pieces, const Strip::Spot& spot) {
                     place(pieces, line, {(Sheet::kWidth - line.width) / 2, baseline(spot.y, height, size)});
                 }});
        }
    };
    centred({{title, true}}, kTitle, kTitleLine, 0);
    centred({{m_values.value(u"number"_s), false}}, kBody, bodyLine(), 1.0);
    m_strips.back().height += 4.0;
}

void PaperLayout::addLines(const std::vector<TextLine>& lines, double x, double height, double size,
                           double before)
{
    const std::size_t first = m_strips.size();
    for (const TextLine& line : lines) {
        m_strips.push_back({height, m_strips.size() == first ? before : 0.0, false, false,
                            [line, x, height, size](std::vector<Piece>& pieces, const Strip::Spot& spot) {
                                place(pieces, line, {x, baseline(spot.y, height, size)});
                            }});
    }
    // No single line of a paragraph alone at the foot or the head of a sheet.
    if (lines.size() > 1) {
        m_strips[first].keepWithNext = true;
        m_strips[m_strips.size() - 2].keepWithNext = true;
    }
}

void PaperLayout::addParagraph(const StyledText& text, ParagraphBlock::Style style)
{
    if (plain(text).trimmed().isEmpty()) {
        return;
    }
    const bool body = style == ParagraphBlock::Style::Body;
    addLines(m_typesetter.lines(text, {kBody, kMeasure, body ? 2 * kBody : 0.0, Qt::black}), kLeft,
             bodyLine(), kBody, style == ParagraphBlock::Style::Heading ? 2.0 : 0.0);
    if (style != ParagraphBlock::Style::Body) {
        m_strips.back().keepWithNext = true;
    }
}

void PaperLayout::addBlock(const ParagraphBlock& block)
{
    StyledText text = block.text.fill(m_values);
    if (block.style == ParagraphBlock::Style::Heading) {
        for (StyledRun& run : text) {
            run.bold = true;
        }
    }
    addParagraph(text, block.style);
}

std::vector<PaperLayout::RowCell> PaperLayout::rowCells(const std::vector<TableBlock::Cell>& row)
{
    struct Pair
    {
        QString label;
        StyledText value;
    };

    std::vector<Pair> pairs;
    for (const TableBlock::Cell& cell : row) {
        StyledText value = cell.value.fill(m_values);
        if (!plain(value).isEmpty()) {
            pairs.push_back({cell.label, std::move(value)});
        }
    }
    std::vector<RowCell> cells;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double start = i == 0 ? 0.0 : kSecondLabelAt;
        const double end = i == 0 && pairs.size() > 1 ? kSecondLabelAt : kMeasure;
        const double inner = end - start - kLabelWidth - 2 * kCellPadX;
        cells.push_back(
            {start, kLabelWidth, true,
             m_typesetter.lines({{pairs[i].label, false}}, {kBody, kLabelWidth - 2, 0, Qt::black})});
        cells.push_back({start + kLabelWidth, end - start - kLabelWidth, false,
                         m_typesetter.lines(pairs[i].value, {kBody, inner, 0, Qt::black})});
    }
    return cells;
}

namespace {

/// The frame of a row, or of the part of it that this sheet shows.
void paintFrame(std::vector<Piece>& pieces, double top, double bottom, bool over, bool under)
{
    if (over) {
        pieces.emplace_back(LinePiece{{kLeft, top}, {kRight, top}});
    }
    if (under) {
        pieces.emplace_back(LinePiece{{kLeft, bottom}, {kRight, bottom}});
    }
    pieces.emplace_back(LinePiece{{kRight, top}, {kRight, bottom}});
}

} // namespace

void PaperLayout::addRow(const std::vector<RowCell>& cells, bool firstOfTable)
{
    std::size_t count = 0;
    for (const RowCell& cell : cells) {
        count = std::max(count, cell.lines.size());
    }
    // A tall row is dealt out line by line, so that no list of materials is ever cut.
    const std::size_t step = count <= kWholeRow ? count : 1;
    const double line = tableLine();
    for (std::size_t from = 0; from < count; from += step) {
        const bool head = from == 0;
        const bool tail = from + step >= count;
        const double above = head ? kCellPadY : 0.0;
        const double height = above + static_cast<double>(step) * line + (tail ? kCellPadY : 0.0);
        const bool keep = count > step && (from == 0 || from + 2 == count);
        m_strips.push_back({height, head && firstOfTable ? 2.5 : 0.0, keep, false,
                            [=](std::vector<Piece>& pieces, const Strip::Spot& spot) {
                                const double top = spot.y - (spot.first && !head ? kCellPadY : 0.0);
                                const double bottom =
                                    spot.y + height + (spot.last && !tail ? kCellPadY : 0.0);
                                paintFrame(pieces, top, bottom, head || spot.first, tail || spot.last);
                                for (const RowCell& cell : cells) {
                                    const double left = kLeft + cell.x;
                                    pieces.emplace_back(LinePiece{{left, top}, {left, bottom}});
                                    // The label again where a row goes on, on the next sheet.
                                    const bool again = cell.label && spot.first;
                                    const std::size_t start = again ? 0 : from;
                                    const std::size_t end = std::min(cell.lines.size(), start + step);
                                    double y = spot.y + above;
                                    if (step == count) {
                                        y += static_cast<double>(count - cell.lines.size()) * line / 2;
                                    }
                                    for (std::size_t i = start; i < end; ++i) {
                                        const TextLine& text = cell.lines[i];
                                        const double x =
                                            cell.label ? (cell.width - text.width) / 2 : kCellPadX;
                                        place(pieces, text, {left + x, baseline(y, line, kBody)});
                                        y += line;
                                    }
                                }
                            }});
    }
}

void PaperLayout::addBlock(const TableBlock& block)
{
    bool first = true;
    for (const auto& row : block.rows) {
        const std::vector<RowCell> cells = rowCells(row);
        if (!cells.empty()) {
            addRow(cells, first);
            first = false;
        }
    }
    if (!first) {
        m_strips.push_back({2.5, 0, false, false, [](std::vector<Piece>&, const Strip::Spot&) {}});
    }
}

void PaperLayout::addFinding(int number, const PaperFinding& finding, const FindingsBlock& block)
{
    const TextLine label = m_typesetter.line(QStringLiteral("%1.").arg(number), kBody, true);
    const double indent = std::max(2 * kBody, label.width + 1.2);
    const std::size_t first = m_strips.size();
    const StyledText sentence{{printable(finding.sentence), false}};
    addLines(m_typesetter.lines(sentence, {kBody, kMeasure - indent, 0, Qt::black}), kLeft + indent,
             bodyLine(), kBody, 0.8);
    // The number stands on the first line of its sentence.
    m_strips[first].paint = [label, height = bodyLine(), paint = m_strips[first].paint](
                                std::vector<Piece>& pieces, const Strip::Spot& spot) {
        place(pieces, label, {kLeft, baseline(spot.y, height, kBody)});
        paint(pieces, spot);
    };
    QMap<QString, QString> values = m_values;
    values.insert(u"basis"_s, printable(finding.basis));
    values.insert(u"where"_s, printable(finding.where));
    values.insert(u"due"_s, dateWords(m_paper, finding.due));
    for (const TemplateText* extra : {&block.basis, &block.where}) {
        const StyledText text = extra->fill(values);
        if (!plain(text).isEmpty()) {
            m_strips.back().keepWithNext = true;
            addLines(m_typesetter.lines(text, {kSmall, kMeasure - indent, 0, Qt::black}), kLeft + indent,
                     smallLine(), kSmall, 0);
        }
    }
}

void PaperLayout::addBlock(const FindingsBlock& block)
{
    const std::vector<PaperFinding>& findings = block.advice ? m_request.advice : m_request.findings;
    if (findings.empty()) {
        return;
    }
    addBlock(ParagraphBlock{block.heading, ParagraphBlock::Style::Heading});
    int number = 0;
    for (const PaperFinding& finding : findings) {
        addFinding(++number, finding, block);
    }
    m_strips.push_back({1.5, 0, false, false, [](std::vector<Piece>&, const Strip::Spot&) {}});
}

} // namespace ow::papers
