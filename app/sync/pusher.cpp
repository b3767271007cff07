// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "ledger/ledger.h"

#include <QDateTime>

#include <algorithm>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

constexpr int kConflict = 409;
/// How old the word Online on the strip may get while nothing is sent.
constexpr std::chrono::milliseconds kIdleAsk = std::chrono::seconds(60);

/// Trying again will not help until a person or an administrator has done something: the line is asked
/// rarely.
bool isFinal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CertificateWrong:
    case ErrorCode::DeviceRevoked:
    case ErrorCode::NotEnrolled:
    case ErrorCode::Forked:
        return true;
    default:
        return false;
    }
}

} // namespace

Pusher::Pusher(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto, QUrl base,
               const LinkIdentity& identity, std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_crypto(crypto)
    , m_link(std::move(base), identity)
    , m_entries(random)
    , m_blobs(std::move(random))
{
    m_link.setParent(this);
    for (const Lane lane : {Lane::Entries, Lane::Blobs}) {
        QTimer& timer = state(lane).timer;
        timer.setParent(this);
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, lane] { run(lane); });
    }
}

void Pusher::poke()
{
    if (m_stopped) {
        return;
    }
    m_passedOver.clear();
    countPending();
    wake(Lane::Entries);
    wake(Lane::Blobs);
}

void Pusher::wake(Lane lane)
{
    LaneState& one = state(lane);
    if (one.busy) {
        one.again = true;
    } else {
        one.timer.stop();
        run(lane);
    }
}

void Pusher::stop()
{
    m_stopped = true;
    m_entries.timer.stop();
    m_blobs.timer.stop();
    m_link.abortAll();
}

void Pusher::retire()
{
    m_retired = true;
    stop();
    if (m_underWay == 0) {
        deleteLater();
    }
}

void Pusher::run(Lane lane)
{
    LaneState& one = state(lane);
    if (m_stopped || one.busy) {
        return;
    }
    one.busy = true;
    one.again = false;
    if (lane == Lane::Entries) {
        m_heard = false;
    }
    if (lane == Lane::Blobs) {
        pushBlob();
    } else if (m_compared) {
        pushEntries();
    } else {
        askState();
    }
}

void Pusher::finish(Lane lane)
{
    LaneState& one = state(lane);
    one.busy = false;
    one.backoff.reset();
    if (one.again) {
        run(lane);
    } else if (lane == Lane::Entries) {
        one.timer.start(kIdleAsk);
    }
}

void Pusher::fail(Lane lane, const domain::Error& error, std::optional<std::chrono::milliseconds> retryAfter)
{
    LaneState& one = state(lane);
    one.busy = false;
    if (m_stopped) {
        return;
    }
    SyncStatus status = m_status;
    status.fault = error;
    switch (error.code) {
    case ErrorCode::KeyLocked: // signed out: the queue waits for the next sign-in, the line may be fine
    case ErrorCode::Cancelled:
        status.fault.reset();
        break;
    case ErrorCode::Unreachable:
    case ErrorCode::CaptivePortal:
    case ErrorCode::CentreBusy:
        status.line = SyncStatus::Line::Offline;
        m_compared = false;
        break;
    default:
        status.line = SyncStatus::Line::Refused;
        break;
    }
    setStatus(status);
    const auto wait = isFinal(error.code) ? Backoff::kCap : one.backoff.next(retryAfter);
    one.timer.start(wait);
}

void Pusher::askState()
{
    then(m_link.get(QStringLiteral("/v1/state")), [this](const Result<Reply>& reply) {
        if (!reply) {
            fail(Lane::Entries, reply.error());
            return;
        }
        const auto seen = reply->ok() ? bodyOf(*reply).and_then(readState)
                                      : Result<CentreState>(tl::unexpected(refusalOf(*reply)));
        if (!seen) {
            fail(Lane::Entries, seen.error(), reply->retryAfter);
            return;
        }
        m_heard = true;
        measureClock(*reply);
        compare(*seen);
    });
}

