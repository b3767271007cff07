// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centre.h"
#include "center/commands.h"
#include "center/configacts.h"
#include "center/enrolment.h"
#include "center/opened.h"
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

void noOptions(QCommandLineParser&) {}

void hallOptions(QCommandLineParser& parser)
{
    parser.addOption({u"hall"_s, u"Code of the hall, first part of case numbers: JT62."_s, u"code"_s});
    parser.addOption({u"hall-name"_s, u"Name of the hall."_s, u"name"_s});
    parser.addOption(
        {u"escrow-file"_s, u"Where the escrow's sealed private key goes; keep it elsewhere."_s, u"file"_s});
    parser.addOption(
        {u"escrow-passphrase-fd"_s, u"Descriptor the escrow's passphrase is read from."_s, u"n"_s});
}

void initOptions(QCommandLineParser& parser)
{
    hallOptions(parser);
    parser.addOption(
        {u"host"_s, u"Name or address windows reach the server by; may be repeated."_s, u"host"_s});
    parser.addOption({u"database"_s,
                      u"PostgreSQL instead of a file of its own: postgresql://user@host/name."_s, u"url"_s});
}

Result<void> hallAdd(const QCommandLineParser& parser, const Say& say)
{
    const auto escrowFile = needed(parser, u"escrow-file"_s);
    const auto opened = openData(parser);
    if (!escrowFile || !opened)
        return tl::unexpected(escrowFile ? opened.error() : escrowFile.error());
    const auto passphrase = readSecret(parser, u"escrow-passphrase-fd"_s);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    if (auto strong = record::checkPassword(*passphrase, {}); !strong)
        return strong;
    const CentrePlan plan{parser.value(u"hall"_s), parser.value(u"hall-name"_s), {}, *escrowFile, {}};
    auto added = addHall(*opened->store, opened->centre->vault, plan, SecretBytes::fromPassword(*passphrase),
                         record::KdfCost{});
    if (added)
        say({{u"hall"_s, plan.hall}});
    return added;
}

Result<void> hallList(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    const auto halls = opened ? opened->store->halls() : tl::unexpected(opened.error());
    if (!halls)
        return tl::unexpected(halls.error());
    for (const HallRow& hall : *halls)
        say({{u"hall"_s, hall.id}, {u"name"_s, hall.name}});
    return {};
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
    if (auto strong = record::checkPassword(*passphrase, {}); !strong)
        return strong;
    CentrePlan plan{parser.value(u"hall"_s), parser.value(u"hall-name"_s), parser.values(u"host"_s),
                    *escrowFile, parser.value(u"database"_s)};
    if (plan.hosts.isEmpty())
        plan.hosts = QStringList{u"127.0.0.1"_s, u"localhost"_s};
    auto made = makeCentre(*folder, plan, SecretBytes::fromPassword(*passphrase), record::KdfCost{});
    if (!made)
        return made;
    const auto centre = openCentre(*folder);
    if (!centre)
        return tl::unexpected(centre.error());
    say({{u"hall"_s, plan.hall},
         {u"ca"_s, (*centre)->paths.authorityCertificate},
         {u"ca_sha256"_s, QString::fromLatin1((*centre)->authority.fingerprint().toHex())}});
    return {};
}

void enrolCodeOptions(QCommandLineParser& parser)
{
    parser.addOption({u"station"_s, u"Window the device will stand at: W03."_s, u"station"_s});
    parser.addOption({u"hall"_s, u"Its hall; needed when there are several."_s, u"code"_s});
    parser.addOption(
        {u"department"_s, u"Line of business, for a device at which decisions are made."_s, u"name"_s});
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
    const auto hall = hallOf(parser, *opened->store);
    if (!hall)
        return tl::unexpected(hall.error());
    const Enrolment enrolment(centre.vault, centre.authority, centre.keys);
    const EnrolPlace place{*hall, *station, parser.value(u"department"_s), parser.isSet(u"replace"_s)};
    const qint64 expires = QDateTime::currentMSecsSinceEpoch() + minutes * 60'000LL;
    const auto code = enrolment.makeCode(*opened->store, place, expires);
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
        if (device.id == OwnLedger::kDevice)
            continue;
        QCborMap map = record::parseJson(device.facts).value_or(QCborValue()).toMap();
        map.insert(u"id"_s, device.id);
        map.insert(u"hall"_s, device.hall);
        map.insert(u"station"_s, device.station);
        map.insert(u"numbering_station"_s, device.numberingStation);
        map.insert(u"last_seq"_s, device.lastSeq);
        map.insert(u"revoked"_s, device.revokedAt.has_value());
        // As the log of requests names it.
        map.insert(u"log"_s, QString::fromLatin1(device.certificate.toHex().left(8)));
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
    const auto device = opened->store->device(*id);
    const auto own = device ? OwnHand::make(*opened) : tl::unexpected(device.error());
    if (!own)
        return tl::unexpected(own.error());
    if (!*device || (*device)->revokedAt || *id == OwnLedger::kDevice)
        return fail(ErrorCode::NotFound, u"no such device that was not revoked"_s, u"--device"_s);
    const auto written =
        (*own)->write({{domain::Kind::Station, {}, StationAct{*id, (*device)->hall}.toMap(), std::nullopt}});
    if (!written)
        return tl::unexpected(written.error());
    say({{u"id"_s, *id}, {u"revoked"_s, true}});
    return {};
}

Result<void> feedsRenew(const QCommandLineParser& parser, const Say& say)
{
    const auto opened = openData(parser);
    const auto epoch = opened ? renewEpoch(*opened->store, opened->centre->vault)
                              : Result<QByteArray>(tl::unexpected(opened.error()));
    if (!epoch)
        return tl::unexpected(epoch.error());
    say({{u"epoch"_s, QString::fromLatin1(*epoch)}});
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
    const auto master = record::unwrapMasterKey(centre.vault.provider(), *wrap, *id, wrap->userId, *key);
    if (!master)
        return tl::unexpected(master.error());
    auto written = writePrivateFile(*out, master->view());
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
        {{u"hall"_s, u"add"_s}, u"Adds a hall with an escrow key of its own."_s, hallOptions, hallAdd},
        {{u"hall"_s, u"list"_s}, u"Lists the halls."_s, noOptions, hallList},
        {{u"enroll-code"_s},
         u"Makes a one-time code by which a device joins."_s,
         enrolCodeOptions,
         enrolCode},
        {{u"device"_s, u"list"_s}, u"Lists the devices."_s, noOptions, deviceList},
        {{u"device"_s, u"revoke"_s}, u"Refuses a device from now on."_s, deviceOption, deviceRevoke},
        {{u"feeds"_s, u"renew"_s},
         u"Has every window read the feeds anew, after a backup was put back."_s,
         noOptions,
         feedsRenew},
        {{u"escrow"_s, u"recover"_s},
         u"Opens a device's master key with the escrow's."_s,
         escrowOptions,
         escrowRecover},
    };
}

} // namespace ow::center
