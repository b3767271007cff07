// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/api.h"
#include "center/blobstore.h"
#include "center/blobsweep.h"
#include "center/caserefresh.h"
#include "center/centre.h"
#include "center/commands.h"
#include "center/databasethread.h"
#include "center/feednews.h"
#include "center/httpserver.h"
#include "center/periodic.h"
#include "center/privatefile.h"
#include "center/requestwatch.h"
#include "domain/systemclock.h"

#include <QCborArray>
#include <QCommandLineParser>
#include <QLockFile>
#include <QSaveFile>

#include <cstdio>
#include <optional>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPem = 64 * 1024;

constexpr qsizetype kMostListen = 8;
constexpr std::chrono::hours kSweepEvery{6};
constexpr std::chrono::seconds kNewsEvery{1};

void serveOptions(QCommandLineParser& parser)
{
    parser.addOption({u"listen"_s,
                      u"address:port for windows (TLS; port 0 lets the system choose), or unix:/path for a "
                      u"reverse proxy of this machine. May be given several times."_s,
                      u"where"_s, u"127.0.0.1:8443"_s});
    parser.addOption({u"port-file"_s,
                      u"File the port (0 when only a socket is listened on) is written to once the server "
                      u"listens."_s,
                      u"file"_s});
    // A window sends its next batch when the answer to the last one is in, and its materials two at a time:
    // the defaults are several times what the busiest asks. They are there for a program gone wild, which
    // would otherwise take the one database from the other windows.
    parser.addOption({u"limit-device"_s, u"Requests a second, and at once, one device may make; or off."_s,
                      u"rate:burst"_s, u"500:5000"_s});
    parser.addOption({u"limit-address"_s, u"The same for callers without a device, by address."_s,
                      u"rate:burst"_s, u"50:1000"_s});
    parser.addOption({u"free-floor"_s, u"MiB of the disk that materials leave free."_s, u"MiB"_s, u"256"_s});
    parser.addOption(
        {u"log"_s, u"requests: one line a request on stderr, without personal data."_s, u"what"_s});
}

Result<RateLimits> rateLimits(const QCommandLineParser& parser)
{
    const auto device = readRate(parser.value(u"limit-device"_s), u"--limit-device"_s);
    const auto address = readRate(parser.value(u"limit-address"_s), u"--limit-address"_s);
    if (!device || !address)
        return tl::unexpected(device ? address.error() : device.error());
    return RateLimits{*device, *address};
}

Result<UploadLimits> uploadLimits(const QCommandLineParser& parser)
{
    bool isNumber = false;
    UploadLimits limits;
    limits.freeFloor = qint64(parser.value(u"free-floor"_s).toUInt(&isNumber)) << 20;
    if (!isNumber)
        return fail(ErrorCode::InvalidInput, u"not a number of MiB"_s, u"--free-floor"_s);
    return limits;
}

void sweep(BlobSweep& blobs)
{
    // What it could not do now it does the next time.
    if (const auto swept = blobs.run(); !swept)
        qWarning("blobs could not be swept: %s", domain::errorName(swept.error().code).data());
}

Result<RequestWatch::WriteLine> requestLog(const QCommandLineParser& parser)
{
    const QString what = parser.value(u"log"_s);
    if (what.isEmpty())
        return RequestWatch::WriteLine();
    if (what != u"requests"_s)
        return fail(ErrorCode::InvalidInput, u"only requests can be logged"_s, u"--log"_s);
    // One call a line: the C library keeps two threads' lines apart.
    return RequestWatch::WriteLine([](const QByteArray& line) {
        const QByteArray whole = line + '\n';
        std::fputs(whole.constData(), stderr);
    });
}

Result<HttpServerOptions> serverOptions(const QCommandLineParser& parser, const Centre& centre)
{
    HttpServerOptions options;
    const QStringList all = parser.values(u"listen"_s);
    if (all.size() > kMostListen)
        return fail(ErrorCode::InvalidInput, u"at most eight addresses"_s, u"--listen"_s);
    for (const QString& text : all) {
        const auto address = readListenAddress(text);
        if (!address)
            return tl::unexpected(address.error());
        options.listen.push_back(*address);
    }
    const auto chain = readWholeFile(centre.paths.serverCertificate, kMaxPem);
    const auto key = readWholeFile(centre.paths.serverKey, kMaxPem);
    if (!chain || !key)
        return tl::unexpected(chain ? key.error() : chain.error());
    options.certificateChain = *chain;
    options.privateKey = *key;
    options.clientAuthority = centre.authority.certificatePem();
    options.maxBlob = Api::kMaxBlob;
    return options;
}

/// The first address with a port, which is what a script waits for, and the first socket.
QCborMap listening(const std::vector<ListenAddress>& where, const std::vector<quint16>& ports)
{
    QCborMap map;
    for (size_t i = 0; i < where.size(); ++i) {
        if (where[i].isSocket() && !map.contains(u"socket"_s)) {
            map.insert(u"socket"_s, where[i].socketPath);
        } else if (!where[i].isSocket() && !map.contains(u"port"_s)) {
            map.insert(u"address"_s, where[i].host);
            map.insert(u"port"_s, ports[i]);
        }
    }
    return map;
}

Result<void> writePort(const QString& path, qint64 port)
{
    if (path.isEmpty())
        return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(port) + '\n') < 0 || !file.commit())
        return fail(ErrorCode::InvalidInput, file.errorString(), u"--port-file"_s);
    return {};
}

