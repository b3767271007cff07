// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/sheetflow.h"

#include <algorithm>

namespace ow::papers {

namespace {

struct Placed
{
    const Strip* strip = nullptr;
    double y = 0;
};

double heightOf(const std::vector<Strip>& strips, std::size_t from, std::size_t to, bool atHead)
{
    double height = 0;
    for (std::size_t i = from; i < to; ++i) {
        height += strips[i].height + (atHead && i == from ? 0.0 : strips[i].before);
    }
    return height;
}

Sheet paintSheet(const std::vector<Placed>& placed)
{
    Sheet sheet;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        placed[i].strip->paint(sheet.pieces, {placed[i].y, i == 0, i + 1 == placed.size()});
    }
    return sheet;
}

} // namespace

std::vector<Sheet> flow(const std::vector<Strip>& strips, double top, double bottom)
{
    std::vector<Sheet> sheets;
    std::vector<Placed> current;
    double y = top;
    const auto turn = [&] {
        sheets.push_back(paintSheet(current));
        current.clear();
        y = top;
    };
    for (std::size_t i = 0; i < strips.size();) {
        std::size_t end = i + 1;
        while (end < strips.size() && strips[end - 1].keepWithNext) {
            ++end;
        }
        const bool fitsSheet = heightOf(strips, i, end, true) <= bottom - top;
        if (!current.empty() && fitsSheet && y + heightOf(strips, i, end, false) > bottom) {
            turn();
        }
        for (; i < end; ++i) {
            const Strip& strip = strips[i];
            if (!current.empty() && y + strip.before + strip.height > bottom) {
                turn();
            }
            const double above = current.empty() ? 0.0 : strip.before;
            const double place = strip.atFoot ? std::max(y + above, bottom - strip.height) : y + above;
            current.push_back({&strip, place});
            y = place + strip.height;
        }
    }
    if (!current.empty() || sheets.empty()) {
        turn();
    }
    return sheets;
}

} // namespace ow::papers
