// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

namespace ow::ui {

/// One hit. Rows of the same `group` stand together, in the order given; the heading is made from the first.
struct SearchRow
{
    QString group = {}; ///< "首字母 djys = 大件运输"; empty: no heading
    std::vector<MarkRange> groupMarks = {};
    QString code = {}; ///< identity for the page: item code, case number
    QString title = {};
    std::vector<MarkRange> titleMarks = {};
    QString second = {}; ///< "62-JT-XK-0007·行政许可·承诺 8 个工作日"
    QString right1 = {}; ///< "本窗口受理"
    Tone right1Tone = Tone::Second;
    QString right2 = {}; ///< "本月 23 件"
};

/// Key and word at the foot of the list.
struct KeyWord
{
    QString key = {};
    QString word = {};
};

} // namespace ow::ui
