// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fieldedit.h"

namespace ow::ui {

/// The filter over a list, reached by `/`, whose cap it shows while it is empty. Esc empties it, Esc again
/// leaves; Enter and ↓ go to the list.
class FilterEdit : public FieldEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
};

} // namespace ow::ui
