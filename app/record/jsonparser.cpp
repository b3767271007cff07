// SPDX-License-Identifier: GPL-3.0-or-later
// The strict reader behind record::parseJson. QJsonDocument is no help here: it takes doubled keys (the last
// wins), makes doubles of big integers and mends broken UTF-8, and each of these lets two readers see two
// different acts.
#include "record/canonical.h"

#include <QCborArray>
#include <QCborMap>
#include <QSet>

namespace ow::record {

namespace {

/// The value of one hex digit, or -1.
int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

class Parser
{
public:
    Parser(QByteArrayView json, const Limits& limits)
        : m_json(json)
        , m_limits(limits)
    {
    }

    Result<QCborValue> run()
    {
        if (m_json.size() > m_limits.bytes)
            return domain::fail(domain::ErrorCode::JsonInvalid,
                                QStringLiteral("longer than %1 bytes").arg(m_limits.bytes),
                                QStringLiteral("0"));
        QCborValue value;
        if (parseValue(value, 0)) {
            skipSpace();
            if (m_pos == m_json.size())
                return value;
            refuse("bytes after the value");
        }
        return domain::fail(domain::ErrorCode::JsonInvalid, QLatin1StringView(m_reason),
                            QString::number(m_pos));
    }

private:
    bool refuse(const char* reason)
    {
        m_reason = reason;
        return false;
    }

    [[nodiscard]] bool atEnd() const { return m_pos >= m_json.size(); }

    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_json.at(m_pos); }

    void skipSpace()
    {
        while (!atEnd()) {
            const char c = m_json.at(m_pos);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                return;
            ++m_pos;
        }
    }

    bool take(char c)
    {
        skipSpace();
        if (atEnd() || m_json.at(m_pos) != c)
            return false;
        ++m_pos;
        return true;
    }

    bool parseValue(QCborValue& value, int depth)
    {
        skipSpace();
        switch (peek()) {
        case '{':
            return parseMap(value, depth + 1);
        case '[':
            return parseArray(value, depth + 1);
        case '"': {
            QString text;
            if (!parseString(text))
                return false;
            value = QCborValue(text);
            return true;
        }
        case 't':
            return parseWord("true", QCborValue(true), value);
        case 'f':
            return parseWord("false", QCborValue(false), value);
        case 'n':
            return parseWord("null", QCborValue(nullptr), value);
        default:
            return parseInteger(value);
        }
    }

    bool parseWord(QByteArrayView word, const QCborValue& meaning, QCborValue& value)
    {
        if (!m_json.sliced(m_pos).startsWith(word))
            return refuse("unknown word");
        m_pos += word.size();
        value = meaning;
        return true;
    }

    bool parseInteger(QCborValue& value)
    {
        const bool negative = peek() == '-';
        if (negative)
            ++m_pos;
        const qsizetype first = m_pos;
        qint64 number = 0;
        for (char c = peek(); c >= '0' && c <= '9'; c = peek()) {
            number = number * 10 + (c - '0');
            if (number > kMaxInteger)
                return refuse("integer beyond 2^53 - 1");
            ++m_pos;
        }
        const qsizetype digits = m_pos - first;
        if (digits == 0)
            return refuse("no value here");
        if (digits > 1 && m_json.at(first) == '0')
            return refuse("leading zero");
        if (negative && number == 0)
            return refuse("negative zero");
        if (peek() == '.' || peek() == 'e' || peek() == 'E')
            return refuse("a number that is no integer");
        value = QCborValue(negative ? -number : number);
        return true;
    }

    bool parseArray(QCborValue& value, int depth)
    {
        if (depth > m_limits.depth)
            return refuse("too deep");
        ++m_pos;
        QCborArray array;
        if (!take(']')) {
            do {
                QCborValue item;
                if (!parseValue(item, depth))
                    return false;
                array.append(item);
            } while (take(','));
            if (!take(']'))
                return refuse("comma or ] expected");
        }
        value = array;
        return true;
    }

