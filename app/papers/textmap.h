// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/fontset.h"
#include "papers/sheet.h"

#include <QByteArray>

#include <vector>

namespace ow::papers {

/// The characters of one embedded font, in the order in which its glyphs were first drawn: QPdfWriter numbers
/// the glyphs of a subset 1, 2, 3… in that order.
struct FaceUse
{
    int face = 0;
    std::vector<quint32> glyphs;
    std::vector<char32_t> characters;
};

/// Faces in the order in which they were first drawn, which is also the order of QPdfWriter's font objects.
[[nodiscard]] std::vector<FaceUse> facesUsed(const std::vector<Sheet>& sheets);

/// The map from glyph numbers to Unicode (PDF 32000-1, 9.10.3).
[[nodiscard]] QByteArray textMap(const FaceUse& use);

/// Whether the map QPdfWriter wrote speaks of the same glyphs: every character it knows must have, in this
/// face, the glyph we count at that place.
[[nodiscard]] bool agrees(const FaceUse& use, const QByteArray& writersMap, const FontSet& fonts);

} // namespace ow::papers
