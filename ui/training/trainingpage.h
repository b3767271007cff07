// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/sampleday.h"
#include "desk/signindesk.h"
#include "ui/frame/pageinfo.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace ow::ui {

class KeyButton;
class MessageLine;
class PrimaryButton;

/// 演练: what training is, a day of sample cases, and a fresh start. In the rail only in training.
class TrainingPage : public QWidget
{
    Q_OBJECT

public:
    /// All outlive this. `intake`: what lies on the desk is put aside before the ledger is changed.
    TrainingPage(const Theme& theme, desk::Workplace& workplace, desk::SignInDesk& signIn,
                 desk::IntakeDesk& intake, QWidget* parent = nullptr);

    [[nodiscard]] static PageInfo info();

    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void casesWanted();
    /// The ledger is another one than before.
    void renewed();

private:
    [[nodiscard]] QLabel* sentence(const QString& text, const char* type = nullptr);
    void layOut();
    void clearDesk(const std::function<void()>& then);
    void fill();
    void startOver();
    void setBusy(bool busy);
    void showProgress(int done, int total);
    void end(Tone tone, const QString& words);

    const Theme& m_theme;
    desk::SignInDesk& m_signIn;
    desk::IntakeDesk& m_intake;
    desk::SampleDay m_day;
    QWidget* m_pane;
    QVBoxLayout* m_column;
    QProgressBar* m_bar;
    MessageLine* m_said;
    QWidget* m_foot;
    KeyButton* m_over;
    PrimaryButton* m_fill;
    KeyButton* m_cases;
    bool m_busy = false;
};

} // namespace ow::ui
