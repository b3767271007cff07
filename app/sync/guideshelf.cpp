// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/guideshelf.h"

#include "ledger/ledger.h"
#include "record/canonical.h"

#include <QCborArray>

#include <algorithm>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;

const QString kIndex = QStringLiteral("guides.index");

QString documentName(const PublishedGuide& guide)
{
    return QStringLiteral("guides.%1.v%2").arg(guide.code).arg(guide.version);
}

QString text(const QCborMap& map, const char* key)
{
    return map.value(QLatin1StringView(key)).toString();
}

QCborMap toMap(const PublishedGuide& guide)
{
    return {{QStringLiteral("code"), guide.code},
            {QStringLiteral("version"), guide.version},
            {QStringLiteral("sm3"), QString::fromLatin1(guide.sm3.toHex())},
            {QStringLiteral("proposedBy"), guide.proposedBy},
            {QStringLiteral("approvedBy"), guide.approvedBy},
            {QStringLiteral("publishedAt"), guide.publishedAt},
            {QStringLiteral("note"), guide.note}};
}

PublishedGuide fromMap(const QCborMap& map)
{
    PublishedGuide guide;
    guide.code = text(map, "code");
    guide.version = static_cast<int>(map.value(QLatin1StringView("version")).toInteger());
    guide.sm3 = QByteArray::fromHex(text(map, "sm3").toLatin1());
    guide.proposedBy = text(map, "proposedBy");
    guide.approvedBy = text(map, "approvedBy");
    guide.publishedAt = map.value(QLatin1StringView("publishedAt")).toInteger();
    guide.note = text(map, "note");
    return guide;
}

} // namespace

Result<GuideShelf::Index> GuideShelf::index() const
{
    const auto bytes = m_ledger.secret(kIndex);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) {
        return Index{};
    }
    const auto json = bytes.and_then([](const QByteArray& text) { return record::parseCanonical(text); });
    if (!json) {
        return tl::unexpected(json.error());
    }
    const QCborMap map = json->toMap();
    Index index;
    index.after = text(map, "after");
    for (const QCborValue& value : map.value(QLatin1StringView("guides")).toArray()) {
        index.guides.push_back(fromMap(value.toMap()));
    }
    return index;
}

Result<std::vector<PublishedGuide>> GuideShelf::all() const
{
    auto shelf = index();
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    for (PublishedGuide& guide : shelf->guides) {
        auto document = m_ledger.secret(documentName(guide));
        if (!document) {
            return tl::unexpected(document.error());
        }
        guide.document = std::move(*document);
    }
    return std::move(shelf->guides);
}

Result<void> GuideShelf::add(const std::vector<PublishedGuide>& guides, const QString& after)
{
    auto shelf = index();
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    for (const PublishedGuide& guide : guides) {
        const bool known = std::ranges::any_of(shelf->guides, [&guide](const PublishedGuide& other) {
            return other.code == guide.code && other.version == guide.version;
        });
        if (known) {
            continue;
        }
        if (shelf->guides.size() >= kMaxGuides) {
            return domain::fail(ErrorCode::NotAllowed, QStringLiteral("too many published guides"));
        }
        if (auto put = m_ledger.putSecret(documentName(guide), guide.document); !put) {
            return put;
        }
        shelf->guides.push_back(guide);
    }
    QCborArray list;
    for (const PublishedGuide& guide : shelf->guides) {
        list.append(toMap(guide));
    }
    const auto bytes =
        record::writeCanonical(QCborMap{{QStringLiteral("after"), after}, {QStringLiteral("guides"), list}});
    return bytes ? m_ledger.putSecret(kIndex, *bytes) : tl::unexpected(bytes.error());
}

} // namespace ow::sync
