// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace ow::ui {

struct Fact
{
    QString label = {};
    QString value = {};
    QString icon = {}; ///< left of the value; empty: none
    Tone tone = Tone::Plain;
    bool bold = false; ///< the value that matters most
    QString rest = {}; ///< quiet words behind the value
};

/// Facts as label and value, two columns. At sign-in 16 px with air, in details 14 px and dense.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Large, Dense };

    FactGrid(const Theme& theme, Size size, QWidget* parent = nullptr);
    void setFacts(std::vector<Fact> facts);

private:
    void rebuild();

    const Theme& m_theme;
    Size m_size;
    QGridLayout* m_grid;
    std::vector<Fact> m_facts;
};

} // namespace ow::ui
