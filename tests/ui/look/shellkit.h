// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"
#include "support/manualclock.h"
#include "ui/shell/shell.h"
#include "ui/support.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace ow::ui::tests {

/// The whole program in training mode, everything real but the centre: the learner is signed in with every
/// role, so that all pages stand in the rail. The clock stands still on a working morning.
class ShellKit
{
public:
    ShellKit();
    ~ShellKit();
    ShellKit(const ShellKit&) = delete;
    ShellKit& operator=(const ShellKit&) = delete;

    /// Through the sign-in page, as the learner.
    void signIn();
    /// One application, decided as its findings say unless `answer` is given; without materials it waits for
    /// them. Its number.
    QString receive(const QString& item, const QString& applicant, bool materials = true,
                    std::optional<domain::Answer> answer = std::nullopt);
    /// Applications of different items, some complete, some not; each decided as its findings say.
    void receiveDay(int cases);

    [[nodiscard]] Shell& shell() { return *m_shell; }

    [[nodiscard]] MainWindow& window() { return m_shell->window(); }

    [[nodiscard]] desk::Workplace& workplace() { return *m_workplace; }

    [[nodiscard]] const record::CryptoProvider& crypto() const { return *m_crypto; }

    [[nodiscard]] test::ManualClock& clock() { return m_clock; }

private:
    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<record::CryptoProvider> m_crypto;
    std::unique_ptr<desk::Workplace> m_workplace;
    std::unique_ptr<Shell> m_shell;
};

} // namespace ow::ui::tests
