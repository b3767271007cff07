// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/api.h"

#include "center/feedview.h"
#include "center/guideview.h"

#include <QCborArray>
#include <QUrlQuery>

#include <algorithm>

namespace ow::center {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBusyMs = 2000;

Problem plain(int status, QLatin1StringView cls, QString detail = {}, QString field = {})
{
    return {status, cls, std::move(detail), std::move(field), false, 0, {}};
}

Problem busy()
{
    return {503, "busy"_L1, {}, {}, true, kBusyMs, {}};
}

Response answerOf(const Answer<QCborMap>& answer)
{
    return answer ? jsonResponse(*answer) : toResponse(answer.error());
}

void count(Metrics& metrics, const QCborArray& outcomes)
{
    for (const QCborValue& one : outcomes) {
        const QCborMap map = one.toMap();
        const QByteArray outcome = map.value(u"outcome"_s).toString().toLatin1();
        metrics.entryTaken(map.value(u"repeated"_s).toBool() ? "repeated"_L1 : QLatin1StringView(outcome));
    }
}

} // namespace

const Api::Route Api::kRoutes[] = {
    {"POST", "/v1/enroll/offer", Need::Nobody, kMaxJson, &Api::offerEnrolment},
    {"POST", "/v1/enroll", Need::Nobody, kMaxJson, &Api::enrol},
    {"GET", "/v1/people", Need::Device, 0, &Api::people},
    {"GET", "/v1/guides", Need::Device, 0, &Api::guides},
    {"GET", "/v1/proposals", Need::Device, 0, &Api::proposals},
    {"POST", "/v1/entries", Need::Device, kMaxJson, &Api::pushEntries},
    {"POST", "/v1/blobs", Need::Device, kMaxBlob, nullptr},
    {"HEAD", "/v1/blobs/", Need::Device, 0, &Api::hasBlob},
    {"PATCH", "/v1/blobs/", Need::Device, kMaxBlob, nullptr},
    {"GET", "/v1/blobs/", Need::Device, 0, &Api::getBlob},
    {"GET", "/v1/cases/", Need::Device, 0, &Api::getCase},
    {"GET", "/v1/feed/", Need::Device, 0, &Api::feed},
    {"GET", "/v1/state", Need::Device, 0, &Api::getState},
    {"GET", "/health", Need::Nobody, 0, &Api::health},
    {"GET", "/metrics", Need::Machine, 0, nullptr},
    {"GET", "/public/v1/progress", Need::Nobody, 0, &Api::progress},
};

Api::Api(const ApiParts& parts)
    : m_parts(parts)
    , m_deviceRate(parts.limits.device)
    , m_addressRate(parts.limits.address)
    , m_enrolment(parts.vault, parts.authority, parts.keys)
    , m_progress(parts.vault)
{
}

Api::Found Api::find(const RequestHead& head)
{
    Found found;
    for (const Route& route : kRoutes) {
        const bool withArgument = route.path.endsWith('/');
        const QByteArray argument = withArgument ? head.path.mid(route.path.size()) : QByteArray();
        const bool fits =
            withArgument ? head.path.startsWith(route.path) && !argument.isEmpty() && !argument.contains('/')
                         : head.path == route.path;
        if (!fits)
            continue;
        found.pathKnown = true;
        if (head.method == route.method) {
            found.route = &route;
            found.argument = QString::fromLatin1(QByteArray::fromPercentEncoding(argument));
            return found;
        }
    }
    return found;
}

std::vector<RouteName> Api::routeNames()
{
    std::vector<RouteName> names;
    for (const Route& route : kRoutes)
        names.push_back(
            {route.method.toByteArray(), route.path.toByteArray() + (route.path.endsWith('/') ? "{}" : "")});
    return names;
}

size_t Api::routeOf(const RequestHead& head)
{
    const Found found = find(head);
    return found.route ? static_cast<size_t>(found.route - std::begin(kRoutes)) : std::size(kRoutes);
}

Response Api::refusal(int status) const
{
    switch (status) {
    case 413:
    case 431:
        return toResponse(plain(status, "too_large"_L1));
    case 503:
        return toResponse(busy());
    default:
        return toResponse(plain(400, "malformed"_L1, u"not HTTP"_s));
    }
}

void Api::admit(RequestHead head, std::function<void(Admission)> done)
{
    const auto refuse = [&done](const Problem& problem) { done({nullptr, toResponse(problem), -1}); };
    if (const auto tooMany = refusalByRate(head)) {
        refuse(*tooMany);
        return;
    }
    const Found found = find(head);
    if (found.route && found.route->need == Need::Machine) {
        done({nullptr, metrics(head), -1});
    } else if (!found.route) {
        refuse(found.pathKnown ? plain(405, "method_not_allowed"_L1) : plain(404, "not_found"_L1));
    } else if (found.route->need == Need::Device && head.certificate.isEmpty()) {
        refuse(plain(401, "unauthenticated"_L1));
    } else if (found.route->run) {
        done({nullptr, {}, found.route->bodyLimit});
    } else {
        admitBlob(std::move(head), found.argument, done);
    }
}

std::optional<Problem> Api::refusalByRate(const RequestHead& head)
{
    const auto now = std::chrono::steady_clock::now();
    const auto wait = head.certificate.isEmpty()
                          ? m_addressRate.waitFor(addressKey(head.peer).toLatin1(), now)
                          : m_deviceRate.waitFor(head.certificate, now);
    if (wait.count() == 0)
        return std::nullopt;
    m_parts.metrics.refusedByRate();
    return Problem{429, "too_many_requests"_L1, {}, {}, true, wait.count(), {}};
}

