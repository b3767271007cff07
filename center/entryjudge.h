// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/batchsheet.h"
#include "center/configacts.h"
#include "center/guidejudge.h"
#include "center/store.h"
#include "center/vault.h"
#include "domain/kinds.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborMap>

#include <optional>

namespace ow::center {

/// What is to be said of an entry and what it makes of its case.
struct Judged
{
    Verdict verdict;
    std::optional<domain::Kind> kind;  ///< empty for a kind of a newer version: kept, not understood
    std::optional<CaseRow> row;        ///< of its case, as it is after the entry
    domain::CaseFile file;             ///< the fold behind the row
    int irregular = 0;                 ///< moves the law does not know, this entry's only
    bool widens = false;               ///< it brings the case into every window's working set
    std::optional<GuideRuling> ruling; ///< of a publish entry
    std::optional<PersonAct> person;   ///< of a person entry
    std::optional<StationAct> station; ///< of a station entry
    QCborMap what;
};

/// Invariant I9 as a function: true chain, known device and readable body make an entry `accepted`, with
/// flags for a person to look at; `conflict` when its base is not the head and the kinds do not commute;
/// `rejected` only for what cannot be an entry, and for entries about how the halls are run that break the
/// rules made for them (GuideJudge, PersonAct): a version or a right in force by mistake would bind every
/// window. Reads the sheet, writes nothing.
class EntryJudge
{
public:
    /// A device clock further ahead of the centre's, or of its own past, is doubtful (design §5).
    static constexpr qint64 kClockToleranceMs = 120'000;

    EntryJudge(const Vault& vault, const GuideJudge& guides)
        : m_vault(vault)
        , m_guides(guides)
    {
    }

    /// For an entry of the sheet's own device at the next seq.
    [[nodiscard]] domain::Result<Judged> judge(BatchSheet& sheet, const record::WireEntry& wire) const;

private:
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] QString falseChain(const BatchSheet& sheet, const record::Entry& entry) const;
    [[nodiscard]] static bool isFalseNumber(const BatchSheet& sheet, const record::EntryHeader& header);
    /// Why a config entry may not be; empty when it may.
    [[nodiscard]] Result<QString> judgeConfig(BatchSheet& sheet, const record::EntryHeader& header,
                                              Judged& judged) const;
    [[nodiscard]] static Result<QString> judgeStation(BatchSheet& sheet, const record::EntryHeader& header,
                                                      Judged& judged);
    [[nodiscard]] static Result<QString> judgePerson(BatchSheet& sheet, const record::EntryHeader& header,
                                                     Judged& judged);
    [[nodiscard]] static Result<void> judgeBase(BatchSheet& sheet, const record::EntryHeader& header,
                                                Judged& judged);
    [[nodiscard]] Result<void> project(BatchSheet& sheet, Judged& judged,
                                       const record::EntryHeader& header) const;
    [[nodiscard]] static Result<void> flag(BatchSheet& sheet, const record::EntryHeader& header,
                                           Judged& judged);

    const Vault& m_vault;
    const GuideJudge& m_guides;
};

} // namespace ow::center
