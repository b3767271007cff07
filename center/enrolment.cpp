// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/enrolment.h"

#include "center/ownledger.h"
#include "record/canonical.h"
#include "record/keys.h"

#include <QCborArray>
#include <QCryptographicHash>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxCsr = 8192;
constexpr qsizetype kMaxFact = 200;

tl::unexpected<Problem> codeWrong()
{
    // One answer for unknown, used and expired: who guesses learns nothing.
    return tl::unexpected(Problem{403, "enrol_code_wrong"_L1, {}, u"code"_s, false, 0, {}});
}

} // namespace

QByteArray certificateDigest(const QByteArray& pem)
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----";
    const qsizetype from = pem.indexOf(begin);
    const qsizetype to = pem.indexOf("-----END CERTIFICATE-----");
    if (from < 0 || to < from)
        return {};
    const QByteArray der = QByteArray::fromBase64(pem.mid(from + begin.size(), to - from - begin.size()));
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256);
}

domain::Result<record::EnrolCode> Enrolment::makeCode(Store& store, const EnrolPlace& place,
                                                      qint64 expiresAt) const
{
    static const QRegularExpression shape(u"\\A[A-Z][0-9]{2}\\z"_s);
    // C00 is the centre's own.
    if (!shape.match(place.station).hasMatch() || place.station == OwnLedger::kStation)
        return fail(ErrorCode::InvalidInput, u"a station is a letter and two digits"_s, u"station"_s);
    const auto hall = store.hall(place.hall);
    const auto devices = store.devices();
    if (!hall || !devices)
        return tl::unexpected(hall ? devices.error() : hall.error());
    if (!*hall)
        return fail(ErrorCode::NotFound, u"there is no such hall"_s, u"hall"_s);
    const auto given = std::count_if(devices->begin(), devices->end(), [&](const DeviceRow& device) {
        return device.hall == place.hall && device.station == place.station;
    });
    if ((given > 0) != place.replace)
        return fail(ErrorCode::NotAllowed,
                    place.replace ? u"the station has no device to replace"_s
                                  : u"the station has its device"_s,
                    u"station"_s);
    if (given > 25)
        return fail(ErrorCode::NotAllowed, u"the letters of this station are used up"_s, u"station"_s);
    const auto random = m_vault.provider().random(16);
    if (!random)
        return tl::unexpected(random.error());
    const record::EnrolCode code = record::EnrolCode::make(random->left(8), m_authority.fingerprint());
    EnrolCodeRow row;
    row.codeMac = m_vault.mac("enrol", code.secret.toLatin1());
    row.device = record::makeUuidV7(QDateTime::currentMSecsSinceEpoch(), random->mid(4, 12));
    row.station = place.station;
    row.numberingStation =
        given == 0 ? place.station : place.station + QChar(static_cast<char16_t>(u'A' + given));
    row.expiresAt = expiresAt;
    row.hall = place.hall;
    row.department = place.department;
    if (const auto added = store.inTransaction([&] { return store.addEnrolCode(row); }); !added)
        return tl::unexpected(added.error());
    return code;
}

Answer<EnrolCodeRow> Enrolment::openCode(Store& store, const QCborMap& request, qint64 now) const
{
    const auto typed = textMember(request, u"code"_s, 128);
    if (!typed)
        return tl::unexpected(typed.error());
    const auto code = record::EnrolCode::parse(*typed);
    if (!code)
        return codeWrong();
    const auto row = store.enrolCode(m_vault.mac("enrol", code->secret.toLatin1()));
    if (!row)
        return tl::unexpected(problemOf(row.error()));
    if (!*row || (*row)->usedAt || (*row)->expiresAt <= now)
        return codeWrong();
    return **row;
}

Answer<HallRow> Enrolment::hallOf(Store& store, const EnrolCodeRow& code) const
{
    const auto hall = store.hall(code.hall);
    if (!hall)
        return tl::unexpected(problemOf(hall.error()));
    if (!*hall)
        return codeWrong();
    return **hall;
}

QCborMap Enrolment::placeMap(const EnrolCodeRow& code, const HallRow& hall) const
{
    return {{u"device"_s, code.device},
            {u"hall"_s, hall.id},
            {u"hall_name"_s, hall.name},
            {u"station"_s, code.station},
            {u"numbering_station"_s, code.numberingStation},
            {u"ca"_s, QString::fromLatin1(m_authority.certificatePem())},
            {u"escrow_id"_s, hall.escrowId},
            {u"escrow_public_key"_s, QString::fromLatin1(hall.escrowPublicKey.toHex())},
            {u"centre_public_key"_s, QString::fromLatin1(m_keys.publicKey.toHex())}};
}

Answer<QCborMap> Enrolment::offer(Store& store, const QCborMap& request, qint64 now) const
{
    const auto code = openCode(store, request, now);
    if (!code)
        return tl::unexpected(code.error());
    const auto hall = hallOf(store, *code);
    if (!hall)
        return tl::unexpected(hall.error());
    return placeMap(*code, *hall);
}

