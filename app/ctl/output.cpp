// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/output.h"

#include <QCborArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ow::ctl {

namespace {

void write(QByteArray& out, const QCborValue& value, int depth)
{
    const QByteArray indent(depth * 2, ' ');
    if (value.isMap()) {
        for (const auto& [key, member] : value.toMap()) {
            out += indent + key.toString().toUtf8() + ':';
            const bool nested = member.isMap() || member.isArray();
            out += nested ? QByteArray("\n") : QByteArray(" ");
            write(out, member, depth + 1);
        }
    } else if (value.isArray()) {
        for (const QCborValue& item : value.toArray()) {
            out += indent + "-\n";
            write(out, item, depth + 1);
        }
    } else {
        out += value.toVariant().toString().toUtf8() + '\n';
    }
}

} // namespace

QByteArray asJson(const QCborMap& answer)
{
    return QJsonDocument(answer.toJsonObject()).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray asText(const QCborMap& answer)
{
    QByteArray out;
    write(out, answer, 0);
    return out;
}

QCborMap errorMap(const domain::Error& error)
{
    QCborMap map{{QStringLiteral("code"), QString(domain::errorName(error.code))},
                 {QStringLiteral("detail"), error.detail}};
    if (!error.field.isEmpty()) {
        map.insert(QStringLiteral("field"), error.field);
    }
    return {{QStringLiteral("error"), map}};
}

} // namespace ow::ctl
