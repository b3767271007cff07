// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/canonical.h"

#include <QCborArray>
#include <QCborMap>

#include <algorithm>
#include <utility>
#include <vector>

namespace ow::record {

namespace {

/// The short escapes of RFC 8259 §7; 0 where there is none.
char shortEscape(char c)
{
    switch (c) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    default:
        return 0;
    }
}

/// Writes one value; the first trouble ends it and leaves reason and place.
class Writer
{
public:
    explicit Writer(const Limits& limits)
        : m_limits(limits)
    {
    }

    Result<QByteArray> run(const QCborValue& value)
    {
        if (!write(value, 0))
            return domain::fail(domain::ErrorCode::JsonInvalid, m_reason, u'$' + m_path);
        return std::move(m_out);
    }

private:
    bool refuse(QString reason)
    {
        m_reason = std::move(reason);
        return false;
    }

    bool write(const QCborValue& value, int depth)
    {
        if (m_out.size() > m_limits.bytes)
            return refuse(QStringLiteral("longer than %1 bytes").arg(m_limits.bytes));
        switch (value.type()) {
        case QCborValue::Integer:
            return writeInteger(value.toInteger());
        case QCborValue::String:
            return writeString(value.toString()) && inBounds();
        case QCborValue::False:
            m_out += "false";
            return inBounds();
        case QCborValue::True:
            m_out += "true";
            return inBounds();
        case QCborValue::Null:
            m_out += "null";
            return inBounds();
        case QCborValue::Array:
            return writeArray(value.toArray(), depth + 1);
        case QCborValue::Map:
            return writeMap(value.toMap(), depth + 1);
        default:
            return refuse(QStringLiteral("neither integer, string, boolean, null, array nor map"));
        }
    }

    bool inBounds()
    {
        return m_out.size() <= m_limits.bytes ||
               refuse(QStringLiteral("longer than %1 bytes").arg(m_limits.bytes));
    }

    bool writeInteger(qint64 number)
    {
        if (number > kMaxInteger || number < -kMaxInteger)
            return refuse(QStringLiteral("integer beyond 2^53 - 1"));
        m_out += QByteArray::number(number);
        return inBounds();
    }

    bool writeString(const QString& text)
    {
        if (!text.isValidUtf16())
            return refuse(QStringLiteral("lone surrogate"));
        return writeUtf8(text.toUtf8());
    }

    bool writeUtf8(const QByteArray& utf8)
    {
        m_out += '"';
        for (const char c : utf8) {
            if (c == 0)
                return refuse(QStringLiteral("U+0000 in a string"));
            if (const char escape = shortEscape(c)) {
                m_out += '\\';
                m_out += escape;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_out += "\\u00";
                m_out += c < 0x10 ? '0' : '1';
                m_out += "0123456789abcdef"[c & 0x0f];
            } else {
                m_out += c;
            }
        }
        m_out += '"';
        return true;
    }

    bool writeArray(const QCborArray& array, int depth)
    {
        if (depth > m_limits.depth)
            return refuse(QStringLiteral("deeper than %1").arg(m_limits.depth));
        m_out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                m_out += ',';
            if (!write(array.at(i), depth)) {
                m_path.prepend(QStringLiteral("[%1]").arg(i));
                return false;
            }
        }
        m_out += ']';
        return inBounds();
    }

    bool writeMap(const QCborMap& map, int depth)
    {
        if (depth > m_limits.depth)
            return refuse(QStringLiteral("deeper than %1").arg(m_limits.depth));
        if (map.size() > m_limits.members)
            return refuse(QStringLiteral("more than %1 members").arg(m_limits.members));
        std::vector<std::pair<QByteArray, QCborValue>> members;
        members.reserve(static_cast<std::size_t>(map.size()));
        for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
            const QString key = it.key().toString();
            if (!it.key().isString() || !key.isValidUtf16())
                return refuse(QStringLiteral("a key that is no string of Unicode"));
            members.emplace_back(key.toUtf8(), it.value());
        }
        std::sort(members.begin(), members.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        return writeMembers(members, depth);
    }

    bool writeMembers(const std::vector<std::pair<QByteArray, QCborValue>>& members, int depth)
    {
        m_out += '{';
        const QByteArray* before = nullptr;
        for (const auto& [key, value] : members) {
            // A map read from CBOR can hold one key twice.
            if (before != nullptr && *before == key)
                return refuse(QStringLiteral("doubled key"));
            if (before != nullptr)
                m_out += ',';
            before = &key;
            if (!writeUtf8(key))
                return false;
            m_out += ':';
            if (!write(value, depth)) {
                m_path.prepend(u'.' + QString::fromUtf8(key));
                return false;
            }
        }
        m_out += '}';
        return inBounds();
    }

    const Limits m_limits;
    QByteArray m_out;
    QString m_path;
    QString m_reason;
};

} // namespace

Result<QByteArray> writeCanonical(const QCborValue& value, const Limits& limits)
{
    return Writer(limits).run(value);
}

Result<QCborValue> parseCanonical(QByteArrayView json, const Limits& limits)
{
    auto value = parseJson(json, limits);
    if (!value)
        return value;
    // Reading loses nothing that is allowed in, so writing again is the whole check.
    const auto again = writeCanonical(*value, limits);
    if (!again || QByteArrayView(*again) != json)
        return domain::fail(domain::ErrorCode::JsonInvalid, QStringLiteral("not in canonical form"));
    return value;
}

} // namespace ow::record