Answer<QByteArray> Enrolment::factsOf(const QCborMap& request) const
{
    const QCborMap given = request.value(u"device"_s).toMap();
    QCborMap facts;
    for (const QString& key : {u"name"_s, u"os"_s, u"version"_s}) {
        if (key != "name"_L1 && !given.contains(key))
            continue;
        const auto text = textMember(given, key, kMaxFact);
        if (!text)
            return malformed(text.error().detail, u"device."_s + key);
        facts.insert(key, *text);
    }
    auto bytes = record::writeCanonical(facts);
    if (!bytes)
        return malformed(bytes.error().detail, u"device"_s);
    return std::move(*bytes);
}

Answer<DeviceRow> Enrolment::deviceOf(const EnrolCodeRow& code, const HallRow& hall, const QCborMap& request,
                                      qint64 now) const
{
    const auto facts = factsOf(request);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto keyText = textMember(request, u"k0"_s, 64);
    const QByteArray key = keyText ? QByteArray::fromHex(keyText->toLatin1()) : QByteArray();
    if (!keyText || key.size() != record::kKeySize || QString::fromLatin1(key.toHex()) != *keyText)
        return malformed(u"not 32 bytes in lower-case hex"_s, u"k0"_s);
    const auto wrap = record::KeyWrap::fromMap(request.value(u"escrow_wrap"_s).toMap());
    if (!wrap)
        return malformed(wrap.error().detail, u"escrow_wrap"_s);
    if (wrap->device != code.device || wrap->userId != hall.escrowId ||
        wrap->publicKey != hall.escrowPublicKey)
        return malformed(u"wrapped for another device or key"_s, u"escrow_wrap"_s);
    const auto wrapBytes = record::writeCanonical(wrap->toMap());
    auto sealedKey = m_vault.seal("device", code.device, "mac_key", key, 0);
    if (!wrapBytes || !sealedKey)
        return tl::unexpected(problemOf(wrapBytes ? sealedKey.error() : wrapBytes.error()));
    DeviceRow device;
    device.id = code.device;
    device.hall = code.hall;
    device.department = code.department;
    device.station = code.station;
    device.numberingStation = code.numberingStation;
    device.facts = *facts;
    device.enrolledAt = now;
    device.lastHash = QByteArray(record::kHashSize, 0);
    device.macKeySealed = std::move(*sealedKey);
    device.escrowWrap = *wrapBytes;
    return device;
}

Answer<QCborMap> Enrolment::enrol(Store& store, const QCborMap& request, qint64 now) const
{
    const auto code = openCode(store, request, now);
    if (!code)
        return tl::unexpected(code.error());
    const auto csr = textMember(request, u"csr"_s, kMaxCsr);
    if (!csr)
        return tl::unexpected(csr.error());
    const auto hall = hallOf(store, *code);
    if (!hall)
        return tl::unexpected(hall.error());
    auto device = deviceOf(*code, *hall, request, now);
    if (!device)
        return tl::unexpected(device.error());
    const auto certificate = m_authority.issueDevice(csr->toLatin1(), device->id);
    if (!certificate)
        return malformed(certificate.error().detail, u"csr"_s);
    device->certificate = certificateDigest(*certificate);
    auto known = people(store, code->hall);
    if (!known)
        return known;
    bool mine = false;
    const auto done = store.inTransaction([&]() -> domain::Result<void> {
        const auto used = store.useEnrolCode(code->codeMac, now);
        if (!used)
            return tl::unexpected(used.error());
        mine = *used;
        return mine ? store.addDevice(*device) : domain::Result<void>();
    });
    if (!done)
        return tl::unexpected(problemOf(done.error()));
    if (!mine)
        return codeWrong();
    QCborMap answer = placeMap(*code, *hall);
    answer.insert(u"certificate"_s, QString::fromLatin1(*certificate));
    answer.insert(u"people"_s, known->value(u"people"_s));
    return answer;
}

Answer<QCborMap> Enrolment::people(Store& store, const QString& hall) const
{
    const auto rows = store.peopleOf(hall);
    if (!rows)
        return tl::unexpected(problemOf(rows.error()));
    QCborArray people;
    for (const PersonRow& row : *rows) {
        const auto name = m_vault.open("person", row.id, "name", row.nameSealed);
        const auto keys = record::parseCanonical(row.keys);
        if (!name || !keys)
            return tl::unexpected(problemOf(name ? keys.error() : name.error()));
        QCborArray roles;
        for (const QString& role : domain::roleKeys(row.roles))
            roles.append(role);
        people.append(QCborMap{{u"id"_s, row.id},
                               {u"name"_s, QString::fromUtf8(*name)},
                               {u"roles"_s, roles},
                               {u"keys"_s, *keys},
                               {u"revoked"_s, row.revokedAt.has_value()}});
    }
    return QCborMap{{u"people"_s, people}};
}

} // namespace ow::center
