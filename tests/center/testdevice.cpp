// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/testdevice.h"

#include "domain/casenumber.h"
#include "domain/intake.h"
#include "domain/kinds.h"
#include "record/keys.h"

#include <QCborArray>
#include <QDateTime>

#include <catch2/catch.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray drain(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray bytes(data, size);
    BIO_free(bio);
    return bytes;
}

} // namespace

std::pair<QByteArray, QByteArray> makeRequest()
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509_REQ* request = X509_REQ_new();
    X509_REQ_set_pubkey(request, key);
    X509_REQ_sign(request, key, EVP_sha256());
    BIO* requestPem = BIO_new(BIO_s_mem());
    PEM_write_bio_X509_REQ(requestPem, request);
    BIO* keyPem = BIO_new(BIO_s_mem());
    // Qt's OpenSSL back end reads EC keys in their own form.
    PEM_write_bio_PrivateKey_traditional(keyPem, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_REQ_free(request);
    EVP_PKEY_free(key);
    return {drain(requestPem), drain(keyPem)};
}

TestDevice::TestDevice(const CentreBox& box)
    : client(box)
    , provider(record::makeBotanProvider())
    , k0(*provider->randomSecret(record::kKeySize))
    , masterKey(*provider->randomSecret(record::kKeySize))
    , m_box(box)
{
}

QCborMap TestDevice::enrolRequest(const QString& code)
{
    const Reply offer = client.post("/v1/enroll/offer", QCborMap{{u"code"_s, code}});
    const QByteArray escrowKey =
        QByteArray::fromHex(offer.body.value(u"escrow_public_key"_s).toString().toLatin1());
    id = offer.body.value(u"device"_s).toString();
    const auto wrap = record::wrapMasterKey(*provider, masterKey, id,
                                            offer.body.value(u"escrow_id"_s).toString(), escrowKey);
    const auto [csr, key] = makeRequest();
    privateKeyPem = key;
    return {{u"code"_s, code},
            {u"csr"_s, QString::fromLatin1(csr)},
            {u"device"_s, QCborMap{{u"name"_s, u"Window PC"_s}, {u"os"_s, u"Debian 12"_s}}},
            {u"k0"_s, QString::fromLatin1(k0.view().toByteArray().toHex())},
            {u"escrow_wrap"_s, wrap ? wrap->toMap() : QCborMap()}};
}

void TestDevice::enrol(const QString& wanted, bool replace)
{
    const QString code = m_box.enrolCode(wanted, replace ? QStringList{u"--replace"_s} : QStringList());
    const Reply reply = client.post("/v1/enroll", enrolRequest(code));
    REQUIRE(reply.status == 200);
    enrolment = reply.body;
    station = enrolment.value(u"numbering_station"_s).toString();
    REQUIRE(enrolment.value(u"device"_s).toString() == id);
    client.setIdentity(enrolment.value(u"certificate"_s).toString().toLatin1(), privateKeyPem);
    chain = {0, QByteArray(32, 0), k0.clone()};
}

record::WireEntry TestDevice::write(const Wish& wish)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    record::EntryHeader header;
    header.device = id;
    header.id = wish.id.isEmpty() ? record::makeUuidV7(now, *provider->random(10)) : wish.id;
    header.kind = wish.kind;
    if (!wish.caseNumber.isEmpty())
        header.caseNumber = wish.caseNumber;
    if (!wish.base.isEmpty())
        header.base = wish.base;
    header.at = wish.at != 0 ? wish.at : now;
    header.boot = u"boot-1"_s;
    header.tick = 1;
    header.actor = wish.actor;
    header.station = wish.station.isEmpty() ? station : wish.station;
    header.guide = wish.guide;
    header.blobs = wish.blobs;
    const auto kind = domain::kindFromKey(wish.kind);
    header.audience = record::audienceKey(kind ? domain::kindInfo(*kind).audience : domain::Audience::Case);
    auto appended = record::appendToChain(*provider, chain, header, wish.what);
    REQUIRE(appended);
    chain = std::move(appended->next);
    return {appended->entry, appended->bodyBytes};
}

QString TestDevice::numberOf(int serial) const
{
    const auto number = domain::CaseNumber::make(u"JT62", station, QDate(2026, 11, 23), serial);
    REQUIRE(number);
    return number->format();
}

record::WireEntry TestDevice::receive(int serial, const QString& idNumber)
{
    domain::Intake intake;
    intake.draftId = u"00000000-0000-4000-8000-000000000000"_s;
    intake.guide = {u"62-JT-XK-0001"_s, 1, QByteArray(32, 7)};
    intake.applicant.name = u"Applicant"_s;
    intake.applicant.idNumber = idNumber;
    Wish wish;
    wish.kind = u"receive"_s;
    wish.caseNumber = numberOf(serial);
    wish.guide = record::GuideRef{u"62-JT-XK-0001"_s, 1, QString(64, u'7')};
    wish.what = {{u"number"_s, wish.caseNumber},
                 {u"receivedOn"_s, u"2026-11-23"_s},
                 {u"intake"_s, domain::intakeToCbor(intake)}};
    return write(wish);
}

record::WireEntry TestDevice::accept(const record::WireEntry& received)
{
    Wish wish;
    wish.kind = u"accept"_s;
    wish.caseNumber = *received.entry.header.caseNumber;
    wish.base = received.entry.header.id;
    wish.what = {{u"acceptedOn"_s, u"2026-11-23"_s},
                 {u"due"_s, QCborMap{{u"promised"_s, u"2026-12-07"_s}, {u"certain"_s, true}}}};
    return write(wish);
}

QCborMap TestDevice::batch(const std::vector<record::WireEntry>& entries)
{
    QCborArray array;
    for (const record::WireEntry& entry : entries)
        array.append(record::wireMap(entry));
    return {{u"entries"_s, array}};
}

Reply TestDevice::push(const std::vector<record::WireEntry>& entries)
{
    return client.post("/v1/entries", batch(entries));
}

QCborMap outcome(const Reply& reply, int index)
{
    return reply.body.value(u"outcomes"_s).toArray().at(index).toMap();
}

QString outcomeWord(const Reply& reply, int index)
{
    return outcome(reply, index).value(u"outcome"_s).toString();
}

QString reason(const Reply& reply, int index)
{
    return outcome(reply, index).value(u"reason"_s).toString();
}

QStringList flags(const Reply& reply, int index)
{
    QStringList list;
    for (const QCborValue& flag : outcome(reply, index).value(u"flags"_s).toArray())
        list << flag.toString();
    return list;
}

} // namespace ow::test
