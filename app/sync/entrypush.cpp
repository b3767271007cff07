// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/entrypush.h"

#include "record/canonical.h"

#include <QCborArray>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;

tl::unexpected<domain::Error> invalid(const char* member)
{
    return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the answer is not as agreed"),
                        QString::fromLatin1(member));
}

QStringList texts(const QCborValue& value)
{
    QStringList list;
    for (const QCborValue& item : value.toArray()) {
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
    outcome.reason = map.value(QLatin1StringView("reason")).toString();
    outcome.flags = texts(map.value(QLatin1StringView("flags")));
    outcome.blobsMissing = texts(map.value(QLatin1StringView("blobs_missing")));
    return outcome;
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
    const QCborMap receipt = body.value(QLatin1StringView("receipt")).toMap();
    answer.receipt = {
        receipt.value(QLatin1StringView("seq")).toInteger(), hash(receipt, QLatin1StringView("hash")),
        receipt.value(QLatin1StringView("at")).toInteger(), hash(receipt, QLatin1StringView("signature"))};
    if (answer.receipt.seq <= 0 || answer.receipt.hash.size() != 32) {
        return invalid("receipt");
    }
    return answer;
}

Result<CentreState> readState(const QCborMap& body)
{
    const QCborValue seq = body.value(QLatin1StringView("last_seq"));
    const QByteArray last = hash(body, QLatin1StringView("last_hash"));
    if (!seq.isInteger() || last.size() != 32) {
        return invalid("last_seq");
    }
    return CentreState{seq.toInteger(), last};
}

} // namespace ow::sync
