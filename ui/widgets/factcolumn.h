// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/factgrid.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace ow::ui {

/// Facts to be read whole: label at the left, value and the quiet words under it, everything wrapped and
/// nothing elided. For guides and forms, whose texts are as long as they are. A fact without a label takes
/// the whole width.
class FactColumn : public QWidget
{
    Q_OBJECT

public:
    explicit FactColumn(const Theme& theme, QWidget* parent = nullptr);

    void setFacts(std::vector<Fact> facts);

private:
    void rebuild();

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<Fact> m_facts;
};

} // namespace ow::ui
