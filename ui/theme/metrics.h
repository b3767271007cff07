// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace ow::ui {

/// How much room a page has, by its logical width (window width / type scale).
enum class WidthClass {
    OneRegion,    ///< under 1000: one region at a time, the rail shows icons only
    TwoColumns,   ///< 1000 to 1199: the guide folds
    ThreeColumns, ///< from 1200
};

/// Every size of the house in device-independent pixels, already multiplied by the type scale; lines and bars
/// are not scaled. Read from `size` in tokens.json; nothing in ui/ writes a size of its own except through
/// k().
class Metrics
{
public:
#define OW_SIZES(X)                                                                                          \
    X(railWidth)                                                                                             \
    X(railWidthNarrow)                                                                                       \
    X(railItem)                                                                                              \
    X(topBar)                                                                                                \
    X(pageBar)                                                                                               \
    X(caseHeader)                                                                                            \
    X(paneHeader)                                                                                            \
    X(statusStrip)                                                                                           \
    X(field)                                                                                                 \
    X(fieldLabel)                                                                                            \
    X(button)                                                                                                \
    X(secondaryTall)                                                                                         \
    X(primary)                                                                                               \
    X(applicantButton)                                                                                       \
    X(tableRow)                                                                                              \
    X(treeRow)                                                                                               \
    X(listRow)                                                                                               \
    X(findingRow)                                                                                            \
    X(materialRow)                                                                                           \
    X(timelineRow)                                                                                           \
    X(queueRowTwoLine)                                                                                       \
    X(queueRowThreeLine)                                                                                     \
    X(searchBox)                                                                                             \
    X(searchBoxOpen)                                                                                         \
    X(searchRow)                                                                                             \
    X(groupHead)                                                                                             \
    X(personRow)                                                                                             \
    X(signInPane)                                                                                            \
    X(keySheet)                                                                                              \
    X(banner)                                                                                                \
    X(sectionHeader)                                                                                         \
    X(summaryRow)                                                                                            \
    X(pill)                                                                                                  \
    X(badge)                                                                                                 \
    X(icon)                                                                                                  \
    X(railIcon)                                                                                              \
    X(thumbWidth)                                                                                            \
    X(thumbHeight)                                                                                           \
    X(thumbLargeWidth)                                                                                       \
    X(thumbLargeHeight)                                                                                      \
    X(radius)                                                                                                \
    X(radiusSmall)                                                                                           \
    X(hairline)                                                                                              \
    X(border)                                                                                                \
    X(borderError)                                                                                           \
    X(focus)                                                                                                 \
    X(focusContrast)                                                                                         \
    X(bar)                                                                                                   \
    X(scrollBar)                                                                                             \
    X(scrollHandle)                                                                                          \
    X(minHit)

#define X(name) int name = 0;
    OW_SIZES(X)
#undef X

    Metrics() = default;
    /// `table` is the whole tokens.json; a size that is missing there stays 0, which a test refuses.
    Metrics(const QJsonObject& table, int percent);

    /// A length at 100 % in the pixels of this scale.
    [[nodiscard]] int k(double px) const;

    [[nodiscard]] int percent() const
    {
        return m_percent;
    }

    [[nodiscard]] WidthClass widthClass(int windowWidth) const;

private:
    int m_percent = 100;
    int m_threeColumns = 0;
    int m_twoColumns = 0;
};

} // namespace ow::ui
