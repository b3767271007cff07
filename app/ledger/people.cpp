// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/people.h"

#include "ledger/ledgercore.h"

#include <QCborArray>
#include <QCborValue>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kPersonTable("person");
constexpr QLatin1StringView kSealed("sealed");

QByteArray mapBytes(const QCborMap& map)
{
    return map.toCborValue().toCbor();
}

QCborMap bytesMap(const QByteArray& bytes)
{
    return QCborValue::fromCbor(bytes).toMap();
}

Result<People::Person> readPerson(const Statement& row, const ColumnSealer& sealer)
{
    const QString id = row.text(0);
    const auto map = sealer.openMap(kPersonTable, id.toUtf8(), kSealed, row.bytes(2));
    if (!map)
        return tl::unexpected(map.error());
    QStringList roles;
    for (const QCborValue& role : map->value(QLatin1String("roles")).toArray())
        roles.append(role.toString());
    return People::Person{id, map->value(QLatin1String("name")).toString(), domain::rolesFromKeys(roles),
                          row.integer(1) != 0};
}

} // namespace

People::People(LedgerCore& core, QString device)
    : m_core(core)
    , m_device(std::move(device))
{
}

Result<QStringList> People::users() const
{
    auto rows = m_core.database().prepare(QStringLiteral("SELECT user FROM wrap ORDER BY user"));
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList users;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return users;
        users.append(rows->text(0));
    }
}

Result<std::optional<record::UserKeys>> People::keysOf(const QString& user) const
{
    auto rows = m_core.database().prepare(QStringLiteral("SELECT keys FROM wrap WHERE user = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(user).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    auto keys = record::UserKeys::fromMap(bytesMap(rows->bytes(0)));
    if (!keys)
        return tl::unexpected(keys.error());
    return std::move(*keys);
}

Result<void> People::saveKeys(const record::UserKeys& keys)
{
    const auto before = keysOf(keys.userId());
    if (!before)
        return tl::unexpected(before.error());
    const QByteArray packed = mapBytes(keys.toMap());
    if (*before && (*before)->publicKey() == keys.publicKey()) {
        return m_core.write([&]() -> Result<void> {
            auto row = m_core.database().prepare(QStringLiteral("UPDATE wrap SET keys = ? WHERE user = ?"));
            if (!row)
                return tl::unexpected(row.error());
            return row->bind(packed).bind(keys.userId()).run();
        });
    }
    if (m_master.isEmpty())
        return fail(ErrorCode::KeyLocked, QStringLiteral("a new key pair needs the master key"));
    const auto wrap =
        record::wrapMasterKey(m_core.crypto(), m_master, m_device, keys.userId(), keys.publicKey());
    if (!wrap)
        return tl::unexpected(wrap.error());
    return m_core.write([&]() -> Result<void> {
        auto row = m_core.database().prepare(
            QStringLiteral("INSERT OR REPLACE INTO wrap (user, keys, master_wrap) VALUES (?, ?, ?)"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(keys.userId()).bind(packed).bind(mapBytes(wrap->toMap())).run();
    });
}

Result<void> People::removeKeys(const QString& user)
{
    return m_core.write([&]() -> Result<void> {
        auto row = m_core.database().prepare(QStringLiteral("DELETE FROM wrap WHERE user = ?"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(user).run();
    });
}

Result<record::SecretBytes> People::openMaster(const QString& user, const record::SecretBytes& password) const
{
    auto rows =
        m_core.database().prepare(QStringLiteral("SELECT keys, master_wrap FROM wrap WHERE user = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(user).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::UserUnknown);
    const auto keys = record::UserKeys::fromMap(bytesMap(rows->bytes(0)));
    if (!keys)
        return tl::unexpected(keys.error());
    const auto wrap = record::KeyWrap::fromMap(bytesMap(rows->bytes(1)));
    if (!wrap)
        return tl::unexpected(wrap.error());
    rows->reset();
    const auto privateKey = keys->unlock(m_core.crypto(), password);
    if (!privateKey)
        return tl::unexpected(privateKey.error());
    return record::unwrapMasterKey(m_core.crypto(), *wrap, m_device, user, *privateKey);
}

Result<void> People::savePersons(const std::vector<Person>& persons)
{
    return m_core.write([&]() -> Result<void> {
        if (auto done = m_core.database().exec(QStringLiteral("DELETE FROM person")); !done)
            return done;
        auto row = m_core.database().prepare(
            QStringLiteral("INSERT OR REPLACE INTO person (id, active, sealed) VALUES (?, ?, ?)"));
        if (!row)
            return tl::unexpected(row.error());
        for (const Person& person : persons) {
            const QCborMap map{
                {QStringLiteral("name"), person.name},
                {QStringLiteral("roles"), QCborArray::fromStringList(domain::roleKeys(person.roles))}};
            const auto sealed = m_core.sealer().sealMap(kPersonTable, person.id.toUtf8(), kSealed, map);
            if (!sealed)
                return tl::unexpected(sealed.error());
            if (auto done = row->bind(person.id).bind(qint64(person.active)).bind(*sealed).run(); !done)
                return done;
        }
        return {};
    });
}

Result<std::vector<People::Person>> People::persons() const
{
    auto rows =
        m_core.database().prepare(QStringLiteral("SELECT id, active, sealed FROM person ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Person> persons;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return persons;
        auto person = readPerson(*rows, m_core.sealer());
        if (!person)
            return tl::unexpected(person.error());
        persons.push_back(std::move(*person));
    }
}

Result<People::Person> People::person(const QString& id) const
{
    auto rows =
        m_core.database().prepare(QStringLiteral("SELECT id, active, sealed FROM person WHERE id = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(id).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::UserUnknown);
    return readPerson(*rows, m_core.sealer());
}

} // namespace ow::ledger
