// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QCborMap>
#include <QString>

#include <optional>
#include <vector>

namespace ow::ledger {

class LedgerCore;

/// 暂存 (I8): what a clerk has typed and not yet decided. Sealed rows, no entries; they never leave the
/// device.
class Drafts
{
public:
    /// What a draft becomes when it is done; each kind has places of its own.
    enum class Shelf {
        Application, ///< a case that is not yet received
        Supplement,  ///< what is taken in for a case that is
    };

    struct Draft
    {
        QString id;       ///< UUID
        QString actor;    ///< whose
        qint64 saved = 0; ///< UTC ms
        QCborMap content;
        std::optional<domain::Error> fault = {}; ///< its seal is broken; then it has no content
    };

    /// `core` outlives this.
    explicit Drafts(LedgerCore& core);

    /// Durable when it returns. At most kMaxBytes, kMaxDrafts of a shelf (InvalidInput beyond). NotAllowed
    /// when the application was received from this draft.
    [[nodiscard]] domain::Result<void> save(const QString& id, const QString& actor, const QCborMap& content,
                                            Shelf shelf = Shelf::Application);
    [[nodiscard]] domain::Result<Draft> load(const QString& id) const;
    /// Newest first. One that no longer opens is in it with its fault: it hides none of the others.
    [[nodiscard]] domain::Result<std::vector<Draft>> list(Shelf shelf = Shelf::Application) const;
    /// A draft that is not there is fine.
    [[nodiscard]] domain::Result<void> remove(const QString& id);

    /// remove(), but within the transaction of the act that was made from it.
    [[nodiscard]] domain::Result<void> settle(const QString& id);
    /// settle(), and save() refuses this id from now on. Remembered for kRememberDays, longer than a desk
    /// keeps an application without saving it.
    [[nodiscard]] domain::Result<void> settleReceived(const QString& id);

    static constexpr qsizetype kMaxBytes = 1024 * 1024;
    static constexpr int kMaxDrafts = 500; ///< of one shelf
    static constexpr int kRememberDays = 30;

private:
    LedgerCore& m_core;
};

} // namespace ow::ledger
