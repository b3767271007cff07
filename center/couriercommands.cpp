// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/commands.h"
#include "center/courierintake.h"
#include "center/guidejudge.h"
#include "center/opened.h"
#include "domain/systemclock.h"

#include <QCommandLineParser>
#include <QLockFile>
#include <QSaveFile>

#include <optional>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

void importOptions(QCommandLineParser& parser)
{
    parser.addOption({u"in"_s, u"File a window has exported for the courier."_s, u"file"_s});
    parser.addOption({u"answer"_s, u"File the answer for the window is written to."_s, u"file"_s});
}

Result<void> writeAnswer(const QString& path, const Opened& opened, const record::CourierAnswer& answer)
{
    const Centre& centre = *opened.centre;
    const auto bytes = record::writeCourierAnswer(centre.vault.provider(), centre.keys.signingKey, answer);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(ErrorCode::InvalidInput, file.errorString(), u"--answer"_s);
    return {};
}

Result<void> courierImport(const QCommandLineParser& parser, const Say& say)
{
    const auto in = needed(parser, u"in"_s);
    const auto out = in ? needed(parser, u"answer"_s) : in;
    const auto opened = out ? openData(parser) : tl::unexpected(out.error());
    if (!opened)
        return tl::unexpected(opened.error());
    const Centre& centre = *opened->centre;
    const auto guides = GuideJudge::make(centre.vault.provider());
    if (!guides)
        return tl::unexpected(guides.error());
    EntryIntake entries(centre.vault, centre.keys, **guides);
    CourierIntake courier(*opened, entries);
    if (auto read = courier.read(*in); !read)
        return read;
    // Who opens the folder of materials clears what is on its way into it, which would be a server's.
    QLockFile lock(centre.paths.folder + u"/serve.lock"_s);
    lock.setStaleLockTime(0);
    std::optional<BlobStore> blobs;
    if (courier.hasMaterials()) {
        if (!lock.tryLock())
            return fail(ErrorCode::AlreadyOpen,
                        u"stop the server while materials are read in, or export without them"_s, *in);
        auto store = BlobStore::open(centre.paths.blobs, centre.vault);
        if (!store)
            return tl::unexpected(store.error());
        blobs = std::move(*store);
    }
    const domain::SystemClock clock;
    const auto answer = courier.take(blobs ? &*blobs : nullptr, clock.utcMs());
    if (!answer)
        return tl::unexpected(answer.error());
    if (auto written = writeAnswer(*out, *opened, *answer); !written)
        return written;
    say({{u"device"_s, answer->head.device},
         {u"first"_s, answer->head.first},
         {u"last"_s, answer->head.last},
         {u"entries"_s, courier.entries()},
         {u"materials"_s, courier.materials()}});
    return {};
}

} // namespace

std::vector<Command> courierCommands()
{
    return {{{u"courier"_s, u"import"_s},
             u"Takes in what a window without a line has exported, and writes the answer for it."_s,
             importOptions,
             courierImport}};
}

} // namespace ow::center
