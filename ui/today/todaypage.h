// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/todaydesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace ow::ui {

class ActionCatalog;
class KeyButton;
class PrimaryButton;
class QueueList;
class ReadingPane;

/// 今日: the cases a chief looks through, the risky first, beside them the chosen one. A = 已核, R = 退回
/// with its reason, ↑↓ another case, Space the next page; Shift+↑↓ takes several for one A. Who is no chief
/// reads and has no actions. Under 1000 px of logical width the chosen case takes the place of the list.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    TodayPage(const Theme& theme, desk::Workplace& workplace, desk::TodayDesk& today,
              QWidget* parent = nullptr);

    /// Gives the page's keys to the catalogue, under the id the frame knows the page by.
    void addActions(ActionCatalog& actions, const QString& page);

    [[nodiscard]] QueueList& queue() { return *m_queue; }

    [[nodiscard]] ReadingPane& reading() { return *m_reading; }

public Q_SLOTS:
    void refresh(); ///< asked only while the page is shown

Q_SIGNALS:
    void messagePosted(const ow::ui::BannerMessage& message);
    /// How many wait to be checked: the badge of the rail.
    void counted(int toCheck);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeRight();
    [[nodiscard]] QWidget* makeFoot();
    void takeList(const desk::TodayList& list);
    void openCase(int row);
    void check();
    void startReturn();
    void endReturn();
    void giveBack();
    void sayActions();
    void say(Tone tone, const QString& sentence);
    void fail(const domain::Error& error);
    void forget();
    void adaptWidth();
    void layOut();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::TodayDesk& m_today;
    desk::TodayList m_list;
    int m_question = 0;
    int m_opening = 0;
    bool m_busy = false;
    bool m_returning = false;
    bool m_inReading = false; ///< narrow windows: which of the two is shown
    QWidget* m_bar = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_hint = nullptr;
    QueueList* m_queue = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_right = nullptr;
    ReadingPane* m_reading = nullptr;
    QWidget* m_foot = nullptr;
    QLabel* m_why = nullptr;
    QLineEdit* m_reason = nullptr;
    KeyButton* m_return = nullptr;
    PrimaryButton* m_check = nullptr;
    QAction* m_checkAction = nullptr;
    QAction* m_returnAction = nullptr;
};

} // namespace ow::ui
