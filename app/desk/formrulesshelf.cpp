// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/formrulesshelf.h"

#include <QMutexLocker>

namespace ow::desk {

domain::Result<FormRulesShelf::RulesPtr> FormRulesShelf::of(const domain::Guide& guide)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_made.constFind(guide.ref.sm3); known != m_made.constEnd()) {
            return *known;
        }
    }
    auto made = domain::FormRules::make(guide);
    if (made && !guide.ref.sm3.isEmpty()) {
        const QMutexLocker lock(&m_mutex);
        m_made.insert(guide.ref.sm3, *made);
    }
    return made;
}

} // namespace ow::desk
