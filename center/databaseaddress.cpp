// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/databaseaddress.h"

#include <QStringList>

#include <libpq-fe.h>

#include <memory>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using namespace Qt::StringLiterals;

namespace {

tl::unexpected<domain::Error> refused(const QString& why)
{
    return fail(ErrorCode::InvalidInput, why, u"--database"_s);
}

} // namespace

domain::Result<DatabaseAddress> DatabaseAddress::fromUrl(const QString& url)
{
    if (!url.startsWith("postgresql://"_L1) && !url.startsWith("postgres://"_L1))
        return refused(u"not postgresql://…"_s);
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(url.toUtf8().constData(), &message), PQconninfoFree);
    const std::unique_ptr<char, void (*)(void*)> said(message, PQfreemem);
    if (!options)
        return refused(QString::fromUtf8(said.get()).trimmed());
    QStringList pairs;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr)
            continue;
        const QString key = QString::fromLatin1(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (key == "password"_L1)
            return refused(u"a password does not belong here; libpq reads it from its password file"_s);
        // Qt's driver takes the pairs apart at semicolons.
        if (value.contains(u';') || value.contains(u'\'') || value.contains(u'\\'))
            return refused(u"a character that cannot be handed on"_s);
        pairs << key + u"='"_s + value + u'\'';
    }
    return DatabaseAddress{{}, pairs.join(u' ')};
}

} // namespace ow::center
