// SPDX-License-Identifier: GPL-3.0-or-later
// What a person changes on the page of devices, taken over at once.
#include "ui/devices/devicespage.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"

#include <QSignalBlocker>

namespace ow::ui {

using desk::DeviceKind;
using desk::DeviceSettings;
using domain::Result;

void DevicesPage::changeSlip()
{
    using Slip = DeviceSettings::SlipPrinter;
    DeviceSettings settings = m_devices.settings();
    settings.slip = static_cast<Slip>(m_slipKind.box->currentData().toInt());
    m_slip->setFieldShown(m_addressField, settings.slip == Slip::Line);
    m_slip->setFieldShown(m_slipQueue.field, settings.slip == Slip::Queue);
    settings.slipAddress.clear();
    if (settings.slip == Slip::Line) {
        settings.slipAddress = m_address->text().trimmed();
        if (settings.slipAddress.isEmpty()) {
            m_address->setFocus(Qt::OtherFocusReason);
            return;
        }
    } else if (settings.slip == Slip::Queue) {
        settings.slipAddress = m_slipQueue.box->currentData().toString();
        if (settings.slipAddress.isEmpty()) {
            m_slip->say(Tone::Warn, tr("This PC has no printer queue. The administrator can make one."));
            return;
        }
    }
    change(settings, *m_slip);
}

void DevicesPage::changePrinter()
{
    DeviceSettings settings = m_devices.settings();
    const QString kind = m_paper.box->currentData().toString();
    const desk::PrinterChoice choice{m_queue.box->currentData().toString(),
                                     m_tray.box->currentData().toString()};
    if (choice == desk::PrinterChoice()) {
        settings.printers.remove(kind);
    } else {
        settings.printers.insert(kind, choice);
    }
    change(settings, *m_printer);
}

} // namespace ow::ui
