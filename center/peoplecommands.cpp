// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centre.h"
#include "center/commands.h"
#include "center/configacts.h"
#include "center/opened.h"
#include "record/password.h"

#include <QCommandLineParser>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using record::SecretBytes;
using namespace Qt::StringLiterals;

namespace {

void noOptions(QCommandLineParser&) {}

void userAddOptions(QCommandLineParser& parser)
{
    parser.addOption({u"id"_s, u"Sign-in name: letters, digits, . _ -"_s, u"id"_s});
    parser.addOption({u"name"_s, u"Name of the person."_s, u"name"_s});
    parser.addOption(
        {u"roles"_s, u"Of clerk, chief, reviewer, administrator, supervisor; commas between."_s, u"list"_s});
    parser.addOption({u"hall"_s, u"Where the person works; needed when there are several."_s, u"code"_s});
    parser.addOption({u"province"_s, u"The person belongs to every hall."_s});
    parser.addOption({u"department"_s, u"Line of business of a reviewer."_s, u"name"_s});
    parser.addOption({u"password-fd"_s, u"Descriptor the password is read from."_s, u"n"_s});
}

Result<PersonAct> newPerson(const QCommandLineParser& parser, const Vault& vault)
{
    const QString id = parser.value(u"id"_s);
    const auto name = needed(parser, u"name"_s);
    if (!record::isToken(id))
        return fail(ErrorCode::InvalidInput, u"1-64 of A-Z a-z 0-9 . _ -"_s, u"--id"_s);
    if (!name)
        return tl::unexpected(name.error());
    const QStringList roleNames = parser.value(u"roles"_s).split(u',', Qt::SkipEmptyParts);
    const domain::Roles roles = domain::rolesFromKeys(roleNames) & domain::AnyPerson;
    if (roles == domain::NoRole || domain::roleKeys(roles).size() != roleNames.size())
        return fail(ErrorCode::InvalidInput, u"unknown or doubled role"_s, u"--roles"_s);
    const auto password = readSecret(parser, u"password-fd"_s);
    if (!password)
        return tl::unexpected(password.error());
    if (const auto strong = record::checkPassword(*password, {id, *name}); !strong)
        return tl::unexpected(strong.error());
    const auto keys = record::UserKeys::create(vault.provider(), id, SecretBytes::fromPassword(*password),
                                               record::KdfCost{});
    if (!keys)
        return tl::unexpected(keys.error());
    PersonAct act;
    act.id = id;
    act.name = *name;
    act.department = parser.value(u"department"_s);
    act.roles = roles;
    act.keys = *keys;
    return act;
}

Result<void> writePerson(const Opened& opened, const PersonAct& act)
{
    const auto own = OwnHand::make(opened);
    if (!own)
        return tl::unexpected(own.error());
    return (*own)->write({{domain::Kind::Person, {}, act.toMap(), std::nullopt}});
}

Result<void> userAdd(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    if (!opened)
        return tl::unexpected(opened.error());
    auto person = newPerson(parser, opened->centre->vault);
    if (!person)
        return tl::unexpected(person.error());
    if (!parser.isSet(u"province"_s)) {
        const auto hall = hallOf(parser, *opened->store);
        if (!hall)
            return tl::unexpected(hall.error());
        person->hall = *hall;
    }
    const auto there = opened->store->person(person->id);
    if (!there)
        return tl::unexpected(there.error());
    if (*there)
        return fail(ErrorCode::InvalidInput, u"there is a person of this id"_s, u"--id"_s);
    if (auto written = writePerson(*opened, *person); !written)
        return written;
    say({{u"id"_s, person->id}});
    return {};
}

Result<void> userList(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto people = opened->store->people();
    if (!people)
        return tl::unexpected(people.error());
    for (const PersonRow& person : *people) {
        const auto name = opened->centre->vault.open("person", person.id, "name", person.nameSealed);
        if (!name)
            return tl::unexpected(name.error());
        say({{u"id"_s, person.id},
             {u"name"_s, QString::fromUtf8(*name)},
             {u"roles"_s, domain::roleKeys(person.roles).join(u',')},
             {u"revoked"_s, person.revokedAt.has_value()}});
    }
    return {};
}

void userRevokeOptions(QCommandLineParser& parser)
{
    parser.addOption({u"id"_s, u"Sign-in name."_s, u"id"_s});
}

Result<void> userRevoke(const QCommandLineParser& parser, const Say& say)
{
    const auto id = needed(parser, u"id"_s);
    const auto opened = openData(parser);
    if (!id || !opened)
        return tl::unexpected(id ? opened.error() : id.error());
    const auto row = opened->store->person(*id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || (*row)->revokedAt)
        return fail(ErrorCode::NotFound, u"nobody of this id who was not revoked"_s, u"--id"_s);
    const auto name = opened->centre->vault.open("person", *id, "name", (*row)->nameSealed);
    if (!name)
        return tl::unexpected(name.error());
    PersonAct act;
    act.id = *id;
    act.name = QString::fromUtf8(*name);
    act.hall = (*row)->hall;
    act.department = (*row)->department;
    act.roles = (*row)->roles;
    act.revoked = true;
    if (auto written = writePerson(*opened, act); !written)
        return written;
    say({{u"id"_s, *id}, {u"revoked"_s, true}});
    return {};
}

} // namespace

std::vector<Command> peopleCommands()
{
    return {
        {{u"user"_s, u"add"_s}, u"Adds a person with a key pair of his own."_s, userAddOptions, userAdd},
        {{u"user"_s, u"list"_s}, u"Lists the people."_s, noOptions, userList},
        {{u"user"_s, u"revoke"_s},
         u"Takes a person's rights; what he signs later is flagged."_s,
         userRevokeOptions,
         userRevoke},
    };
}

} // namespace ow::center
