// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/counter.h"
#include "tour/door.h"
#include "tour/driver.h"
#include "ui/shell/shell.h"

namespace ow::tour {

/// What every journey of the tour has in its hands. All of them outlive the journeys.
struct Stage
{
    ui::Shell& shell;
    desk::Workplace& workplace;
    Driver& driver;
    Door& door;
    Counter& counter;
};

} // namespace ow::tour
