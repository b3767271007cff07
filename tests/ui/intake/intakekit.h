// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/finder.h"
#include "desk/intakedesk.h"
#include "desk/scandesk.h"
#include "desk/signindesk.h"
#include "support/manualclock.h"
#include "ui/frame/mainwindow.h"
#include "ui/intake/intakepage.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace ow::test {

/// A window in training mode with the intake page in its frame, a learner signed in, everything real: ledger
/// in a temporary folder, guides and rules as shipped, decoding in the helper. Ends the process when it
/// cannot be set up.
class IntakeKit
{
public:
    explicit IntakeKit(const ui::Theme& theme, QSize size = {1366, 768});
    ~IntakeKit();

    template <class T> static domain::Result<T> await(QFuture<domain::Result<T>> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000)) {
            return domain::fail(domain::ErrorCode::Internal, QStringLiteral("waited in vain"));
        }
        return future.takeResult();
    }

    /// The editor of a form field.
    [[nodiscard]] QWidget* editor(const QString& key) const;
    /// Goes to a field and types; digits choose in lists.
    void type(const QString& key, const QString& text) const;
    /// Everything the form of 62-JT-GG-0003 demands, typed key by key, with sound identifiers.
    void fillCharter() const;
    /// Everything the form of 62-JT-XK-0007 demands of a class Ⅲ journey, typed key by key.
    void fillOversize() const;
    /// Nine axles of 118,600 kg into the table, by Enter alone.
    void fillAxles() const;
    /// The simulated scanner of training, found and ready; before the first application.
    void withScanner();
    /// F4, then Space for every material.
    void receiveMaterials() const;
    [[nodiscard]] QString primary() const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    [[nodiscard]] std::vector<desk::CaseLine> cases();

    std::unique_ptr<QTemporaryDir> folder;
    ManualClock clock;
    std::unique_ptr<record::CryptoProvider> crypto;
    std::unique_ptr<desk::Workplace> workplace;
    std::unique_ptr<desk::SignInDesk> signIn;
    std::unique_ptr<desk::IntakeDesk> desk;
    std::unique_ptr<desk::Finder> finder;
    std::unique_ptr<desk::ScanDesk> scan; ///< made by withScanner()
    std::unique_ptr<ui::MainWindow> window;
    ui::IntakePage* page = nullptr; ///< owned by the window
    std::vector<desk::Decided> decided;
};

} // namespace ow::test
