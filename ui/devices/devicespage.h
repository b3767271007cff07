// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/devicedesk.h"
#include "ui/devices/devicepanel.h"
#include "ui/frame/pageinfo.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class ActionCatalog;
class FieldEdit;
class MessageLine;
class PrimaryButton;

/// 设备: how card reader, code gun, receipt printer and printer are, what stands where, and a test for each.
/// A change holds at once and is kept with the window.
class DevicesPage : public QWidget
{
    Q_OBJECT

public:
    /// All outlive this.
    DevicesPage(const Theme& theme, desk::Workplace& workplace, desk::DeviceDesk& devices,
                desk::PrintDesk& printer, QWidget* parent = nullptr);

    [[nodiscard]] static PageInfo info();

    void addActions(ActionCatalog& actions);

    /// What the gun has read while this page is shown; it shows what it means and opens nothing.
    void showScan(const QString& code);

    /// A device another desk looks after: shown below the others.
    void addPanel(QWidget* panel);

    void probe();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeReader();
    void makeGun();
    void makeSlip();
    void makePrinter();
    void layOut();
    void showStates();
    void showSettings();
    void showSettled();
    void offerSimulators(bool offer);
    void showPrinterChoice();
    void takeQueues(const std::vector<desk::PrintQueueInfo>& queues);
    void fillTrays();
    void change(const desk::DeviceSettings& settings, DevicePanel& panel);
    void changeReader();
    void changeSlip();
    void changePrinter();
    void readCard();
    void printSlip();
    void printPage();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::DeviceDesk& m_devices;
    desk::PrintDesk& m_printing;
    QScrollArea* m_scroll;
    QWidget* m_inside;
    QVBoxLayout* m_column;
    QWidget* m_foot;
    PrimaryButton* m_probe;
    DevicePanel* m_reader = nullptr;
    DevicePanel* m_gun = nullptr;
    DevicePanel* m_slip = nullptr;
    DevicePanel* m_printer = nullptr;
    ChoiceField m_readerKind;
    FieldEdit* m_library = nullptr;
    FormField* m_libraryField = nullptr;
    FieldEdit* m_scan = nullptr;
    ChoiceField m_slipKind;
    FieldEdit* m_address = nullptr;
    FormField* m_addressField = nullptr;
    ChoiceField m_slipQueue;
    ChoiceField m_paper;
    ChoiceField m_queue;
    ChoiceField m_tray;
    std::vector<desk::PrintQueueInfo> m_queues;
    desk::DeviceSettings m_shown; ///< what the fields were last filled from
};

} // namespace ow::ui
