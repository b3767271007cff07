// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/blobupload.h"

#include <utility>

namespace ow::center {

using namespace Qt::StringLiterals;

UploadTicket::UploadTicket(std::shared_ptr<std::atomic<int>> count)
    : m_count(std::move(count))
{
}

UploadTicket::~UploadTicket()
{
    if (m_count)
        m_count->fetch_sub(1);
}

std::optional<UploadTicket> UploadTicket::take(std::shared_ptr<std::atomic<int>> count, int most)
{
    UploadTicket ticket(std::move(count));
    if (ticket.m_count->fetch_add(1) >= most)
        return std::nullopt;
    return ticket;
}

BlobUpload::BlobUpload(const UploadParts& parts, std::unique_ptr<IncomingBlob> incoming,
                       QByteArray expectedSm3, QString device, UploadTicket ticket)
    : m_parts(parts)
    , m_incoming(std::move(incoming))
    , m_expectedSm3(std::move(expectedSm3))
    , m_device(std::move(device))
    , m_ticket(std::move(ticket))
{
}

bool BlobUpload::write(std::span<const char> piece)
{
    m_written = m_incoming->add(piece);
    return m_written.has_value();
}

void BlobUpload::finish(Respond respond)
{
    // Whatever the answer says, what is not kept is gone before it is given.
    std::shared_ptr<IncomingBlob> blob = std::move(m_incoming);
    if (m_written)
        m_written = blob->complete();
    const bool isTrue = m_written && record::equalBytes(blob->sm3(), m_expectedSm3);
    if (!isTrue) {
        blob.reset();
        respond(m_written ? toResponse({422, "hash_mismatch"_L1, {}, u"X-Content-SM3"_s, true, 0, {}})
                          : toResponse(problemOf(m_written.error())));
        return;
    }
    const bool queued = m_parts.database.post(
        [parts = m_parts, blob = std::exchange(blob, {}), device = m_device, respond](Store& store) mutable {
            Response response = keepBlob(parts, store, *blob, device);
            blob.reset();
            respond(std::move(response));
        });
    // Refused by a full queue, the job and with it the blob are gone already.
    if (!queued)
        respond(toResponse({503, "busy"_L1, {}, {}, true, 2000, {}}));
}

Response keepBlob(const UploadParts& parts, Store& store, IncomingBlob& blob, const QString& device)
{
    const auto naming = parts.blobs.naming();
    const QByteArray contentMac = parts.vault.mac("blob", blob.sm3());
    const auto stored = store.blob(blob.id());
    if (!stored)
        return toResponse(problemOf(stored.error()));
    if (*stored) {
        if ((*stored)->contentMac != contentMac)
            return toResponse({409, "blob_conflict"_L1, {}, u"X-Blob-Id"_s, false, 0, {}});
        return {204, {}, {}, {}};
    }
    auto done = parts.blobs.keep(blob);
    if (done)
        done = store.inTransaction([&] {
            return store.addBlob({blob.id(), blob.size(), contentMac, device, parts.clock.utcMs()});
        });
    return done ? Response{204, {}, {}, {}} : toResponse(problemOf(done.error()));
}

} // namespace ow::center
