// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobupload.h"
#include "center/ca.h"
#include "center/caseaccess.h"
#include "center/caseview.h"
#include "center/databasethread.h"
#include "center/enrolment.h"
#include "center/entryintake.h"
#include "center/feedwaiters.h"
#include "center/http.h"
#include "center/metrics.h"
#include "center/ratelimit.h"
#include "center/trycounter.h"
#include "center/uploads.h"
#include "center/vault.h"
#include "domain/clock.h"

#include <atomic>
#include <memory>
#include <optional>

namespace ow::center {

/// What an Api works on; all of it outlives it.
struct ApiParts
{
    DatabaseThread& database;
    const Vault& vault;
    const CertificateAuthority& authority;
    const CentreKeys& keys;
    const BlobStore& blobs;
    Uploads& uploads;
    const CaseAccess& access;
    EntryIntake& intake; ///< the database's thread only
    const domain::Clock& clock;
    Metrics& metrics;
    FeedWaiters& waiters;
    RateLimits limits = {};
};

/// The routes of docs/api/openapi.yaml: what each needs (a device, a body), who answers it. Whether a device
/// is known and not revoked is asked of the database at every request, so a revocation holds at once.
class Api final : public HttpHandler
{
public:
    static constexpr qint64 kMaxJson = 1LL << 20;
    static constexpr qint64 kMaxBlob = 64LL << 20;
    static constexpr int kMaxUploads = 64;
    static constexpr int kMaxDownloads = 64;
    static constexpr int kEnrolTriesAnHour = 20;
    static constexpr int kMostWaitSeconds = 50; ///< of a long poll

    explicit Api(const ApiParts& parts);

    void admit(RequestHead head, std::function<void(Admission)> done) override;
    void handle(Request request, Respond respond) override;
    [[nodiscard]] Response refusal(int status) const override;

    /// Who waits for news is answered.
    void stopping() override { m_parts.waiters.end(); }

    /// The table, for figures and logs: its names, and the place of a request in it (its size for none).
    [[nodiscard]] static std::vector<RouteName> routeNames();
    [[nodiscard]] static size_t routeOf(const RequestHead& head);

private:
    enum class Need {
        Nobody,
        Device,
        Machine ///< a program of this machine; to others the route is not there
    };

    struct Call
    {
        const Request& request;
        Store& store;
        DeviceRow device; ///< of routes that need one
        QString argument; ///< last part of the path, where the route has one
        qint64 now = 0;
        bool mayWait = true; ///< for news, that is: the first time, or with time left
        qint64 waitsFor = 0; ///< ms; set by a route that has nothing to say yet
    };

    using Run = Response (Api::*)(Call& call);

    struct Route
    {
        QByteArrayView method;
        QByteArrayView path; ///< ending in '/': one more part follows
        Need need;
        qint64 bodyLimit;
        Run run; ///< null: the body is streamed, or (Machine) it is answered without the database
    };

    struct Found
    {
        const Route* route = nullptr;
        bool pathKnown = false;
        QString argument;
    };

    static const Route kRoutes[];

    /// `until`: of a request that has waited already.
    void run(const Found& found, const std::shared_ptr<Request>& request, const Respond& respond,
             std::optional<qint64> until);
    [[nodiscard]] static Found find(const RequestHead& head);
    [[nodiscard]] Answer<DeviceRow> deviceOf(Store& store, const RequestHead& head) const;
    [[nodiscard]] std::optional<Problem> refusalByRate(const RequestHead& head);
    [[nodiscard]] Response metrics(const RequestHead& head) const;
    /// `id`: of the path; empty where a header has it.
    void admitBlob(RequestHead head, QString id, const std::function<void(Admission)>& done);
    [[nodiscard]] Admission openUpload(Store& store, const RequestHead& head, const QString& id);
    [[nodiscard]] Admission makeUpload(Store& store, UploadHead head, UploadTicket ticket);

    Response offerEnrolment(Call& call);
    Response enrol(Call& call);
    Response people(Call& call);
    Response guides(Call& call);
    Response proposals(Call& call);
    Response pushEntries(Call& call);
    Response hasBlob(Call& call);
    Response getBlob(Call& call);
    Response getCase(Call& call);
    Response getState(Call& call);
    Response feed(Call& call);
    Response health(Call& call);
    Response progress(Call& call);

    ApiParts m_parts;
    RateLimit m_deviceRate;
    RateLimit m_addressRate;
    Enrolment m_enrolment;
    // The database's thread only, like everything a route's function touches.
    Progress m_progress;
    TryCounter m_enrolTries{kEnrolTriesAnHour};
    std::shared_ptr<std::atomic<int>> m_uploads = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<int>> m_downloads = std::make_shared<std::atomic<int>>(0);
};

} // namespace ow::center
