// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "record/keys.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::ledger {

class LedgerCore;

/// The people of the hall as this device knows them: key pairs, so that they can sign in, and names with
/// roles.
class People
{
public:
    struct Person
    {
        QString id;
        QString name; ///< sealed on disk
        domain::Roles roles = domain::NoRole;
        bool active = true;
        friend bool operator==(const Person&, const Person&) = default;
    };

    /// `core` outlives this.
    People(LedgerCore& core, QString device);

    /// Ids of all who can sign in here (have a pair and a wrap of the master key). No keys needed.
    [[nodiscard]] domain::Result<QStringList> users() const;
    [[nodiscard]] domain::Result<std::optional<record::UserKeys>> keysOf(const QString& user) const;
    /// Stores a pair. A new or changed public key gets the master key wrapped to it, which needs the keys;
    /// the same public key with another password keeps its wrap.
    [[nodiscard]] domain::Result<void> saveKeys(const record::UserKeys& keys);
    /// Takes a person's way in: pair and wrap are deleted.
    [[nodiscard]] domain::Result<void> removeKeys(const QString& user);

    /// The master key, by a password.
    [[nodiscard]] domain::Result<record::SecretBytes> openMaster(const QString& user,
                                                                 const record::SecretBytes& password) const;

    /// Used while the keys are at hand; empty clears it.
    void setMaster(record::SecretBytes master) { m_master = std::move(master); }

    [[nodiscard]] const record::SecretBytes& master() const { return m_master; }

    /// Replaces the cache of names and roles.
    [[nodiscard]] domain::Result<void> savePersons(const std::vector<Person>& persons);
    [[nodiscard]] domain::Result<std::vector<Person>> persons() const;
    [[nodiscard]] domain::Result<Person> person(const QString& id) const;

private:
    LedgerCore& m_core;
    QString m_device;
    record::SecretBytes m_master;
};

} // namespace ow::ledger
