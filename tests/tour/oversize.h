// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/driver.h"
#include "ui/shell/shell.h"

namespace ow::tour {

/// 大件运输 within the province (62-JT-XK-0007), class Ⅲ: a customer's first journey with everything typed,
/// and the next one with what is known brought along, a material reused and one scanned from the feeder.
class OversizeJourney
{
public:
    OversizeJourney(ui::Shell& shell, Driver& driver);

    /// Everything typed, one material as a file compared with its original. Ready to be decided.
    [[nodiscard]] bool first(const QString& materialFile);
    /// The same customer again. Ready to be decided.
    [[nodiscard]] bool again();

    /// Keys pressed by again(), without the text of the form.
    [[nodiscard]] int keysAgain() const { return m_keysAgain; }

private:
    [[nodiscard]] bool begin();
    /// Fills in the fields the cursor comes to, until Enter leads out of the form.
    [[nodiscard]] bool fillIn();
    void fillAxles();
    /// 为什么? beside the class the rules have found.
    [[nodiscard]] bool askWhy();
    [[nodiscard]] bool isClassThree() const;
    [[nodiscard]] bool isReady() const;

    ui::Shell& m_shell;
    Driver& m_driver;
    int m_keysAgain = 0;
};

} // namespace ow::tour
