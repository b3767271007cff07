// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/caseaccess.h"

#include <algorithm>

namespace ow::center {

domain::Result<bool> OwnCases::mayRead(Store& store, const DeviceRow& device, const QString& caseNumber) const
{
    return store.entriesOf(caseNumber).map([&device](const std::vector<EntryRow>& entries) {
        return std::ranges::any_of(
            entries, [&device](const EntryRow& row) { return row.entry.header.device == device.id; });
    });
}

} // namespace ow::center
