// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/entrypush.h"

#include "record/canonical.h"

#include <QCborArray>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;

constexpr qsizetype kHashBytes = 32;
constexpr qsizetype kSignatureBytes = 64;

tl::unexpected<domain::Error> invalid(const char* member)
{
    return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the answer is not as agreed"),
                        QString::fromLatin1(member));
}

/// A list of texts and nothing else; none otherwise.
std::optional<QStringList> texts(const QCborValue& value)
{
    if (!value.isArray()) {
        return std::nullopt;
    }
    QStringList list;
    for (const QCborValue& item : value.toArray()) {
        if (!item.isString()) {
            return std::nullopt;
        }
        list.append(item.toString());
    }
    return list;
}

QByteArray hash(const QCborMap& map, QLatin1StringView key)
{
    return QByteArray::fromHex(map.value(key).toString().toLatin1());
}

std::optional<ledger::EntryState> stateOf(const QString& outcome)
{
    if (outcome == QLatin1StringView("accepted")) {
        return ledger::EntryState::Accepted;
    }
    if (outcome == QLatin1StringView("conflict")) {
        return ledger::EntryState::Conflict;
    }
    if (outcome == QLatin1StringView("rejected")) {
        return ledger::EntryState::Rejected;
    }
    return std::nullopt;
}

Result<ledger::Outcome> readOutcome(const QCborMap& map, const record::EntryHeader& sent)
{
    const auto state = stateOf(map.value(QLatin1StringView("outcome")).toString());
    if (!state) {
        return invalid("outcome");
    }
    if (map.value(QLatin1StringView("id")).toString() != sent.id ||
        map.value(QLatin1StringView("seq")).toInteger() != sent.seq) {
        return invalid("id");
    }
    ledger::Outcome outcome;
    outcome.seq = sent.seq;
    outcome.state = *state;
    if (const QCborValue order = map.value(QLatin1StringView("order")); order.isInteger()) {
        outcome.order = order.toInteger();
    }
    // What was taken has its place in the centre's order; what was rejected has none.
    const bool placed = *state != ledger::EntryState::Rejected;
    if (outcome.order.has_value() != placed || outcome.order.value_or(1) <= 0) {
        return invalid("order");
    }
    auto flags = texts(map.value(QLatin1StringView("flags")));
    auto missing = texts(map.value(QLatin1StringView("blobs_missing")));
    if (!flags || !missing) {
        return invalid(flags ? "blobs_missing" : "flags");
    }
    outcome.reason = map.value(QLatin1StringView("reason")).toString();
    outcome.flags = std::move(*flags);
    outcome.blobsMissing = std::move(*missing);
    return outcome;
}

std::optional<ledger::Receipt> readReceipt(const QCborMap& map)
{
    const QCborValue at = map.value(QLatin1StringView("at"));
    ledger::Receipt receipt{map.value(QLatin1StringView("seq")).toInteger(),
                            hash(map, QLatin1StringView("hash")), at.toInteger(),
                            hash(map, QLatin1StringView("signature"))};
    const bool whole = receipt.seq > 0 && at.isInteger() && receipt.hash.size() == kHashBytes &&
                       receipt.signature.size() == kSignatureBytes;
    return whole ? std::optional(std::move(receipt)) : std::nullopt;
}

} // namespace

Result<QByteArray> entriesRequest(const std::vector<record::WireEntry>& entries)
{
    QCborArray list;
    for (const record::WireEntry& entry : entries) {
        list.append(record::wireMap(entry));
    }
    return record::writeCanonical(QCborMap{{QStringLiteral("entries"), list}});
}

Result<EntriesAnswer> readEntriesAnswer(const QCborMap& body, const std::vector<record::WireEntry>& sent)
{
    const QCborArray outcomes = body.value(QLatin1StringView("outcomes")).toArray();
    if (outcomes.size() != static_cast<qsizetype>(sent.size())) {
        return invalid("outcomes");
    }
    EntriesAnswer answer;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        auto outcome = readOutcome(outcomes.at(static_cast<qsizetype>(i)).toMap(), sent[i].entry.header);
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
        answer.outcomes.push_back(std::move(*outcome));
    }
    auto receipt = readReceipt(body.value(QLatin1StringView("receipt")).toMap());
    // It covers all the centre has of this device, so at least what was just sent.
    if (!receipt || (!sent.empty() && receipt->seq < sent.back().entry.header.seq)) {
        return invalid("receipt");
    }
    answer.receipt = std::move(*receipt);
    return answer;
}

Result<CentreState> readState(const QCborMap& body)
{
    const QCborValue seq = body.value(QLatin1StringView("last_seq"));
    const QByteArray last = hash(body, QLatin1StringView("last_hash"));
    if (!seq.isInteger() || seq.toInteger() < 0 || last.size() != kHashBytes) {
        return invalid("last_seq");
    }
    return CentreState{seq.toInteger(), last};
}

} // namespace ow::sync
