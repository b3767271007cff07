// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobupload.h"
#include "center/byterange.h"
#include "center/caseaccess.h"

namespace ow::center {

/// Whether an accepted or conflicting entry of the case names the blob and the caller may see the case. The
/// database's thread.
[[nodiscard]] domain::Result<bool> mayReadBlob(Store& store, const CaseAccess& access,
                                               const DeviceRow& device, const QString& caseNumber,
                                               const QString& blob);

/// The opened content of a blob, or a part of it, segment by segment.
class BlobDownload final : public BodySource
{
public:
    BlobDownload(BlobContent content, const ByteRange& part, UploadTicket ticket);

    [[nodiscard]] qint64 size() const override { return m_part.size(); }

    [[nodiscard]] QByteArray read() override;

private:
    BlobContent m_content;
    ByteRange m_part;
    qint64 m_next;
    UploadTicket m_ticket;
};

/// 200, 206 or 416, with the content behind it.
[[nodiscard]] Response blobResponse(const QString& id, BlobContent content, const RequestHead& head,
                                    UploadTicket ticket);

} // namespace ow::center
