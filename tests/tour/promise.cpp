// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/promise.h"

#include <QAbstractButton>
#include <QApplication>

namespace ow::tour {

namespace {

const QString kItem = QStringLiteral("62-JT-XK-0040"); // 专用航标: one of its materials may follow

QHash<QString, QString> answers()
{
    return {{QStringLiteral("applicantKind"), QStringLiteral("#2")},
            {QStringLiteral("applicantName"), QStringLiteral("甘肃戊己航运有限公司")},
            {QStringLiteral("applicantNo"), QStringLiteral("91100000100003962T")},
            {QStringLiteral("applicantAddr"), QStringLiteral("兰州市城关区滨河路1号")},
            {QStringLiteral("division"), QStringLiteral("620102")},
            {QStringLiteral("agentName"), QStringLiteral("王二")},
            {QStringLiteral("agentId"), QStringLiteral("62010219900307123X")},
            {QStringLiteral("mobile"), QStringLiteral("13900010002")},
            {QStringLiteral("delivery"), QStringLiteral("#1")},
            {QStringLiteral("waterway"), QStringLiteral("黄河兰州段")},
            {QStringLiteral("markKind"), QStringLiteral("#1")},
            {QStringLiteral("coords"), QStringLiteral("103.83,36.06")},
            {QStringLiteral("action"), QStringLiteral("#1")}};
}

} // namespace

bool PromiseJourney::answerQuestion()
{
    constexpr int kMostFindings = 12;
    const QString asked = QStringLiteral("M03");
    for (int i = 0; i < kMostFindings && !m_stage.shell.intake().intake().answers.contains(asked); ++i) {
        m_stage.driver.key(Qt::Key_F7);
        if (qobject_cast<QAbstractButton*>(QApplication::focusWidget()) != nullptr) {
            m_stage.driver.key(Qt::Key_2); // no: nothing is built there
        }
    }
    return m_stage.driver.until("the question is answered", [this, &asked] {
        return m_stage.shell.intake().intake().answers.contains(asked);
    });
}

bool PromiseJourney::run()
{
    Driver& driver = m_stage.driver;
    Counter& counter = m_stage.counter;
    if (!counter.begin(QStringLiteral("zyhb"), kItem)) {
        return false;
    }
    driver.key(Qt::Key_F3);
    driver.key(Qt::Key_Backtab, Qt::ShiftModifier); // who applies stands before the name
    counter.fillIn(answers());
    if (!answerQuestion() || !counter.giveMaterials(2) ||
        !driver.show("容缺", QStringLiteral("30-deficiency"),
                     [this] { return m_stage.shell.intake().answer() == domain::Answer::AcceptDeficient; })) {
        return false;
    }
    return counter.decide({}) && counter.last().state == domain::CaseState::Accepted &&
           counter.openCase(counter.last().caseNumber) &&
           counter.openPaper(QStringLiteral("deficientAcceptance")) &&
           driver.show("容缺受理通知书", QStringLiteral("31-deficiency-acceptance"),
                       [&counter] { return counter.isPaperDrawn(); }) &&
           counter.closePaper() && counter.openPaper(QStringLiteral("promise")) &&
           driver.show("承诺书", QStringLiteral("32-deficiency-promise"),
                       [&counter] { return counter.isPaperDrawn(); }) &&
           counter.closePaper();
}

} // namespace ow::tour
