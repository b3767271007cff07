// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centre.h"
#include "center/commands.h"
#include "center/enrolment.h"
#include "center/privatefile.h"
#include "record/canonical.h"
#include "record/password.h"

#include <QCborArray>
#include <QCommandLineParser>
#include <QDateTime>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using record::SecretBytes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxMinutes = 7 * 24 * 60;

/// A centre and its store, opened for one command.
struct Opened
{
    std::unique_ptr<Centre> centre;
    std::unique_ptr<Store> store;
};

Result<Opened> openData(const QCommandLineParser& parser)
{
    const auto folder = needed(parser, u"data"_s);
    if (!folder)
        return tl::unexpected(folder.error());
    auto centre = openCentre(*folder);
    if (!centre)
        return tl::unexpected(centre.error());
    auto store = openStore((*centre)->paths);
    if (!store)
        return tl::unexpected(store.error());
    return Opened{std::move(*centre), std::move(*store)};
}

void noOptions(QCommandLineParser&) {}

void initOptions(QCommandLineParser& parser)
{
    parser.addOption({u"hall"_s, u"Code of the hall, first part of case numbers: JT62."_s, u"code"_s});
    parser.addOption({u"hall-name"_s, u"Name of the hall."_s, u"name"_s});
    parser.addOption(
        {u"host"_s, u"Name or address windows reach the server by; may be repeated."_s, u"host"_s});
    parser.addOption(
        {u"escrow-file"_s, u"Where the escrow's sealed private key goes; keep it elsewhere."_s, u"file"_s});
    parser.addOption(
        {u"escrow-passphrase-fd"_s, u"Descriptor the escrow's passphrase is read from."_s, u"n"_s});
}

Result<void> init(const QCommandLineParser& parser, const Say& say)
{
    const auto folder = needed(parser, u"data"_s);
    const auto escrowFile = needed(parser, u"escrow-file"_s);
    if (!folder || !escrowFile)
        return tl::unexpected(folder ? escrowFile.error() : folder.error());
    const auto passphrase = readSecret(parser, u"escrow-passphrase-fd"_s);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    if (const auto strong = record::checkPassword(*passphrase, {}); !strong)
        return strong;
    CentrePlan plan{parser.value(u"hall"_s), parser.value(u"hall-name"_s), parser.values(u"host"_s),
                    *escrowFile};
    if (plan.hosts.isEmpty())
        plan.hosts = QStringList{u"127.0.0.1"_s, u"localhost"_s};
    const auto made = makeCentre(*folder, plan, SecretBytes::fromPassword(*passphrase), record::KdfCost{});
    if (!made)
        return made;
    const auto centre = openCentre(*folder);
    if (!centre)
        return tl::unexpected(centre.error());
    say({{u"hall"_s, (*centre)->hall.id},
         {u"ca"_s, (*centre)->paths.authorityCertificate},
         {u"ca_sha256"_s, QString::fromLatin1((*centre)->authority.fingerprint().toHex())}});
    return {};
}

void userAddOptions(QCommandLineParser& parser)
{
    parser.addOption({u"id"_s, u"Sign-in name: letters, digits, . _ -"_s, u"id"_s});
    parser.addOption({u"name"_s, u"Name of the person."_s, u"name"_s});
    parser.addOption(
        {u"roles"_s, u"Of clerk, chief, reviewer, administrator, supervisor; commas between."_s, u"list"_s});
    parser.addOption({u"password-fd"_s, u"Descriptor the password is read from."_s, u"n"_s});
}

Result<PersonRow> newPerson(const QCommandLineParser& parser, const Vault& vault)
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
    const auto keyBytes = record::writeCanonical(keys->toMap());
    auto sealedName = vault.seal("person", id, "name", name->toUtf8());
    if (!keyBytes || !sealedName)
        return tl::unexpected(keyBytes ? sealedName.error() : keyBytes.error());
    return PersonRow{id, std::move(*sealedName), roles, *keyBytes, {}};
}

Result<void> userAdd(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto person = newPerson(parser, opened->centre->vault);
    if (!person)
        return tl::unexpected(person.error());
    const auto there = opened->store->person(person->id);
    if (!there)
        return tl::unexpected(there.error());
    if (*there)
        return fail(ErrorCode::InvalidInput, u"there is a person of this id"_s, u"--id"_s);
    const auto added = opened->store->inTransaction([&] { return opened->store->addPerson(*person); });
    if (added)
        say({{u"id"_s, person->id}});
    return added;
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
    const auto revoked = opened->store->revokePerson(*id, QDateTime::currentMSecsSinceEpoch());
    if (!revoked)
        return tl::unexpected(revoked.error());
    if (!*revoked)
        return fail(ErrorCode::NotFound, u"nobody of this id who was not revoked"_s, u"--id"_s);
    say({{u"id"_s, *id}, {u"revoked"_s, true}});
    return {};
}

void enrolCodeOptions(QCommandLineParser& parser)
{
    parser.addOption({u"station"_s, u"Window the device will stand at: W03."_s, u"station"_s});
    parser.addOption({u"minutes"_s, u"How long the code is good; 30 when not given."_s, u"n"_s, u"30"_s});
    parser.addOption(
        {u"replace"_s, u"The station's device is replaced: the new one numbers with the next letter."_s});
}

