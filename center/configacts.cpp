// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/configacts.h"

#include "record/canonical.h"
#include "record/entry.h"

#include <QCborArray>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostName = 100;
constexpr qsizetype kMostDepartment = 100;

tl::unexpected<domain::Error> wrong(const QString& member)
{
    return fail(ErrorCode::InvalidInput, u"not as a person entry has it"_s, member);
}

Result<std::optional<record::UserKeys>> keysOf(const QCborMap& what)
{
    if (!what.contains(u"keys"_s))
        return std::optional<record::UserKeys>();
    auto keys = record::UserKeys::fromMap(what.value(u"keys"_s).toMap());
    if (!keys)
        return wrong(u"keys"_s);
    return std::optional(std::move(*keys));
}

} // namespace

Result<PersonAct> PersonAct::read(const QCborMap& what)
{
    PersonAct act;
    act.id = what.value(u"id"_s).toString();
    act.name = what.value(u"name"_s).toString();
    act.hall = what.value(u"hall"_s).toString();
    act.department = what.value(u"department"_s).toString();
    act.revoked = what.value(u"revoked"_s).toBool();
    if (!record::isToken(act.id))
        return wrong(u"id"_s);
    if (act.name.isEmpty() || act.name.size() > kMostName)
        return wrong(u"name"_s);
    if (!act.hall.isEmpty() && !record::isToken(act.hall))
        return wrong(u"hall"_s);
    if (act.department.size() > kMostDepartment)
        return wrong(u"department"_s);
    QStringList names;
    for (const QCborValue& role : what.value(u"roles"_s).toArray())
        names << role.toString();
    act.roles = domain::rolesFromKeys(names) & domain::AnyPerson;
    if (act.roles == domain::NoRole || domain::roleKeys(act.roles).size() != names.size())
        return wrong(u"roles"_s);
    auto keys = keysOf(what);
    if (!keys)
        return tl::unexpected(keys.error());
    act.keys = std::move(*keys);
    if (act.keys && act.keys->userId() != act.id)
        return wrong(u"keys"_s);
    return act;
}

QCborMap PersonAct::toMap() const
{
    QCborArray names;
    for (const QString& role : domain::roleKeys(roles))
        names.append(role);
    QCborMap map{{u"id"_s, id},
                 {u"name"_s, name},
                 {u"hall"_s, hall.isNull() ? u""_s : hall},
                 {u"department"_s, department.isNull() ? u""_s : department},
                 {u"roles"_s, names},
                 {u"revoked"_s, revoked}};
    if (keys)
        map.insert(u"keys"_s, keys->toMap());
    return map;
}

Result<void> PersonAct::apply(Store& store, const Vault& vault, qint64 at) const
{
    const auto before = store.person(id);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before && !keys)
        return fail(ErrorCode::InvalidInput, u"a new person needs a key pair"_s, u"keys"_s);
    auto sealed = vault.seal("person", id, "name", name.toUtf8());
    if (!sealed)
        return tl::unexpected(sealed.error());
    PersonRow row = before->value_or(PersonRow());
    if (keys) {
        const auto bytes = record::writeCanonical(keys->toMap());
        if (!bytes)
            return tl::unexpected(bytes.error());
        row.keys = *bytes;
    }
    row.id = id;
    row.nameSealed = std::move(*sealed);
    row.roles = roles;
    row.hall = hall;
    row.department = department;
    if (!revoked)
        row.revokedAt.reset();
    else if (!row.revokedAt)
        row.revokedAt = at;
    return store.putPerson(row);
}

QCborMap StationAct::toMap() const
{
    return {{u"device"_s, device}, {u"hall"_s, hall}, {u"revoked"_s, true}};
}

Result<StationAct> StationAct::read(const QCborMap& what)
{
    StationAct act{what.value(u"device"_s).toString(), what.value(u"hall"_s).toString()};
    if (!record::isToken(act.device) || !record::isToken(act.hall) || !what.value(u"revoked"_s).toBool())
        return fail(ErrorCode::InvalidInput, u"not as a station entry has it"_s, u"device"_s);
    return act;
}

Result<void> StationAct::apply(Store& store, qint64 at) const
{
    const auto revoked = store.revokeDevice(device, at);
    return revoked ? Result<void>() : tl::unexpected(revoked.error());
}

} // namespace ow::center
