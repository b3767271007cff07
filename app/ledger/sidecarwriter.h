// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/sidecarfile.h"

namespace ow::ledger {

/// The one file of a sidecar journal and what is done to it. Every call may take as long as the disk or the
/// share behind it wants: it lives on the lane's thread (Sidecar). After an error the file is closed, and
/// look() begins again. Errors: NotFound when the folder is not there, DatabaseFull for a full disk or the
/// bound, else DatabaseFailed.
class SidecarWriter
{
public:
    SidecarWriter(QString file, QString device, qint64 maxBytes);
    SidecarWriter(const SidecarWriter&) = delete;
    SidecarWriter& operator=(const SidecarWriter&) = delete;
    ~SidecarWriter();

    /// What is there; an empty extent when there is no file yet. Changes nothing.
    [[nodiscard]] domain::Result<SidecarExtent> look();
    /// An empty journal in place of whatever is there.
    [[nodiscard]] domain::Result<void> begin();
    /// Goes on behind the last good frame look() has found; a torn end is cut off.
    [[nodiscard]] domain::Result<void> follow();
    /// Written, not yet synced. `seq` continues the file.
    [[nodiscard]] domain::Result<void> append(qint64 seq, const QByteArray& frame);
    [[nodiscard]] domain::Result<void> sync();
    /// Writes the file anew without the entries up to `seq`.
    [[nodiscard]] domain::Result<void> dropUpTo(qint64 seq);

    [[nodiscard]] qint64 firstSeq() const { return m_extent.firstSeq; }

    [[nodiscard]] qint64 lastSeq() const { return m_extent.lastSeq; }

    [[nodiscard]] qint64 bytes() const { return m_extent.goodBytes; }

    /// Bytes of the entries up to `seq`.
    [[nodiscard]] qint64 bytesUpTo(qint64 seq) const;

private:
    [[nodiscard]] domain::Result<void> openAt(qint64 end);
    [[nodiscard]] domain::Result<void> writeAll(int descriptor, QByteArrayView bytes) const;
    [[nodiscard]] domain::Result<void> replaceBy(qint64 keepFrom);
    [[nodiscard]] domain::Result<void> copyTail(int to, qint64 from) const;
    domain::Result<void> failed(domain::Error error);
    void close();

    QString m_file;
    QString m_device;
    qint64 m_maxBytes;
    int m_descriptor = -1;
    SidecarExtent m_extent; ///< of the open file; `end` and `lastSeal` are not kept up
};

} // namespace ow::ledger
