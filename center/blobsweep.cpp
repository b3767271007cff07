// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/blobsweep.h"

#include <QFile>

#include <future>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

Result<int> removeUnknown(Store& store, const BlobStore& blobs, const QStringList& ids)
{
    int removed = 0;
    const auto naming = blobs.naming();
    for (const QString& id : ids) {
        const auto row = store.blob(id);
        if (!row)
            return tl::unexpected(row.error());
        if (!*row && QFile::remove(blobs.path(id)))
            ++removed;
    }
    return removed;
}

} // namespace

BlobSweep::BlobSweep(Uploads& uploads, const BlobStore& blobs, DatabaseThread& database,
                     const domain::Clock& clock)
    : m_uploads(uploads)
    , m_blobs(blobs)
    , m_database(database)
    , m_clock(clock)
{
}

Result<BlobSweep::Swept> BlobSweep::run()
{
    const qint64 now = m_clock.utcMs();
    Swept swept;
    swept.uploads = m_uploads.sweep(now);
    const auto done = m_blobs.eachOlder(now - kOrphanAgeMs, [&](const QStringList& ids) -> Result<void> {
        const auto removed = removeOrphans(ids);
        if (!removed)
            return tl::unexpected(removed.error());
        swept.orphans += *removed;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return swept;
}

Result<int> BlobSweep::removeOrphans(const QStringList& ids) const
{
    auto answer = std::make_shared<std::promise<Result<int>>>();
    auto waiting = answer->get_future();
    const bool queued = m_database.post([answer, &blobs = m_blobs, ids](Store& store) {
        answer->set_value(removeUnknown(store, blobs, ids));
    });
    // Busy now is no fault: the next run finds them again.
    if (!queued)
        return fail(ErrorCode::CentreBusy, u"the database has no time"_s);
    return waiting.get();
}

} // namespace ow::center
