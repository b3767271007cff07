// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/cardfill.h"
#include "desk/devicesettings.h"
#include "desk/printdesk.h"
#include "desk/retirement.h"
#include "desk/workplace.h"
#include "devices/cardreader.h"
#include "devices/receiptprinter.h"
#include "papers/paperrequest.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>

namespace ow::desk {

/// The devices this desk looks after. Scanners and cameras are those of ScanDesk.
enum class DeviceKind { CardReader, CodeGun, SlipPrinter, PaperPrinter };
inline constexpr std::array kDeviceKinds{DeviceKind::CardReader, DeviceKind::CodeGun, DeviceKind::SlipPrinter,
                                         DeviceKind::PaperPrinter};

struct DeviceState
{
    enum class Health {
        NotSetUp, ///< none chosen
        Unknown,  ///< chosen, not asked yet
        Ready,
        Busy,
        Failed, ///< `fault` says how
    };

    Health health = Health::NotSetUp;
    domain::ErrorCode fault = domain::ErrorCode::Internal;
    qint64 lastUsed = 0;    ///< UTC ms of the last success; 0 = not since the program began
    bool simulated = false; ///< nothing real stands behind it
    QString name;           ///< of a queue, a device path or a library: for the page
};

/// The devices at the desk besides the scanner: which there are, how they are, reading a card, printing the
/// slip. Lives on the GUI thread, never waits.
class DeviceDesk : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    DeviceDesk(Workplace& workplace, PrintDesk& printer, QObject* parent = nullptr);
    ~DeviceDesk() override;

    [[nodiscard]] const DeviceSettings& settings() const { return m_settings; }

    /// Checked, stored in the profile, and in force from the next use. InvalidInput names the member;
    /// NotAllowed for a simulator at a real window.
    [[nodiscard]] QFuture<domain::Result<void>> change(const DeviceSettings& settings);

    [[nodiscard]] bool maySimulate() const { return m_workplace.profile() == Profile::Training; }

    [[nodiscard]] const DeviceState& state(DeviceKind kind) const
    {
        return m_states[static_cast<std::size_t>(kind)];
    }

    /// Asks each device that can be asked how it is; changed() as they answer.
    void probeAll();

    /// Waits for a card (F8). cancelRead() ends it with Cancelled.
    [[nodiscard]] QFuture<domain::Result<IdCard>> readCard();
    void cancelRead();

    [[nodiscard]] bool isReading() const { return m_reading.has_value(); }

    /// The slip that goes with a paper of a case.
    [[nodiscard]] QFuture<domain::Result<void>> printSlip(const QString& caseNumber,
                                                          const QString& paperNumber);
    /// A slip that counts for nothing.
    [[nodiscard]] QFuture<domain::Result<void>> printTestSlip();
    /// A page that counts for nothing, on the printer of every other kind of paper.
    [[nodiscard]] QFuture<domain::Result<Printed>> printTestPage();
    /// The gun has read something.
    void noteScan();

    /// onewindow-device beside onewindow-capture.
    [[nodiscard]] static QString helperBeside(const QString& captureHelper);

Q_SIGNALS:
    void changed();

private:
    using SlipPromise = std::shared_ptr<QPromise<domain::Result<void>>>;

    void load();
    void use(const DeviceSettings& settings);
    void makeReader();
    void makeSlipPrinter();
    void setHealth(DeviceKind kind, DeviceState::Health health);
    void note(DeviceKind kind, const std::optional<domain::Error>& fault);
    void probePaperPrinter();
    void noteProbe(DeviceKind kind, const domain::Result<void>& answer);
    void drawAndSend(const papers::PaperRequest& facts, const SlipPromise& promise);
    void sendSlip(const QImage& slip, const SlipPromise& promise);
    [[nodiscard]] papers::PaperRequest testRequest() const;

    Workplace& m_workplace;
    PrintDesk& m_printer;
    DeviceSettings m_settings;
    std::unique_ptr<devices::CardReader> m_reader;
    std::unique_ptr<devices::ReceiptPrinter> m_slips;
    Retirement<devices::CardReader> m_retiredReaders;
    Retirement<devices::ReceiptPrinter> m_retiredSlips;
    std::array<DeviceState, kDeviceKinds.size()> m_states;
    std::optional<std::stop_source> m_reading;
    int m_uses = 0; ///< counts settings in force: what devices of the ones before still say is of no concern
};

} // namespace ow::desk
