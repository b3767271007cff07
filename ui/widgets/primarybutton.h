// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/keybutton.h"

#include <QPointer>

namespace ow::ui {

class FocusRing;

/// The one primary action of a page: lower right, 40 px, Ctrl+Enter. It carries the verb the law allows now
/// and never moves; when it is disabled, the line above it says why. The focus shows as a 2 px ring outside,
/// with a 2 px gap, painted on the parent: leave 4 px around it.
class PrimaryButton : public KeyButton
{
    Q_OBJECT

public:
    PrimaryButton(const Theme& theme, const QString& text, QWidget* parent = nullptr);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void placeRing();

    QPointer<FocusRing> m_ring; ///< child of our parent, which may die before us
};

} // namespace ow::ui
