// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/centre.h"
#include "center/guidejudge.h"
#include "center/ownledger.h"
#include "domain/systemclock.h"

#include <memory>
#include <vector>

class QCommandLineParser;

namespace ow::center {

/// A centre and its store, opened for one command.
struct Opened
{
    std::unique_ptr<Centre> centre;
    std::unique_ptr<Store> store;
};

/// By --data.
[[nodiscard]] domain::Result<Opened> openData(const QCommandLineParser& parser);
/// --hall, or the only one there is. InvalidInput when there are several and none is named.
[[nodiscard]] domain::Result<QString> hallOf(const QCommandLineParser& parser, Store& store);

/// The hand of the operator in the centre's own ledger.
class OwnHand
{
public:
    /// `opened` outlives it.
    [[nodiscard]] static domain::Result<std::unique_ptr<OwnHand>> make(const Opened& opened);
    [[nodiscard]] domain::Result<void> write(const std::vector<OwnAct>& acts);

private:
    OwnHand(const Opened& opened, std::unique_ptr<const GuideJudge> guides);
    const Opened& m_opened;
    std::unique_ptr<const GuideJudge> m_guides;
    domain::SystemClock m_clock;
    EntryIntake m_intake;
    OwnLedger m_own;
};

} // namespace ow::center
