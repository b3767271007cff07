// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/enroller.h"

#include "record/canonical.h"
#include "record/enrolcode.h"
#include "record/keys.h"
#include "sync/centreauthority.h"
#include "sync/devicekey.h"

#include <QCborArray>
#include <QSysInfo>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using record::SecretBytes;

QString text(const QCborMap& map, const char* key)
{
    return map.value(QLatin1StringView(key)).toString();
}

QByteArray hex(const QCborMap& map, const char* key)
{
    return QByteArray::fromHex(text(map, key).toLatin1());
}

Result<QCborMap> goodBody(const Result<Reply>& reply)
{
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    return reply->ok() ? bodyOf(*reply) : Result<QCborMap>(tl::unexpected(refusalOf(*reply)));
}

/// The secrets of a new device and the request that hands over what the centre must have.
struct Prepared
{
    std::shared_ptr<Enrolled> enrolled;
    QByteArray request;
};

Result<Prepared> prepare(const record::CryptoProvider& crypto, const QCborMap& offer, const QString& code,
                         const QString& deviceName)
{
    auto enrolled = std::make_shared<Enrolled>();
    auto master = crypto.randomSecret(record::kKeySize);
    auto k0 = crypto.randomSecret(record::kKeySize);
    auto key = makeDeviceKey();
    if (!master || !k0 || !key) {
        return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("no keys could be made"));
    }
    const QByteArray escrow = hex(offer, "escrow_public_key");
    const auto wrap =
        record::wrapMasterKey(crypto, *master, text(offer, "device"), text(offer, "escrow_id"), escrow);
    if (!wrap) {
        return tl::unexpected(wrap.error());
    }
    const auto wrapBytes = record::writeCanonical(wrap->toMap());
    const QCborMap facts{{QStringLiteral("name"), deviceName},
                         {QStringLiteral("os"), QSysInfo::prettyProductName()}};
    const auto request = record::writeCanonical(
        QCborMap{{QStringLiteral("code"), code},
                 {QStringLiteral("csr"), QString::fromLatin1(key->csrPem)},
                 {QStringLiteral("device"), facts},
                 {QStringLiteral("k0"), QString::fromLatin1(k0->view().toByteArray().toHex())},
                 {QStringLiteral("escrow_wrap"), wrap->toMap()}});
    if (!wrapBytes || !request) {
        return domain::fail(ErrorCode::Internal, QStringLiteral("the request could not be written"));
    }
    enrolled->keyPem = key->keyPem;
    enrolled->enrolment.masterKey = std::move(*master);
    enrolled->enrolment.k0 = std::move(*k0);
    enrolled->enrolment.escrowPublicKey = escrow;
    enrolled->enrolment.escrowWrap = *wrapBytes;
    return Prepared{std::move(enrolled), *request};
}

Result<void> takePeople(Enrolled& enrolled, const QCborArray& people)
{
    for (const QCborValue& value : people) {
        const QCborMap person = value.toMap();
        auto keys = record::UserKeys::fromMap(person.value(QLatin1StringView("keys")).toMap());
        if (!keys) {
            return tl::unexpected(keys.error());
        }
        QStringList roles;
        for (const QCborValue& role : person.value(QLatin1StringView("roles")).toArray()) {
            roles.append(role.toString());
        }
        const bool active = !person.value(QLatin1StringView("revoked")).toBool();
        enrolled.persons.push_back(
            {text(person, "id"), text(person, "name"), domain::rolesFromKeys(roles), active});
        if (active) {
            enrolled.enrolment.users.push_back(std::move(*keys));
        }
    }
    return {};
}

Result<std::shared_ptr<Enrolled>> takeEnrolment(const std::shared_ptr<Enrolled>& enrolled,
                                                const QCborMap& body)
{
    ledger::Enrolment& enrolment = enrolled->enrolment;
    enrolment.device = text(body, "device");
    enrolment.hall = text(body, "hall");
    enrolment.hallName = text(body, "hall_name");
    enrolment.station = text(body, "numbering_station");
    enrolment.centrePublicKey = hex(body, "centre_public_key");
    enrolled->certificatePem = text(body, "certificate").toLatin1();
    if (enrolment.device.isEmpty() || enrolment.station.isEmpty() || enrolled->certificatePem.isEmpty()) {
        return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the enrolment is not complete"));
    }
    if (auto people = takePeople(*enrolled, body.value(QLatin1StringView("people")).toArray()); !people) {
        return tl::unexpected(people.error());
    }
    return enrolled;
}

QFuture<Enroller::Answer> ready(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Enroller::Answer(tl::unexpected(error)));
}

} // namespace

Enroller::Enroller(const record::CryptoProvider& crypto, QObject* parent)
    : QObject(parent)
    , m_crypto(crypto)
{
}

QFuture<Enroller::Answer> Enroller::enrol(const QUrl& centre, const QString& code, const QString& deviceName)
{
    const auto typed = record::EnrolCode::parse(code);
    const QString fingerprint = typed ? typed->fingerprint : QString();
    if (fingerprint.isEmpty() || centre.scheme() != QLatin1StringView("https") || centre.host().isEmpty()) {
        return ready({fingerprint.isEmpty() ? ErrorCode::EnrolCodeWrong : ErrorCode::InvalidInput,
                      QStringLiteral("code or address has not the right form"),
                      fingerprint.isEmpty() ? QStringLiteral("code") : QStringLiteral("centre")});
    }
    return fetchAuthority(centre, fingerprint, this)
        .then(this,
              [this, centre, code, deviceName](const Result<QByteArray>& authority) {
                  return authority ? offerThenEnrol(centre, code, deviceName, *authority)
                                   : ready(authority.error());
              })
        .unwrap();
}

QFuture<Enroller::Answer> Enroller::offerThenEnrol(const QUrl& centre, const QString& code,
                                                   const QString& deviceName, const QByteArray& authorityPem)
{
    m_link = std::make_unique<CentreLink>(centre, LinkIdentity{authorityPem, {}, {}});
    const auto ask = record::writeCanonical(QCborMap{{QStringLiteral("code"), code}});
    return m_link->postJson(QStringLiteral("/v1/enroll/offer"), ask.value_or(QByteArray()))
        .then(this,
              [this, code, deviceName, centre, authorityPem](const Result<Reply>& reply) -> QFuture<Answer> {
                  const auto prepared = goodBody(reply).and_then(
                      [&](const QCborMap& offer) { return prepare(m_crypto, offer, code, deviceName); });
                  if (!prepared) {
                      return ready(prepared.error());
                  }
                  prepared->enrolled->centre = centre;
                  prepared->enrolled->authorityPem = authorityPem;
                  return m_link->postJson(QStringLiteral("/v1/enroll"), prepared->request)
                      .then(this, [enrolled = prepared->enrolled](const Result<Reply>& answer) -> Answer {
                          const auto body = goodBody(answer);
                          return body ? takeEnrolment(enrolled, *body) : tl::unexpected(body.error());
                      });
              })
        .unwrap();
}

} // namespace ow::sync