    bool parseMap(QCborValue& value, int depth)
    {
        if (depth > m_limits.depth)
            return refuse("too deep");
        ++m_pos;
        QCborMap map;
        QSet<QString> keys;
        if (!take('}')) {
            do {
                QString key;
                QCborValue item;
                skipSpace();
                if (peek() != '"')
                    return refuse("a key in quotes expected");
                if (!parseString(key))
                    return false;
                if (keys.contains(key))
                    return refuse("doubled key");
                // Also bounds the time: QCborMap looks its keys up one by one.
                if (keys.size() >= m_limits.members)
                    return refuse("too many members");
                keys.insert(key);
                if (!take(':'))
                    return refuse("colon expected");
                if (!parseValue(item, depth))
                    return false;
                map.insert(key, item);
            } while (take(','));
            if (!take('}'))
                return refuse("comma or } expected");
        }
        value = map;
        return true;
    }

    bool parseString(QString& text)
    {
        ++m_pos;
        while (!atEnd()) {
            const auto c = static_cast<unsigned char>(m_json.at(m_pos));
            if (c == '"') {
                ++m_pos;
                return true;
            }
            if (c < 0x20)
                return refuse("control character in a string");
            if (c == '\\') {
                if (!parseEscape(text))
                    return false;
            } else if (c < 0x80) {
                text += QChar(c);
                ++m_pos;
            } else if (!parseMultibyte(text, c)) {
                return false;
            }
        }
        return refuse("string without end");
    }

    bool parseEscape(QString& text)
    {
        ++m_pos;
        const char c = peek();
        static constexpr QByteArrayView kEscapes = "\"\\/bfnrt";
        static constexpr QByteArrayView kMeanings = "\"\\/\b\f\n\r\t";
        const qsizetype known = c == '\0' ? -1 : kEscapes.indexOf(c);
        if (known >= 0) {
            text += QLatin1Char(kMeanings.at(known));
            ++m_pos;
            return true;
        }
        if (c != 'u')
            return refuse("unknown escape");
        char16_t unit = 0;
        if (!parseUnit(unit))
            return false;
        if (unit == 0)
            return refuse("U+0000 in a string");
        if (QChar::isLowSurrogate(unit))
            return refuse("lone surrogate");
        text += QChar(unit);
        if (!QChar::isHighSurrogate(unit))
            return true;
        if (peek() != '\\')
            return refuse("lone surrogate");
        ++m_pos;
        char16_t low = 0;
        if (peek() != 'u' || !parseUnit(low) || !QChar::isLowSurrogate(low))
            return refuse("lone surrogate");
        text += QChar(low);
        return true;
    }

    /// At the u of \uXXXX.
    bool parseUnit(char16_t& unit)
    {
        ++m_pos;
        unsigned value = 0;
        for (int i = 0; i < 4; ++i, ++m_pos) {
            const int digit = hexDigit(peek());
            if (digit < 0)
                return refuse("escape without four hex digits");
            value = value * 16 + static_cast<unsigned>(digit);
        }
        unit = static_cast<char16_t>(value);
        return true;
    }

    /// One character of two to four bytes: RFC 3629, so no overlong forms, no surrogates, nothing above
    /// U+10FFFF.
    bool parseMultibyte(QString& text, unsigned char first)
    {
        const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || m_json.size() - m_pos < length)
            return refuse("invalid UTF-8");
        char32_t point = first & (0xffU >> (length + 1));
        for (int i = 1; i < length; ++i) {
            const auto next = static_cast<unsigned char>(m_json.at(m_pos + i));
            if ((next & 0xc0U) != 0x80U)
                return refuse("invalid UTF-8");
            point = (point << 6U) | (next & 0x3fU);
        }
        static constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
        if (point < kLeast[length] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
            return refuse("invalid UTF-8");
        if (QChar::requiresSurrogates(point)) {
            text += QChar(QChar::highSurrogate(point));
            text += QChar(QChar::lowSurrogate(point));
        } else {
            text += QChar(static_cast<char16_t>(point));
        }
        m_pos += length;
        return true;
    }

    QByteArrayView m_json;
    const Limits m_limits;
    qsizetype m_pos = 0;
    const char* m_reason = "";
};

} // namespace

Result<QCborValue> parseJson(QByteArrayView json, const Limits& limits)
{
    return Parser(json, limits).run();
}

} // namespace ow::record
