// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/store.h"
#include "center/vault.h"
#include "record/keys.h"

#include <QCborMap>
#include <QString>

#include <optional>

namespace ow::center {

/// What a `person` entry says: somebody works here, with these roles and this key pair, or no longer does.
/// The whole of the person each time; the last one counts.
struct PersonAct
{
    QString id;
    QString name;
    QString hall;       ///< empty: of the whole province
    QString department; ///< of a reviewer
    domain::Roles roles = domain::NoRole;
    std::optional<record::UserKeys> keys; ///< none: as they are
    bool revoked = false;

    /// InvalidInput naming the member.
    [[nodiscard]] static domain::Result<PersonAct> read(const QCborMap& what);
    [[nodiscard]] QCborMap toMap() const;

    [[nodiscard]] domain::Result<void> apply(Store& store, const Vault& vault, qint64 at) const;
};

/// What a `station` entry says: a device was revoked. Devices join by enrolment, which is not an entry.
struct StationAct
{
    QString device;
    QString hall;

    /// InvalidInput naming the member.
    [[nodiscard]] static domain::Result<StationAct> read(const QCborMap& what);
    [[nodiscard]] QCborMap toMap() const;
    [[nodiscard]] domain::Result<void> apply(Store& store, qint64 at) const;
};

} // namespace ow::center
