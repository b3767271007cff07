// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicespage.h"

#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"
#include "ui/words/kindwords.h"
#include "ui/words/printwords.h"

#include <QDate>
#include <QFocusEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

using desk::DeviceKind;
using desk::DeviceSettings;
using domain::Result;

// What the reader's box holds besides the names of the makers' tables.
const QString kNone = QStringLiteral("-");
const QString kSimulated = QStringLiteral("simulated");

constexpr const char* kPaperKinds[] = {
    "acceptance", "deficientAcceptance", "oneTimeNotice", "decline", "notRequired", "receipt", "result"};

void choose(ChoiceBox& box, const QVariant& data)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

DevicesPage::DevicesPage(const Theme& theme, desk::Workplace& workplace, desk::DeviceDesk& devices,
                         desk::PrintDesk& printer, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_devices(devices)
    , m_printing(printer)
    , m_scroll(new ScrollPane(this))
    , m_inside(new QWidget)
    , m_column(new QVBoxLayout(m_inside))
    , m_foot(new QWidget(this))
    , m_probe(new PrimaryButton(theme, tr("Check all devices"), m_foot))
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_inside->setProperty("role", QStringLiteral("pane"));
    m_inside->setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    makeReader();
    makeGun();
    makeSlip();
    makePrinter();
    m_column->addStretch(1);
    m_scroll->setWidget(m_inside);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    m_probe->setKey(QStringLiteral("Ctrl ↵"));
    auto* across = new QHBoxLayout(m_foot);
    across->addStretch(1);
    across->addWidget(m_probe);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_scroll, 1);
    down->addWidget(m_foot);
    setTabOrder(m_printer->lastFocus(), m_probe);
    connect(m_probe, &QPushButton::clicked, this, &DevicesPage::probe);
    connect(&m_devices, &desk::DeviceDesk::changed, this, &DevicesPage::showStates);
    connect(&workplace, &desk::Workplace::profileOpened, this, &DevicesPage::showSettings);
    connect(&theme, &Theme::changed, this, &DevicesPage::layOut);
    layOut();
    showSettings();
}

PageInfo DevicesPage::info()
{
    return {QStringLiteral("devices"), tr("Devices"), QStringLiteral("print"), domain::AnyPerson};
}

void DevicesPage::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: Tab would pass over what stands before it.
    QWidget::focusInEvent(event);
    m_readerKind.box->setFocus(event->reason());
}

void DevicesPage::layOut()
{
    m_foot->layout()->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(8));
}

void DevicesPage::makeReader()
{
    m_reader =
        new DevicePanel(m_theme, tr("Card reader"), QStringLiteral("card"), tr("Read a card"), m_inside);
    m_readerKind = choiceField(m_theme, tr("Which reader"), m_reader);
    m_readerKind.box->addItem(tr("None"), kNone);
    m_readerKind.box->addItem(tr("Simulated"), kSimulated);
    m_readerKind.box->addItem(tr("CVR library"), QStringLiteral("cvr"));
    m_readerKind.box->addItem(tr("SDT library"), QStringLiteral("sdt"));
    m_library = new FieldEdit(m_theme);
    m_library->setMaxLength(1000);
    m_library->setPlaceholderText(QStringLiteral("/opt/reader/libtermb.so"));
    m_library->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_libraryField = new FormField(m_theme, tr("Library of the maker"), m_library, m_reader);
    m_reader->addField(m_readerKind.field);
    m_reader->addField(m_libraryField);
    m_column->addWidget(m_reader);
    connect(m_readerKind.box, &QComboBox::activated, this, &DevicesPage::changeReader);
    connect(m_library, &QLineEdit::editingFinished, this, &DevicesPage::changeReader);
    connect(m_reader, &DevicePanel::testWanted, this, &DevicesPage::readCard);
}

void DevicesPage::makeGun()
{
    m_gun = new DevicePanel(m_theme, tr("Code gun"), QStringLiteral("scan"), tr("Try it"), m_inside);
    m_gun->setUnknownWord(tr("Nothing read yet"));
    m_scan = new FieldEdit(m_theme);
    m_scan->setMaxLength(600);
    m_scan->setReadOnly(true);
    m_gun->addField(new FormField(m_theme, tr("Read last"), m_scan, m_gun));
    m_column->addWidget(m_gun);
    connect(m_gun, &DevicePanel::testWanted, this, [this] {
        m_scan->clear();
        m_scan->setFocus(Qt::OtherFocusReason);
        m_gun->say(Tone::Info, tr("Point the gun at a code of any paper and press its trigger."));
    });
}

