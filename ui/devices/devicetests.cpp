// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of the devices page: each says what came of it where it was begun; and what is not for the window
// to change.
#include "desk/casedesk.h"
#include "desk/scannedcode.h"
#include "ui/devices/devicespage.h"
#include "ui/frame/actioncatalog.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

namespace ow::ui {

namespace {

using domain::Result;

QString meaningOf(const desk::ScannedCode& code)
{
    switch (code.kind) {
    case desk::ScannedCode::Kind::Case:
        return code.seq > 0
                   ? DevicesPage::tr("A paper of this house: elsewhere it opens case %1").arg(code.text)
                   : DevicesPage::tr("A case number: elsewhere it opens case %1").arg(code.text);
    case desk::ScannedCode::Kind::Identifier:
        return DevicesPage::tr("An identifier: elsewhere it is searched for");
    case desk::ScannedCode::Kind::Unknown:
        return DevicesPage::tr("Not a code of this house: elsewhere it is typed where the cursor is");
    }
    return {};
}

} // namespace

void DevicesPage::addActions(ActionCatalog& actions)
{
    QAction* card =
        actions.add({QStringLiteral("devices.card"), tr("Read a card"), QKeySequence(Qt::Key_F8), info().id});
    connect(card, &QAction::triggered, this, &DevicesPage::readCard);
}

void DevicesPage::readCard()
{
    if (m_devices.isReading()) {
        m_devices.cancelRead();
        return;
    }
    m_reader->say(Tone::Info, tr("Put a card on the reader."));
    whenAnswered(m_devices.readCard(), this, [this](const Result<desk::IdCard>& card) {
        if (card) {
            // A test shows that the reader reads, not whose card it was.
            m_reader->say(
                Tone::Ok,
                tr("Read: %1, %2").arg(desk::maskedName(card->name), desk::maskedNumber(card->number)));
        } else if (card.error().code == domain::ErrorCode::Cancelled) {
            m_reader->say(Tone::Plain, {});
        } else {
            m_reader->say(Tone::Block, errorText(card.error().code).sentence());
        }
    });
}

void DevicesPage::showScan(const QString& code)
{
    const desk::ScannedCode read = desk::readScannedCode(code);
    const bool identifier = read.kind == desk::ScannedCode::Kind::Identifier;
    m_scan->setText(identifier ? desk::maskedNumber(read.text) : code);
    m_scan->setCursorPosition(0);
    m_gun->say(Tone::Ok, meaningOf(read));
}

void DevicesPage::printSlip()
{
    m_slip->say(Tone::Info, tr("Printing…"));
    whenAnswered(m_devices.printTestSlip(), this, [this](const Result<void>& printed) {
        if (printed) {
            m_slip->say(Tone::Ok, tr("Sent. Both edges of the slip must be complete."));
        } else {
            m_slip->say(Tone::Block, errorText(printed.error().code).sentence());
        }
    });
}

void DevicesPage::printPage()
{
    m_printer->say(Tone::Info, tr("Handing it to the printer…"));
    whenAnswered(m_devices.printTestPage(), this, [this](const Result<desk::Printed>& printed) {
        if (printed) {
            m_printer->say(
                Tone::Ok,
                tr("Printed on %1. The frame must stand 10 mm from every edge.").arg(printed->printer));
        } else if (printed.error().code == domain::ErrorCode::Cancelled) {
            m_printer->say(Tone::Warn, tr("The job was taken out of the queue."));
        } else {
            m_printer->say(Tone::Block, errorText(printed.error().code).sentence());
        }
    });
}

void DevicesPage::showSettled()
{
    const auto& settled = m_workplace.options().provisioning.provision;
    if (settled && settled->isFixed(desk::Setting::Printers)) {
        m_queue.box->setEnabled(false);
        m_tray.box->setEnabled(false);
        m_printer->say(Tone::Info,
                       tr("Set by the administrator for every window; it cannot be changed here."));
    }
}

} // namespace ow::ui
