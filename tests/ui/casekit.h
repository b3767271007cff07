// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/intakedesk.h"
#include "desk/paperdesk.h"
#include "desk/signindesk.h"
#include "desk/workplace.h"
#include "support/manualclock.h"
#include "ui/filledform.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include <memory>

namespace ow::ui::tests {

/// Waits for an answer while events go on.
template <class T> T answerOf(QFuture<T> future)
{
    REQUIRE(QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000));
    return future.result();
}

/// A window in training, signed in, in a temporary folder, with cheap passwords and a clock that stands
/// still on a Monday morning after the program was built.
class CaseKit
{
public:
    CaseKit();
    ~CaseKit(); ///< waits until everything asked has been answered
    /// Until everything asked has been answered: call it before a desk of the test's own goes.
    void settle();
    CaseKit(const CaseKit&) = delete;
    CaseKit& operator=(const CaseKit&) = delete;

    /// Receives an application through the intake desk, with every required field filled, and gives the
    /// answer the findings call for. `materials` false leaves them all missing (so a notice follows).
    QString receive(const QString& item, const Person& person = {}, bool materials = true,
                    const QStringList& without = {});

    [[nodiscard]] desk::Workplace& workplace() { return *m_workplace; }

    [[nodiscard]] desk::CaseDesk& cases() { return *m_cases; }

    [[nodiscard]] desk::PaperDesk& papers() { return *m_papers; }

    [[nodiscard]] desk::SignInDesk& signIn() { return *m_signIn; }

    [[nodiscard]] test::ManualClock& clock() { return m_clock; }

private:
    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<record::CryptoProvider> m_crypto;
    std::unique_ptr<desk::Workplace> m_workplace;
    std::unique_ptr<desk::SignInDesk> m_signIn;
    std::unique_ptr<desk::IntakeDesk> m_intake;
    std::unique_ptr<desk::CaseDesk> m_cases;
    std::unique_ptr<desk::PaperDesk> m_papers;
};

} // namespace ow::ui::tests
