// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"

#include <QString>

namespace ow::desk {

/// Who sits at the window.
struct Person
{
    QString id;
    QString name;
    domain::Roles roles = domain::NoRole;
    friend bool operator==(const Person&, const Person&) = default;
};

/// Somebody whose roles are not known yet (training, a fresh window) still has to be able to work.
[[nodiscard]] inline domain::Roles rolesAtDesk(const Person& person)
{
    return person.roles == domain::NoRole ? domain::Roles(domain::Clerk) : person.roles;
}

} // namespace ow::desk
