// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/scanprofile.h"
#include "desk/devicesettings.h"
#include "desk/looksettings.h"
#include "domain/result.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>

namespace ow::desk {

/// What an administrator can settle for every window at once.
enum class Setting { Centre, Theme, Scale, Language, IdleLock, Printers, ScanProfiles };

/// What the administrator has put down for this PC in provision.json of the system's configuration folder:
/// values to begin with, and which of them nobody at the window changes. Described in docs/provisioning.md.
struct Provision
{
    QString centre;   ///< https address, filled in at the first start
    QString hallHint; ///< name of the hall, shown at the first start
    std::optional<QString> theme;
    std::optional<int> scale;
    std::optional<QString> language;
    std::optional<int> idleMinutes;
    std::optional<int> idleAtMost; ///< never later than this, and never "never"
    QMap<QString, PrinterChoice> printers;
    QList<capture::ScanProfile> scanProfiles;
    QString profileFolder; ///< absolute; empty = the usual place
    QString mirrorFolder;  ///< absolute; empty = the usual place
    QSet<int> fixed;       ///< of Setting

    [[nodiscard]] bool isFixed(Setting setting) const { return fixed.contains(static_cast<int>(setting)); }

    /// The look a user begins with; what is fixed wins over `own`.
    [[nodiscard]] LookSettings defaultLook() const;
    [[nodiscard]] LookSettings lookFor(const LookSettings& own) const;

    static constexpr qsizetype kLargest = 64 << 10;

    /// Strict: InvalidInput, its field naming the member that is unknown or cannot be ("look.scale").
    [[nodiscard]] static domain::Result<Provision> parse(const QByteArray& json);
};

/// What came of looking for the file.
struct Provisioning
{
    QString file; ///< empty: there is none
    std::shared_ptr<const Provision> provision = std::make_shared<Provision>();
    QString fault; ///< member or reason; the file is ignored then

    /// Looks in the folders of the system only, never in one of the user: what is fixed stays fixed.
    [[nodiscard]] static Provisioning find();
    [[nodiscard]] static Provisioning read(const QString& file);
};

/// Idle-lock minutes a person can choose; 0 = never. The administrator may forbid the later ones.
[[nodiscard]] QList<int> idleChoices(const Provision& provision);
/// `minutes` as the administrator allows it.
[[nodiscard]] int allowedIdle(const Provision& provision, int minutes);

} // namespace ow::desk
