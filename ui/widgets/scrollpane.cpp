// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollpane.h"

namespace ow::ui {

ScrollPane::ScrollPane(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
}

} // namespace ow::ui
