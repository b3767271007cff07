// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/feedcursor.h"

#include "record/entry.h"

#include <QList>

namespace ow::center {

namespace {

constexpr qsizetype kMostText = 400;
constexpr auto kOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QString FeedCursor::text() const
{
    QByteArray plain = epoch + '/' + QByteArray::number(order);
    if (listing)
        plain += '/' + number.toLatin1();
    return QString::fromLatin1(plain.toBase64(kOptions));
}

std::optional<FeedCursor> FeedCursor::parse(const QString& text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), kOptions | QByteArray::AbortOnBase64DecodingErrors);
    if (text.size() > kMostText || !decoded)
        return std::nullopt;
    const QList<QByteArray> parts = decoded.decoded.split('/');
    bool isNumber = false;
    FeedCursor cursor;
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    cursor.epoch = parts.at(0);
    cursor.order = parts.at(1).toLongLong(&isNumber);
    cursor.listing = parts.size() == 3;
    if (cursor.listing)
        cursor.number = QString::fromLatin1(parts.at(2));
    const bool fits = isNumber && cursor.order >= 0 && !cursor.epoch.isEmpty() &&
                      (cursor.number.isEmpty() || record::isToken(cursor.number));
    return fits ? std::optional(cursor) : std::nullopt;
}

} // namespace ow::center
