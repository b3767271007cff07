// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include <QRegularExpression>

namespace ow::ui {

namespace {

using domain::ErrorCode;
using domain::fail;

domain::Result<QString> lengthOf(const QString& arguments, const StyleSheetInput& input)
{
    const QStringList parts = arguments.split(u',');
    bool good = false;
    int px = input.scaled(parts.first().trimmed().toInt(&good));
    const int edge = input.focusWidth - 1;
    for (qsizetype i = 1; good && i < parts.size(); ++i) {
        const QString less = parts[i].trimmed();
        if (less == u"-f") {
            px -= edge;
        } else if (less == u"-2f") {
            px -= 2 * edge;
        } else {
            px += less.toInt(&good);
        }
    }
    if (!good) {
        return fail(ErrorCode::Internal, QStringLiteral("no length: @k(%1)").arg(arguments));
    }
    return QString::number(qMax(0, px)) + u"px";
}

} // namespace

domain::Result<QString> fillStyleSheet(const QString& source, const StyleSheetInput& input)
{
    static const QRegularExpression comment(QStringLiteral("/\\*.*?\\*/"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression mark(QStringLiteral("@(?:k\\(([^)]*)\\)|([A-Za-z0-9]*))"));
    QString text = source;
    text.remove(comment);
    QString out;
    qsizetype at = 0;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString name = match.captured(2);
        if (match.capturedStart(1) >= 0) {
            const auto length = lengthOf(match.captured(1), input);
            if (!length) {
                return tl::unexpected(length.error());
            }
            out += *length;
        } else if (name == u"focusWidth") {
            out += QString::number(input.focusWidth) + u"px";
        } else if (const QString color = input.color(name); !color.isEmpty()) {
            out += color;
        } else {
            return fail(ErrorCode::Internal, QStringLiteral("unknown mark: %1").arg(match.captured()));
        }
    }
    out += QStringView(text).mid(at);
    return out;
}

} // namespace ow::ui
