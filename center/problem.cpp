// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/problem.h"

#include "record/canonical.h"

#include <QDebug>

namespace ow::center {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRetryMs = 5000;
// A case with many long entries is the largest answer there is.
constexpr record::Limits kAnswerLimits{qsizetype(32) << 20, 64, 100'000};
constexpr record::Limits kRequestLimits{(qsizetype(1) << 20) + 1, 64, 4096};

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad request"_s;
    case 401:
        return u"A device certificate is needed"_s;
    case 403:
        return u"Refused"_s;
    case 404:
        return u"Not found"_s;
    case 405:
        return u"Method not allowed"_s;
    case 409:
        return u"Does not continue what the centre has"_s;
    case 410:
        return u"No longer there: start over"_s;
    case 411:
        return u"Length required"_s;
    case 413:
    case 431:
        return u"Too large"_s;
    case 416:
        return u"Range not satisfiable"_s;
    case 422:
        return u"Content does not match its hash"_s;
    case 429:
        return u"Too many requests"_s;
    case 503:
        return u"Busy"_s;
    case 507:
        return u"Insufficient storage"_s;
    default:
        return u"Trouble at the centre"_s;
    }
}

} // namespace

Problem problemOf(const domain::Error& error)
{
    // Codes and the database's own words; never a value.
    qWarning("%s: %s", domain::errorName(error.code).data(), qUtf8Printable(error.detail));
    if (error.kind() == domain::ErrorKind::Storage)
        return {503, "busy"_L1, QString(domain::errorName(error.code)), {}, true, kRetryMs, {}};
    return {500, "internal"_L1, QString(domain::errorName(error.code)), {}, true, kRetryMs, {}};
}

tl::unexpected<Problem> malformed(QString detail, QString field)
{
    return tl::unexpected(Problem{400, "malformed"_L1, std::move(detail), std::move(field), false, 0, {}});
}

Response toResponse(const Problem& problem)
{
    QCborMap map = problem.extra;
    map.insert(u"type"_s, QString(u"urn:onewindow:problem:"_s + problem.cls));
    map.insert(u"title"_s, titleOf(problem.status));
    map.insert(u"status"_s, problem.status);
    map.insert(u"class"_s, QString(problem.cls));
    map.insert(u"retryable"_s, problem.retryable);
    if (!problem.detail.isEmpty())
        map.insert(u"detail"_s, problem.detail);
    if (!problem.field.isEmpty())
        map.insert(u"field"_s, problem.field);
    Response response{problem.status, "application/problem+json", {}, {}};
    if (problem.retryable) {
        map.insert(u"after_ms"_s, problem.afterMs);
        response.headers.emplace_back("Retry-After", QByteArray::number((problem.afterMs + 999) / 1000));
    }
    response.body = record::writeCanonical(map, kAnswerLimits).value_or(QByteArray("{}"));
    return response;
}

Response jsonResponse(const QCborMap& map)
{
    auto body = record::writeCanonical(map, kAnswerLimits);
    if (!body)
        return toResponse(problemOf(body.error()));
    return {200, "application/json", std::move(*body), {}};
}

Answer<QCborMap> readObject(const QByteArray& body)
{
    const auto value = record::parseJson(body, kRequestLimits);
    if (!value)
        return malformed(value.error().detail, value.error().field);
    if (!value->isMap())
        return malformed(u"not an object"_s);
    return value->toMap();
}

Answer<QString> textMember(const QCborMap& map, const QString& key, qsizetype most)
{
    const QCborValue value = map.value(key);
    const QString text = value.toString();
    if (!value.isString() || text.isEmpty() || text.size() > most)
        return malformed(u"not a text of the length it may have"_s, key);
    return text;
}

} // namespace ow::center
