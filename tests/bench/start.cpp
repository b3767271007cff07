// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/profile.h"
#include "desk/workplace.h"
#include "domain/systemclock.h"
#include "record/crypto.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

namespace ow::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 120'000;

struct Seen
{
    double painted = 0; ///< ms after the start
    double named = 0;   ///< ms after the sign-in
    double resident = 0;
};

double nowNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

Seen startOnce(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const double start = nowNs();
    process.start(QDir(QCoreApplication::applicationDirPath()).filePath(program), arguments);
    if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0) {
        giveUp({domain::ErrorCode::Internal, program + u" did not end well"_s, {}});
    }
    const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const auto member = [&told](const QString& name) { return told.value(name).toDouble(); };
    return {(member(u"painted"_s) - start) / 1e6, (member(u"named"_s) - member(u"signedIn"_s)) / 1e6,
            member(u"resident"_s) / 1024};
}

/// Where the client looks for the profile of its window.
ledger::LedgerOptions placesIn(const QString& folder)
{
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options;
    options.folder = folder;
    options.mirrorFolder = QDir(folder).filePath(u"mirror"_s);
    options.machineId = Profile::kMachine;
    options.clock = &clock;
    options.crypto = crypto.get();
    const desk::Workplace workplace(options);
    return workplace.ledgerOptions(desk::Profile::Window);
}

std::vector<double> column(const std::vector<Seen>& all, double Seen::*member)
{
    std::vector<double> values;
    for (const Seen& seen : all) {
        values.push_back(seen.*member);
    }
    return values;
}

} // namespace

Figures measureStart(const Sizes& sizes)
{
    const QTemporaryDir folder;
    const ledger::LedgerOptions places = placesIn(folder.path());
    {
        Profile profile(places.folder, places.mirrorFolder);
        const auto ledger = profile.create();
        profile.fill(*ledger, sizes.cases);
        demand(ledger->close());
    }
    const QStringList arguments{u"--desk"_s, folder.path(), QString::number(sizes.cases)};
    std::vector<Seen> ours;
    std::vector<Seen> empty;
    // One of each first: what the disk gives the first time is no property of the program.
    for (int run = sizes.quick ? 0 : -1; run < sizes.runs; ++run) {
        const Seen window = startOnce(u"ow_bench_window"_s, {});
        const Seen desk = startOnce(u"ow_bench"_s, arguments);
        if (run >= 0) {
            empty.push_back(window);
            ours.push_back(desk);
        }
    }
    const QString with = u" with %1 cases"_s.arg(sizes.cases);
    const auto middle = [](const std::vector<Seen>& all, double Seen::*member) {
        return median(column(all, member));
    };
    return {{u"process start to painted sign-in"_s + with,
             u"ms"_s,
             middle(ours, &Seen::painted),
             middle(empty, &Seen::painted),
             u"an empty QMainWindow"_s,
             {Budget::Kind::AtMostOver, 150}},
            {u"names searchable after sign-in"_s + with,
             u"ms"_s,
             middle(ours, &Seen::named),
             std::nullopt,
             {},
             {Budget::Kind::AtMost, 2000}},
            {u"resident memory at rest, signed in"_s + with,
             u"MB"_s,
             middle(ours, &Seen::resident),
             middle(empty, &Seen::resident),
             u"an empty QMainWindow"_s,
             {Budget::Kind::AtMost, 150}}};
}

} // namespace ow::bench
