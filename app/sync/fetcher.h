// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgerthread.h"
#include "record/crypto.h"
#include "sync/backoff.h"
#include "sync/centrelink.h"
#include "sync/fetchanswers.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace ow::sync {

/// Fetches what every window of the hall must know: its people, published guides, proposals that wait. At
/// once when woken, and by itself every ten minutes. A new person's key is wrapped in, so that he can sign in
/// here; a revoked one's way in is taken. Lives on the sync thread; the ledger is asked on its own. Its
/// faults are silent: the pusher says how the line is.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. `random` gives [0, 1) for the jitter.
    Fetcher(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto, QUrl base,
            const LinkIdentity& identity, std::function<double()> random, QObject* parent = nullptr);

    void wake();
    /// Ends what is under way, and deletes this when the last answer of the ledger is in.
    void retire();

Q_SIGNALS:
    void peopleChanged();
    /// The shelf has guides it did not have.
    void guidesChanged();
    void proposalsSeen(const std::vector<ow::sync::WaitingProposal>& proposals);

private:
    template <class T, class Next> void then(QFuture<T> future, Next next)
    {
        ++m_underWay;
        future.then(this, [this, next = std::move(next)](const T& result) {
            if (!m_retired) {
                next(result);
            }
            if (--m_underWay == 0 && m_retired) {
                deleteLater();
            }
        });
    }

    /// The body of a good answer goes to `take`; anything else ends this round.
    template <class Take> void ask(const QString& path, const QString& query, Take take);
    void askPeople();
    void takePeople(const HallPeople& people);
    void askGuides(int round);
    void takeGuides(const GuidesPage& page, int round);
    void askProposals();
    void finish();
    void fail(std::optional<std::chrono::milliseconds> retryAfter = {});

    ledger::LedgerThread& m_ledger;
    const record::CryptoProvider& m_crypto;
    CentreLink m_link;
    Backoff m_backoff;
    QTimer m_timer;
    bool m_busy = false;
    bool m_again = false; ///< woken while busy
    bool m_retired = false;
    int m_underWay = 0;
};

} // namespace ow::sync

Q_DECLARE_METATYPE(std::vector<ow::sync::WaitingProposal>)
