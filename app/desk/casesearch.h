// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "ledger/ledger.h"

#include <vector>

namespace ow::desk {

/// Which rows fit a text, as one flag a row.
class RowSet
{
public:
    void add(qint64 row)
    {
        const auto place = static_cast<std::size_t>(row);
        if (place >= m_fit.size()) {
            m_fit.resize(place + 1);
        }
        m_fit[place] = true;
    }

    [[nodiscard]] bool has(qint64 row) const
    {
        const auto place = static_cast<std::size_t>(row);
        return place < m_fit.size() && m_fit[place];
    }

private:
    std::vector<bool> m_fit;
};

/// The cases a text may mean. A whole identifier or phone is looked up by its key and gives no stranger;
/// anything else is looked for in names and numbers and, with `rules`, in the names of items. On the ledger
/// thread.
[[nodiscard]] domain::Result<RowSet> casesFitting(const ledger::Ledger& ledger, const HouseRules* rules,
                                                  const QString& text);

} // namespace ow::desk
