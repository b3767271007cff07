// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/blobdownload.h"

#include <algorithm>

namespace ow::center {

using domain::Result;
using namespace Qt::StringLiterals;

Result<bool> mayReadBlob(Store& store, const CaseAccess& access, const DeviceRow& device,
                         const QString& caseNumber, const QString& blob)
{
    const auto entries = store.entriesOf(caseNumber);
    if (!entries)
        return tl::unexpected(entries.error());
    const bool named = std::ranges::any_of(*entries, [&blob](const EntryRow& row) {
        return std::ranges::any_of(row.entry.header.blobs,
                                   [&blob](const record::BlobRef& ref) { return ref.id == blob; });
    });
    return named ? access.mayRead(store, device, caseNumber) : Result<bool>(false);
}

BlobDownload::BlobDownload(BlobContent content, const ByteRange& part, UploadTicket ticket)
    : m_content(std::move(content))
    , m_part(part)
    , m_next(part.first)
    , m_ticket(std::move(ticket))
{
}

QByteArray BlobDownload::read()
{
    const auto piece = m_content.read(m_next, m_part.last - m_next + 1);
    if (!piece) {
        qWarning("%s: a blob cannot be read", domain::errorName(piece.error().code).data());
        return {};
    }
    m_next += piece->size();
    return *piece;
}

Response blobResponse(const QString& id, BlobContent content, const RequestHead& head, UploadTicket ticket)
{
    const qint64 size = content.size();
    const QByteArray tag = '"' + id.toLatin1() + '"';
    // A part of what the caller has begun to read, or all of what stands here now.
    const bool same = head.ifRange.isEmpty() || head.ifRange == tag;
    const RangeWish wish = same ? readRange(head.range, size) : RangeWish();
    const QByteArray total = QByteArray::number(size);
    if (wish.kind == RangeWish::Kind::Outside) {
        Response response = toResponse({416, "range_outside"_L1, {}, u"Range"_s, false, 0, {}});
        response.headers.emplace_back("Content-Range", "bytes */" + total);
        return response;
    }
    const bool part = wish.kind == RangeWish::Kind::Part;
    const ByteRange range = part ? wish.part : ByteRange{0, size - 1};
    Response response{part ? 206 : 200, "application/octet-stream", {}, {}};
    response.headers = {{"ETag", tag}, {"Accept-Ranges", "bytes"}};
    if (part) {
        response.headers.emplace_back("Content-Range", "bytes " + QByteArray::number(range.first) + '-' +
                                                           QByteArray::number(range.last) + '/' + total);
    }
    response.source = std::make_shared<BlobDownload>(std::move(content), range, std::move(ticket));
    return response;
}

} // namespace ow::center
