// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/barereplay.h"
#include "bench/benches.h"
#include "bench/profile.h"

#include <QFile>
#include <QTemporaryDir>

namespace ow::bench {

using namespace Qt::StringLiterals;

Figures measureAccept(const Sizes& sizes)
{
    const QTemporaryDir folder;
    Profile profile(folder.filePath(u"profile"_s), folder.filePath(u"outside"_s));
    const QString before = folder.filePath(u"before.db"_s);
    {
        const auto ledger = profile.create();
        profile.fill(*ledger, 80); // no first case of an empty ledger
        demand(ledger->close());
    }
    if (!QFile::copy(profile.database(), before)) {
        giveUp({domain::ErrorCode::Internal, u"the database cannot be copied"_s, {}});
    }
    std::vector<double> ours;
    {
        const auto ledger = profile.open();
        for (int i = 0; i < sizes.accepts; ++i) {
            profile.clock.advance(60'000);
            const auto acts = Profile::acceptance(80 + i);
            ours.push_back(timed([&] { static_cast<void>(demand(ledger->append(acts))); }));
        }
        demand(ledger->close());
    }
    const auto bare = replayBare(before, profile.database(), sizes.accepts);
    return {{u"accept of a case, durable (receive + accept, 2 entries), median"_s,
             u"ms"_s,
             median(ours),
             median(bare),
             u"the same rows by bare SQLite, WAL, synchronous=FULL"_s,
             {Budget::Kind::AtMostTimes, 2}},
            {u"accept of a case, durable, p95"_s,
             u"ms"_s,
             percentile(ours, 0.95),
             percentile(bare, 0.95),
             u"the same"_s,
             {}}};
}

} // namespace ow::bench
