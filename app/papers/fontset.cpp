// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/fontset.h"

#include <QFont>

#include <array>

namespace ow::papers {

namespace {

/// Families in order of choice; the first must be there (it is what the papers look like), the others help
/// out.
constexpr std::array<const char16_t*, 4> kFamilies{u"Noto Serif CJK SC", u"Noto Sans CJK SC",
                                                   u"WenQuanYi Micro Hei", u"DejaVu Serif"};

/// Advances are measured at this size, unhinted, and used as fractions of the em.
constexpr double kMeasureSize = 1000.0;

} // namespace

domain::Result<FontSet> FontSet::make()
{
    FontSet set;
    for (std::size_t i = 0; i < kFamilies.size(); ++i) {
        const QString family = QString::fromUtf16(kFamilies.at(i));
        for (const bool bold : {false, true}) {
            QFont font(family);
            font.setPixelSize(static_cast<int>(kMeasureSize));
            font.setBold(bold);
            font.setHintingPreference(QFont::PreferNoHinting);
            QRawFont raw = QRawFont::fromFont(font);
            if (raw.isValid() && raw.familyName() == family) {
                set.m_faces.push_back({static_cast<int>(2 * i + (bold ? 1U : 0U)), raw});
            } else if (i == 0) {
                return domain::fail(domain::ErrorCode::PaperFailed,
                                    QStringLiteral("font family not installed: %1").arg(family),
                                    QStringLiteral("font"));
            }
        }
    }
    return set;
}

std::optional<SetGlyph> FontSet::find(char32_t character, bool bold)
{
    const quint64 key = (static_cast<quint64>(character) << 1U) | (bold ? 1U : 0U);
    if (const auto known = m_known.constFind(key); known != m_known.constEnd()) {
        return *known;
    }
    std::optional<SetGlyph> found;
    const QString text = QString::fromUcs4(&character, 1);
    for (const Face& face : m_faces) {
        if ((face.number % 2 == 1) != bold) {
            continue;
        }
        const QList<quint32> glyphs = face.font.glyphIndexesForString(text);
        if (!glyphs.isEmpty() && glyphs.first() != 0) {
            const QList<QPointF> advances = face.font.advancesForGlyphIndexes({glyphs.first()});
            found = SetGlyph{face.number, glyphs.first(), advances.first().x() / kMeasureSize};
            break;
        }
    }
    m_known.insert(key, found);
    return found;
}

QRawFont FontSet::face(int number, double pixelSize) const
{
    for (const Face& face : m_faces) {
        if (face.number == number) {
            QRawFont font = face.font;
            font.setPixelSize(pixelSize);
            return font;
        }
    }
    return {};
}

} // namespace ow::papers
