// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/todaydesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class FindingList;
class PagePane;
class PaneHeader;
class TimelineList;

/// One case for reading: what it is, the findings as they stood at the decision, the form beside the pages of
/// its materials, what was done. Shows what it is given and asks nobody; what is private comes masked.
class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    ReadingPane(const Theme& theme, desk::PagePreviews& previews, QWidget* parent = nullptr);

    /// `place` is said at the right: "1 / 12".
    void showCase(const desk::TodayCase& shown, const QString& place, bool training);
    void clear();

    [[nodiscard]] const std::optional<desk::TodayCase>& shown() const { return m_shown; }

    [[nodiscard]] PagePane& pages() { return *m_pages; }

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeBody();
    void fillForm(const desk::TodayCase& shown, bool training);
    void layOut();

    const Theme& m_theme;
    std::optional<desk::TodayCase> m_shown;
    QWidget* m_content;
    QWidget* m_head = nullptr;
    QLabel* m_item = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_place = nullptr;
    FindingList* m_findings;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_formRows = nullptr;
    PagePane* m_pages;
    QLabel* m_nothing;
};

} // namespace ow::ui
