// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/materiallane.h"

#include <algorithm>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;
using Info = ledger::BlobStore::Info;

constexpr qsizetype kMostPassedOver = 100;
/// Seen at a time; the smallest of them goes first.
constexpr int kSeen = 500;

/// No more of them may be begun; those that were go on.
bool isQuota(const domain::Error& error)
{
    return error.detail == QLatin1StringView("upload_quota");
}

/// A fault of one material: the others need not wait behind it.
bool concernsOne(const domain::Error& error)
{
    switch (error.code) {
    case ErrorCode::BlobMissing:
    case ErrorCode::BlobDamaged:
    case ErrorCode::SealBroken:
    case ErrorCode::FileTooLarge:
    case ErrorCode::CentreRefused:
        return true;
    default:
        return isQuota(error);
    }
}

/// Trying again will not help until a person or an administrator has done something.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::CertificateWrong || code == ErrorCode::DeviceRevoked ||
           code == ErrorCode::NotEnrolled;
}

} // namespace

MaterialLane::MaterialLane(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto,
                           CentreLink& link, Answers& answers, std::function<double()> random,
                           QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_answers(answers)
    , m_tools{ledger, crypto, link, answers, m_chunk}
    , m_backoff(std::move(random))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_passedOver.clear();
        wake();
    });
}

void MaterialLane::poke()
{
    m_passedOver.clear();
    m_timer.stop();
    wake();
}

void MaterialLane::wake()
{
    m_lookAgain = true;
    fill();
}

void MaterialLane::stop()
{
    m_timer.stop();
}

void MaterialLane::fill()
{
    if (m_answers.isStopped() || m_looking || m_timer.isActive()) {
        return;
    }
    if (m_lookAgain) {
        look();
        return;
    }
    choose();
}

void MaterialLane::look()
{
    m_looking = true;
    m_lookAgain = false;
    const int limit = kSeen + static_cast<int>(m_passedOver.size());
    auto looked = m_ledger.run([limit](Ledger& ledger) { return ledger.blobs().nextUnsent(limit); });
    m_answers.then(std::move(looked), [this, limit](const Result<Queue>& unsent) {
        m_looking = false;
        if (!unsent) {
            backOff(unsent.error(), {});
            return;
        }
        m_queue = *unsent;
        m_more = m_queue.size() >= static_cast<size_t>(limit);
        m_quiet = false;
        if (m_lookAgain) {
            look();
        } else {
            choose();
        }
    });
}

/// The first in the queue for a place; its end when there is none.
MaterialLane::Queue::const_iterator MaterialLane::next(Place place) const
{
    const auto isFree = [this](const Info& blob) {
        return !m_passedOver.contains(blob.id) && std::ranges::none_of(m_places, [&blob](const auto& one) {
            return one && one->blob().id == blob.id;
        });
    };
    auto best = m_queue.cend();
    for (auto one = m_queue.cbegin(); one != m_queue.cend(); ++one) {
        if (!isFree(*one)) {
            continue;
        }
        if (place == Oldest) {
            return one;
        }
        if (best == m_queue.cend() || one->size < best->size) {
            best = one;
        }
    }
    return best;
}

void MaterialLane::choose()
{
    yieldToSmaller();
    for (const Place place : {Smallest, Oldest}) {
        if (m_places.at(place)) {
            continue;
        }
        const auto found = next(place);
        if (found != m_queue.cend()) {
            begin(place, *found);
        }
    }
    const bool idle = std::ranges::none_of(m_places, [](const auto& one) { return one != nullptr; });
    if (!idle) {
        return;
    }
    if (m_more) {
        m_more = false;
        wake();
        return;
    }
    if (std::exchange(m_later, false)) {
        m_timer.start(Backoff::kCap);
    }
    if (!m_quiet) {
        m_quiet = true;
        Q_EMIT emptied();
    }
}

void MaterialLane::yieldToSmaller()
{
    const auto& current = m_places.at(Smallest);
    const auto smaller = next(Smallest);
    if (current && smaller != m_queue.cend() && smaller->size < current->blob().size) {
        current->yield();
    }
}

void MaterialLane::begin(Place place, const Info& blob)
{
    const auto progress = [this](const UploadProgress& reached) { Q_EMIT progressed(reached); };
    const auto ended = [this, place](const Upload::End& how) { end(place, how); };
    m_places.at(place) = std::make_shared<Upload>(m_tools, blob, Upload::Tell{progress, ended});
    m_places.at(place)->start();
}

void MaterialLane::end(Place place, const Upload::End& end)
{
    const QString id = m_places.at(place)->blob().id;
    if (!end.error && !end.yielded) {
        markSent(place, id);
        return;
    }
    m_places.at(place).reset();
    if (end.yielded) {
        fill();
    } else if (concernsOne(*end.error) && m_passedOver.size() < kMostPassedOver) {
        passOver(id, *end.error);
    } else {
        backOff(*end.error, end.retryAfter);
    }
}

void MaterialLane::markSent(Place place, const QString& id)
{
    auto marking = m_ledger.run([id](Ledger& ledger) { return ledger.blobs().markUploaded(id); });
    m_answers.then(std::move(marking), [this, place, id](const Result<void>& marked) {
        m_places.at(place).reset();
        std::erase_if(m_queue, [&id](const Info& blob) { return blob.id == id; });
        if (!marked) {
            backOff(marked.error(), {});
            return;
        }
        m_backoff.reset();
        Q_EMIT sent();
        fill();
    });
}

void MaterialLane::passOver(const QString& id, const domain::Error& error)
{
    m_passedOver.insert(id);
    m_later = m_later || isQuota(error);
    Q_EMIT passedOver(error);
    fill();
}

void MaterialLane::backOff(const domain::Error& error, std::optional<std::chrono::milliseconds> retryAfter)
{
    const auto wait = isFinal(error.code) ? Backoff::kCap : m_backoff.next(retryAfter);
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() < wait) {
        m_timer.start(wait);
    }
    Q_EMIT failed(error);
}

} // namespace ow::sync
