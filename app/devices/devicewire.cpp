// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicewire.h"

#include <algorithm>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestText = 200; ///< of a field of the card: the longest there is has 35 characters

constexpr ErrorCode kReaderErrors[] = {ErrorCode::ReaderFailed, ErrorCode::CardAbsent,
                                       ErrorCode::CardUnreadable};

/// Control characters and overlong text never come from a card.
bool isPlausible(const QString& text)
{
    return text.size() <= kLongestText &&
           std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

QByteArray frame(const QJsonObject& object)
{
    return pipe::messageStart(object, 0);
}

Result<void> FrameReader::feed(const QByteArray& bytes)
{
    if (const auto fed = m_reader.feed(bytes); !fed) {
        return fail(ErrorCode::ReaderFailed, fed.error().detail);
    }
    return {};
}

std::optional<QJsonObject> FrameReader::take()
{
    std::optional<pipe::Message> message = m_reader.take();
    return message ? std::optional(std::move(message->head)) : std::nullopt;
}

QJsonObject requestToJson(const ReaderRequest& request)
{
    return {{u"table"_s, request.table.toJson()},
            {u"probe"_s, request.probeOnly},
            {u"patience"_s, request.patienceMs}};
}

Result<ReaderRequest> requestFromJson(const QJsonObject& object)
{
    auto table = VendorTable::fromJson(object.value(u"table"_s).toObject());
    if (!table) {
        return tl::unexpected(table.error());
    }
    return ReaderRequest{std::move(*table), object.value(u"probe"_s).toBool(),
                         object.value(u"patience"_s).toInt()};
}

QJsonObject answerToJson(const Result<IdCard>& answer)
{
    if (!answer) {
        return {{u"error"_s, QString(domain::errorName(answer.error().code))},
                {u"detail"_s, answer.error().detail}};
    }
    return {{u"name"_s, answer->name},
            {u"number"_s, answer->number},
            {u"address"_s, answer->address},
            {u"from"_s, answer->validFrom.toString(Qt::ISODate)},
            {u"until"_s, answer->validUntil.toString(Qt::ISODate)}};
}

Result<IdCard> answerFromJson(const QJsonObject& object)
{
    if (object.contains(u"error"_s)) {
        const QString name = object.value(u"error"_s).toString();
        const auto* const code = std::ranges::find(kReaderErrors, name, domain::errorName);
        return fail(code == std::end(kReaderErrors) ? ErrorCode::ReaderFailed : *code,
                    object.value(u"detail"_s).toString().left(kLongestText));
    }
    IdCard card{object.value(u"name"_s).toString(), object.value(u"number"_s).toString(),
                object.value(u"address"_s).toString(),
                QDate::fromString(object.value(u"from"_s).toString(), Qt::ISODate),
                QDate::fromString(object.value(u"until"_s).toString(), Qt::ISODate)};
    if (!isPlausible(card.name) || !isPlausible(card.number) || !isPlausible(card.address)) {
        return fail(ErrorCode::ReaderFailed, u"an answer that no card holds"_s);
    }
    return card;
}

} // namespace ow::devices
