// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace ow::papers {

/// A stretch of text in one weight.
struct StyledRun
{
    QString text;
    bool bold = false;
    friend bool operator==(const StyledRun&, const StyledRun&) = default;
};

using StyledText = std::vector<StyledRun>;

/// One sentence of a template. The whole notation: `{name}` is a value, `**…**` is bold, `[…]` is left out
/// when one of the values in it is empty; brackets do not nest. Values are put in after parsing and are never
/// read as notation.
class TemplateText
{
public:
    TemplateText() = default;

    /// The error is the reason, in English, naming what is wrong.
    [[nodiscard]] static tl::expected<TemplateText, QString> parse(const QString& source);

    [[nodiscard]] QStringList placeholders() const;
    [[nodiscard]] StyledText fill(const QMap<QString, QString>& values) const;

    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }

private:
    struct Part
    {
        QString text; ///< literal words or the name of a placeholder
        bool placeholder = false;
        bool bold = false;
        int option = -1; ///< number of the […] it stands in
    };

    std::vector<Part> m_parts;
};

} // namespace ow::papers
