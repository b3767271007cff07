// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/fetchanswers.h"

#include "domain/publishact.h"

#include <QCborArray>

#include <algorithm>
#include <optional>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;

constexpr qsizetype kMaxAnAnswer = 40;
constexpr qsizetype kMaxPeople = 5000;

tl::unexpected<domain::Error> invalid(const char* member)
{
    return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the answer is not as agreed"),
                        QString::fromLatin1(member));
}

QString text(const QCborMap& map, const char* key)
{
    return map.value(QLatin1StringView(key)).toString();
}

/// What a published guide and a proposal have in common.
struct Document
{
    QString code;
    int version = 0;
    QByteArray sm3;
    QByteArray bytes;
};

std::optional<Document> documentIn(const QCborMap& map, const record::CryptoProvider& crypto)
{
    const qint64 version = map.value(QLatin1StringView("version")).toInteger();
    Document document{text(map, "code"), static_cast<int>(version),
                      QByteArray::fromHex(text(map, "sm3").toLatin1()), text(map, "document").toUtf8()};
    const bool whole = !document.code.isEmpty() && version > 0 && version <= 1'000'000 &&
                       document.bytes.size() <= domain::PublishAct::kMaxDocument &&
                       crypto.sm3(document.bytes) == document.sm3;
    return whole ? std::optional(std::move(document)) : std::nullopt;
}

} // namespace

Result<HallPeople> readPeople(const QCborMap& body)
{
    const QCborArray list = body.value(QLatin1StringView("people")).toArray();
    if (list.size() > kMaxPeople) {
        return invalid("people");
    }
    HallPeople people;
    for (const QCborValue& value : list) {
        const QCborMap person = value.toMap();
        auto keys = record::UserKeys::fromMap(person.value(QLatin1StringView("keys")).toMap());
        const QCborValue revoked = person.value(QLatin1StringView("revoked"));
        const QString id = text(person, "id");
        if (!keys || !revoked.isBool() || id.isEmpty() || keys->userId() != id) {
            return invalid("people");
        }
        QStringList roles;
        for (const QCborValue& role : person.value(QLatin1StringView("roles")).toArray()) {
            roles.append(role.toString());
        }
        people.persons.push_back({id, text(person, "name"), domain::rolesFromKeys(roles), !revoked.toBool()});
        if (!revoked.toBool()) {
            people.keys.push_back(std::move(*keys));
        }
    }
    // A hall without anybody would lock the window for good; it is no answer one may act on.
    return people.keys.empty() ? Result<HallPeople>(invalid("people"))
                               : Result<HallPeople>(std::move(people));
}

Result<GuidesPage> readGuides(const QCborMap& body, const record::CryptoProvider& crypto)
{
    const QCborArray list = body.value(QLatin1StringView("guides")).toArray();
    const QCborValue more = body.value(QLatin1StringView("more"));
    GuidesPage page{{}, text(body, "next"), more.toBool()};
    if (!more.isBool() || page.next.isEmpty() || list.size() > kMaxAnAnswer ||
        (page.more && list.isEmpty())) {
        return invalid("guides");
    }
    for (const QCborValue& value : list) {
        const QCborMap map = value.toMap();
        auto document = documentIn(map, crypto);
        if (!document) {
            return invalid("document");
        }
        page.guides.push_back({document->code, document->version, document->sm3, document->bytes,
                               text(map, "proposed_by"), text(map, "approved_by"),
                               map.value(QLatin1StringView("published_at")).toInteger(), text(map, "note")});
    }
    return page;
}

Result<std::vector<WaitingProposal>> readProposals(const QCborMap& body, const record::CryptoProvider& crypto)
{
    const QCborValue list = body.value(QLatin1StringView("proposals"));
    if (!list.isArray() || list.toArray().size() > kMaxAnAnswer) {
        return invalid("proposals");
    }
    std::vector<WaitingProposal> proposals;
    for (const QCborValue& value : list.toArray()) {
        const QCborMap map = value.toMap();
        auto document = documentIn(map, crypto);
        if (!document || text(map, "id").isEmpty()) {
            return invalid("document");
        }
        proposals.push_back({text(map, "id"), document->code, document->version, document->sm3,
                             document->bytes, text(map, "proposed_by"),
                             map.value(QLatin1StringView("proposed_at")).toInteger(), text(map, "note")});
    }
    return proposals;
}

} // namespace ow::sync
