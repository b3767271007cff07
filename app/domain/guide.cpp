// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/guide.h"

#include <algorithm>

namespace ow::domain {

namespace {

template <class T, class Key> const T* findBy(const std::vector<T>& list, Key key, const QString& wanted)
{
    const auto found = std::ranges::find(list, wanted, key);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const GuideMaterial* Guide::material(const QString& id) const
{
    return findBy(materials, &GuideMaterial::id, id);
}

const GuideField* Guide::field(const QString& key) const
{
    return findBy(fields, &GuideField::key, key);
}

const GuideAxis* Guide::axis(const QString& id) const
{
    return findBy(axes, &GuideAxis::id, id);
}

} // namespace ow::domain
