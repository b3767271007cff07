// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QRawFont>

#include <optional>
#include <vector>

namespace ow::papers {

/// One character as it will be drawn.
struct SetGlyph
{
    int face = 0;
    quint32 glyph = 0;
    double advance = 0; ///< in em
};

/// The faces of a paper: Noto Serif CJK SC, and what stands in for characters it lacks. Glyphs come straight
/// from the faces' character maps, without substitutions, so that every glyph in the PDF has exactly one
/// character: shaped Latin digits of this font have none and would be lost when the text is read back. A face
/// number names the same face on every thread; the set itself is used only on the thread that made it
/// (QRawFont).
class FontSet
{
public:
    [[nodiscard]] static domain::Result<FontSet> make();

    /// Nothing when no face has the character.
    [[nodiscard]] std::optional<SetGlyph> find(char32_t character, bool bold);
    [[nodiscard]] QRawFont face(int face, double pixelSize) const;

private:
    struct Face
    {
        int number = 0;
        QRawFont font;
    };

    std::vector<Face> m_faces; ///< regular and bold of each family, in order of choice
    QHash<quint64, std::optional<SetGlyph>> m_known;
};

} // namespace ow::papers
