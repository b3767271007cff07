// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of blobs: whole, in chunks, and back.
#include "center/api.h"
#include "center/blobdownload.h"
#include "center/chunkupload.h"

#include <QUrlQuery>

namespace ow::center {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBusyMs = 2000;

Problem plain(int status, QLatin1StringView cls, QString detail = {}, QString field = {})
{
    return {status, cls, std::move(detail), std::move(field), false, 0, {}};
}

Problem busy()
{
    return {503, "busy"_L1, {}, {}, true, kBusyMs, {}};
}

Admission refused(Response response)
{
    return {nullptr, std::move(response), -1};
}

bool isDigest(const QByteArray& text)
{
    return BlobStore::isId(QString::fromLatin1(text));
}

Problem noDigest(const QString& field)
{
    return plain(400, "malformed"_L1, u"not 64 lower-case hex digits"_s, field);
}

QString caseOf(const RequestHead& head)
{
    return QUrlQuery(QString::fromLatin1(head.query)).queryItemValue(u"case"_s, QUrl::FullyDecoded);
}

/// Of a request with a body to be streamed, or of one that makes an upload: what its header alone says.
std::optional<Problem> faultOf(const RequestHead& head, const QString& id)
{
    if (!BlobStore::isId(id))
        return noDigest(u"X-Blob-Id"_s);
    if (!isDigest(head.contentSm3))
        return noDigest(u"X-Content-SM3"_s);
    if (head.method == "PATCH" && !readCount(head.uploadOffset))
        return plain(400, "malformed"_L1, u"not a count"_s, u"Upload-Offset"_s);
    const bool makes = head.method == "POST" && !head.uploadLength.isEmpty();
    if (makes && !readCount(head.uploadLength))
        return plain(400, "malformed"_L1, u"not a count"_s, u"Upload-Length"_s);
    if (makes && head.contentLength > 0)
        return plain(400, "malformed"_L1, u"an upload is made without content"_s, u"Content-Length"_s);
    if (!makes && head.contentLength < 0)
        return plain(411, "length_required"_L1);
    if (head.contentLength > Api::kMaxBlob)
        return plain(413, "too_large"_L1);
    return std::nullopt;
}

} // namespace

void Api::admitBlob(RequestHead head, QString id, const std::function<void(Admission)>& done)
{
    if (id.isEmpty())
        id = QString::fromLatin1(head.blobId);
    if (const auto fault = faultOf(head, id)) {
        done(refused(toResponse(*fault)));
        return;
    }
    auto kept = std::make_shared<RequestHead>(std::move(head));
    const bool queued =
        m_parts.database.post([this, kept, id, done](Store& store) { done(openUpload(store, *kept, id)); });
    if (!queued)
        done(refused(toResponse(busy())));
}

Admission Api::openUpload(Store& store, const RequestHead& head, const QString& id)
{
    const auto device = deviceOf(store, head);
    if (!device)
        return refused(toResponse(device.error()));
    auto ticket = UploadTicket::take(m_uploads, kMaxUploads);
    if (!ticket)
        return refused(toResponse(busy()));
    const UploadParts parts{m_parts.database, m_parts.vault, m_parts.blobs, m_parts.clock};
    const QByteArray sm3 = QByteArray::fromHex(head.contentSm3);
    if (head.method == "PATCH") {
        auto claim = m_parts.uploads.claim(device->id, id, readCount(head.uploadOffset).value_or(0),
                                           head.contentLength);
        if (!claim)
            return refused(uploadProblem(claim.error()));
        return {
            std::make_unique<ChunkUpload>(parts, m_parts.uploads, std::move(*claim), sm3, std::move(*ticket)),
            {},
            -1};
    }
    if (!head.uploadLength.isEmpty())
        return makeUpload(store, {device->id, id, readCount(head.uploadLength).value_or(0), sm3, 0},
                          std::move(*ticket));
    auto incoming = m_parts.blobs.begin(id);
    if (!incoming)
        return refused(toResponse(problemOf(incoming.error())));
    return {std::make_unique<BlobUpload>(parts, std::move(*incoming), sm3, device->id, std::move(*ticket)),
            {},
            -1};
}

Admission Api::makeUpload(Store& store, UploadHead head, UploadTicket ticket)
{
    const auto stored = store.blob(head.blob);
    if (!stored)
        return refused(toResponse(problemOf(stored.error())));
    if (*stored) {
        const bool same = (*stored)->contentMac == m_parts.vault.mac("blob", head.sm3);
        return refused(same ? wholeResponse()
                            : toResponse(plain(409, "blob_conflict"_L1, {}, u"X-Blob-Id"_s)));
    }
    head.madeAt = m_parts.clock.utcMs();
    return {std::make_unique<UploadMaking>(m_parts.uploads, std::move(head), std::move(ticket)), {}, -1};
}

Response Api::hasBlob(Call& call)
{
    const auto blob = call.store.blob(call.argument);
    if (!blob)
        return toResponse(problemOf(blob.error()));
    if (*blob) {
        const QString number = caseOf(call.request.head);
        const auto mine = (*blob)->device == call.device.id
                              ? domain::Result<bool>(true)
                              : mayReadBlob(call.store, m_parts.access, call.device, number, call.argument);
        if (!mine)
            return toResponse(problemOf(mine.error()));
        return *mine ? wholeResponse() : toResponse(plain(404, "not_found"_L1));
    }
    const auto upload = m_parts.uploads.find(call.device.id, call.argument);
    return upload ? uploadResponse(200, *upload, m_parts.uploads.limits())
                  : toResponse(plain(404, "not_found"_L1));
}

Response Api::getBlob(Call& call)
{
    const QString number = caseOf(call.request.head);
    if (number.isEmpty())
        return toResponse(plain(400, "malformed"_L1, u"a blob is read through a case"_s, u"case"_s));
    const auto may = mayReadBlob(call.store, m_parts.access, call.device, number, call.argument);
    const auto row = may ? call.store.blob(call.argument) : tl::unexpected(may.error());
    if (!row)
        return toResponse(problemOf(row.error()));
    // One answer for what is not there and what is none of the caller's business.
    if (!*may || !*row)
        return toResponse(plain(404, "not_found"_L1));
    auto ticket = UploadTicket::take(m_downloads, kMaxDownloads);
    if (!ticket)
        return toResponse(busy());
    auto content = m_parts.blobs.read(call.argument);
    if (!content)
        return toResponse(problemOf(content.error()));
    return blobResponse(call.argument, std::move(*content), call.request.head, std::move(*ticket));
}

} // namespace ow::center
