// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QStringList>

namespace ow::ledger {

class ColumnSealer;
class Database;

/// How long a window keeps what is personal (个人信息保护法 Art. 19: no longer than the purpose needs). Data:
/// resources/house/retention.json, and what an administrator has set instead.
struct RetentionRule
{
    /// Days after the last act, or the last look from here, of a case of another window that nobody at this
    /// one has to do anything about; then its bodies go, and are fetched again when it is opened. 0 = never.
    int foreignDays = 0;
    /// Days after the last act of a closed case of this window; then it is offered to be forgotten, which
    /// takes a `forget` entry and the centre's acceptance. 0 = never.
    int ownDays = 0;
    friend bool operator==(const RetentionRule&, const RetentionRule&) = default;

    static constexpr int kMostDays = 36500;

    /// {"v":1,"foreignDays":n,"ownDays":n}; InvalidInput naming the member.
    [[nodiscard]] static domain::Result<RetentionRule> parse(const QByteArray& json);
    [[nodiscard]] QByteArray toJson() const;
    /// As it is built in.
    [[nodiscard]] static domain::Result<RetentionRule> builtIn();
};

/// Finds what has been kept long enough. Reads the projections, which need no keys; dropping foreign bodies
/// needs them and runs inside a transaction of the caller.
class Retention
{
public:
    /// Both outlive this.
    Retention(const Database& database, const ColumnSealer& sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
    }

    /// Cases of other windows after `afterNumber`, in the order of their numbers, whose last act is before
    /// `before` (UTC ms) and that are outside the working set: not waiting for a supplement, for a promised
    /// material or to be issued, and without an entry of this device.
    [[nodiscard]] domain::Result<QStringList> foreignDue(const QString& afterNumber, qint64 before,
                                                         int limit) const;
    /// Own closed cases whose last act is before `before` and that are not forgotten yet, oldest first.
    [[nodiscard]] domain::Result<QStringList> ownDue(qint64 before, int limit) const;
    /// Deletes the bodies of a case of other windows; the headers stay. How many.
    [[nodiscard]] domain::Result<int> dropForeignBodies(const QString& caseNumber) const;

private:
    const Database& m_database;
    const ColumnSealer& m_sealer;
};

} // namespace ow::ledger
