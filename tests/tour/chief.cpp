// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/chief.h"

#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/today/queuelist.h"
#include "ui/today/readingpane.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"

namespace ow::tour {

namespace {

constexpr int kMostCases = 60;

/// The chosen case is before the chief's eyes.
bool isShown(ui::TodayPage& page)
{
    const int row = page.queue().currentRow();
    const auto& shown = page.reading().shown();
    return row >= 0 && shown && shown->detail.line.number == page.queue().row(row).id;
}

} // namespace

bool ChiefJourney::check()
{
    Driver& driver = m_stage.driver;
    auto* page = m_stage.shell.window().findChild<ui::TodayPage*>();
    if (!m_stage.door.openPage(QStringLiteral("today")) ||
        !driver.show("今日", QStringLiteral("76-today"), [page] { return isShown(*page); })) {
        return false;
    }
    const QString number = page->reading().shown()->detail.line.number;
    driver.key(Qt::Key_A);
    return driver.show("已核", QStringLiteral("77-checked"), [page, &number] {
        return isShown(*page) && page->reading().shown()->detail.line.number != number;
    });
}

bool ChiefJourney::giveBack(const QString& number)
{
    Driver& driver = m_stage.driver;
    auto* page = m_stage.shell.window().findChild<ui::TodayPage*>();
    const auto isChosen = [page, &number] {
        const int row = page->queue().currentRow();
        return row >= 0 && page->queue().row(row).id == number;
    };
    driver.key(Qt::Key_Home);
    for (int i = 0; i < kMostCases && !isChosen(); ++i) {
        driver.key(Qt::Key_Down);
    }
    if (!driver.until("the case to return is shown", [page, &number] {
            return isShown(*page) && page->reading().shown()->detail.line.number == number;
        })) {
        return false;
    }
    driver.key(Qt::Key_R);
    driver.type(QStringLiteral("请核对轴载表第 3 轴的数值，并请经办人签字"));
    if (!driver.show("退回并写明原因", QStringLiteral("78-return"), [page] { return isShown(*page); })) {
        return false;
    }
    driver.key(Qt::Key_Return);
    return driver.until("the case has gone back", [page, &number] {
        const auto& shown = page->reading().shown();
        return !shown || shown->detail.line.number != number || !shown->detail.file.openTasks().empty();
    }) && m_stage.counter.isAllAtCentre();
}

bool ChiefJourney::run(const QString& returned)
{
    return check() && giveBack(returned);
}

bool ChiefJourney::cure(const QString& returned)
{
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    ui::CasesPage& page = m_stage.shell.casesPage();
    const auto tasks = [&page] {
        const auto& detail = page.detail().detail();
        return detail ? static_cast<int>(detail->file.openTasks().size()) : -1;
    };
    if (!counter.openCase(returned) ||
        !driver.show("窗口看到退回的任务", QStringLiteral("79-task"), [&tasks] { return tasks() == 1; }) ||
        !counter.beginAct(ui::CaseAct::AnswerTask)) {
        return false;
    }
    driver.type(QStringLiteral("轴载已核对无误，经办人已签字"));
    driver.look(QStringLiteral("80-task-answer"));
    return counter.finishAct(domain::CaseState::Accepted, false) &&
           driver.show("任务办结", QStringLiteral("81-task-done"), [&tasks] { return tasks() == 0; });
}

} // namespace ow::tour
