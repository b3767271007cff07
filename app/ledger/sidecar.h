// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/sidecarfile.h"

#include <chrono>
#include <memory>
#include <optional>

namespace ow::ledger {

/// How it stands with the journal beside the ledger, for the Sync page and ctl.
struct SidecarStatus
{
    enum class State {
        Off,     ///< training, or switched off
        Idle,    ///< nobody has signed in yet, or the ledger is read-only: nothing is written
        Good,    ///< everything committed is in it
        Behind,  ///< entries are on their way
        Missing, ///< its folder is not there: a disk that is not plugged in, a share that is not mounted
        Full,    ///< the disk, or the bound; what is in it stays
        Failed,  ///< it cannot be written
    };

    State state = State::Off;
    qint64 firstSeq = 0; ///< oldest entry in it; 0 = none
    qint64 lastSeq = 0;  ///< newest entry that is safe in it
    qint64 bytes = 0;
    QString file;
    QString fault; ///< for whoever repairs it; no personal data
};

/// A second copy of every entry the centre has not receipted, in an append-only file on another path, so that
/// a lost or broken database does not take them along (docs/ledger-format.md §8).
///
/// The ledger hands sealed frames over and never waits: a thread of its own writes them at once and syncs
/// them at most kSyncMs later. A path that is missing, full, broken or hanging costs nothing but the copy;
/// the ledger looks again and brings it up to date by itself. Bodies only: files of materials are not in it.
///
/// Everything but the thread's own work is called from the ledger's thread.
class Sidecar
{
public:
    struct Options
    {
        QString file;
        QString device;
        qint64 maxBytes = 0;
        int retryMs = kRetryMs;
    };

    explicit Sidecar(Options options);
    Sidecar(const Sidecar&) = delete;
    Sidecar& operator=(const Sidecar&) = delete;
    ~Sidecar(); ///< waits a little for what was given; a share that hangs is left to itself

    /// Looks at what is there, unless it is followed already or was looked at less than retryMs ago.
    void look();
    /// What a look has found, once; then decide: begin(), follow(), or leave it alone.
    [[nodiscard]] std::optional<SidecarExtent> takeFound();
    /// An empty journal that continues with `next`.
    void begin(qint64 next);
    void follow(qint64 next);
    /// The seq append() expects; none while nothing can be written.
    [[nodiscard]] std::optional<qint64> next() const;
    /// False when too much is waiting already: give it again later.
    [[nodiscard]] bool append(qint64 seq, QByteArray frame);
    /// The centre has receipted everything up to here. Dropped from the file once that is worth a rewriting;
    /// with `atOnce` now, because of a body that has to go.
    void settled(qint64 upTo, bool atOnce);

    /// Until the thread has nothing left to do; false when it did not get there.
    bool settle(std::chrono::milliseconds atMost) const;
    [[nodiscard]] SidecarStatus status() const;

    static constexpr qint64 kMaxBytes = 64LL * 1024 * 1024;   ///< of the file: two months of a busy window
    static constexpr qint64 kKeepSettled = 8LL * 1024 * 1024; ///< heals a backup that is some days old
    static constexpr qint64 kMaxQueued = 4LL * 1024 * 1024;   ///< waiting in memory
    static constexpr int kSyncMs = 250;
    static constexpr int kRetryMs = 10'000;

private:
    class Lane;
    std::shared_ptr<Lane> m_lane; ///< shared with its thread, which may outlive this when a share hangs
};

} // namespace ow::ledger
