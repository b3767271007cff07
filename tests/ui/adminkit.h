// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/guidesdesk.h"
#include "ui/casekit.h"

#include <memory>

namespace ow::ui::tests {

/// A window that was enrolled once and has no line to its centre, an administrator before it.
class AdminKit
{
public:
    AdminKit();
    ~AdminKit();
    AdminKit(const AdminKit&) = delete;
    AdminKit& operator=(const AdminKit&) = delete;

    [[nodiscard]] desk::Workplace& workplace() { return *m_workplace; }

    [[nodiscard]] desk::Connection& connection() { return *m_connection; }

    [[nodiscard]] desk::GuidesDesk& guides() { return *m_guides; }

private:
    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<record::CryptoProvider> m_crypto;
    std::unique_ptr<desk::Workplace> m_workplace;
    std::unique_ptr<desk::Connection> m_connection;
    std::unique_ptr<desk::GuidesDesk> m_guides;
};

} // namespace ow::ui::tests
