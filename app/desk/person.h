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

} // namespace ow::desk
