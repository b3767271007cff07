// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/sanechoice.h"

#include <algorithm>

namespace ow::capture {

namespace {

using namespace Qt::StringLiterals;

bool has(const QString& text, QLatin1StringView word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

bool isDuplex(const QString& source)
{
    return has(source, "duplex"_L1);
}

bool isFeeder(const QString& source)
{
    return has(source, "adf"_L1) || has(source, "feed"_L1) || isDuplex(source);
}

/// The backs of the sheets alone: never wanted.
bool isBackOnly(const QString& source)
{
    return has(source, "back"_L1);
}

bool isFlatbed(const QString& source)
{
    return has(source, "flatbed"_L1) || has(source, "normal"_L1) || has(source, "platen"_L1) ||
           source.compare("fb"_L1, Qt::CaseInsensitive) == 0;
}

/// How well a name says a mode; 0: not at all. The plain word wins over its variants.
int fits(const QString& mode, ScanMode wanted)
{
    const bool binary =
        has(mode, "lineart"_L1) || has(mode, "binary"_L1) || has(mode, "black"_L1) || has(mode, "mono"_L1);
    const bool screened = has(mode, "halftone"_L1) || has(mode, "diffusion"_L1) || has(mode, "dither"_L1);
    const bool grey = has(mode, "gray"_L1) || has(mode, "grey"_L1);
    const bool colour = has(mode, "color"_L1) || has(mode, "colour"_L1);
    const bool right = wanted == ScanMode::Colour ? colour && !binary && !screened
                       : wanted == ScanMode::Grey ? grey && !colour && !screened
                                                  : binary && !screened && !grey && !colour;
    if (!right) {
        return 0;
    }
    const bool deep = mode.contains("16"_L1) || mode.contains("48"_L1);
    return deep ? 1 : has(mode, "fast"_L1) ? 2 : 3;
}

} // namespace

std::optional<QString> chooseSource(const QStringList& offered, ScanSource wanted, bool duplex)
{
    std::optional<QString> best;
    int bestRank = 0;
    for (const QString& source : offered) {
        int rank = 0;
        if (wanted == ScanSource::Flatbed) {
            rank = isFlatbed(source) && !isFeeder(source) ? 1 : 0;
        } else if (isFeeder(source) && !isBackOnly(source)) {
            rank = isDuplex(source) == duplex ? 2 : duplex ? 1 : 0;
        }
        if (rank > bestRank) {
            best = source;
            bestRank = rank;
        }
    }
    return best;
}

std::optional<QString> chooseMode(const QStringList& offered, ScanMode wanted)
{
    std::optional<QString> best;
    int bestRank = 0;
    for (const QString& mode : offered) {
        if (const int rank = fits(mode, wanted); rank > bestRank) {
            best = mode;
            bestRank = rank;
        }
    }
    return best;
}

int chooseDpi(const QList<int>& offered, int wanted)
{
    int finer = 0;
    int finest = 0;
    for (const int dpi : offered) {
        finest = std::max(finest, dpi);
        if (dpi >= wanted && (finer == 0 || dpi < finer)) {
            finer = dpi;
        }
    }
    return finer != 0 ? finer : finest;
}

} // namespace ow::capture
