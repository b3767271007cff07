// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"

#include <QString>

namespace ow::ui {

/// What a page tells the frame about itself.
struct PageInfo
{
    QString id = {};   ///< "intake": stable, for settings and links
    QString word = {}; ///< 收件
    QString icon = {};
    domain::Roles roles = domain::AnyPerson; ///< whose rail has it
};

} // namespace ow::ui
