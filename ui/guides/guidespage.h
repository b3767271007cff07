// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/guidesdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class ActionCatalog;
class ChangePane;
class ChoiceBox;
class QueueList;

/// 指南: every guide, the whole of the chosen one, and for administrators its change at the right. Below
/// 1200 px of logical width the card folds away while one is changed; below 1000 one region at a time (F6).
class GuidesPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    GuidesPage(const Theme& theme, desk::Workplace& workplace, desk::GuidesDesk& guides,
               QWidget* parent = nullptr);

    void addActions(ActionCatalog& actions, const QString& page);
    /// Goes to one guide, whatever is listed.
    void showGuide(const QString& code);

    [[nodiscard]] QueueList& list() { return *m_list; }

    [[nodiscard]] ChangePane& change() { return *m_change; }

Q_SIGNALS:
    void messagePosted(const ow::ui::BannerMessage& message);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeChange();
    [[nodiscard]] QWidget* makeCard();
    void refresh();
    void takeDomains();
    void choose(int row);
    void fillCard();
    void nextRegion(int by);
    void adaptWidth();
    void layOut();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::GuidesDesk& m_guides;
    QString m_code;
    int m_region = 0; ///< list, card, change: where one at a time is shown
    QTimer m_typing;
    QWidget* m_bar = nullptr;
    QLabel* m_count = nullptr;
    ChoiceBox* m_domain = nullptr;
    ChoiceBox* m_noted = nullptr;
    QLineEdit* m_search = nullptr;
    QWidget* m_side = nullptr;
    QueueList* m_list = nullptr;
    QWidget* m_card = nullptr;
    QLabel* m_title = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_parts = nullptr;
    QVBoxLayout* m_partRows = nullptr;
    ChangePane* m_change = nullptr;
};

} // namespace ow::ui
