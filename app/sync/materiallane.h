// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backoff.h"
#include "sync/upload.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <array>
#include <memory>
#include <vector>

namespace ow::sync {

/// Sends the materials the centre lacks, two at a time, beside the entries and never in their way. One place
/// takes the smallest that waits, so that many small papers are not behind a big one, and lets a big one go
/// at its next chunk when a smaller has come; the other takes the oldest, so that nothing waits for ever. A
/// cut backs off; a material that cannot be read or is not taken is passed over until poke(). Lives on the
/// pusher's thread.
class MaterialLane : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    MaterialLane(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto, CentreLink& link,
                 Answers& answers, std::function<double()> random, QObject* parent = nullptr);

    /// A person wants it now: no waiting for the back-off, and what was passed over is tried again.
    void poke();
    /// There may be new ones.
    void wake();
    void stop();

Q_SIGNALS:
    void progressed(const ow::sync::UploadProgress& progress);
    /// One more is at the centre.
    void sent();
    /// All that waited is, or was passed over.
    void emptied();
    /// The line does not work, or the centre does not want to; tried again later.
    void failed(const ow::domain::Error& error);
    /// One material has a fault of its own.
    void passedOver(const ow::domain::Error& error);

private:
    enum Place : size_t { Smallest, Oldest, kPlaces };

    using Queue = std::vector<ledger::BlobStore::Info>;

    void fill();
    void look();
    void choose();
    [[nodiscard]] Queue::const_iterator next(Place place) const;
    void begin(Place place, const ledger::BlobStore::Info& blob);
    void end(Place place, const Upload::End& end);
    void markSent(Place place, const QString& id);
    void passOver(const QString& id, const domain::Error& error);
    void backOff(const domain::Error& error, std::optional<std::chrono::milliseconds> retryAfter);
    void yieldToSmaller();

    ledger::LedgerThread& m_ledger;
    Answers& m_answers;
    ChunkSize m_chunk;
    UploadTools m_tools;
    Backoff m_backoff;
    QTimer m_timer; ///< runs while nothing new may be begun
    std::array<std::shared_ptr<Upload>, kPlaces> m_places;
    Queue m_queue; ///< oldest first; what was last seen to wait
    QSet<QString> m_passedOver;
    bool m_looking = false;
    bool m_lookAgain = true; ///< the queue may have grown since
    bool m_more = false;     ///< more wait than were seen
    bool m_later = false;    ///< what was passed over is worth trying again without a person
    bool m_quiet = true;     ///< emptied() was said
};

} // namespace ow::sync
