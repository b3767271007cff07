// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/statewords.h"

#include <QWidget>

namespace ow::ui {

class Theme;

/// A state in a heading: icon and word on the state's ground, 22 px. Never in tables; in high contrast it has
/// an edge.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(const Theme& theme, QWidget* parent = nullptr);

    void setState(const StateWord& state);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    StateWord m_state;
};

} // namespace ow::ui
