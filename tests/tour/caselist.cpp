// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/caselist.h"

#include "ui/cases/casedetailpane.h"
#include "ui/cases/casefilterbar.h"
#include "ui/cases/caselistmodel.h"
#include "ui/cases/casespage.h"
#include "ui/cases/unmaskrow.h"
#include "ui/papers/paperview.h"
#include "ui/progress/progresspage.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/searchbox.h"

#include <QLineEdit>

namespace ow::tour {

bool CaseListJourney::filter()
{
    Driver& driver = m_stage.driver;
    if (!m_stage.door.openPage(QStringLiteral("cases"))) {
        return false;
    }
    driver.key(Qt::Key_Escape); // from the case to the list
    const QAbstractItemModel& rows = *m_stage.shell.casesPage().table().model();
    const int all = rows.rowCount();
    driver.key(Qt::Key_Slash);
    driver.type(QStringLiteral("航标"));
    if (!driver.show("办件筛选", QStringLiteral("61-cases-filtered"),
                     [&rows, all] { return rows.rowCount() > 0 && rows.rowCount() < all; })) {
        return false;
    }
    driver.key(Qt::Key_Escape);
    driver.key(Qt::Key_Escape);
    const QString before = rows.headerData(ui::CaseListModel::StateColumn, Qt::Horizontal).toString();
    driver.key(Qt::Key_4);
    if (!driver.show("办件排序", QStringLiteral("62-cases-ordered"), [&rows, all, &before] {
            return rows.rowCount() == all &&
                   rows.headerData(ui::CaseListModel::StateColumn, Qt::Horizontal).toString() != before;
        })) {
        return false;
    }
    driver.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    if (!driver.goTo(ui::CaseFilterBar::tr("What is open")) ||
        !driver.choose(ui::CaseFilterBar::tr("Promised materials")) ||
        !driver.show("按条件缩小", QStringLiteral("63-cases-narrowed"), [this, &rows, all] {
            return rows.rowCount() > 0 && rows.rowCount() < all &&
                   m_stage.shell.casesPage().detail().detail().has_value();
        })) {
        return false;
    }
    driver.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    driver.key(Qt::Key_F2);
    driver.type(QStringLiteral("戊己"));
    const bool found = driver.glance("办件搜索", QStringLiteral("64-cases-search"),
                                     [this] { return m_stage.shell.window().search().isOpen(); });
    driver.key(Qt::Key_Escape);
    driver.key(Qt::Key_Escape);
    return found;
}

bool CaseListJourney::unmask()
{
    const auto* row = m_stage.shell.casesPage().findChild<ui::UnmaskRow*>();
    m_stage.driver.key(Qt::Key_V);
    m_stage.driver.key(Qt::Key_1);
    const bool shown =
        m_stage.driver.show("显示完整号码", QStringLiteral("65-unmasked"), [row] { return row->isShown(); });
    m_stage.driver.key(Qt::Key_V);
    return shown && m_stage.driver.until("the numbers are masked again", [row] { return !row->isShown(); });
}

bool CaseListJourney::printAgain()
{
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    ui::CasesPage& page = m_stage.shell.casesPage();
    const auto paper = page.detail().detail()->file.papers.back();
    if (!counter.openPaper(paper.kind)) {
        return false;
    }

    if (!driver.show("打印预览", QStringLiteral("66-preview"),
                     [&counter] { return counter.isPaperDrawn(); })) {
        return false;
    }
    driver.key(Qt::Key_F12);
    const auto* said = page.paperView().findChild<ui::MessageLine*>();
    return driver.show("补打", QStringLiteral("67-printed-again"), [said] {
        return !said->text().isEmpty();
    }) && counter.closePaper();
}

bool CaseListJourney::shoot(const QString& number)
{
    // Nothing takes text there: in an empty field of a form a code is what belongs into the field.
    if (!m_stage.door.openPage(ui::SettingsPage::info().id)) {
        return false;
    }
    m_stage.driver.shoot(number);
    return m_stage.driver.show("扫码枪打开办件", QStringLiteral("68-gun"),
                               [this, &number] { return m_stage.counter.isCaseShown(number); });
}

bool CaseListJourney::answer(const QString& number, const QString& identifier)
{
    Driver& driver = m_stage.driver;
    ui::ProgressPage& page = m_stage.shell.progressPage();
    if (!m_stage.door.openPage(ui::ProgressPage::info().id)) {
        return false;
    }
    driver.type(number);
    driver.key(Qt::Key_Return);
    if (!driver.show("按编号答进度", QStringLiteral("69-progress-number"),
                     [&page] { return !page.sentences().isEmpty(); })) {
        return false;
    }
    driver.key(Qt::Key_Escape);
    if (!driver.until("the answer is gone", [&page] { return page.sentences().isEmpty(); })) {
        return false;
    }
    driver.type(identifier);
    driver.key(Qt::Key_Return);
    return driver.show("按证件号答进度", QStringLiteral("70-progress-identifier"),
                       [&page] { return !page.sentences().isEmpty(); });
}

bool CaseListJourney::run(const QString& number, const QString& identifier)
{
    return filter() && m_stage.counter.openCase(number) && unmask() && printAgain() && shoot(number) &&
           answer(number, identifier);
}

} // namespace ow::tour
