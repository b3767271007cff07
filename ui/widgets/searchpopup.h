// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlist.h"
#include "ui/widgets/searchmodel.h"

#include <QFrame>

namespace ow::ui {

/// The list under the search box: a frameless child of the window over the page, so that focus and IME stay
/// in the box. Never takes the focus.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    SearchPopup(const Theme& theme, QWidget* window);

    void setHits(std::vector<SearchRow> hits);
    void setFooter(std::vector<KeyWord> keys);

    [[nodiscard]] const SearchModel& model() const { return m_model; }

    /// Chosen hit, -1 for none.
    [[nodiscard]] int currentHit() const { return m_model.hitAt(m_list->currentRow()); }

    void setCurrentHit(int hit);

    void step(int by) { m_list->step(by); }

    [[nodiscard]] RowList& list() { return *m_list; }

    /// Under `anchor` (in the window's coordinates), as high as its rows, but inside the window.
    void place(const QRect& anchor);

Q_SIGNALS:
    void hitClicked(int hit);
    void currentHitChanged(int hit);

private:
    class Footer;

    const Theme& m_theme;
    SearchModel m_model;
    RowList* m_list;
    Footer* m_footer;
};

} // namespace ow::ui
