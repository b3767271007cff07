// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/papernumber.h"

namespace ow::domain {

namespace {

constexpr qsizetype kMaxPrefix = 16;
constexpr qsizetype kMaxStation = 8;
constexpr int kMaxWidth = 9;

} // namespace

Result<QString> formatPaperNumber(const PaperSeries& series, const PaperNumber& number)
{
    if (series.prefix.isEmpty() || series.prefix.size() > kMaxPrefix || series.width < 0 ||
        series.width > kMaxWidth)
        return fail(ErrorCode::InvalidInput, QStringLiteral("paper series: prefix or width"));
    if (number.year < 2000 || number.year > 2999 || number.serial < 1)
        return fail(ErrorCode::InvalidInput, QStringLiteral("paper number: year or serial"));
    if (number.station.isEmpty() || number.station.size() > kMaxStation)
        return fail(ErrorCode::InvalidInput, QStringLiteral("paper number: station"));
    const QString serial = QString::number(number.serial).rightJustified(series.width, u'0');
    return QString(series.prefix + u'〔' + QString::number(number.year) + u'〕' + number.station + u'-' +
                   serial + u'号');
}

} // namespace ow::domain
