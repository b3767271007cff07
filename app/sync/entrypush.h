// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/outbox.h"
#include "record/wire.h"

#include <QByteArray>
#include <QCborMap>

#include <vector>

namespace ow::sync {

inline constexpr int kBatchEntries = 200;
/// The centre takes 1 MiB; this leaves room for the frame around the entries (base64 of bodies is counted).
inline constexpr qint64 kBatchBytes = 700 * 1024;

/// {"entries":[…]} of POST /v1/entries.
[[nodiscard]] domain::Result<QByteArray> entriesRequest(const std::vector<record::WireEntry>& entries);

struct EntriesAnswer
{
    std::vector<ledger::Outcome> outcomes;
    ledger::Receipt receipt;
};

/// Reads an answer strictly against what was sent: one outcome per entry, in order, of that id and seq.
/// ReplyInvalid naming the member.
[[nodiscard]] domain::Result<EntriesAnswer> readEntriesAnswer(const QCborMap& body,
                                                              const std::vector<record::WireEntry>& sent);

/// Answer of GET /v1/state: the centre's last entry of this device.
struct CentreState
{
    qint64 seq = 0;
    QByteArray hash;
};

[[nodiscard]] domain::Result<CentreState> readState(const QCborMap& body);

} // namespace ow::sync