Response Api::metrics(const RequestHead& head) const
{
    if (!head.fromThisMachine)
        return toResponse(plain(404, "not_found"_L1));
    const Metrics::Readings now{m_uploads->load(), m_parts.database.queued()};
    return {200, "text/plain; version=0.0.4; charset=utf-8", m_parts.metrics.text(now), {}};
}

Answer<DeviceRow> Api::deviceOf(Store& store, const RequestHead& head) const
{
    auto device = store.device(head.deviceName);
    if (!device)
        return tl::unexpected(problemOf(device.error()));
    // A certificate of this authority whose device the database does not know, or one that was given anew.
    if (!*device || (*device)->certificate != head.certificate)
        return tl::unexpected(plain(403, "device_unknown"_L1));
    if ((*device)->revokedAt)
        return tl::unexpected(plain(403, "device_revoked"_L1));
    return std::move(**device);
}

void Api::handle(Request request, Respond respond)
{
    const Found found = find(request.head);
    if (!found.route || !found.route->run) {
        respond(toResponse(plain(404, "not_found"_L1)));
        return;
    }
    run(found, std::make_shared<Request>(std::move(request)), respond, std::nullopt);
}

void Api::run(const Found& found, const std::shared_ptr<Request>& request, const Respond& respond,
              std::optional<qint64> until)
{
    const bool queued = m_parts.database.post([this, found, request, respond, until](Store& store) {
        Call call{*request, store, {}, found.argument, m_parts.clock.utcMs()};
        const qint64 tick = m_parts.clock.monotonicMs();
        call.mayWait = !until || tick < *until;
        if (found.route->need == Need::Device) {
            auto device = deviceOf(store, request->head);
            if (!device) {
                respond(toResponse(device.error()));
                return;
            }
            call.device = std::move(*device);
        }
        Response response = (this->*found.route->run)(call);
        const qint64 till = until.value_or(tick + call.waitsFor);
        const auto again = [this, found, request, respond, till] { run(found, request, respond, till); };
        if (call.waitsFor == 0 || !m_parts.waiters.wait(call.argument, till, again))
            respond(std::move(response));
    });
    if (!queued)
        respond(toResponse(busy()));
}

Response Api::offerEnrolment(Call& call)
{
    if (const qint64 wait = m_enrolTries.waitFor(addressKey(call.request.head.peer), call.now); wait > 0)
        return toResponse(tooManyTries(wait));
    const auto body = readObject(call.request.body);
    return answerOf(body ? m_enrolment.offer(call.store, *body, call.now) : body);
}

Response Api::enrol(Call& call)
{
    if (const qint64 wait = m_enrolTries.waitFor(addressKey(call.request.head.peer), call.now); wait > 0)
        return toResponse(tooManyTries(wait));
    const auto body = readObject(call.request.body);
    return answerOf(body ? m_enrolment.enrol(call.store, *body, call.now) : body);
}

Response Api::people(Call& call)
{
    return answerOf(m_enrolment.people(call.store, call.device.hall));
}

Response Api::guides(Call& call)
{
    const QUrlQuery query(QString::fromLatin1(call.request.head.query));
    return answerOf(
        guidesMap(call.store, m_parts.vault, query.queryItemValue(u"after"_s, QUrl::FullyDecoded)));
}

Response Api::proposals(Call& call)
{
    return answerOf(proposalsMap(call.store, m_parts.vault));
}

Response Api::pushEntries(Call& call)
{
    const auto body = readObject(call.request.body);
    const auto answer = body ? m_parts.intake.take(call.store, call.device, *body, call.now) : body;
    if (answer)
        count(m_parts.metrics, answer->value(u"outcomes"_s).toArray());
    return answerOf(answer);
}

Response Api::getCase(Call& call)
{
    return answerOf(caseMap(call.store, m_parts.vault, call.argument));
}

Response Api::getState(Call& call)
{
    const DeviceRow& device = call.device;
    return jsonResponse({{u"device"_s, device.id},
                         {u"hall"_s, device.hall},
                         {u"station"_s, device.station},
                         {u"numbering_station"_s, device.numberingStation},
                         {u"last_seq"_s, device.lastSeq},
                         {u"last_hash"_s, QString::fromLatin1(device.lastHash.toHex())}});
}

Response Api::feed(Call& call)
{
    const QUrlQuery query(QString::fromLatin1(call.request.head.query));
    FeedView view(call.store, m_parts.vault, call.device);
    const auto page = view.page(call.argument, query.queryItemValue(u"after"_s, QUrl::FullyDecoded));
    if (!page)
        return toResponse(page.error());
    const int wait = std::clamp(query.queryItemValue(u"wait"_s).toInt(), 0, kMostWaitSeconds);
    if (page->isEmpty && wait > 0 && call.mayWait)
        call.waitsFor = wait * 1000;
    return jsonResponse(page->map);
}

Response Api::health(Call& call)
{
    if (const auto read = call.store.setting(u"epoch"_s); !read)
        return toResponse(problemOf(read.error()));
    return jsonResponse({{u"status"_s, u"ok"_s}, {u"time"_s, call.now}});
}

Response Api::progress(Call& call)
{
    const QUrlQuery query(QString::fromLatin1(call.request.head.query));
    return answerOf(m_progress.ask(call.store, query.queryItemValue(u"number"_s, QUrl::FullyDecoded),
                                   query.queryItemValue(u"last4"_s, QUrl::FullyDecoded),
                                   call.request.head.peer, call.now));
}

} // namespace ow::center
