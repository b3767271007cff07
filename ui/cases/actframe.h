// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class KeyButton;
class PrimaryButton;

/// The frame of one act on a case: which act and which case above, what it needs in the middle, which
/// scrolls, and at the foot why the one primary action can or cannot be taken. Esc leaves and loses nothing.
class ActFrame : public QWidget
{
    Q_OBJECT

public:
    explicit ActFrame(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& about);
    /// Takes the widget over; the one before is deleted.
    void setBody(QWidget* body);
    void setFoot(const QString& sentence, const QString& verb, bool ready);

    /// Other answers; empty hides the button.
    [[nodiscard]] QMenu& others() { return *m_menu; }

    void showOthers(bool show);
    /// While it is written: nothing can be pressed; after a second it shows that it works.
    void setBusy(bool busy);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// The clock looks wrong: the primary action becomes the clerk's word that it is right.
    void askClock(const QString& sentence);

    /// The primary action, by key; nothing while it cannot be taken.
    void trigger();
    [[nodiscard]] QString verb() const;
    [[nodiscard]] QString sentence() const;
    /// The first thing in the body that takes the focus.
    void focusFirst();

Q_SIGNALS:
    void triggered();
    void left();
    void clockConfirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeFoot();
    void layOut();

    const Theme& m_theme;
    QWidget* m_bar = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    KeyButton* m_back = nullptr;
    QScrollArea* m_scroll;
    QWidget* m_foot = nullptr;
    QLabel* m_sentence = nullptr;
    QProgressBar* m_progress = nullptr;
    KeyButton* m_other = nullptr;
    QMenu* m_menu = nullptr;
    PrimaryButton* m_primary = nullptr;
    QTimer m_slow;
    bool m_ready = false;
    bool m_busy = false;
    bool m_clock = false; ///< waits for a look at the clock
};

} // namespace ow::ui
