// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/personkey.h"

#include "domain/identifiertext.h"
#include "ledger/columnsealer.h"

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qsizetype kKeyBytes = 16; ///< 128 bits: no two numbers of a ledger meet

QByteArrayView tagOf(PersonRole role)
{
    switch (role) {
    case PersonRole::Applicant:
        return "applicant";
    case PersonRole::Agent:
        return "agent";
    case PersonRole::Phone:
        return "phone";
    }
    return {};
}

} // namespace

Result<QByteArray> personKey(const ColumnSealer& sealer, PersonRole role, const QString& number)
{
    if (!sealer.hasKeys())
        return fail(ErrorCode::KeyLocked);
    const QString text = domain::identifierText(number);
    if (text.isEmpty())
        return QByteArray();
    QByteArray said("OW1 person ");
    said.append(tagOf(role)).append('\0').append(text.toUtf8());
    return sealer.crypto().hmacSm3(sealer.keys()->index.view(), said).left(kKeyBytes);
}

} // namespace ow::ledger
