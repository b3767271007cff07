// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QCborMap>
#include <QString>

#include <vector>

namespace ow::ledger {

class LedgerCore;

/// 暂存 (I8): what a clerk has typed and not yet decided. Sealed rows, no entries; they never leave the
/// device.
class Drafts
{
public:
    struct Draft
    {
        QString id;       ///< UUID
        QString actor;    ///< whose
        qint64 saved = 0; ///< UTC ms
        QCborMap content;
    };

    /// `core` outlives this.
    explicit Drafts(LedgerCore& core);

    /// Durable when it returns. At most kMaxBytes, kMaxDrafts (InvalidInput beyond).
    [[nodiscard]] domain::Result<void> save(const QString& id, const QString& actor, const QCborMap& content);
    [[nodiscard]] domain::Result<Draft> load(const QString& id) const;
    /// Newest first. A draft that no longer opens is an error, not left out.
    [[nodiscard]] domain::Result<std::vector<Draft>> list() const;
    /// A draft that is not there is fine.
    [[nodiscard]] domain::Result<void> remove(const QString& id);

    /// remove(), but within the transaction of the act that was made from it.
    [[nodiscard]] domain::Result<void> settle(const QString& id);

    static constexpr qsizetype kMaxBytes = 1024 * 1024;
    static constexpr int kMaxDrafts = 500;

private:
    LedgerCore& m_core;
};

} // namespace ow::ledger
