// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobstore.h"
#include "center/databasethread.h"
#include "center/uploads.h"
#include "domain/clock.h"

namespace ow::center {

/// Takes away what nobody will come back for: uploads untouched for fourteen days, and blob files that have
/// no row a day after they were written (a crash stood between the two). Slow; on a thread that has time.
class BlobSweep
{
public:
    static constexpr qint64 kOrphanAgeMs = 24LL * 3600 * 1000;

    struct Swept
    {
        int uploads = 0;
        int orphans = 0;
    };

    /// All outlive this.
    BlobSweep(Uploads& uploads, const BlobStore& blobs, DatabaseThread& database, const domain::Clock& clock);

    /// Errors are the database's; what was found before is swept all the same.
    domain::Result<Swept> run();

private:
    [[nodiscard]] domain::Result<int> removeOrphans(const QStringList& ids) const;

    Uploads& m_uploads;
    const BlobStore& m_blobs;
    DatabaseThread& m_database;
    const domain::Clock& m_clock;
};

} // namespace ow::center
