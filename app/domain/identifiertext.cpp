// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifiertext.h"

#include <algorithm>

namespace ow::domain {

QChar halfWidth(QChar c)
{
    constexpr char16_t kFullWidthShift = 0xFEE0;
    if (c >= u'\uFF01' && c <= u'\uFF5E')
        return QChar(static_cast<char16_t>(c.unicode() - kFullWidthShift));
    return c == u'\u3000' ? QChar(u' ') : c;
}

QString identifierText(QStringView typed)
{
    QString text;
    text.reserve(std::min(typed.size(), kMaxIdentifierLength + 1));
    for (const QChar raw : typed) {
        if (text.size() > kMaxIdentifierLength)
            break;
        const QChar c = halfWidth(raw);
        if (c.isSpace() || c.category() == QChar::Other_Format)
            continue;
        const bool small = c >= u'a' && c <= u'z';
        text.append(small ? QChar(static_cast<char16_t>(c.unicode() - (u'a' - u'A'))) : c);
    }
    return text;
}

QString maskedMiddle(const QString& text, qsizetype head, qsizetype tail)
{
    const qsizetype hidden = text.size() - head - tail;
    if (hidden <= 0)
        return QString(text.size(), u'*');
    return text.left(head) + QString(hidden, u'*') + text.right(tail);
}

bool allAsciiDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

} // namespace ow::domain
