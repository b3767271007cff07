// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/centreprocess.h"
#include "support/droppingproxy.h"
#include "sync/enroller.h"
#include "sync/syncwindow.h"

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// Another character of the alphabet codes are written in.
QString changedAt(QString code, qsizetype at)
{
    REQUIRE(code.at(at) != u'-');
    code[at] = code.at(at) == u'7' ? u'8' : u'7';
    return code;
}

struct Enrolling
{
    CentreProcess centre;
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
    sync::Enroller enroller{*crypto};

    Enrolling() { centre.start(); }

    sync::Enroller::Answer with(const QString& code)
    {
        return await(enroller.enrol(centre.url(), code, u"Window PC"_s));
    }

    ErrorCode refusalOf(const QString& code)
    {
        const auto answer = with(code);
        REQUIRE_FALSE(answer);
        return answer.error().code;
    }
};

} // namespace

TEST_CASE("a code read out by the administrator makes a PC a window of the hall once")
{
    Enrolling enrolling;
    const QString code = enrolling.centre.enrolCode(u"W03"_s);
    // As somebody types it: small letters, blanks for hyphens.
    const auto answer = enrolling.with(QString(code).toLower().replace(u'-', u' '));
    REQUIRE(answer);
    const sync::Enrolled& enrolled = **answer;
    CHECK(enrolled.enrolment.hall == u"JT62"_s);
    CHECK(enrolled.enrolment.hallName == u"甘肃省政务大厅"_s);
    CHECK(enrolled.enrolment.station == u"W03"_s);
    CHECK_FALSE(enrolled.enrolment.training);
    CHECK_FALSE(enrolled.enrolment.centrePublicKey.isEmpty());
    CHECK(enrolled.enrolment.users.size() == 2);
    REQUIRE(enrolled.persons.size() == 2);
    const auto devices = enrolling.centre.command({u"device"_s, u"list"_s});
    REQUIRE(devices.size() == 1);
    CHECK(devices.at(0).value(u"id"_s).toString() == enrolled.enrolment.device);
    CHECK(devices.at(0).value(u"name"_s).toString() == u"Window PC"_s);

    // The certificate is taken as this device's, and a used code opens nothing.
    sync::CentreLink link(enrolling.centre.url(),
                          {enrolled.authorityPem, enrolled.certificatePem, enrolled.keyPem});
    const auto state = await(link.get(u"/v1/state"_s));
    REQUIRE(state);
    CHECK(state->ok());
    CHECK(enrolling.refusalOf(code) == ErrorCode::EnrolCodeWrong);
}

TEST_CASE("what is no code is refused and a wrong one uses nothing up")
{
    Enrolling enrolling;
    const QString code = enrolling.centre.enrolCode(u"W03"_s);
    CHECK(enrolling.refusalOf(QString()) == ErrorCode::EnrolCodeWrong);
    CHECK(enrolling.refusalOf(code.chopped(1)) == ErrorCode::EnrolCodeWrong);
    CHECK(enrolling.refusalOf(code + u"7"_s) == ErrorCode::EnrolCodeWrong);
    CHECK(enrolling.refusalOf(changedAt(code, 0)) == ErrorCode::EnrolCodeWrong);
    // The second half is the centre's fingerprint: a server that has not that certificate is told nothing.
    CHECK(enrolling.refusalOf(changedAt(code, code.size() - 1)) == ErrorCode::CertificateWrong);
    CHECK(enrolling.centre.command({u"device"_s, u"list"_s}).isEmpty());
    CHECK(enrolling.with(code).has_value());
}

TEST_CASE("a code of one centre is not shown to another")
{
    Enrolling enrolling;
    CentreProcess other;
    other.start();
    const auto answer =
        await(enrolling.enroller.enrol(other.url(), enrolling.centre.enrolCode(u"W03"_s), u"Window PC"_s));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::CertificateWrong);
}

TEST_CASE("an enrolment without a centre ends and the same code works once it is there")
{
    Enrolling enrolling;
    const QString code = enrolling.centre.enrolCode(u"W03"_s);
    enrolling.centre.killNow();
    CHECK(enrolling.refusalOf(code) == ErrorCode::Unreachable);
    const auto plain = await(enrolling.enroller.enrol(QUrl(u"http://127.0.0.1:1"_s), code, u"PC"_s));
    REQUIRE_FALSE(plain);
    CHECK(plain.error().code == ErrorCode::InvalidInput);
    enrolling.centre.start();
    CHECK(enrolling.with(code).has_value());
}

TEST_CASE("a replacement PC numbers with a station of its own")
{
    Enrolling enrolling;
    SyncWindow first;
    first.enrol(enrolling.centre);
    const auto second = enrolling.with(enrolling.centre.enrolCode(u"W03"_s, true));
    REQUIRE(second);
    CHECK((*second)->enrolment.station == u"W03B"_s);
    CHECK((*second)->enrolment.device != first.device());
}