void Pusher::compare(const CentreState& seen)
{
    auto compared = m_ledger.run([seen](Ledger& ledger) -> Result<std::optional<qint64>> {
        if (const auto same = ledger.compareWithCentre(seen.seq, seen.hash); !same) {
            return tl::unexpected(same.error());
        }
        return ledger.outbox().settledUpTo().map(
            [&seen](qint64 settled) { return seen.seq < settled ? std::optional(seen.seq) : std::nullopt; });
    });
    then(std::move(compared), [this](const Result<std::optional<qint64>>& againFrom) {
        if (!againFrom) {
            fail(Lane::Entries, againFrom.error());
            return;
        }
        m_compared = true;
        m_againFrom = *againFrom;
        pushEntries();
    });
}

void Pusher::measureClock(const Reply& reply)
{
    if (reply.centreMs <= 0) {
        return;
    }
    // The centre read its clock somewhere in the round trip; the middle is the best guess.
    const qint64 offset = reply.centreMs + reply.roundTripMs / 2 - QDateTime::currentMSecsSinceEpoch();
    m_ledger.run([offset](Ledger& ledger) -> Result<void> {
        ledger.setClockOffset(offset);
        return {};
    });
}

void Pusher::pushEntries()
{
    auto next = m_ledger.run([from = m_againFrom](Ledger& ledger) {
        const ledger::Outbox& outbox = ledger.outbox();
        return from ? outbox.entriesAfter(*from, kBatchEntries, kBatchBytes)
                    : outbox.nextUnsent(kBatchEntries, kBatchBytes);
    });
    then(std::move(next), [this](const Result<std::vector<record::WireEntry>>& entries) {
        if (!entries) {
            fail(Lane::Entries, entries.error());
        } else if (entries->empty() && !m_heard) {
            askState(); // nothing to send is no sign that anybody is there
        } else if (entries->empty()) {
            m_againFrom.reset();
            SyncStatus status = m_status;
            status.line = SyncStatus::Line::Online;
            status.fault.reset();
            setStatus(status);
            finish(Lane::Entries);
            countPending();
        } else {
            sendEntries(*entries);
        }
    });
}

void Pusher::sendEntries(const std::vector<record::WireEntry>& entries)
{
    const auto body = entriesRequest(entries);
    if (!body) {
        fail(Lane::Entries, body.error());
        return;
    }
    then(m_link.postJson(QStringLiteral("/v1/entries"), *body), [this, entries](const Result<Reply>& reply) {
        if (!reply) {
            fail(Lane::Entries, reply.error());
        } else if (reply->ok()) {
            m_heard = true;
            takeOutcomes(entries, *reply);
        } else if (reply->status == kConflict) {
            m_compared = false; // the centre waits for another seq: compare first, then go on from there
            fail(Lane::Entries, refusalOf(*reply));
        } else {
            fail(Lane::Entries, refusalOf(*reply), reply->retryAfter);
        }
    });
}

void Pusher::takeOutcomes(const std::vector<record::WireEntry>& sent, const Reply& reply)
{
    const auto answer =
        bodyOf(reply).and_then([&sent](const QCborMap& body) { return readEntriesAnswer(body, sent); });
    if (!answer) {
        fail(Lane::Entries, answer.error());
        return;
    }
    const bool lacking = std::ranges::any_of(
        answer->outcomes, [](const ledger::Outcome& outcome) { return !outcome.blobsMissing.isEmpty(); });
    auto recording = m_ledger.run([answer = *answer](Ledger& ledger) {
        return ledger.outbox().recordOutcomes(answer.outcomes, answer.receipt);
    });
    then(std::move(recording),
         [this, last = sent.back().entry.header.seq, lacking](const Result<void>& recorded) {
             if (!recorded) {
                 fail(Lane::Entries, recorded.error());
                 return;
             }
             m_entries.backoff.reset();
             if (m_againFrom) {
                 m_againFrom = last;
             }
             Q_EMIT settled();
             if (lacking) {
                 wake(Lane::Blobs);
             }
             pushEntries();
         });
}

void Pusher::countPending()
{
    auto counting = m_ledger.run([](Ledger& ledger) { return ledger.outbox().pending(); });
    then(std::move(counting), [this](const Result<ledger::Outbox::Pending>& pending) {
        if (!pending) {
            return;
        }
        SyncStatus status = m_status;
        status.entries = pending->entries;
        status.oldestAt = pending->oldestAt;
        status.blobs = pending->blobs;
        setStatus(status);
    });
}

void Pusher::setStatus(SyncStatus status)
{
    if (status == m_status) {
        return;
    }
    m_status = std::move(status);
    Q_EMIT statusChanged(m_status);
}

} // namespace ow::sync
