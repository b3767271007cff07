// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/papertemplate.h"
#include "papers/qrcode.h"
#include "papers/sheet.h"
#include "papers/sheetflow.h"
#include "papers/typesetter.h"

#include <QMap>
#include <QString>

#include <vector>

namespace ow::papers {

/// Turns a template's blocks and a request's values into the sheets of one paper. Used once, by
/// PaperDocument, which has checked the request.
class PaperLayout
{
public:
    PaperLayout(const PaperTemplate& paper, const PaperRequest& request, QMap<QString, QString> values,
                Typesetter& typesetter, QrShape code);

    /// The sheets of all copies asked for, one copy after the other.
    [[nodiscard]] std::vector<Sheet> sheets();

private:
    void addBlocks();
    void addTitle(const QString& title);
    void addParagraph(const StyledText& text, ParagraphBlock::Style style);
    void addBlock(const ParagraphBlock& block);
    void addBlock(const TableBlock& block);
    void addBlock(const FindingsBlock& block);
    void addBlock(const ClosingBlock& block);
    void addBlock(const SignaturesBlock& block);

    struct RowCell
    {
        double x = 0;
        double width = 0;
        bool label = false;
        std::vector<TextLine> lines;
    };

    [[nodiscard]] std::vector<RowCell> rowCells(const std::vector<TableBlock::Cell>& row);
    void addRow(const std::vector<RowCell>& cells, bool firstOfTable);
    void addLines(const std::vector<TextLine>& lines, double x, double height, double size, double before);
    void addFinding(int number, const PaperFinding& finding, const FindingsBlock& block);
    void dress(Sheet& sheet, const QString& copyLabel, int page, int pages);
    void addWatermark(Sheet& sheet);
    [[nodiscard]] double bodyLine() const;
    [[nodiscard]] double smallLine() const;
    [[nodiscard]] double tableLine() const;
    void keepLastLines();

    const PaperTemplate& m_paper;
    const PaperRequest& m_request;
    QMap<QString, QString> m_values;
    Typesetter& m_typesetter;
    QrShape m_code;
    std::vector<Strip> m_strips;
    double m_leading = 1.0; ///< line heights times this: a paper a few lines too long is set a little closer
};

} // namespace ow::papers
