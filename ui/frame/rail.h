// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/pageinfo.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace ow::ui {

class RailButton;

/// The pages of a role at the left, 76 px: icon over word, the current one with the accent bar; under 1000 px
/// of logical width 44 px with icons and tool tips. A badge only for things a person must decide. The key
/// sheet at the foot.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void setPages(std::vector<PageInfo> pages);

    [[nodiscard]] const std::vector<PageInfo>& pages() const { return m_pages; }

    void setCurrent(const QString& id);
    void setBadge(const QString& id, int count);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pageChosen(const QString& id);
    void keysWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();

    const Theme& m_theme;
    std::vector<PageInfo> m_pages;
    std::vector<RailButton*> m_buttons; ///< children, one a page
    RailButton* m_keys;
    QButtonGroup m_group;
    QVBoxLayout* m_column;
    bool m_narrow = false;
};

} // namespace ow::ui
