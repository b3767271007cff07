// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/paperrequest.h"
#include "papers/templatetext.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace ow::papers {

/// A paragraph of body text. `heading` is bold and without indent; `flush` has no indent (the addressee's
/// line).
struct ParagraphBlock
{
    enum class Style { Body, Flush, Heading };
    TemplateText text;
    Style style = Style::Body;
};

/// A row is one or two pairs of label and value; pairs whose value is empty are left out.
struct TableBlock
{
    struct Cell
    {
        QString label;
        TemplateText value;
    };

    std::vector<std::vector<Cell>> rows;
};

/// A numbered list of the request's findings or its advice; `basis` and `where` are lines under each
/// and may name its {due} day.
struct FindingsBlock
{
    bool advice = false;
    TemplateText heading; ///< printed only when there is something to list
    TemplateText basis;
    TemplateText where;
};

/// Code at the left, authority and date under the place of the seal at the right. Never parted from the text
/// before.
struct ClosingBlock
{
    std::vector<TemplateText> besideCode;
    TemplateText authority;
    TemplateText date;
};

/// Lines at the foot of the last page: who received, who signs, when. `fill` draws a line to write on.
struct SignaturesBlock
{
    struct Cell
    {
        TemplateText text;
        bool fill = false;
    };

    std::vector<std::vector<Cell>> rows;
};

using BlockContent = std::variant<ParagraphBlock, TableBlock, FindingsBlock, ClosingBlock, SignaturesBlock>;

struct TemplateBlock
{
    QStringList regimes; ///< type codes it is for; empty = all
    BlockContent content;
};

/// What a paper is called and must contain under one regime, and the words that differ between regimes.
struct RegimeWords
{
    QString title;
    QMap<QString, QString> words; ///< own placeholders, {matter} and the like
    QStringList required;         ///< placeholders that must not be empty
};

struct CopyLabel
{
    PaperCopy copy = PaperCopy::Applicant;
    QString label; ///< 第一联　申请人留存
};

/// One paper kind and version, as data. Built only by TemplateReader; (id, version) is never given twice, so
/// an old paper can be printed again word for word.
struct PaperTemplate
{
    QString id;
    int version = 0;
    PaperKind kind = PaperKind::Acceptance;
    QMap<QString, RegimeWords> regimes; ///< by type code
    std::vector<CopyLabel> copies;
    std::vector<TemplateBlock> blocks;
    QMap<QString, TemplateText>
        phrases; ///< by phraseTable() name: 你单位, the form of a date, 第 n 页 共 m 页
};

} // namespace ow::papers