/// Before anybody is served, and only after a step of the schema is there anything to do.
Result<void> refreshBefore(const CentrePaths& paths, const Vault& vault, const GuideJudge& guides)
{
    const auto store = openStore(paths);
    const auto done = store ? refreshCases(**store, vault, guides) : tl::unexpected(store.error());
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> serve(const QCommandLineParser& parser, const Say& say)
{
    const auto folder = needed(parser, u"data"_s);
    const auto centre = folder ? openCentre(*folder) : tl::unexpected(folder.error());
    const auto options = centre ? serverOptions(parser, **centre) : tl::unexpected(centre.error());
    if (!options)
        return tl::unexpected(options.error());
    const auto limits = rateLimits(parser);
    const auto log = limits ? requestLog(parser) : tl::unexpected(limits.error());
    if (!log)
        return tl::unexpected(log.error());
    // Two servers on one folder would clear each other's blobs on their way in.
    QLockFile lock((*centre)->paths.folder + u"/serve.lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock())
        return fail(ErrorCode::AlreadyOpen, u"another server runs on this folder"_s, *folder);
    const auto blobs = BlobStore::open((*centre)->paths.blobs, (*centre)->vault);
    if (!blobs)
        return tl::unexpected(blobs.error());
    auto database = DatabaseThread::start([paths = (*centre)->paths] { return openStore(paths); });
    if (!database)
        return tl::unexpected(database.error());
    const auto guides = GuideJudge::make((*centre)->vault.provider());
    if (!guides)
        return tl::unexpected(guides.error());
    if (auto refreshed = refreshBefore((*centre)->paths, (*centre)->vault, **guides); !refreshed)
        return refreshed;
    const domain::SystemClock clock;
    const auto uploads = uploadLimits(parser).and_then([&](const UploadLimits& bounds) {
        return Uploads::open((*centre)->paths.blobs + u"/partial"_s, (*centre)->vault, bounds);
    });
    if (!uploads)
        return tl::unexpected(uploads.error());
    EntryIntake intake((*centre)->vault, (*centre)->keys, **guides);
    const OwnCases access;
    Metrics metrics(Api::routeNames());
    FeedWaiters waiters;
    intake.onNew = [&waiters](const QStringList& topics) { waiters.wakeUp(topics); };
    Api api({**database, (*centre)->vault, (*centre)->authority, (*centre)->keys, *blobs, **uploads, access,
             intake, clock, metrics, waiters, *limits});
    RequestWatch watch(metrics, *log);
    HttpServer server(*options, api, watch);
    const auto ports = server.start();
    if (!ports)
        return tl::unexpected(ports.error());
    const QCborMap where = listening(options->listen, *ports);
    const qint64 port = where.value(u"port"_s).toInteger();
    if (auto written = writePort(parser.value(u"port-file"_s), port); !written)
        return written;
    say(where);
    BlobSweep blobSweep(**uploads, *blobs, **database, clock);
    std::optional<Periodic> sweeping(std::in_place, kSweepEvery, [&blobSweep] { sweep(blobSweep); });
    FeedNews news(**database, waiters, clock);
    std::optional<Periodic> asking(std::in_place, kNewsEvery, [&news] { news.tick(); });
    server.run();
    asking.reset();
    sweeping.reset();
    // What is queued still answers into the server's connections, so it ends first.
    database->reset();
    return {};
}

/// One case as an outside script counts it.
Result<QCborMap> exportedCase(Store& store, const CaseRow& row)
{
    const auto entries = store.entriesOf(row.number);
    if (!entries)
        return tl::unexpected(entries.error());
    QCborArray list;
    qint64 complete = 0;
    qint64 missing = 0;
    for (const EntryRow& entry : *entries) {
        const record::EntryHeader& header = entry.entry.header;
        for (const record::BlobRef& ref : header.blobs) {
            const auto blob = store.blob(ref.id);
            if (!blob)
                return tl::unexpected(blob.error());
            ++(*blob ? complete : missing);
        }
        QCborMap map{{u"id"_s, header.id},
                     {u"device"_s, header.device},
                     {u"seq"_s, header.seq},
                     {u"kind"_s, header.kind},
                     {u"order"_s, entry.order},
                     {u"outcome"_s, outcomeKey(entry.verdict.outcome)},
                     {u"flags"_s, entry.verdict.flags.join(u' ')}};
        if (!entry.verdict.reason.isEmpty())
            map.insert(u"reason"_s, entry.verdict.reason);
        list.append(map);
    }
    const auto tasks = store.tasksOf(row.number);
    if (!tasks)
        return tl::unexpected(tasks.error());
    const auto open = std::count_if(tasks->begin(), tasks->end(),
                                    [](const TaskRow& task) { return task.doneBy.isEmpty(); });
    return QCborMap{{u"number"_s, row.number},
                    {u"state"_s, QString(domain::stateKey(row.state))},
                    {u"entries"_s, list},
                    {u"open_tasks"_s, qint64(open)},
                    {u"blobs_complete"_s, complete},
                    {u"blobs_missing"_s, missing}};
}

void exportOptions(QCommandLineParser&) {}

Result<void> exportCases(const QCommandLineParser& parser, const Say& say)
{
    const auto folder = needed(parser, u"data"_s);
    const auto store = folder ? openStore(CentrePaths(*folder)) : tl::unexpected(folder.error());
    if (!store)
        return tl::unexpected(store.error());
    // In one transaction, so that the lines are of one moment.
    return (*store)->inTransaction([&] {
        return (*store)->eachCase([&](const CaseRow& row) -> Result<void> {
            const auto map = exportedCase(**store, row);
            if (!map)
                return tl::unexpected(map.error());
            say(*map);
            return {};
        });
    });
}

} // namespace

std::vector<Command> serveCommands()
{
    return {
        {{u"serve"_s}, u"Serves windows until SIGTERM."_s, serveOptions, serve},
        {{u"export"_s},
         u"Writes every case with its entries and outcomes, one a line."_s,
         exportOptions,
         exportCases},
    };
}

} // namespace ow::center
