// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/unmask.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ow::ui {

class KeyButton;

/// Asks for what is masked, under the facts of a case: first the eye, then why it is needed (no reason, no
/// numbers), then how long they stay. Knows no person itself; says when to show and when to hide.
class UnmaskRow : public QWidget
{
    Q_OBJECT

public:
    explicit UnmaskRow(const Theme& theme, QWidget* parent = nullptr);

    /// As the key does: the reasons, or hides what is shown.
    void toggle();
    /// The numbers are on the page now.
    void shown();
    void reset(); ///< masked again

    [[nodiscard]] bool isShown() const { return m_time.isActive(); }

    static constexpr int kSecondsShown = 60;

Q_SIGNALS:
    void wanted(ow::desk::UnmaskReason reason);
    void over(); ///< hide them: the time is up or somebody has seen enough

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeReasons();
    void tick();
    void layOut();

    const Theme& m_theme;
    QStackedWidget* m_stack;
    KeyButton* m_eye;
    KeyButton* m_firstReason = nullptr; ///< set by makeReasons(), so before it
    QWidget* m_reasons;
    QWidget* m_shownPage;
    QLabel* m_left;
    QTimer m_time; ///< ticks each second while shown
    int m_seconds = 0;
};

} // namespace ow::ui
