// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QWidget>

#include <vector>

namespace ow::ui {

struct Segment
{
    QString word = {};
    QString count = {}; ///< bold behind the word; empty: none
    Tone tone = Tone::Plain;
};

/// One of a few views: 在办 42 | 临期 3 | 全部 1,286. Left and right move, as in a group of radio buttons.
class SegmentBar : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentBar(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Keeps the chosen place when there are as many as before, else chooses the first.
    void setSegments(const std::vector<Segment>& segments);

    [[nodiscard]] int current() const { return m_group.checkedId(); }

    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

private:
    const Theme& m_theme;
    QButtonGroup m_group;
};

} // namespace ow::ui
