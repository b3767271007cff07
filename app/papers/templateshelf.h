// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/papertemplate.h"
#include "papers/templatereader.h"

#include <QString>

#include <vector>

namespace ow::papers {

/// All templates at hand. A value, immutable after loading, so any thread may read it.
class TemplateShelf
{
public:
    /// The templates that come with the program.
    [[nodiscard]] static tl::expected<TemplateShelf, TemplateFaults> builtIn();
    /// Every *.json of a folder, in order of name; two documents of one (id, version) are a fault.
    [[nodiscard]] static tl::expected<TemplateShelf, TemplateFaults> load(const QString& folder);

    /// For reprints: exactly this version. Null when it is not there.
    [[nodiscard]] const PaperTemplate* find(const QString& id, int version) const;
    /// For a new paper: the highest version of this kind that has the regime. Null when there is none.
    [[nodiscard]] const PaperTemplate* latest(PaperKind kind, const QString& typeCode) const;

    [[nodiscard]] const std::vector<PaperTemplate>& all() const { return m_templates; }

private:
    std::vector<PaperTemplate> m_templates;
};

} // namespace ow::papers
