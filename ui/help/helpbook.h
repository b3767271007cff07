// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ow::ui {

/// The manual cut into its sections. A section begins with a line `<!-- id: intake -->` and the heading under
/// it; pages link to it by that id.
class HelpBook
{
public:
    struct Section
    {
        QString id;
        QString title;
        QString text; ///< Markdown, without the heading
    };

    /// Empty when there is no section in it.
    [[nodiscard]] static HelpBook parse(const QString& markdown);
    /// The manual that comes with the program.
    [[nodiscard]] static HelpBook builtIn();

    [[nodiscard]] const std::vector<Section>& sections() const { return m_sections; }

    /// -1 when there is none of this id.
    [[nodiscard]] int indexOf(const QString& id) const;
    /// Places of the sections that hold every one of the words, in heading or text; all for no word.
    [[nodiscard]] std::vector<int> find(const QString& words) const;

private:
    std::vector<Section> m_sections;
};

} // namespace ow::ui
