// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clockcheck.h"

#include "desk/builtat.h"
#include "ledger/ledger.h"

#include <cstdlib>

namespace ow::desk {

namespace {

constexpr qint64 kTolerance = 2LL * 60 * 1000;

} // namespace

ClockDoubt clockDoubt(const ledger::Ledger& ledger, qint64 nowMs)
{
    if (nowMs < kBuiltAtMs) {
        return ClockDoubt::BeforeBuild;
    }
    const auto last = ledger.cases().ownEntries(ledger.head().seq + 1, 1);
    if (!last || last->empty()) {
        return ClockDoubt::None;
    }
    const record::EntryHeader& header = last->front().header;
    if (nowMs < header.at) {
        return ClockDoubt::BeforeLastEntry;
    }
    const bool off = header.clock && std::llabs(header.clock->offsetMs) > kTolerance;
    return off ? ClockDoubt::OffCentre : ClockDoubt::None;
}

domain::Result<void> checkClock(const ledger::Ledger& ledger, qint64 nowMs)
{
    switch (clockDoubt(ledger, nowMs)) {
    case ClockDoubt::None:
        return {};
    case ClockDoubt::BeforeLastEntry:
        return domain::fail(domain::ErrorCode::ClockDoubtful, QStringLiteral("earlier than the last entry"),
                            QStringLiteral("last_entry"));
    case ClockDoubt::BeforeBuild:
        return domain::fail(domain::ErrorCode::ClockDoubtful, QStringLiteral("earlier than the program"),
                            QStringLiteral("build"));
    case ClockDoubt::OffCentre:
        return domain::fail(domain::ErrorCode::ClockDoubtful, QStringLiteral("not the centre's time"),
                            QStringLiteral("centre"));
    }
    return {};
}

} // namespace ow::desk
