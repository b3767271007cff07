// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgerthread.h"
#include "record/crypto.h"
#include "sync/answers.h"
#include "sync/backoff.h"
#include "sync/centrelink.h"
#include "sync/entrypush.h"
#include "sync/materiallane.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ow::sync {

/// How the line to the centre is, for the status strip.
struct SyncStatus
{
    enum class Line { Unknown, Online, Offline, Refused };
    Line line = Line::Unknown;
    qint64 entries = 0;  ///< waiting
    qint64 oldestAt = 0; ///< UTC ms of the oldest waiting entry; 0 = none
    qint64 blobs = 0;
    qint64 blobBytes = 0;               ///< of all waiting materials, sent in part or not
    std::optional<domain::Error> fault; ///< why not, in the last attempt
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

/// Pushes what the ledger has and the centre has not: entries in batches, materials beside them on a lane of
/// their own (MaterialLane), so that entries never wait behind a scan. Sending twice has the effect of
/// sending once, so an answer that was lost is simply asked for again. Lives on the sync thread; the ledger
/// is asked on its own.
class Pusher : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. `random` gives [0, 1) for the jitter.
    Pusher(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto, QUrl base,
           const LinkIdentity& identity, std::function<double()> random, QObject* parent = nullptr);

    /// Something was written, or a person wants it now: no waiting for the back-off.
    void poke();
    /// Ends what is under way; nothing is sent afterwards.
    void stop();
    /// stop(), and deletes this when the last answer of the ledger is in. The one way to get rid of a pusher
    /// that was poked: a future whose context has died meanwhile is a fault in Qt 6.4.
    void retire();

    [[nodiscard]] const SyncStatus& status() const { return m_status; }

Q_SIGNALS:
    void statusChanged(const ow::sync::SyncStatus& status);
    /// The ledger has more outcomes than before.
    void settled();
    /// A large material has come further; up to one signal a chunk.
    void progressed(const ow::sync::UploadProgress& progress);

private:
    void wake(); ///< now, or again when it is done
    void run();
    void finish();
    void fail(const domain::Error& error, std::optional<std::chrono::milliseconds> retryAfter = {});
    void noteFault(const domain::Error& error);
    void noteSent();
    void askState();
    void compare(const CentreState& seen);
    void pushEntries();
    void sendEntries(const std::vector<record::WireEntry>& entries);
    void takeOutcomes(const std::vector<record::WireEntry>& sent, const Reply& reply);
    void measureClock(const Reply& reply);
    void countPending();
    void setStatus(SyncStatus status);

    ledger::LedgerThread& m_ledger;
    Answers m_answers;
    CentreLink m_link;
    MaterialLane m_materials;
    SyncStatus m_status;
    Backoff m_backoff;
    QTimer m_timer;
    bool m_busy = false;
    bool m_again = false;    ///< poked while busy
    bool m_compared = false; ///< the fork check (I7) was done on this connection
    /// A centre put back from an older copy lacks what it once answered: from here it is given all again.
    std::optional<qint64> m_againFrom;
    bool m_heard = false; ///< the centre answered since this run began
};

} // namespace ow::sync

Q_DECLARE_METATYPE(ow::sync::SyncStatus)
