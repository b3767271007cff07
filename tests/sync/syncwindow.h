// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/systemclock.h"
#include "ledger/ledgerthread.h"
#include "support/centreprocess.h"
#include "sync/centrelink.h"
#include "sync/enroller.h"
#include "sync/pusher.h"

#include <QSet>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ow::test {

/// Lets a pusher go and waits until it has gone.
struct Retire
{
    void operator()(sync::Pusher* pusher) const;
};

using PusherPtr = std::unique_ptr<sync::Pusher, Retire>;

/// A window of a hall without a desk: enrolled at a real centre, with its ledger on its thread and what it
/// wrote remembered, so that a test can ask the centre for exactly that.
class SyncWindow
{
public:
    SyncWindow();
    ~SyncWindow();

    /// Enrols at `centre` and makes the ledger; the test fails when it does not work.
    void enrol(const CentreProcess& centre, const QString& station = QStringLiteral("W03"));
    void signIn();
    void signOut();

    /// Pushes to `base` without ever waiting between tries.
    [[nodiscard]] PusherPtr pusher(const QUrl& base);

    /// Receive and accept of one case in one transaction; its number. `pad` makes the receive entry longer.
    QString acceptCase(int pad = 0, const QVector<record::BlobRef>& blobs = {});
    [[nodiscard]] record::BlobRef putBlob(const QByteArray& content);
    /// Turns one bit of a sealed file on the disk.
    void damageBlob(const QString& id);
    [[nodiscard]] domain::Result<std::vector<ledger::WrittenEntry>> tryAppend(ledger::ActDraft act);
    /// Runs the event loop until the centre has answered all that was written.
    [[nodiscard]] bool waitSettled();

    [[nodiscard]] ledger::ChainHead head();
    [[nodiscard]] qint64 settledUpTo();
    /// The centre's last seq of this device, asked past any proxy.
    [[nodiscard]] qint64 centreSeq(sync::CentreLink& direct);
    /// Entries of cases this window wrote that have no outcome, or another than accepted.
    [[nodiscard]] QStringList withoutAcceptance();

    /// Closes the ledger and copies profile and mirrors, as a disk is cloned; opens it again, signed in.
    [[nodiscard]] std::unique_ptr<SyncWindow> clone();

    [[nodiscard]] const sync::LinkIdentity& identity() const { return m_identity; }

    [[nodiscard]] const QString& device() const { return m_device; }

    /// Ids of the entries of cases, in the order they were written.
    [[nodiscard]] const QStringList& written() const { return m_written; }

    [[nodiscard]] ledger::LedgerThread& ledger() { return *m_ledger; }

    [[nodiscard]] const record::CryptoProvider& crypto() const { return *m_crypto; }

private:
    [[nodiscard]] ledger::LedgerOptions options() const;
    void open();

    QTemporaryDir m_folder;
    domain::SystemClock m_clock;
    std::unique_ptr<record::CryptoProvider> m_crypto;
    std::unique_ptr<ledger::LedgerThread> m_ledger;
    sync::LinkIdentity m_identity;
    QString m_device;
    QStringList m_written;
    QStringList m_cases;
};

/// Everything written stands at the centre once, accepted, and nothing else of this device does.
void checkKeptOnce(const CentreProcess& centre, SyncWindow& window);

} // namespace ow::test
