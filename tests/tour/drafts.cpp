// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/drafts.h"

#include "ui/shell/gate.h"
#include "ui/widgets/banner.h"

namespace ow::tour {

namespace {

const QString kApplicant = QStringLiteral("兰州子丑旅游客运有限公司");

} // namespace

bool DraftJourney::beginAndUndo()
{
    Driver& driver = m_stage.driver;
    desk::IntakeDesk& desk = m_stage.shell.intake();
    if (!m_stage.counter.begin(QStringLiteral("sjbck"), QStringLiteral("62-JT-GG-0003"))) {
        return false;
    }
    driver.type(kApplicant);
    driver.key(Qt::Key_Return);
    driver.type(QStringLiteral("91620100MA71K2345G"));
    driver.key(Qt::Key_Return);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    if (!driver.show("撤销一步", QStringLiteral("50-undone"), [&desk] { return desk.canRedo(); })) {
        return false;
    }
    driver.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    driver.key(Qt::Key_F5);
    return driver.show("暂存", QStringLiteral("51-draft-left"), [&desk] { return !desk.isActive(); });
}

bool DraftJourney::resume(const char* what, const QString& picture)
{
    Driver& driver = m_stage.driver;
    const desk::IntakeDesk& desk = m_stage.shell.intake();
    if (!m_stage.door.openPage(QStringLiteral("intake")) || !driver.goTo(kApplicant)) {
        return false;
    }
    driver.key(Qt::Key_Return);
    return driver.show(what, picture,
                       [&desk] { return desk.isActive() && desk.intake().applicant.name == kApplicant; });
}

bool DraftJourney::lockAndUnlock()
{
    Driver& driver = m_stage.driver;
    const ui::MainWindow& window = m_stage.shell.window();
    return m_stage.door.lock() &&
           driver.show("锁定", QStringLiteral("53-locked"), [&window] { return window.isGated(); }) &&
           m_stage.door.enter(QStringLiteral("zhangsan")) &&
           driver.show("解锁", QStringLiteral("54-unlocked"),
                       [this, &window] { return !window.isGated() && m_stage.shell.intake().isActive(); });
}

bool DraftJourney::run()
{
    return beginAndUndo() && resume("接着办", QStringLiteral("52-draft-resumed")) && lockAndUnlock() &&
           m_stage.door.lock() && m_stage.door.enter(QStringLiteral("lisi")) &&
           m_stage.driver.show("接手", QStringLiteral("55-taken-over"), [this] {
               return !m_stage.shell.window().isGated() && !m_stage.shell.intake().isActive() &&
                      m_stage.workplace.person()->id == QLatin1StringView("lisi");
           });
}

} // namespace ow::tour
