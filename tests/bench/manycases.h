// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgeroptions.h"

namespace ow::bench {

/// Fills the tables that lists and searches read with `cases` made-up cases, without any entry: for measuring
/// only, a rebuild would drop them. 80 a day, one in six open, 63 items, three windows, five clerks, ten
/// thousand applicants with three materials each. The ledger may be open meanwhile and must be idle.
void fillLists(const ledger::ReaderTicket& ticket, int cases);

} // namespace ow::bench
