// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ow::ui {

/// The ring around the primary action; a sibling above it that lets every click through.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    FocusRing(const Theme& theme, QWidget* parent);

    /// Room on each side of what it surrounds.
    [[nodiscard]] int reach() const { return m_theme.focusWidth() + kGap; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr int kGap = 2;
    const Theme& m_theme;
};

} // namespace ow::ui
