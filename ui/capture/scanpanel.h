// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/scandesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace ow::ui {

class ActionCatalog;
class ChoiceBox;
class KeyButton;
class MessageLine;

/// Scanning into the current material: the profile, the device it uses, how far the sheet is, and what went
/// wrong in three sentences. With a camera it shows what the camera sees. Who shows the panel knows what the
/// pages are for: he begins the run when it is wanted, and takes the pages from the desk.
class ScanPanel : public QWidget
{
    Q_OBJECT

public:
    ScanPanel(const Theme& theme, desk::ScanDesk& desk, QWidget* parent = nullptr);

    /// Alt+1…9 choose a profile; of the page `page`.
    void addActions(ActionCatalog& actions, const QString& page);

    /// Why a run could not begin.
    void say(const domain::Error& error, int pages = 0);

Q_SIGNALS:
    void scanWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshProfiles();
    void refreshRun();
    void showFrame(const QImage& frame);
    [[nodiscard]] QString deviceSentence() const;

    const Theme& m_theme;
    desk::ScanDesk& m_desk;
    QLabel* m_view;
    ChoiceBox* m_profile;
    KeyButton* m_scan;
    QStackedWidget* m_below; ///< the device, or the run: nothing moves when a run begins
    QLabel* m_device;
    KeyButton* m_look;
    QLabel* m_count;
    QProgressBar* m_bar;
    KeyButton* m_cancel;
    MessageLine* m_message;
};

} // namespace ow::ui
