// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/devicedesk.h"

#include "desk/whenanswered.h"
#include "devices/escposprinter.h"
#include "devices/helpercardreader.h"
#include "devices/simulatedcardreader.h"
#include "devices/simulatedreceiptprinter.h"
#include "ledger/ledger.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <algorithm>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using Health = DeviceState::Health;

namespace {

const QString kSetting = QStringLiteral("devices");

Result<devices::VendorTable> tableOf(const DeviceSettings& settings)
{
    auto table = devices::VendorTable::builtIn(settings.readerTable);
    if (!table) {
        const QJsonObject own = QJsonDocument::fromJson(settings.readerTable.toUtf8()).object();
        auto read = devices::VendorTable::fromJson(own);
        if (!read) {
            return read;
        }
        table = std::move(*read);
    }
    if (!settings.readerLibrary.isEmpty()) {
        table->library = settings.readerLibrary;
    }
    return *table;
}

} // namespace

DeviceDesk::DeviceDesk(Workplace& workplace, PrintDesk& printer, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_printer(printer)
{
    connect(&m_workplace, &Workplace::profileOpened, this, &DeviceDesk::load);
    if (m_workplace.profile()) {
        load();
    }
}

DeviceDesk::~DeviceDesk()
{
    cancelRead();
}

QString DeviceDesk::helperBeside(const QString& captureHelper)
{
    return QFileInfo(captureHelper).dir().filePath(QStringLiteral("onewindow-device"));
}

void DeviceDesk::load()
{
    const bool training = m_workplace.profile() == Profile::Training;
    use(DeviceSettings::beginning(training));
    const auto kept =
        m_workplace.ledger().run([](ledger::Ledger& ledger) { return ledger.setting(kSetting); });
    whenAnswered(kept, this, [this](const Result<QByteArray>& stored) {
        if (stored && !stored->isEmpty()) {
            const auto settings = DeviceSettings::fromJson(*stored);
            if (settings && (maySimulate() || !settings->simulates())) {
                use(*settings);
            }
        }
    });
}

QFuture<Result<void>> DeviceDesk::change(const DeviceSettings& settings)
{
    const QByteArray json = settings.toJson();
    const auto sound = DeviceSettings::fromJson(json); // what could not be read back is not stored
    Result<void> usable = sound ? Result<void>{} : Result<void>(tl::unexpected(sound.error()));
    if (usable && settings.reader == DeviceSettings::Reader::Library && !tableOf(settings)) {
        usable =
            fail(ErrorCode::InvalidInput, QStringLiteral("no table of calls"), QStringLiteral("readerTable"));
    }
    if (usable && settings.simulates() && !maySimulate()) {
        usable = fail(ErrorCode::NotAllowed, QStringLiteral("a simulator at a real window"));
    }
    const auto& provision = m_workplace.options().provisioning.provision;
    if (usable && provision && provision->isFixed(Setting::Printers) &&
        settings.printers != m_settings.printers) {
        usable = fail(ErrorCode::NotAllowed, QStringLiteral("fixed by the administrator"));
    }
    if (!usable) {
        return QtFuture::makeReadyFuture(std::move(usable));
    }
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto kept = m_workplace.ledger().run(
        [json](ledger::Ledger& ledger) { return ledger.putSetting(kSetting, json); });
    whenAnswered(kept, this, [this, promise, settings](const Result<void>& stored) {
        if (stored) {
            use(settings);
        }
        promise->addResult(stored);
        promise->finish();
    });
    return promise->future();
}

void DeviceDesk::use(const DeviceSettings& settings)
{
    cancelRead();
    ++m_uses;
    m_settings = settings;
    m_printer.setChoices(settings);
    makeReader();
    makeSlipPrinter();
    setHealth(DeviceKind::CodeGun, Health::Unknown);
    setHealth(DeviceKind::PaperPrinter, Health::Unknown);
    Q_EMIT changed();
}

void DeviceDesk::makeReader()
{
    DeviceState state;
    m_retiredReaders.take(std::move(m_reader)); // a reader may hang
    if (m_settings.reader == DeviceSettings::Reader::Simulated) {
        m_reader =
            std::make_unique<devices::SimulatedCardReader>(devices::SimulatedCardReader::sampleCards());
        state.health = Health::Ready;
        state.simulated = true;
    } else if (m_settings.reader == DeviceSettings::Reader::Library) {
        state.name = m_settings.readerLibrary;
        state.health = Health::Failed;
        state.fault = ErrorCode::ReaderFailed;
        if (auto table = tableOf(m_settings)) {
            devices::HelperCardReaderOptions options;
            options.helper = helperBeside(m_workplace.options().helper);
            options.table = std::move(*table);
            m_reader = std::make_unique<devices::HelperCardReader>(std::move(options));
            state.health = Health::Unknown;
        }
    }
    m_states[static_cast<std::size_t>(DeviceKind::CardReader)] = state;
}

void DeviceDesk::makeSlipPrinter()
{
    DeviceState state;
    m_retiredSlips.take(std::move(m_slips)); // its printer may be dead
    state.name = m_settings.slipAddress;
    switch (m_settings.slip) {
    case DeviceSettings::SlipPrinter::None:
        break;
    case DeviceSettings::SlipPrinter::Simulated:
        state.name = QDir(m_workplace.options().folder).filePath(QStringLiteral("slips"));
        m_slips = std::make_unique<devices::SimulatedReceiptPrinter>(state.name);
        state.simulated = true;
        state.health = Health::Ready;
        break;
    case DeviceSettings::SlipPrinter::Line: {
        devices::EscPosOptions options;
        options.address = m_settings.slipAddress;
        m_slips = std::make_unique<devices::EscPosPrinter>(std::move(options));
        state.health = Health::Unknown;
        break;
    }
    case DeviceSettings::SlipPrinter::Queue: // through the print desk
        state.health = Health::Unknown;
        break;
    }
    m_states[static_cast<std::size_t>(DeviceKind::SlipPrinter)] = state;
}

void DeviceDesk::setHealth(DeviceKind kind, Health health)
{
    DeviceState& state = m_states[static_cast<std::size_t>(kind)];
    if (state.health != health) {
        state.health = health;
        Q_EMIT changed();
    }
}

void DeviceDesk::note(DeviceKind kind, const std::optional<domain::Error>& fault)
{
    DeviceState& state = m_states[static_cast<std::size_t>(kind)];
    const bool told = fault && fault->code != ErrorCode::Cancelled && fault->code != ErrorCode::NotAllowed;
    // A reader on which nobody put a card is a sound reader.
    const bool sound =
        !told || fault->code == ErrorCode::CardAbsent || fault->code == ErrorCode::CardUnreadable;
    state.health = sound ? Health::Ready : Health::Failed;
    if (!sound) {
        state.fault = fault->code;
    }
    if (!fault) {
        state.lastUsed = m_workplace.options().clock->utcMs();
    }
    Q_EMIT changed();
}

/// Asking is not using.
void DeviceDesk::noteProbe(DeviceKind kind, const Result<void>& answer)
{
    const qint64 before = state(kind).lastUsed;
    note(kind, answer ? std::nullopt : std::optional(answer.error()));
    m_states[static_cast<std::size_t>(kind)].lastUsed = before;
}

void DeviceDesk::probeAll()
{
    const auto hear = [this](DeviceKind kind) {
        return [this, kind, uses = m_uses](const Result<void>& answer) {
            if (uses == m_uses) {
                noteProbe(kind, answer);
            }
        };
    };
    if (m_reader && !isReading() && state(DeviceKind::CardReader).health != Health::Busy) {
        setHealth(DeviceKind::CardReader, Health::Busy);
        whenAnswered(m_reader->probe(), this, hear(DeviceKind::CardReader));
    }
    if (m_slips && state(DeviceKind::SlipPrinter).health != Health::Busy) {
        setHealth(DeviceKind::SlipPrinter, Health::Busy);
        whenAnswered(m_slips->probe(), this, hear(DeviceKind::SlipPrinter));
    }
    probePaperPrinter();
}

void DeviceDesk::probePaperPrinter()
{
    setHealth(DeviceKind::PaperPrinter, Health::Busy);
    whenAnswered(m_printer.printers(), this, [this](const Result<std::vector<PrintQueueInfo>>& queues) {
        DeviceState& state = m_states[static_cast<std::size_t>(DeviceKind::PaperPrinter)];
        const QString wanted = m_settings.printerFor({}).printer;
        state.health = Health::Failed;
        state.name = wanted;
        if (!queues) {
            state.fault = queues.error().code;
        } else {
            const auto found = std::ranges::find_if(*queues, [&wanted](const PrintQueueInfo& queue) {
                return wanted.isEmpty() ? queue.isDefault : queue.name == wanted;
            });
            if (found == queues->end()) {
                state.health = wanted.isEmpty() && queues->empty() ? Health::NotSetUp : Health::Failed;
                state.fault = ErrorCode::PrinterMissing;
            } else {
                state.name = found->name;
                state.health = found->accepting && !found->stopped ? Health::Ready : Health::Failed;
                state.fault = found->accepting ? ErrorCode::PrinterStopped : ErrorCode::PrintRefused;
            }
        }
        Q_EMIT changed();
    });
}

QFuture<Result<IdCard>> DeviceDesk::readCard()
{
    if (!m_reader || isReading()) {
        return QtFuture::makeReadyFuture(Result<IdCard>(
            isReading() ? fail(ErrorCode::NotAllowed, QStringLiteral("a card is being read"))
                        : fail(ErrorCode::ReaderFailed, QStringLiteral("no reader is set up"))));
    }
    m_reading.emplace();
    setHealth(DeviceKind::CardReader, Health::Busy);
    auto promise = std::make_shared<QPromise<Result<IdCard>>>();
    promise->start();
    const auto read = m_reader->read(m_reading->get_token());
    whenAnswered(read, this, [this, promise, uses = m_uses](const Result<IdCard>& card) {
        m_reading.reset();
        if (uses == m_uses) {
            note(DeviceKind::CardReader, card ? std::nullopt : std::optional(card.error()));
        }
        promise->addResult(card);
        promise->finish();
    });
    return promise->future();
}

void DeviceDesk::cancelRead()
{
    if (m_reading) {
        m_reading->request_stop();
    }
}

void DeviceDesk::noteScan()
{
    note(DeviceKind::CodeGun, std::nullopt);
}

} // namespace ow::desk
