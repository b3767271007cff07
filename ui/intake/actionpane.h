// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QMenu;
class QProgressBar;

namespace ow::ui {

class FieldEdit;
class KeyButton;
class PrimaryButton;

/// The answer the law allows now (行政许可法 Art. 32), as the one primary action, and above it why. Other
/// answers stand in a menu; a decline asks for its reason in the place of the sentence.
class ActionPane : public QWidget
{
    Q_OBJECT

public:
    ActionPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);

    void refresh();
    /// While an answer is being written: nothing can be pressed; after a second it shows that it works.
    void setBusy(bool busy);
    /// Beside each other instead of above, where there is room for one region only.
    void setFlat(bool flat);
    /// The primary action, by key.
    void trigger();
    /// Asks for the reason of a decline.
    void askReason();
    void cancelReason();

    [[nodiscard]] bool isAskingReason() const { return m_asking; }

Q_SIGNALS:
    void answered(ow::domain::Answer answer, const QString& reason);
    void holdWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMenu();
    void offerPromises();
    [[nodiscard]] QString sentence() const;
    void layOut();

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    QLabel* m_sentence;
    FieldEdit* m_reason;
    QProgressBar* m_progress;
    KeyButton* m_other;
    QMenu* m_menu;
    QAction* m_notice = nullptr;
    QAction* m_acceptOnly = nullptr;
    QAction* m_receiveOnly = nullptr;
    QAction* m_decline = nullptr;
    QList<QAction*> m_promises; ///< the part of the menu that follows the findings
    KeyButton* m_hold;
    PrimaryButton* m_primary;
    QBoxLayout* m_column;
    QTimer m_slow;
    bool m_busy = false;
    bool m_asking = false;
    bool m_flat = false;
};

} // namespace ow::ui
