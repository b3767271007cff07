// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/masking.h"

namespace ow::domain {

namespace {

constexpr QChar kStar = u'*';

QString masked(const QString& text, qsizetype head, qsizetype tail)
{
    return text.left(head) + QString(text.size() - head - tail, kStar) + text.right(tail);
}

} // namespace

QString maskedNumber(const QString& number)
{
    constexpr qsizetype kHead = 3;
    constexpr qsizetype kTail = 4;
    return number.size() > kHead + kTail ? masked(number, kHead, kTail) : masked(number, 0, 0);
}

QString maskedName(const QString& name)
{
    if (name.size() < 2)
        return masked(name, 0, 0);
    return name.size() == 2 ? masked(name, 1, 0) : masked(name, 1, 1);
}

bool fitsMask(const QString& text, const QString& mask)
{
    if (text.size() != mask.size() || text.isEmpty())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (mask.at(i) != kStar && mask.at(i).toUpper() != text.at(i).toUpper())
            return false;
    }
    return true;
}

} // namespace ow::domain
