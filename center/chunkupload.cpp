// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/chunkupload.h"

#include <utility>

namespace ow::center {

using domain::ErrorCode;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBusyMs = 2000;
constexpr qint64 kNoSpaceMs = 60'000;

} // namespace

Response uploadResponse(int status, const UploadState& state, const UploadLimits& limits)
{
    Response response{status, {}, {}, {}};
    response.headers = {{"Upload-Offset", QByteArray::number(state.offset)},
                        {"Upload-Length", QByteArray::number(state.length)},
                        {"Upload-Complete", "?0"},
                        {"Upload-Limit", "min-append-size=" + QByteArray::number(limits.minChunk) +
                                             ", max-append-size=" + QByteArray::number(limits.maxChunk) +
                                             ", max-size=" + QByteArray::number(limits.whole) +
                                             ", max-age=" + QByteArray::number(limits.maxAgeMs / 1000)}};
    return response;
}

Response wholeResponse()
{
    return {204, {}, {}, {{"Upload-Complete", "?1"}}};
}

Response uploadProblem(const Problem& problem)
{
    Response response = toResponse(problem);
    const QCborValue offset = problem.extra.value(u"upload_offset"_s);
    if (offset.isInteger())
        response.headers.emplace_back("Upload-Offset", QByteArray::number(offset.toInteger()));
    return response;
}

UploadMaking::UploadMaking(Uploads& uploads, UploadHead head, UploadTicket ticket)
    : m_uploads(uploads)
    , m_head(std::move(head))
    , m_ticket(std::move(ticket))
{
}

bool UploadMaking::write(std::span<const char> piece)
{
    m_hasContent = m_hasContent || !piece.empty(); // content comes by PATCH
    return !m_hasContent;
}

void UploadMaking::finish(Respond respond)
{
    const auto made =
        m_hasContent ? malformed(u"an upload is made without content"_s) : m_uploads.make(m_head);
    respond(made ? uploadResponse(made->isNew ? 201 : 200, *made, m_uploads.limits())
                 : uploadProblem(made.error()));
}

ChunkUpload::ChunkUpload(const UploadParts& parts, Uploads& uploads, std::unique_ptr<UploadClaim> claim,
                         QByteArray chunkSm3, UploadTicket ticket)
    : m_parts(parts)
    , m_uploads(uploads)
    , m_claim(std::move(claim))
    , m_digest(parts.vault.provider().sm3Digest())
    , m_chunkSm3(std::move(chunkSm3))
    , m_ticket(std::move(ticket))
{
}

void ChunkUpload::attach(const std::function<void()>& close)
{
    m_claim->onOvertaken(close);
}

bool ChunkUpload::write(std::span<const char> piece)
{
    const QByteArrayView bytes(piece.data(), static_cast<qsizetype>(piece.size()));
    if (bytes.isEmpty())
        return true;
    m_digest->add(bytes);
    m_written = m_claim->append(bytes);
    return m_written.has_value();
}

Response ChunkUpload::refusal(const domain::Error& error) const
{
    const UploadHead& head = m_claim->head();
    if (error.code == ErrorCode::DatabaseFull)
        return toResponse({507, "no_space"_L1, {}, {}, true, kNoSpaceMs, {}});
    if (error.code != ErrorCode::Cancelled)
        return toResponse(problemOf(error));
    // Overtaken by a newer request, or ended by it: what is true now.
    if (const auto now = m_uploads.find(head.device, head.blob))
        return uploadProblem(offsetMismatch(now->offset));
    return toResponse({404, "not_found"_L1, {}, {}, false, 0, {}});
}

void ChunkUpload::finish(Respond respond)
{
    if (m_written && !record::equalBytes(m_digest->finish(), m_chunkSm3)) {
        m_claim->rollBack();
        respond(toResponse({422, "chunk_mismatch"_L1, {}, u"X-Content-SM3"_s, true, 0, {}}));
        return;
    }
    if (m_written)
        m_written = m_claim->commit(m_parts.clock.utcMs());
    if (!m_written) {
        m_claim->rollBack();
        respond(refusal(m_written.error()));
        return;
    }
    const UploadState state = m_claim->state();
    if (state.offset == state.length)
        complete(respond);
    else
        respond(uploadResponse(204, state, m_uploads.limits()));
}

/// From the pieces on the disk to a sealed blob beside the others, one piece in memory.
Result<std::shared_ptr<IncomingBlob>> ChunkUpload::assemble() const
{
    auto begun = m_parts.blobs.begin(m_claim->head().blob);
    if (!begun)
        return tl::unexpected(begun.error());
    std::shared_ptr<IncomingBlob> whole = std::move(*begun);
    auto done = m_claim->read([&whole](const QByteArray& piece) {
        return whole->add(std::span<const char>(piece.constData(), static_cast<size_t>(piece.size())));
    });
    if (done)
        done = whole->complete();
    if (!done)
        return tl::unexpected(done.error());
    return whole;
}

void ChunkUpload::complete(const Respond& respond)
{
    const UploadHead& head = m_claim->head();
    auto whole = assemble();
    // Pieces that no longer open are as good as another content.
    const bool broken = !whole && whole.error().code == ErrorCode::SealBroken;
    if (whole ? !record::equalBytes((*whole)->sm3(), head.sm3) : broken) {
        m_uploads.remove(head.device, head.blob);
        whole = std::shared_ptr<IncomingBlob>();
        respond(toResponse({422, "hash_mismatch"_L1, {}, u"X-Content-SM3"_s, true, 0, {}}));
    } else if (!whole) {
        respond(refusal(whole.error()));
    } else {
        keep(std::move(*whole), respond);
    }
}

void ChunkUpload::keep(std::shared_ptr<IncomingBlob> whole, const Respond& respond)
{
    const UploadHead& head = m_claim->head();
    const bool queued = m_parts.database.post(
        [parts = m_parts, &uploads = m_uploads, whole, device = head.device, respond](Store& store) mutable {
            const Response kept = keepBlob(parts, store, *whole, device);
            // Kept, or never to be kept: under its id stands another content.
            if (kept.status == 204 || kept.status == 409)
                uploads.remove(device, whole->id());
            whole.reset();
            respond(kept.status == 204 ? wholeResponse() : kept);
        });
    // The upload stays, whole: an empty chunk at its end asks again.
    if (!queued)
        respond(toResponse({503, "busy"_L1, {}, {}, true, kBusyMs, {}}));
}

} // namespace ow::center