Result<void> enrolCode(const QCommandLineParser& parser, const Say& say)
{
    const auto station = needed(parser, u"station"_s);
    const auto opened = openData(parser);
    if (!station || !opened)
        return tl::unexpected(station ? opened.error() : station.error());
    bool isNumber = false;
    const int minutes = parser.value(u"minutes"_s).toInt(&isNumber);
    if (!isNumber || minutes < 0 || minutes > kMaxMinutes)
        return fail(ErrorCode::InvalidInput, u"0 to 10080"_s, u"--minutes"_s);
    const Centre& centre = *opened->centre;
    const Enrolment enrolment(centre.vault, centre.authority, centre.hall);
    const qint64 expires = QDateTime::currentMSecsSinceEpoch() + minutes * 60'000LL;
    const auto code = enrolment.makeCode(*opened->store, *station, parser.isSet(u"replace"_s), expires);
    if (!code)
        return tl::unexpected(code.error());
    say({{u"code"_s, code->text()},
         {u"expires_at"_s, expires},
         {u"ca"_s, centre.paths.authorityCertificate}});
    return {};
}

Result<void> deviceList(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto devices = opened->store->devices();
    if (!devices)
        return tl::unexpected(devices.error());
    for (const DeviceRow& device : *devices) {
        QCborMap map = record::parseJson(device.facts).value_or(QCborValue()).toMap();
        map.insert(u"id"_s, device.id);
        map.insert(u"station"_s, device.station);
        map.insert(u"numbering_station"_s, device.numberingStation);
        map.insert(u"last_seq"_s, device.lastSeq);
        map.insert(u"revoked"_s, device.revokedAt.has_value());
        say(map);
    }
    return {};
}

void deviceOption(QCommandLineParser& parser)
{
    parser.addOption({u"device"_s, u"Id of the device."_s, u"id"_s});
}

Result<void> deviceRevoke(const QCommandLineParser& parser, const Say& say)
{
    const auto id = needed(parser, u"device"_s);
    const auto opened = openData(parser);
    if (!id || !opened)
        return tl::unexpected(id ? opened.error() : id.error());
    const auto revoked = opened->store->revokeDevice(*id, QDateTime::currentMSecsSinceEpoch());
    if (!revoked)
        return tl::unexpected(revoked.error());
    if (!*revoked)
        return fail(ErrorCode::NotFound, u"no such device that was not revoked"_s, u"--device"_s);
    say({{u"id"_s, *id}, {u"revoked"_s, true}});
    return {};
}

void escrowOptions(QCommandLineParser& parser)
{
    deviceOption(parser);
    parser.addOption({u"escrow-file"_s, u"The escrow's sealed private key, as init wrote it."_s, u"file"_s});
    parser.addOption(
        {u"escrow-passphrase-fd"_s, u"Descriptor the escrow's passphrase is read from."_s, u"n"_s});
    parser.addOption({u"out"_s, u"New file for the device's master key, 32 bytes."_s, u"file"_s});
}

Result<SecretBytes> escrowKey(const QCommandLineParser& parser, const Vault& vault)
{
    const auto path = needed(parser, u"escrow-file"_s);
    const auto bytes = path ? readWholeFile(*path, 64 * 1024) : tl::unexpected(path.error());
    const auto json = bytes ? record::parseJson(*bytes) : tl::unexpected(bytes.error());
    const auto keys = json ? record::UserKeys::fromMap(json->toMap()) : tl::unexpected(json.error());
    if (!keys)
        return tl::unexpected(keys.error());
    const auto passphrase = readSecret(parser, u"escrow-passphrase-fd"_s);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    return keys->unlock(vault.provider(), SecretBytes::fromPassword(*passphrase));
}

Result<void> escrowRecover(const QCommandLineParser& parser, const Say& say)
{
    const auto id = needed(parser, u"device"_s);
    const auto out = needed(parser, u"out"_s);
    const auto opened = openData(parser);
    if (!id || !out || !opened)
        return tl::unexpected(!id ? id.error() : out ? opened.error() : out.error());
    const auto device = opened->store->device(*id);
    if (!device)
        return tl::unexpected(device.error());
    if (!*device)
        return fail(ErrorCode::NotFound, u"no such device"_s, u"--device"_s);
    const Centre& centre = *opened->centre;
    const auto json = record::parseJson((*device)->escrowWrap);
    const auto wrap = json ? record::KeyWrap::fromMap(json->toMap()) : tl::unexpected(json.error());
    const auto key = escrowKey(parser, centre.vault);
    if (!wrap || !key)
        return tl::unexpected(wrap ? key.error() : wrap.error());
    const auto master =
        record::unwrapMasterKey(centre.vault.provider(), *wrap, *id, centre.hall.escrowId, *key);
    if (!master)
        return tl::unexpected(master.error());
    const auto written = writePrivateFile(*out, master->view());
    if (written)
        say({{u"device"_s, *id}, {u"out"_s, *out}});
    return written;
}

} // namespace

std::vector<Command> setUpCommands()
{
    return {
        {{u"init"_s},
         u"Makes a new centre: authority, server certificate, escrow key, hall."_s,
         initOptions,
         init},
        {{u"user"_s, u"add"_s}, u"Adds a person with a key pair of his own."_s, userAddOptions, userAdd},
        {{u"user"_s, u"list"_s}, u"Lists the people."_s, noOptions, userList},
        {{u"user"_s, u"revoke"_s},
         u"Takes a person's rights; what he signs later is flagged."_s,
         userRevokeOptions,
         userRevoke},
        {{u"enroll-code"_s},
         u"Makes a one-time code by which a device joins."_s,
         enrolCodeOptions,
         enrolCode},
        {{u"device"_s, u"list"_s}, u"Lists the devices."_s, noOptions, deviceList},
        {{u"device"_s, u"revoke"_s}, u"Refuses a device from now on."_s, deviceOption, deviceRevoke},
        {{u"escrow"_s, u"recover"_s},
         u"Opens a device's master key with the escrow's."_s,
         escrowOptions,
         escrowRecover},
    };
}

} // namespace ow::center
