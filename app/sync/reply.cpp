// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/reply.h"

#include "record/canonical.h"

namespace ow::sync {

namespace {

using domain::ErrorCode;

constexpr int kTooManyRequests = 429;
constexpr int kFirstServerFault = 500;

ErrorCode codeOf(const QString& problem, int status)
{
    if (problem == QLatin1StringView("device_revoked")) {
        return ErrorCode::DeviceRevoked;
    }
    if (problem == QLatin1StringView("device_unknown") || problem == QLatin1StringView("unauthenticated")) {
        return ErrorCode::NotEnrolled;
    }
    if (problem == QLatin1StringView("enrol_code_wrong")) {
        return ErrorCode::EnrolCodeWrong;
    }
    if (status == kTooManyRequests || status >= kFirstServerFault) {
        return ErrorCode::CentreBusy;
    }
    return ErrorCode::CentreRefused;
}

} // namespace

domain::Result<QCborMap> bodyOf(const Reply& reply)
{
    const auto value = record::parseJson(reply.body);
    if (!value || !value->isMap()) {
        return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the answer is no JSON object"));
    }
    return value->toMap();
}

QString problemClass(const Reply& reply)
{
    const auto body = bodyOf(reply);
    return body ? body->value(QLatin1StringView("class")).toString() : QString();
}

domain::Error refusalOf(const Reply& reply)
{
    const QString problem = problemClass(reply);
    return {codeOf(problem, reply.status),
            problem.isEmpty() ? QStringLiteral("status %1").arg(reply.status) : problem,
            {}};
}

} // namespace ow::sync
