// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/supplement.h"

#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/duplicateview.h"
#include "ui/cases/supplementpane.h"
#include "ui/intake/actionpane.h"
#include "ui/widgets/materiallist.h"

namespace ow::tour {

using domain::CaseState;

bool SupplementJourney::compare()
{
    Counter& counter = m_stage.counter;
    ui::CasesPage& page = m_stage.shell.casesPage();
    if (!counter.begin(QStringLiteral("sjbck"), QStringLiteral("62-JT-GG-0003"))) {
        return false;
    }
    counter.fillCharter({{QStringLiteral("driver"), QStringLiteral("钱七")}});
    if (!counter.giveMaterials(4) ||
        !counter.decideOtherwise(ui::ActionPane::tr("Receive only, answer later")) ||
        !counter.openCase(counter.last().caseNumber) ||
        !m_stage.driver.until("a duplicate is known", [&page] {
            const auto& detail = page.detail().detail();
            return detail && !detail->duplicates.isEmpty();
        })) {
        return false;
    }
    m_stage.driver.key(Qt::Key_D);
    return m_stage.driver.show("重复件并排比较", QStringLiteral("40-duplicates"),
                               [&page] { return page.duplicates().isVisible(); });
}

bool SupplementJourney::withdraw()
{
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    ui::CasesPage& page = m_stage.shell.casesPage();
    driver.key(Qt::Key_3);
    driver.type(QStringLiteral("同一次包车报了两遍"));
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    if (!driver.until("the withdrawal is open", [&page] { return page.isActOpen(); })) {
        return false;
    }
    driver.type(QStringLiteral("重复申请"));
    return counter.finishAct(CaseState::Withdrawn, true) &&
           driver.show("撤回", QStringLiteral("41-withdrawal"),
                       [&counter] { return counter.isPaperDrawn(); }) &&
           counter.closePaper();
}

bool SupplementJourney::supplement(const QString& waiting)
{
    constexpr int kMostItems = 10;
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    ui::CasesPage& page = m_stage.shell.casesPage();
    if (!counter.openCase(waiting) || !counter.beginAct(ui::CaseAct::Supplement)) {
        return false;
    }
    const ui::SupplementPane& pane = page.actView().supplement();
    const QString whole = ui::SupplementPane::tr("Everything the notice asked for is here.");
    const auto* list = pane.findChild<ui::MaterialList*>();
    if (!driver.goTo("the list of what is waited for",
                     [list](const QWidget& widget) { return &widget == list; })) {
        return false;
    }
    driver.key(Qt::Key_Home);
    for (int i = 0; i < kMostItems && pane.sentence() != whole; ++i) {
        driver.key(Qt::Key_Space); // the next one missing takes its place
        if (i == 0) {
            driver.look(QStringLiteral("42-supplement-begun"));
        }
    }
    return driver.show("逐项补正", QStringLiteral("43-supplement"),
                       [&pane, &whole] { return pane.sentence() == whole; }) &&
           counter.finishAct(CaseState::Granted, true) && counter.closePaper();
}

bool SupplementJourney::run(const QString& waiting)
{
    return compare() && withdraw() && supplement(waiting);
}

} // namespace ow::tour