void DevicesPage::makeSlip()
{
    m_slip = new DevicePanel(m_theme, tr("Receipt printer, 80 mm"), QStringLiteral("doc"), tr("Print a test"),
                             m_inside);
    m_slipKind = choiceField(m_theme, tr("Connected by"), m_slip);
    using Slip = DeviceSettings::SlipPrinter;
    m_slipKind.box->addItem(tr("None"), static_cast<int>(Slip::None));
    m_slipKind.box->addItem(tr("Simulated"), static_cast<int>(Slip::Simulated));
    m_slipKind.box->addItem(tr("Device or network"), static_cast<int>(Slip::Line));
    m_slipKind.box->addItem(tr("Queue of this PC"), static_cast<int>(Slip::Queue));
    m_address = new FieldEdit(m_theme);
    m_address->setMaxLength(200);
    m_address->setPlaceholderText(QStringLiteral("/dev/usb/lp0  tcp://192.168.1.20:9100"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_addressField = new FormField(m_theme, tr("Device path or network address"), m_address, m_slip);
    m_slipQueue = choiceField(m_theme, tr("Queue"), m_slip);
    m_slip->addField(m_slipKind.field);
    m_slip->addField(m_addressField);
    m_slip->addField(m_slipQueue.field);
    m_column->addWidget(m_slip);
    connect(m_slipKind.box, &QComboBox::activated, this, &DevicesPage::changeSlip);
    connect(m_slipQueue.box, &QComboBox::activated, this, &DevicesPage::changeSlip);
    connect(m_address, &QLineEdit::editingFinished, this, &DevicesPage::changeSlip);
    connect(m_slip, &DevicePanel::testWanted, this, &DevicesPage::printSlip);
}

void DevicesPage::makePrinter()
{
    m_printer = new DevicePanel(m_theme, tr("Printer for papers, A4"), QStringLiteral("print"),
                                tr("Print a test page"), m_inside);
    m_paper = choiceField(m_theme, tr("Paper"), m_printer);
    m_paper.box->addItem(tr("All papers"), QString());
    for (const char* kind : kPaperKinds) {
        m_paper.box->addItem(paperWord(QString::fromLatin1(kind)), QString::fromLatin1(kind));
    }
    m_queue = choiceField(m_theme, tr("Printer"), m_printer);
    m_tray = choiceField(m_theme, tr("Tray"), m_printer);
    m_printer->addField(m_paper.field);
    m_printer->addField(m_queue.field);
    m_printer->addField(m_tray.field);
    m_column->addWidget(m_printer);
    connect(m_paper.box, &QComboBox::activated, this, &DevicesPage::showPrinterChoice);
    connect(m_queue.box, &QComboBox::activated, this, [this] {
        fillTrays();
        changePrinter();
    });
    connect(m_tray.box, &QComboBox::activated, this, &DevicesPage::changePrinter);
    connect(m_printer, &DevicePanel::testWanted, this, &DevicesPage::printPage);
    connect(&m_printing, &desk::PrintDesk::progressed, this,
            [this](const QString& title, const desk::PrintProgress& progress) {
                if (title == u"test-page") {
                    const PrintWord word = printWord(progress);
                    m_printer->say(word.tone, word.sentence);
                }
            });
    takeQueues({});
}

void DevicesPage::addPanel(QWidget* panel)
{
    m_column->insertWidget(m_column->count() - 1, panel);
}

void DevicesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    probe();
}

void DevicesPage::probe()
{
    m_devices.probeAll();
    whenAnswered(m_printing.printers(), this,
                 [this](const Result<std::vector<desk::PrintQueueInfo>>& queues) {
                     if (queues) {
                         takeQueues(*queues);
                     }
                 });
}

void DevicesPage::showStates()
{
    m_reader->showState(m_devices.state(DeviceKind::CardReader));
    m_gun->showState(m_devices.state(DeviceKind::CodeGun));
    m_slip->showState(m_devices.state(DeviceKind::SlipPrinter));
    m_printer->showState(m_devices.state(DeviceKind::PaperPrinter));
    m_reader->setRunning(m_devices.isReading() ? tr("Stop") : QString());
    if (m_devices.settings() != m_shown) { // read from the profile, or changed elsewhere
        showSettings();
    }
}

void DevicesPage::showSettings()
{
    const DeviceSettings& settings = m_devices.settings();
    m_shown = settings;
    using Reader = DeviceSettings::Reader;
    const bool library = settings.reader == Reader::Library;
    offerSimulators(m_devices.maySimulate());
    choose(*m_readerKind.box,
           library ? settings.readerTable : (settings.reader == Reader::Simulated ? kSimulated : kNone));
    if (!m_library->hasFocus()) {
        m_library->setText(settings.readerLibrary);
    }
    m_reader->setFieldShown(m_libraryField, library || m_readerKind.box->currentIndex() > 1);
    choose(*m_slipKind.box, static_cast<int>(settings.slip));
    if (!m_address->hasFocus() && settings.slip == DeviceSettings::SlipPrinter::Line) {
        m_address->setText(settings.slipAddress);
    }
    m_slip->setFieldShown(m_addressField, settings.slip == DeviceSettings::SlipPrinter::Line);
    m_slip->setFieldShown(m_slipQueue.field, settings.slip == DeviceSettings::SlipPrinter::Queue);
    choose(*m_slipQueue.box, settings.slipAddress);
    showPrinterChoice();
    showStates();
    showSettled();
}

/// In training only: a made-up person must not come into a real case by a slip of the hand.
void DevicesPage::offerSimulators(bool offer)
{
    const int slip = static_cast<int>(DeviceSettings::SlipPrinter::Simulated);
    for (const auto& [box, what] :
         {std::pair{m_readerKind.box, QVariant(kSimulated)}, std::pair{m_slipKind.box, QVariant(slip)}}) {
        const QSignalBlocker quiet(box);
        const int place = box->findData(what);
        if (offer && place < 0) {
            box->insertItem(1, tr("Simulated"), what);
        } else if (!offer && place >= 0) {
            box->removeItem(place);
        }
    }
}

void DevicesPage::showPrinterChoice()
{
    const auto choice = m_devices.settings().printers.value(m_paper.box->currentData().toString());
    choose(*m_queue.box, choice.printer);
    fillTrays();
    choose(*m_tray.box, choice.tray);
}

void DevicesPage::takeQueues(const std::vector<desk::PrintQueueInfo>& queues)
{
    m_queues = queues;
    const QSignalBlocker quiet(m_queue.box);
    const QSignalBlocker quietToo(m_slipQueue.box);
    m_queue.box->clear();
    m_slipQueue.box->clear();
    m_queue.box->addItem(tr("Default printer of this PC"), QString());
    for (const desk::PrintQueueInfo& queue : queues) {
        const QString trouble = troubleWord(queue.trouble);
        const QString name = queue.description.isEmpty() ? queue.name : queue.description;
        m_queue.box->addItem(trouble.isEmpty() ? name : name + u'·' + trouble, queue.name);
        m_slipQueue.box->addItem(name, queue.name);
    }
    // A printer that was chosen and is gone is still named, so that the clerk sees what is missing.
    for (const auto& choice : m_devices.settings().printers) {
        if (!choice.printer.isEmpty() && m_queue.box->findData(choice.printer) < 0) {
            m_queue.box->addItem(tr("%1·not there").arg(choice.printer), choice.printer);
        }
    }
    showPrinterChoice();
    choose(*m_slipQueue.box, m_devices.settings().slipAddress);
}

void DevicesPage::fillTrays()
{
    const QSignalBlocker quiet(m_tray.box);
    m_tray.box->clear();
    m_tray.box->addItem(tr("As the printer chooses"), QString());
    const QString wanted = m_queue.box->currentData().toString();
    const auto found = std::ranges::find_if(m_queues, [&wanted](const desk::PrintQueueInfo& queue) {
        return wanted.isEmpty() ? queue.isDefault : queue.name == wanted;
    });
    if (found != m_queues.end()) {
        for (const QString& tray : found->trays) {
            m_tray.box->addItem(tray, tray);
        }
    }
}

void DevicesPage::change(const DeviceSettings& settings, DevicePanel& panel)
{
    if (settings == m_devices.settings()) {
        return;
    }
    whenAnswered(m_devices.change(settings), this, [this, &panel](const Result<void>& done) {
        if (done) {
            panel.say(Tone::Plain, {});
            showSettings();
            m_devices.probeAll();
        } else {
            panel.say(Tone::Block, errorText(done.error().code).sentence());
        }
    });
}

void DevicesPage::changeReader()
{
    DeviceSettings settings = m_devices.settings();
    const QString kind = m_readerKind.box->currentData().toString();
    const bool library = kind != kNone && kind != kSimulated;
    settings.reader =
        library ? DeviceSettings::Reader::Library
                : (kind == kSimulated ? DeviceSettings::Reader::Simulated : DeviceSettings::Reader::None);
    m_reader->setFieldShown(m_libraryField, library);
    settings.readerLibrary = m_library->text().trimmed();
    if (library) {
        settings.readerTable = kind;
        if (settings.readerLibrary.isEmpty()) { // not a fault yet: the path is what comes next
            m_library->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    change(settings, *m_reader);
}

} // namespace ow::ui
