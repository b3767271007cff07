// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/store.h"

#include <QString>

namespace ow::center {

/// Whether a caller may read what belongs to a case. The database's thread.
class CaseAccess
{
public:
    CaseAccess() = default;
    CaseAccess(const CaseAccess&) = delete;
    CaseAccess& operator=(const CaseAccess&) = delete;
    virtual ~CaseAccess() = default;

    [[nodiscard]] virtual domain::Result<bool> mayRead(Store& store, const DeviceRow& device,
                                                       const QString& caseNumber) const = 0;
};

/// A device reads the cases it has written an entry of.
class OwnCases final : public CaseAccess
{
public:
    [[nodiscard]] domain::Result<bool> mayRead(Store& store, const DeviceRow& device,
                                               const QString& caseNumber) const override;
};

} // namespace ow::center
