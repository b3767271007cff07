// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/problem.h"
#include "center/store.h"
#include "center/trycounter.h"
#include "center/vault.h"

namespace ow::center {

/// GET /v1/cases/{number}: the case as the centre has it, every entry with its body opened.
[[nodiscard]] Answer<QCborMap> caseMap(Store& store, const Vault& vault, const QString& number);

/// GET /public/v1/progress: where a case stands, for who knows its number and the last four characters of the
/// applicant's identity number. Unknown and wrong take the same way and give the same answer. The database's
/// thread.
class Progress
{
public:
    static constexpr int kTriesAnHour = 5;

    explicit Progress(const Vault& vault)
        : m_vault(vault)
    {
    }

    [[nodiscard]] Answer<QCborMap> ask(Store& store, const QString& number, const QString& last4,
                                       const QString& address, qint64 now);

private:
    const Vault& m_vault;
    TryCounter m_byNumber{kTriesAnHour};
    TryCounter m_byAddress{kTriesAnHour};
};

/// What tries are counted by: the address, or the /64 an IPv6 household has.
[[nodiscard]] QString addressKey(const QString& peer);

[[nodiscard]] Problem tooManyTries(qint64 waitMs);

} // namespace ow::center
