// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/receiving.h"

#include "ui/intake/actionpane.h"

namespace ow::tour {

using domain::CaseState;

bool ReceivingJourney::receive(const QString& applicant, const QString& mobile)
{
    Counter& counter = m_stage.counter;
    if (!counter.begin(QStringLiteral("sjbck"), QStringLiteral("62-JT-GG-0003"))) {
        return false;
    }
    counter.fillCharter({{QStringLiteral("orgName"), applicant},
                         {QStringLiteral("uscc"), QStringLiteral("91620100MA71K2345G")},
                         {QStringLiteral("mobile"), mobile}});
    return counter.giveMaterials(4) &&
           counter.decideOtherwise(ui::ActionPane::tr("Receive only, answer later")) &&
           counter.last().state == CaseState::Received && counter.openCase(counter.last().caseNumber);
}

bool ReceivingJourney::adviseAndCorrect()
{
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    const auto drawn = [&counter] { return counter.isPaperDrawn(); };
    if (!counter.openPaper(QStringLiteral("receipt")) ||
        !driver.show("收件凭证", QStringLiteral("33-receipt"), drawn) || !counter.closePaper() ||
        !counter.beginAct(ui::CaseAct::Advise)) {
        return false;
    }
    driver.type(QStringLiteral("变更车辆是否要重新备案"));
    if (!counter.finishAct(CaseState::Received, true) ||
        !driver.show("咨询引导", QStringLiteral("34-advice"), drawn) || !counter.closePaper() ||
        !counter.beginAct(ui::CaseAct::Correct)) {
        return false;
    }
    driver.key(Qt::Key_A, Qt::ControlModifier);
    driver.type(QStringLiteral("13900000003"));
    driver.look(QStringLiteral("35-correct"));
    return counter.finishAct(CaseState::Received, true) &&
           driver.show("当场更正", QStringLiteral("36-correction"), drawn) && counter.closePaper();
}

bool ReceivingJourney::passOn()
{
    Counter& counter = m_stage.counter;
    if (!receive(QStringLiteral("兰州庚辛旅游客运有限公司"), QStringLiteral("13900000004")) ||
        !counter.beginAct(ui::CaseAct::PassOn)) {
        return false;
    }
    m_stage.driver.type(QStringLiteral("兰州市交通运输局"));
    return counter.finishAct(CaseState::PassedOn, true) &&
           m_stage.driver.show("收件转办", QStringLiteral("38-pass-on"),
                               [&counter] { return counter.isPaperDrawn(); }) &&
           counter.closePaper();
}

bool ReceivingJourney::run()
{
    Counter& counter = m_stage.counter;
    return receive(QStringLiteral("兰州壬癸旅游客运有限公司"), QStringLiteral("1390000000")) &&
           adviseAndCorrect() && counter.beginAct(ui::CaseAct::Answer) &&
           counter.finishAct(CaseState::Granted, true) &&
           m_stage.driver.show("收件后答复", QStringLiteral("37-answer"),
                               [&counter] { return counter.isPaperDrawn(); }) &&
           counter.closePaper() && passOn();
}

} // namespace ow::tour
