// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/shown.h"
#include "center/testdevice.h"
#include "record/enrolcode.h"
#include "record/keys.h"

#include <QCborArray>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSslCertificate>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray openssl(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    REQUIRE(process.waitForFinished());
    return process.readAll();
}

} // namespace

TEST_CASE("init makes a centre whose certificates openssl trusts and is refused a second time")
{
    const CentreBox box;
    const QString ca = box.data() + u"/tls/ca.pem"_s;
    const QByteArray verified =
        openssl({u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s, u"-verify_ip"_s,
                 u"127.0.0.1"_s, u"-CAfile"_s, ca, box.data() + u"/tls/server.pem"_s});
    INFO(verified.toStdString());
    CHECK(verified.contains(": OK"));
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    CHECK(QFileInfo(box.data() + u"/keys/master.key"_s).permissions() == mine);
    CHECK(QFileInfo(box.data() + u"/tls/ca.key.pem"_s).permissions() == mine);
    CHECK(QFileInfo(box.path(u"escrow.json"_s)).permissions() == mine);

    const Said again =
        box.run({u"init"_s, u"--hall"_s, u"JT62"_s, u"--hall-name"_s, u"Other"_s, u"--escrow-file"_s,
                 box.path(u"other.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s},
                "quiet mountain river 9\n");
    CHECK(again.exitCode == 1);
    CHECK(again.error.value(u"error"_s).toString() == u"ledger.already_open"_s);
    CHECK_FALSE(QFile::exists(box.path(u"other.json"_s)));
}

TEST_CASE("a weak password or an unknown role adds nobody")
{
    const CentreBox box;
    const Said weak = box.run({u"user"_s, u"add"_s, u"--id"_s, u"zhao03"_s, u"--name"_s, u"Zhao"_s,
                               u"--roles"_s, u"clerk"_s, u"--password-fd"_s, u"0"_s},
                              "12345678\n");
    CHECK(weak.error.value(u"error"_s).toString() == u"keys.password_weak"_s);
    const Said unknown = box.run({u"user"_s, u"add"_s, u"--id"_s, u"zhao03"_s, u"--name"_s, u"Zhao"_s,
                                  u"--roles"_s, u"centre"_s, u"--password-fd"_s, u"0"_s},
                                 "three green lamps 5\n");
    CHECK(unknown.exitCode == 2);
    CHECK(box.run({u"user"_s, u"list"_s}).lines.size() == 2);
}

TEST_CASE("a device enrols once and gets certificate and station and the people of the hall")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    CHECK(device.station == u"W03"_s);
    const QSslCertificate certificate(device.enrolment.value(u"certificate"_s).toString().toLatin1());
    CHECK(certificate.subjectInfo(QSslCertificate::CommonName) == QStringList{device.id});
    const QCborArray people = device.enrolment.value(u"people"_s).toArray();
    REQUIRE(people.size() == 2);
    // The pair travels sealed: the person's password opens it at the window.
    const auto keys = ow::record::UserKeys::fromMap(people.at(0).toMap().value(u"keys"_s).toMap());
    REQUIRE(keys);
    CHECK(keys->unlock(*device.provider, ow::record::SecretBytes::fromPassword(u"three green lamps 5")));
    CHECK(device.client.get("/v1/people").body.value(u"people"_s).toArray().size() == 2);
    const Reply state = device.client.get("/v1/state");
    CHECK(state.body.value(u"last_seq"_s).toInteger(-1) == 0);
    CHECK(state.body.value(u"last_hash"_s).toString() == QString(64, u'0'));
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("an enrolment code is good once and not after its time")
{
    CentreBox box;
    box.start();
    TestDevice first(box);
    const QString code = box.enrolCode(u"W03"_s);
    const QCborMap request = first.enrolRequest(code);
    // What is wrong with the request leaves the code usable.
    QCborMap broken = request;
    broken.insert(u"csr"_s, u"-----BEGIN CERTIFICATE REQUEST-----"_s);
    CHECK(first.client.post("/v1/enroll", broken).problem() == u"malformed"_s);
    QCborMap shortKey = request;
    shortKey.insert(u"k0"_s, u"00ff"_s);
    CHECK(first.client.post("/v1/enroll", shortKey).body.value(u"field"_s).toString() == u"k0"_s);
    CHECK(first.client.post("/v1/enroll", request).status == 200);

    const Reply twice = first.client.post("/v1/enroll", request);
    CHECK(twice.status == 403);
    CHECK(twice.problem() == u"enrol_code_wrong"_s);

    const QString expired = box.enrolCode(u"W04"_s, {u"--minutes"_s, u"0"_s});
    const Reply late = first.client.post("/v1/enroll/offer", QCborMap{{u"code"_s, expired}});
    CHECK(late.status == 403);
    CHECK(late.body == twice.body);
    CHECK(first.client.post("/v1/enroll/offer", QCborMap{{u"code"_s, u"no code"_s}}).body == twice.body);
    CHECK(box.run({u"device"_s, u"list"_s}).lines.size() == 1);
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("a wrap made for another device is not taken at enrolment")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    QCborMap request = device.enrolRequest(box.enrolCode(u"W03"_s));
    QCborMap wrap = request.value(u"escrow_wrap"_s).toMap();
    wrap.insert(u"device"_s, u"another"_s);
    request.insert(u"escrow_wrap"_s, wrap);
    const Reply reply = device.client.post("/v1/enroll", request);
    CHECK(reply.status == 400);
    CHECK(reply.body.value(u"field"_s).toString() == u"escrow_wrap"_s);
}

TEST_CASE("a station numbers for one device and its replacement takes the next letter")
{
    CentreBox box;
    box.start();
    TestDevice first(box);
    first.enrol(u"W03"_s);
    const Said again = box.run({u"enroll-code"_s, u"--station"_s, u"W03"_s});
    CHECK(again.exitCode == 1);
    CHECK(again.error.value(u"error"_s).toString() == u"input.not_allowed"_s);
    CHECK(box.run({u"enroll-code"_s, u"--station"_s, u"W05"_s, u"--replace"_s}).exitCode == 1);
    TestDevice second(box);
    second.enrol(u"W03"_s, true);
    CHECK(second.station == u"W03B"_s);
    TestDevice third(box);
    third.enrol(u"W03"_s, true);
    CHECK(third.station == u"W03C"_s);
}

TEST_CASE("an enrolment code carries the fingerprint of the authority and forgives how it is typed")
{
    using ow::record::EnrolCode;
    // 0x00…, 0x1f: Crockford's alphabet from the standard (crockford.com/base32): 31 = Z, 16 = G.
    const EnrolCode code = EnrolCode::make(QByteArray::fromHex("ffffffffffffffff"),
                                           QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df"));
    CHECK(code.text() == u"ZZZZ-ZZZZ-ZZZZ-0123-4567-89AB-CDEF"_s);
    const auto typed = EnrolCode::parse(u" zzzz zzzzzzzz-o123-4567-89ab-cdef"_s);
    REQUIRE(typed);
    CHECK(typed->text() == code.text());
    CHECK_FALSE(EnrolCode::parse(u"ZZZZ-ZZZZ-ZZZZ-0123-4567-89AB-CDE"_s));
    CHECK_FALSE(EnrolCode::parse(u"UUUU-ZZZZ-ZZZZ-0123-4567-89AB-CDEF"_s));

    const CentreBox box;
    const QSslCertificate authority(box.authority());
    const QByteArray digest = authority.digest(QCryptographicHash::Sha256);
    const auto made = EnrolCode::parse(box.enrolCode(u"W03"_s));
    REQUIRE(made);
    CHECK(made->fingerprint == EnrolCode::make({}, digest).fingerprint);
}

TEST_CASE("the escrow opens the master key of a device and a wrong passphrase does not")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    const auto recover = [&](const QByteArray& passphrase, const QString& out) {
        return box.run({u"escrow"_s, u"recover"_s, u"--device"_s, device.id, u"--escrow-file"_s,
                        box.path(u"escrow.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s, u"--out"_s, out},
                       passphrase);
    };
    const Said wrong = recover("another mountain river 9\n", box.path(u"key"_s));
    CHECK(wrong.error.value(u"error"_s).toString() == u"keys.password_wrong"_s);
    CHECK_FALSE(QFile::exists(box.path(u"key"_s)));
    CHECK(recover("quiet mountain river 9\n", box.path(u"key"_s)).exitCode == 0);
    QFile key(box.path(u"key"_s));
    REQUIRE(key.open(QIODevice::ReadOnly));
    CHECK(device.masterKey.equals(key.readAll()));
}
