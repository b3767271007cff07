// SPDX-License-Identifier: GPL-3.0-or-later
// The pusher's second lane: materials, one at a time, beside the entries.
#include "ledger/ledger.h"
#include "sync/pusher.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

constexpr qsizetype kMostPassedOver = 100;

/// A fault of one material: the others need not wait behind it.
bool concernsOne(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BlobMissing:
    case ErrorCode::BlobDamaged:
    case ErrorCode::SealBroken:
    case ErrorCode::FileTooLarge:
    case ErrorCode::CentreRefused:
        return true;
    default:
        return false;
    }
}

} // namespace

void Pusher::pushBlob()
{
    struct Next
    {
        QString id;
        Result<QByteArray> plain;
    };

    auto looked = m_ledger.run([passedOver = m_passedOver](Ledger& ledger) -> Result<std::optional<Next>> {
        const auto unsent = ledger.blobs().nextUnsent(static_cast<int>(passedOver.size()) + 1);
        if (!unsent) {
            return tl::unexpected(unsent.error());
        }
        const auto next = std::ranges::find_if(
            *unsent, [&](const ledger::BlobStore::Info& blob) { return !passedOver.contains(blob.id); });
        if (next == unsent->end()) {
            return std::nullopt;
        }
        return Next{next->id, ledger.blobs().content(next->id)};
    });
    then(std::move(looked), [this](const Result<std::optional<Next>>& next) {
        if (!next) {
            fail(Lane::Blobs, next.error());
        } else if (!*next) {
            finish(Lane::Blobs);
            countPending();
        } else if ((*next)->plain) {
            sendBlob((*next)->id, *(*next)->plain);
        } else if (concernsOne((*next)->plain.error().code)) {
            passOver((*next)->id, (*next)->plain.error());
        } else {
            fail(Lane::Blobs, (*next)->plain.error());
        }
    });
}

void Pusher::passOver(const QString& id, const domain::Error& error)
{
    if (m_passedOver.size() >= kMostPassedOver) {
        fail(Lane::Blobs, error);
        return;
    }
    m_passedOver.insert(id);
    SyncStatus status = m_status;
    status.fault = error;
    setStatus(status);
    pushBlob();
}

void Pusher::sendBlob(const QString& id, const QByteArray& plain)
{
    auto hashed = QtConcurrent::run(
        [&crypto = m_crypto, plain] { return QString::fromLatin1(crypto.sm3(plain).toHex()); });
    then(std::move(hashed), [this, id, plain](const QString& sm3) {
        then(m_link.postBlob(id, sm3, plain), [this, id](const Result<Reply>& reply) {
            if (!reply) {
                fail(Lane::Blobs, reply.error());
            } else if (reply->ok()) {
                markUploaded(id);
            } else if (const auto refusal = refusalOf(*reply); concernsOne(refusal.code)) {
                passOver(id, refusal);
            } else {
                fail(Lane::Blobs, refusal, reply->retryAfter);
            }
        });
    });
}

void Pusher::markUploaded(const QString& id)
{
    auto marking = m_ledger.run([id](Ledger& ledger) { return ledger.blobs().markUploaded(id); });
    then(std::move(marking), [this](const Result<void>& marked) {
        if (!marked) {
            fail(Lane::Blobs, marked.error());
            return;
        }
        m_blobs.backoff.reset();
        pushBlob();
    });
}

} // namespace ow::sync
