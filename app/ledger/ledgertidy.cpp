// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: what has been kept long enough, and the files of what was forgotten.
#include "ledger/durablefile.h"
#include "ledger/ledgerprivate.h"
#include "ledger/retention.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kFilesAtOnce = 20;
constexpr int kCasesAtOnce = 5;
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
const QString kRetention = QStringLiteral("retention");
const QString kWipe = QStringLiteral("wipe");
const QString kWipeSidecar = QStringLiteral("wipe.sidecar");

} // namespace

/// Files first, then the note that they have to go: a crash in between finds the note again.
Result<bool> Ledger::Private::wipeFiles()
{
    auto rows = core.database().prepare(QStringLiteral("SELECT id FROM blob_gone ORDER BY id LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(qint64(kFilesAtOnce));
    QStringList ids;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        ids.append(rows->text(0));
    }
    for (const QString& id : ids) {
        const auto again = blobs.info(id);
        if (!again && again.error().code != ErrorCode::NotFound)
            return tl::unexpected(again.error());
        if (again) // taken in anew since
            continue;
        if (auto gone = shredFile(blobPath(options.folder + QStringLiteral("/blobs"), id)); !gone)
            return tl::unexpected(gone.error());
    }
    const bool more = ids.size() == kFilesAtOnce;
    if (ids.isEmpty())
        return more;
    return core
        .write(
            [&]() -> Result<void> {
                auto row = core.database().prepare(QStringLiteral("DELETE FROM blob_gone WHERE id = ?"));
                for (const QString& id : ids) {
                    if (!row)
                        return tl::unexpected(row.error());
                    if (auto done = row->bind(id).run(); !done)
                        return done;
                }
                return {};
            },
            LedgerCore::Purpose::Housekeeping)
        .map([more] { return more; });
}

Result<void> Ledger::Private::dropMeta(const QString& name)
{
    return core.write(
        [&]() -> Result<void> {
            auto row = core.database().prepare(QStringLiteral("DELETE FROM meta WHERE name = ?"));
            return row ? row->bind(name).run() : tl::unexpected(row.error());
        },
        LedgerCore::Purpose::Housekeeping);
}

/// Every other place a forgotten body may still lie in: copies from before a step of the schema, the WAL, the
/// journal.
Result<void> Ledger::Private::wipeCopies()
{
    if (core.meta(kWipe)) {
        const QFileInfo database(core.database().file());
        const QString copies = database.fileName() + QStringLiteral(".before-v*");
        for (const QString& copy : database.dir().entryList({copies}, QDir::Files)) {
            if (auto gone = shredFile(database.dir().filePath(copy)); !gone)
                return gone;
        }
        if (auto done = dropMeta(kWipe).and_then([this] { return core.database().checkpoint(); }); !done)
            return done;
    }
    // A journal whose path is not there is rewritten when it is back.
    if (!core.meta(kWipeSidecar) || (sidecar && !sidecar->next()))
        return {};
    const auto receipt = outbox.lastReceipt();
    if (!receipt)
        return tl::unexpected(receipt.error());
    if (sidecar && *receipt)
        sidecar->settled((*receipt)->seq, true);
    return dropMeta(kWipeSidecar);
}

Result<void> Ledger::Private::dropOldForeign()
{
    const auto rule = retention();
    if (!rule || rule->foreignDays == 0)
        return rule ? Result<void>() : tl::unexpected(rule.error());
    const Retention keep(core.database(), core.sealer());
    const qint64 before = core.clock().utcMs() - rule->foreignDays * kDayMs;
    const auto due = keep.foreignDue(tidiedUpTo, before, kCasesAtOnce);
    if (!due)
        return tl::unexpected(due.error());
    tidiedUpTo = due->isEmpty() ? QString() : due->last();
    for (const QString& number : *due) {
        auto done = core.write([&]() -> Result<void> {
            const auto dropped = keep.dropForeignBodies(number);
            if (!dropped || *dropped == 0)
                return dropped ? Result<void>() : tl::unexpected(dropped.error());
            return projections.project(number).map([](const CaseRow&) {});
        });
        if (!done)
            return done;
    }
    return {};
}

Result<RetentionRule> Ledger::Private::retention() const
{
    const auto set = core.meta(QStringLiteral("setting.") + kRetention);
    if (set)
        return RetentionRule::parse(*set);
    return set.error().code == ErrorCode::NotFound ? RetentionRule::builtIn() : tl::unexpected(set.error());
}

Result<bool> Ledger::tidy()
{
    if (d->closed || d->core.blocked() || !hasKeys() || !d->chainLoaded)
        return false;
    auto more = d->wipeFiles();
    if (!more || *more)
        return more;
    return d->wipeCopies().and_then([this] { return d->dropOldForeign(); }).map([] { return false; });
}

Result<RetentionRule> Ledger::retention() const
{
    return d->retention();
}

Result<void> Ledger::setRetention(const RetentionRule& rule)
{
    return RetentionRule::parse(rule.toJson()).and_then([&](const RetentionRule& good) {
        return putSetting(kRetention, good.toJson());
    });
}

Result<QStringList> Ledger::forgettable(int limit) const
{
    const auto rule = d->retention();
    if (!rule || rule->ownDays == 0)
        return rule ? Result<QStringList>(QStringList()) : tl::unexpected(rule.error());
    return Retention(d->core.database(), d->core.sealer())
        .ownDue(d->core.clock().utcMs() - rule->ownDays * kDayMs, limit);
}

} // namespace ow::ledger
