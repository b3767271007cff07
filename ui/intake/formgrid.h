// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace ow::ui {

class FormField;

/// The fields of a section on twelve columns; each spans 3, 4, 6 or 12, and the last of a row takes what is
/// left of it. In a pane under 560 px (at 100 %) 3 becomes 4 and 4 becomes 6.
class FormGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(const Theme& theme, QWidget* parent = nullptr);

    void add(FormField* field, int span);
    /// A hidden field leaves its place to the next one. Nothing moves until flow().
    void setShown(FormField* field, bool shown);
    void flow();

    /// The span a field of a guide wants, by what is typed into it and the length of its label.
    [[nodiscard]] static int spanFor(const domain::GuideField& field);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place
    {
        FormField* field;
        int span;
        bool shown = true;
    };

    [[nodiscard]] bool isTight() const;

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<Place> m_places;
    bool m_tight = false;
};

} // namespace ow::ui
