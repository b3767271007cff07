// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagepreviews.h"
#include "desk/todaydesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace ow::ui {

/// The materials of a case, one page at a time in the order of the guide, as large as there is room. Pages
/// are made off the GUI thread; until one is there, the place says so.
class PagePane : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    PagePane(const Theme& theme, desk::PagePreviews& previews, QWidget* parent = nullptr);

    void setPages(std::vector<desk::MaterialPage> pages);

    void clear() { setPages({}); }

    /// Next or previous page; stops at the ends.
    void step(int by);

    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect paperRect() const;
    void describe();

    const Theme& m_theme;
    desk::PagePreviews& m_previews;
    std::vector<desk::MaterialPage> m_pages;
    int m_current = 0;
    QString m_failed; ///< blob that cannot be shown
};

} // namespace ow::ui
