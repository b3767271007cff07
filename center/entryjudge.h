// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/guidejudge.h"
#include "center/hall.h"
#include "center/store.h"
#include "center/vault.h"
#include "domain/kinds.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborMap>

#include <optional>

namespace ow::center {

/// A device's chain while a batch of its entries is taken: as the database has it, then one entry further
/// each time.
struct DeviceBatch
{
    Store& store;
    DeviceRow device;
    record::SecretBytes macKey; ///< k_{lastSeq}
    qint64 now = 0;
};

/// What is to be said of an entry and what it makes of its case.
struct Judged
{
    Verdict verdict;
    std::optional<domain::Kind> kind; ///< empty for a kind of a newer version: kept, not understood
    std::optional<CaseRow> file;      ///< the case as it is after the entry
    int irregular = 0;
    std::optional<GuideRuling> ruling; ///< of a publish entry
    QCborMap what;
};

/// Invariant I9 as a function: true chain, known device and readable body make an entry `accepted`, with
/// flags for a person to look at; `conflict` when its base is not the head and the kinds do not commute;
/// `rejected` only for what cannot be an entry, and for a publish entry that breaks the rules of publishing
/// (GuideJudge). Reads the store, writes nothing.
class EntryJudge
{
public:
    /// A device clock further ahead of the centre's, or of its own past, is doubtful (design §5).
    static constexpr qint64 kClockToleranceMs = 120'000;

    EntryJudge(const Vault& vault, const Hall& hall, const GuideJudge& guides)
        : m_vault(vault)
        , m_hall(hall)
        , m_guides(guides)
    {
    }

    /// For an entry of the batch's own device at the next seq.
    [[nodiscard]] domain::Result<Judged> judge(const DeviceBatch& batch, const record::WireEntry& wire) const;

private:
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] Result<QString> falseChain(const DeviceBatch& batch, const record::Entry& entry) const;
    [[nodiscard]] bool isFalseNumber(const DeviceBatch& batch, const record::EntryHeader& header) const;
    [[nodiscard]] Result<void> judgeBase(const DeviceBatch& batch, const record::EntryHeader& header,
                                         Judged& judged) const;
    [[nodiscard]] Result<void> project(Judged& judged, const record::EntryHeader& header) const;
    [[nodiscard]] Result<void> flag(const DeviceBatch& batch, const record::EntryHeader& header,
                                    Judged& judged) const;

    const Vault& m_vault;
    const Hall& m_hall;
    const GuideJudge& m_guides;
};

} // namespace ow::center
