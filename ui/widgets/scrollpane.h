// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ow::ui {

/// Content that is as wide as its place and may be higher: it scrolls up and down, never sideways, has no
/// frame of its own and is no stop for Tab.
class ScrollPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPane(QWidget* parent = nullptr);
};

} // namespace ow::ui
