// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobstore.h"
#include "center/databasethread.h"
#include "center/http.h"
#include "center/problem.h"
#include "domain/clock.h"

#include <atomic>
#include <optional>

namespace ow::center {

/// One of a bounded number of uploads; given back when it is destroyed.
class UploadTicket
{
public:
    [[nodiscard]] static std::optional<UploadTicket> take(std::shared_ptr<std::atomic<int>> count, int most);
    UploadTicket(UploadTicket&&) noexcept = default;
    UploadTicket& operator=(UploadTicket&&) = delete;
    ~UploadTicket();

private:
    explicit UploadTicket(std::shared_ptr<std::atomic<int>> count);
    std::shared_ptr<std::atomic<int>> m_count;
};

struct UploadParts
{
    DatabaseThread& database;
    const Vault& vault;
    const BlobStore& blobs;
    const domain::Clock& clock;
};

/// Names a complete blob and writes it down; on the database's thread. 204, or 409 blob_conflict when another
/// content stands under its id.
[[nodiscard]] Response keepBlob(const UploadParts& parts, Store& store, IncomingBlob& blob,
                                const QString& device);

/// The body of POST /v1/blobs on its way to the disk. Verified against the hash the caller sent, then named
/// and written down by the database's thread, so that two uploads of one id cannot overtake each other.
class BlobUpload final : public BodySink
{
public:
    BlobUpload(const UploadParts& parts, std::unique_ptr<IncomingBlob> incoming, QByteArray expectedSm3,
               QString device, UploadTicket ticket);

    bool write(std::span<const char> piece) override;
    void finish(Respond respond) override;

private:
    UploadParts m_parts;
    std::shared_ptr<IncomingBlob> m_incoming;
    QByteArray m_expectedSm3;
    QString m_device;
    UploadTicket m_ticket;
    domain::Result<void> m_written;
};

} // namespace ow::center
