// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace ow::ledger {

/// Makes this process the only one that writes a profile. The kernel gives the lock back when the process
/// ends in whatever way, so there are no stale locks; helpers we start do not inherit it.
class ProfileLock
{
public:
    /// AlreadyOpen when another process, or another ledger of this one, holds it.
    [[nodiscard]] static domain::Result<ProfileLock> take(const QString& file);

    ProfileLock(ProfileLock&& other) noexcept;
    ProfileLock& operator=(ProfileLock&& other) noexcept;
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;
    ~ProfileLock();

private:
    explicit ProfileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace ow::ledger
