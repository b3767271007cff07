// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/mapreader.h"

#include "record/canonical.h"
#include "record/entry.h"

#include <algorithm>

namespace ow::record {

MapReader::MapReader(QCborMap map, QString path)
    : m_map(std::move(map))
    , m_path(std::move(path))
{
}

bool MapReader::has(QLatin1StringView name) const
{
    return m_map.contains(name);
}

void MapReader::refuse(const QString& name, const QString& reason)
{
    if (!m_error)
        m_error = domain::Error{domain::ErrorCode::EntryInvalid, reason,
                                m_path.isEmpty() ? name : m_path + u'.' + name};
}

QCborValue MapReader::value(QLatin1StringView name)
{
    if (!has(name)) {
        refuse(name, QStringLiteral("missing"));
        return {};
    }
    return m_map.take(name);
}

qint64 MapReader::integer(QLatin1StringView name, qint64 least, qint64 most)
{
    const QCborValue found = value(name);
    if (!found.isInteger()) {
        refuse(name, QStringLiteral("no integer"));
        return least;
    }
    const qint64 number = found.toInteger();
    if (number < least || number > most)
        refuse(name, QStringLiteral("not between %1 and %2").arg(least).arg(most));
    return number;
}

QString MapReader::text(QLatin1StringView name)
{
    const QCborValue found = value(name);
    if (!found.isString())
        refuse(name, QStringLiteral("no string"));
    return found.toString();
}

QString MapReader::token(QLatin1StringView name)
{
    QString found = text(name);
    if (!isToken(found))
        refuse(name, QStringLiteral("not 1-64 of A-Z a-z 0-9 . _ -"));
    return found;
}

std::optional<QString> MapReader::optionalToken(QLatin1StringView name)
{
    if (!has(name))
        return std::nullopt;
    return token(name);
}

QString MapReader::uuid(QLatin1StringView name)
{
    QString found = text(name);
    if (!isUuidV7(found))
        refuse(name, QStringLiteral("not a version 7 UUID in lower case"));
    return found;
}

QString MapReader::hexText(QLatin1StringView name, qsizetype size)
{
    QString found = text(name);
    if (found.size() != 2 * size || !isLowerHex(found))
        refuse(name, QStringLiteral("not %1 lower-case hex digits").arg(2 * size));
    return found;
}

QByteArray MapReader::hex(QLatin1StringView name, qsizetype least, qsizetype most)
{
    const QString found = text(name);
    const bool fits = found.size() % 2 == 0 && found.size() >= 2 * least && found.size() <= 2 * most;
    if (!fits || !isLowerHex(found)) {
        refuse(name, QStringLiteral("not the lower-case hex of %1-%2 bytes").arg(least).arg(most));
        return {};
    }
    return QByteArray::fromHex(found.toLatin1());
}

QByteArray MapReader::base64(QLatin1StringView name, qsizetype most)
{
    const QString found = text(name);
    if (found.size() > (most + 2) / 3 * 4) {
        refuse(name, QStringLiteral("longer than %1 bytes").arg(most));
        return {};
    }
    const QByteArray written = found.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(written, QByteArray::AbortOnBase64DecodingErrors);
    // One writing for one content: spare bits, missing padding or line breaks would be a second.
    if (!decoded || (*decoded).toBase64() != written) {
        refuse(name, QStringLiteral("not canonical base64"));
        return {};
    }
    return *decoded;
}

QCborMap MapReader::map(QLatin1StringView name)
{
    const QCborValue found = value(name);
    if (!found.isMap())
        refuse(name, QStringLiteral("no map"));
    return found.toMap();
}

void MapReader::close()
{
    if (!m_map.isEmpty())
        refuse(m_map.constBegin().key().toString(), QStringLiteral("unknown member"));
}

bool isLowerHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QString toHex(QByteArrayView bytes)
{
    return QString::fromLatin1(QByteArray(bytes.data(), bytes.size()).toHex());
}

} // namespace ow::record
