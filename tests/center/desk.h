// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/testdevice.h"

namespace ow::test {

/// A centre that serves, and one enrolled device.
struct Desk
{
    Desk()
    {
        box.start();
        device.enrol(QStringLiteral("W03"));
    }

    CentreBox box;
    TestDevice device{box};
};

inline Wish note(const QString& number, const QString& base)
{
    Wish wish;
    wish.caseNumber = number;
    wish.base = base;
    wish.what = {{QStringLiteral("text"), QStringLiteral("said")}};
    return wish;
}

inline const QString& idOf(const record::WireEntry& entry)
{
    return entry.entry.header.id;
}

} // namespace ow::test
