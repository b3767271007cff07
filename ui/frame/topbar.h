// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace ow::ui {

class KeyButton;
class SearchBox;

/// 48 px on top: the search box, and at the right what the page wants to say. When there is room for one
/// region only, the title of the page stands here and the box opens over it.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] SearchBox& search() { return *m_search; }

    /// Puts the focus into the search box, opening it first where it is folded.
    void openSearch();
    void setNarrow(bool narrow);
    /// Shown only when narrow.
    void setTitle(const QString& title);
    /// Parts of one page, taken over; shown by setPage.
    void addSide(const QString& page, QWidget* side);
    void setPage(const QString& page);

private:
    void layOut();

    const Theme& m_theme;
    QHBoxLayout* m_row;
    SearchBox* m_search;
    KeyButton* m_open;
    QLabel* m_title;
    QStackedWidget* m_sides;
    bool m_narrow = false;
};

} // namespace ow::ui
