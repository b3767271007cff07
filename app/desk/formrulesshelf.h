// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formrules.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <memory>

namespace ow::desk {

/// The rules of guides, made when one is first looked at and kept, since to make them is to parse every
/// expression of the form. As many as guides were used. Any thread.
class FormRulesShelf
{
public:
    using RulesPtr = std::shared_ptr<const domain::FormRules>;

    /// GuideInvalid when the guide's rules cannot be made.
    [[nodiscard]] domain::Result<RulesPtr> of(const domain::Guide& guide);

private:
    QMutex m_mutex;
    QHash<QByteArray, RulesPtr> m_made; ///< by SM3 of the guide
};

} // namespace ow::desk
