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
    , m_answers(this) // children, so that they move to the sync thread with us
    , m_link(std::move(base), identity, this)
    , m_materials(ledger, crypto, m_link, m_answers, random, this)
    , m_backoff(std::move(random))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Pusher::run);
    connect(&m_materials, &MaterialLane::progressed, this, &Pusher::progressed);
    connect(&m_materials, &MaterialLane::sent, this, &Pusher::noteSent);
    connect(&m_materials, &MaterialLane::emptied, this, &Pusher::countPending);
    connect(&m_materials, &MaterialLane::failed, this, &Pusher::noteFault);
    connect(&m_materials, &MaterialLane::passedOver, this, [this](const domain::Error& error) {
        SyncStatus status = m_status;
        status.fault = error;
        setStatus(status);
    });
}

void Pusher::poke()
{
    if (m_answers.isStopped()) {
        return;
    }
    countPending();
    wake();
    m_materials.poke();
}

void Pusher::wake()
{
    if (m_busy) {
        m_again = true;
    } else {
        m_timer.stop();
        run();
    }
}

void Pusher::stop()
{
    m_answers.stop();
    m_timer.stop();
    m_materials.stop();
    m_link.abortAll();
}

void Pusher::retire()
{
    stop();
    m_answers.whenEmpty([this] { deleteLater(); });
}

void Pusher::run()
{
    if (m_answers.isStopped() || m_busy) {
        return;
    }
    m_busy = true;
    m_again = false;
    m_heard = false;
    if (m_compared) {
        pushEntries();
    } else {
        askState();
    }
}

void Pusher::finish()
{
    m_busy = false;
    m_backoff.reset();
    if (m_again) {
        run();
    } else {
        m_timer.start(kIdleAsk);
    }
}

void Pusher::fail(const domain::Error& error, std::optional<std::chrono::milliseconds> retryAfter)
{
    m_busy = false;
    noteFault(error);
    m_timer.start(isFinal(error.code) ? Backoff::kCap : m_backoff.next(retryAfter));
}

void Pusher::noteFault(const domain::Error& error)
{
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
}

/// A material has got through: so may entries, if the line was down.
void Pusher::noteSent()
{
    if (m_status.line == SyncStatus::Line::Offline) {
        wake();
    }
}

void Pusher::askState()
{
    m_answers.then(m_link.get(QStringLiteral("/v1/state")), [this](const Result<Reply>& reply) {
        if (!reply) {
            fail(reply.error());
            return;
        }
        const auto seen = reply->ok() ? bodyOf(*reply).and_then(readState)
                                      : Result<CentreState>(tl::unexpected(refusalOf(*reply)));
        if (!seen) {
            fail(seen.error(), reply->retryAfter);
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
    m_answers.then(std::move(compared), [this](const Result<std::optional<qint64>>& againFrom) {
        if (!againFrom) {
            fail(againFrom.error());
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
    m_answers.then(std::move(next), [this](const Result<std::vector<record::WireEntry>>& entries) {
        if (!entries) {
            fail(entries.error());
        } else if (entries->empty() && !m_heard) {
            askState(); // nothing to send is no sign that anybody is there
        } else if (entries->empty()) {
            m_againFrom.reset();
            SyncStatus status = m_status;
            status.line = SyncStatus::Line::Online;
            status.fault.reset();
            setStatus(status);
            finish();
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
        fail(body.error());
        return;
    }
    m_answers.then(
        m_link.postJson(QStringLiteral("/v1/entries"), *body), [this, entries](const Result<Reply>& reply) {
            if (!reply) {
                fail(reply.error());
            } else if (reply->ok()) {
                m_heard = true;
                takeOutcomes(entries, *reply);
            } else if (reply->status == kConflict) {
                m_compared = false; // the centre waits for another seq: compare first, then go on from there
                fail(refusalOf(*reply));
            } else {
                fail(refusalOf(*reply), reply->retryAfter);
            }
        });
}

void Pusher::takeOutcomes(const std::vector<record::WireEntry>& sent, const Reply& reply)
{
    const auto answer =
        bodyOf(reply).and_then([&sent](const QCborMap& body) { return readEntriesAnswer(body, sent); });
    if (!answer) {
        fail(answer.error());
        return;
    }
    const bool lacking = std::ranges::any_of(
        answer->outcomes, [](const ledger::Outcome& outcome) { return !outcome.blobsMissing.isEmpty(); });
    auto recording = m_ledger.run([answer = *answer](Ledger& ledger) {
        return ledger.outbox().recordOutcomes(answer.outcomes, answer.receipt);
    });
    m_answers.then(std::move(recording),
                   [this, last = sent.back().entry.header.seq, lacking](const Result<void>& recorded) {
                       if (!recorded) {
                           fail(recorded.error());
                           return;
                       }
                       m_backoff.reset();
                       if (m_againFrom) {
                           m_againFrom = last;
                       }
                       Q_EMIT settled();
                       if (lacking) {
                           m_materials.wake();
                       }
                       pushEntries();
                   });
}

void Pusher::countPending()
{
    auto counting = m_ledger.run([](Ledger& ledger) { return ledger.outbox().pending(); });
    m_answers.then(std::move(counting), [this](const Result<ledger::Outbox::Pending>& pending) {
        if (!pending) {
            return;
        }
        SyncStatus status = m_status;
        status.entries = pending->entries;
        status.oldestAt = pending->oldestAt;
        status.blobs = pending->blobs;
        status.blobBytes = pending->blobBytes;
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
