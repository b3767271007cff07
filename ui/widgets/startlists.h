// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace ow::ui {

/// One line one can act on.
struct StartRow
{
    QString id = {};
    QString key = {};  ///< digit or F-key as a cap; empty: none
    QString icon = {}; ///< instead of a leading key
    QString text = {};
    QString right = {}; ///< "本月 23", "09:10"
};

struct StartColumn
{
    QString title = {};
    QString note = {}; ///< beside the title
    std::vector<StartRow> rows = {};
    QString foot = {}; ///< a quiet line under the rows
    bool keyAtRight = false;
};

/// An empty page does not draw pictures: it lists what one can begin with (常办 1–9, 暂存, 也可以这样开始).
class StartLists : public QWidget
{
    Q_OBJECT

public:
    explicit StartLists(const Theme& theme, QWidget* parent = nullptr);
    void setColumns(std::vector<StartColumn> columns);

Q_SIGNALS:
    void chosen(const QString& id);
    void removeWanted(const QString& id); ///< Delete
    /// Menu key or right button; `at` on the screen.
    void menuWanted(const QString& id, const QPoint& at);

private:
    void rebuild();

    const Theme& m_theme;
    std::vector<StartColumn> m_columns;
    QWidget* m_content = nullptr;
};

} // namespace ow::ui
