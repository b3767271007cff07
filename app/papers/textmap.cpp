// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/textmap.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <map>

namespace ow::papers {

namespace {

/// A CMap may have at most this many entries in one section.
constexpr std::size_t kSection = 100;

QByteArray hex4(std::size_t number)
{
    return QByteArray::number(static_cast<qulonglong>(number), 16).rightJustified(4, '0');
}

QByteArray utf16Hex(char32_t character)
{
    QByteArray hex;
    for (const QChar unit : QString::fromUcs4(&character, 1)) {
        hex += hex4(unit.unicode());
    }
    return hex;
}

/// Glyph number -> UTF-16 unit of the map that QPdfWriter wrote.
std::map<int, char16_t> readMap(const QByteArray& map)
{
    static const QRegularExpression range(
        QStringLiteral("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (?:\\[([^\\]]*)\\]|<([0-9A-Fa-f]{4})>)"));
    static const QRegularExpression unit(QStringLiteral("<([0-9A-Fa-f]{4})>"));
    std::map<int, char16_t> entries;
    auto ranges = range.globalMatch(QString::fromLatin1(map));
    while (ranges.hasNext()) {
        const QRegularExpressionMatch match = ranges.next();
        int glyph = match.captured(1).toInt(nullptr, 16);
        const int last = match.captured(2).toInt(nullptr, 16);
        if (match.captured(4).isEmpty()) {
            auto units = unit.globalMatch(match.captured(3));
            while (units.hasNext()) {
                entries[glyph++] = static_cast<char16_t>(units.next().captured(1).toUInt(nullptr, 16));
            }
        } else {
            for (uint code = match.captured(4).toUInt(nullptr, 16); glyph <= last; ++code) {
                entries[glyph++] = static_cast<char16_t>(code);
            }
        }
    }
    return entries;
}

} // namespace

std::vector<FaceUse> facesUsed(const std::vector<Sheet>& sheets)
{
    std::vector<FaceUse> uses;
    std::map<int, QSet<quint32>> seen;
    for (const Sheet& sheet : sheets) {
        for (const Piece& piece : sheet.pieces) {
            const auto* set = std::get_if<GlyphPiece>(&piece);
            if (set == nullptr || set->glyphs.empty()) {
                continue;
            }
            auto use = std::ranges::find(uses, set->face, &FaceUse::face);
            if (use == uses.end()) {
                use = uses.insert(uses.end(), {set->face, {}, {}});
            }
            QSet<quint32>& known = seen[set->face];
            for (std::size_t i = 0; i < set->glyphs.size(); ++i) {
                if (!known.contains(set->glyphs[i])) {
                    known.insert(set->glyphs[i]);
                    use->glyphs.push_back(set->glyphs[i]);
                    use->characters.push_back(set->text[i]);
                }
            }
        }
    }
    return uses;
}

QByteArray textMap(const FaceUse& use)
{
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    const std::size_t count = use.characters.size();
    for (std::size_t from = 0; from < count; from += kSection) {
        const std::size_t to = std::min(count, from + kSection);
        map += QByteArray::number(static_cast<qulonglong>(to - from)) + " beginbfchar\n";
        for (std::size_t i = from; i < to; ++i) {
            map += '<' + hex4(i + 1) + "> <" + utf16Hex(use.characters[i]) + ">\n";
        }
        map += "endbfchar\n";
    }
    map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return map;
}

bool agrees(const FaceUse& use, const QByteArray& writersMap, const FontSet& fonts)
{
    const QRawFont font = fonts.face(use.face, 100);
    const int count = static_cast<int>(use.glyphs.size());
    for (const auto& [number, unit] : readMap(writersMap)) {
        if (number > count) {
            return false;
        }
        // The writer has a tab where the blank is, and nothing for characters beyond the basic plane.
        if (number == 0 || unit == 0 || unit == u'\t') {
            continue;
        }
        const QList<quint32> glyphs = font.glyphIndexesForString(QString(QChar(unit)));
        if (glyphs.isEmpty() || glyphs.first() != use.glyphs[static_cast<std::size_t>(number) - 1]) {
            return false;
        }
    }
    return true;
}

} // namespace ow::papers
