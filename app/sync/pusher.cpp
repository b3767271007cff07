// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "ledger/ledger.h"

#include <QDateTime>
#include <QtConcurrentRun>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

constexpr int kConflict = 409;

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
    , m_entries{false, false, Backoff(random), {}}
    , m_blobs{false, false, Backoff(std::move(random)), {}}
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
    countPending();
    for (const Lane lane : {Lane::Entries, Lane::Blobs}) {
        LaneState& one = state(lane);
        if (one.busy) {
            one.again = true;
        } else {
            one.timer.stop();
            run(lane);
        }
    }
}

void Pusher::stop()
{
    m_stopped = true;
    m_entries.timer.stop();
    m_blobs.timer.stop();
    m_link.abortAll();
}

void Pusher::run(Lane lane)
{
    LaneState& one = state(lane);
    if (m_stopped || one.busy) {
        return;
    }
    one.busy = true;
    one.again = false;
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
    m_link.get(QStringLiteral("/v1/state")).then(this, [this](const Result<Reply>& reply) {
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
        measureClock(*reply);
        m_ledger.run([seen = *seen](Ledger& ledger) { return ledger.compareWithCentre(seen.seq, seen.hash); })
            .then(this, [this](const Result<void>& same) {
                if (!same) {
                    fail(Lane::Entries, same.error());
                    return;
                }
                m_compared = true;
                pushEntries();
            });
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
    m_ledger.run([](Ledger& ledger) { return ledger.outbox().nextUnsent(kBatchEntries, kBatchBytes); })
        .then(this, [this](const Result<std::vector<record::WireEntry>>& entries) {
            if (!entries) {
                fail(Lane::Entries, entries.error());
            } else if (entries->empty()) {
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
    m_link.postJson(QStringLiteral("/v1/entries"), *body)
        .then(this, [this, entries](const Result<Reply>& reply) {
            if (!reply) {
                fail(Lane::Entries, reply.error());
            } else if (reply->ok()) {
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
    m_ledger
        .run([answer = *answer](Ledger& ledger) {
            return ledger.outbox().recordOutcomes(answer.outcomes, answer.receipt);
        })
        .then(this, [this](const Result<void>& recorded) {
            if (!recorded) {
                fail(Lane::Entries, recorded.error());
                return;
            }
            m_entries.backoff.reset();
            Q_EMIT settled();
            pushEntries();
        });
}

void Pusher::pushBlob()
{
    struct Next
    {
        QString id;
        QByteArray plain;
    };

    m_ledger
        .run([](Ledger& ledger) -> Result<std::optional<Next>> {
            const auto next = ledger.blobs().nextUnsent(1);
            if (!next) {
                return tl::unexpected(next.error());
            }
            if (next->empty()) {
                return std::nullopt;
            }
            auto plain = ledger.blobs().content(next->front().id);
            if (!plain) {
                return tl::unexpected(plain.error());
            }
            return Next{next->front().id, std::move(*plain)};
        })
        .then(this, [this](const Result<std::optional<Next>>& next) {
            if (!next) {
                fail(Lane::Blobs, next.error());
            } else if (!*next) {
                finish(Lane::Blobs);
                countPending();
            } else {
                sendBlob((*next)->id, (*next)->plain);
            }
        });
}

void Pusher::sendBlob(const QString& id, const QByteArray& plain)
{
    QtConcurrent::run([this, plain] { return QString::fromLatin1(m_crypto.sm3(plain).toHex()); })
        .then(this, [this, id, plain](const QString& sm3) { return m_link.postBlob(id, sm3, plain); })
        .unwrap()
        .then(this, [this, id](const Result<Reply>& reply) {
            if (!reply) {
                fail(Lane::Blobs, reply.error());
                return;
            }
            if (!reply->ok()) {
                fail(Lane::Blobs, refusalOf(*reply), reply->retryAfter);
                return;
            }
            m_ledger.run([id](Ledger& ledger) { return ledger.blobs().markUploaded(id); })
                .then(this, [this](const Result<void>& marked) {
                    if (!marked) {
                        fail(Lane::Blobs, marked.error());
                        return;
                    }
                    m_blobs.backoff.reset();
                    pushBlob();
                });
        });
}

void Pusher::countPending()
{
    m_ledger.run([](Ledger& ledger) { return ledger.outbox().pending(); })
        .then(this, [this](const Result<ledger::Outbox::Pending>& pending) {
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
