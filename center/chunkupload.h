// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobupload.h"
#include "center/uploads.h"

#include <memory>

namespace ow::center {

/// What resumable uploads say in headers: Upload-Offset, Upload-Length, Upload-Complete, Upload-Limit.
[[nodiscard]] Response uploadResponse(int status, const UploadState& state, const UploadLimits& limits);
/// The blob is whole.
[[nodiscard]] Response wholeResponse();
/// With Upload-Offset where the problem names one.
[[nodiscard]] Response uploadProblem(const Problem& problem);

/// POST /v1/blobs with Upload-Length: makes an upload, on the pool for the disk.
class UploadMaking final : public BodySink
{
public:
    UploadMaking(Uploads& uploads, UploadHead head, UploadTicket ticket);

    bool write(std::span<const char> piece) override;
    void finish(Respond respond) override;

private:
    Uploads& m_uploads;
    UploadHead m_head;
    UploadTicket m_ticket;
    bool m_hasContent = false;
};

/// PATCH /v1/blobs/{id}: one chunk on its way to the disk. Taken only when its hash is right and it is
/// synced; with the last one the whole is read back from the disk, hashed again and becomes a blob.
class ChunkUpload final : public BodySink
{
public:
    ChunkUpload(const UploadParts& parts, Uploads& uploads, std::unique_ptr<UploadClaim> claim,
                QByteArray chunkSm3, UploadTicket ticket);

    void attach(const std::function<void()>& close) override;
    bool write(std::span<const char> piece) override;
    void finish(Respond respond) override;

private:
    [[nodiscard]] Response refusal(const domain::Error& error) const;
    [[nodiscard]] domain::Result<std::shared_ptr<IncomingBlob>> assemble() const;
    void complete(const Respond& respond);
    void keep(std::shared_ptr<IncomingBlob> whole, const Respond& respond);

    UploadParts m_parts;
    Uploads& m_uploads;
    std::unique_ptr<UploadClaim> m_claim;
    std::unique_ptr<record::Digest> m_digest;
    QByteArray m_chunkSm3;
    UploadTicket m_ticket;
    domain::Result<void> m_written;
};

} // namespace ow::center
