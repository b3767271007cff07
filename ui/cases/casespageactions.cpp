// SPDX-License-Identifier: GPL-3.0-or-later
// CasesPage: its keys, and what they do besides moving about.
#include "ui/capture/scanpanel.h"
#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casefilterbar.h"
#include "ui/cases/caselistmodel.h"
#include "ui/cases/caselistpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/duplicateview.h"
#include "ui/cases/paperrows.h"
#include "ui/cases/supplementpane.h"
#include "ui/frame/actioncatalog.h"
#include "ui/papers/paperview.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/timelinelist.h"
#include "ui/widgets/whenanswered.h"

#include <QKeyEvent>
#include <QStackedWidget>

#include <utility>

namespace ow::ui {

void CasesPage::addActions(ActionCatalog& actions, const QString& page)
{
    // Ctrl+Enter is the frame's: it presses the one primary action of whichever page is shown.
    connect(actions.add({.id = page + QStringLiteral(".filter"),
                         .word = tr("Filter the list"),
                         .keys = QKeySequence(Qt::Key_Slash),
                         .page = page}),
            &QAction::triggered, this, &CasesPage::startFilter);
    connect(actions.add({.id = page + QStringLiteral(".narrow"),
                         .word = tr("Narrow the list"),
                         .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                         .page = page}),
            &QAction::triggered, this, &CasesPage::toggleNarrowing);
    QAction* again = actions.add({.id = page + QStringLiteral(".again"),
                                  .word = tr("Print the newest paper again"),
                                  .keys = QKeySequence(Qt::Key_F12),
                                  .page = page});
    again->setAutoRepeat(false); // each print is an entry
    connect(again, &QAction::triggered, this, &CasesPage::printAgain);
    if (ScanPanel* scans = m_act->supplement().papers().scanPanel()) {
        scans->addActions(actions, page);
        actions.note(QStringLiteral("F9"), tr("Scan, of a supplement or the signed promise"), page);
    }
    actions.note(QStringLiteral("V"), tr("Show or hide the whole numbers"), page);
    actions.note(QStringLiteral("M"), tr("What can be done about the case"), page);
    actions.note(QStringLiteral("D"), tr("Compare with an open case of the same applicant"), page);
    actions.note(QStringLiteral("1 … 5"), tr("Order by a column, again: backwards"), page);
    actions.note(QStringLiteral("↑ ↓"), tr("Previous and next case"), page);
    actions.note(QStringLiteral("Enter"), tr("Look at the case"), page);
    actions.note(QStringLiteral("Ctrl P"), tr("Print the open paper"), page);
}

void CasesPage::toggleNarrowing()
{
    const bool show = !m_narrowing->isVisible();
    if (show) {
        std::vector<CaseFilterBar::Item> items;
        if (const auto& rules = m_workplace.rules()) {
            for (const catalogue::GuidePtr& guide : rules->catalogue.listByUse()) {
                items.push_back({guide->ref.code, guide->name});
            }
        }
        m_narrowing->setItems(items);
        const auto& device = m_workplace.device();
        m_narrowing->setPlace(device ? device->station : QString(), m_workplace.today());
    }
    m_narrowing->setVisible(show);
    m_narrowButton->setChecked(show);
    if (show) {
        m_narrowing->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_narrowing->reset(); // what cannot be seen does not narrow
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

void CasesPage::narrowed()
{
    const int many = m_narrowing->narrowing();
    m_narrowButton->setText(many == 0 ? tr("Narrow") : tr("Narrow · %1").arg(many));
    m_browser.narrow(m_narrowing->filter());
}

void CasesPage::unmask(const QString& caseNumber, desk::UnmaskReason reason)
{
    whenAnswered(m_cases.unmask(caseNumber, reason), this,
                 [this](const domain::Result<desk::Unmasked>& unmasked) {
                     if (!unmasked) {
                         Q_EMIT failed(unmasked.error());
                     } else if (m_workplace.person()) {
                         m_detail->showUnmasked(*unmasked);
                         if (m_inDetail && isVisible()) {
                             m_detail->timeline().setFocus(Qt::OtherFocusReason);
                         }
                     }
                 });
}

void CasesPage::connectDuplicates()
{
    m_duplicates = new DuplicateView(m_theme, m_workplace, m_outer);
    m_outer->addWidget(m_duplicates);
    connect(m_detail, &CaseDetailPane::comparisonWanted, this,
            [this](const QString& one, const QString& other) {
                m_onDesk = false;
                m_duplicates->begin(one, other);
            });
    const auto back = [this] {
        m_duplicates->forget();
        m_outer->setCurrentWidget(m_browse);
        m_list->setFocus(Qt::OtherFocusReason);
    };
    const auto backToDesk = [this, back](const std::optional<desk::TwinDecision>& said) {
        back();
        if (std::exchange(m_onDesk, false)) {
            Q_EMIT comparedOnDesk(said);
        }
    };
    connect(m_duplicates, &DuplicateView::left, this, [backToDesk] { backToDesk({}); });
    connect(m_duplicates, &DuplicateView::decidedOnDesk, this, backToDesk);
    connect(m_duplicates, &DuplicateView::failed, this, &CasesPage::failed);
    connect(m_duplicates, &DuplicateView::opened, this, [this] {
        m_outer->setCurrentWidget(m_duplicates);
        if (isVisible()) {
            m_duplicates->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_duplicates, &DuplicateView::decided, this,
            [this, back](const QString& later, desk::DuplicateDecision decision) {
                back();
                if (decision == desk::DuplicateDecision::WithdrawLater) {
                    m_act->begin(CaseAct::Withdraw, later); // with its paper
                }
            });
}

void CasesPage::compareOnDesk(const domain::Intake& intake, const QString& other)
{
    m_onDesk = true;
    m_duplicates->beginOnDesk(intake, other);
}

void CasesPage::printAgain()
{
    if (isPaperOpen()) {
        m_paper->print();
        return;
    }
    const auto& detail = m_detail->detail();
    if (!m_printAfter && detail && !detail->file.papers.empty()) {
        m_printAfter = true;
        openPaper(detail->line.number, detail->file.papers.back().number);
    }
}

void CasesPage::recordPrint(const QString& caseNumber, const QString& paperNumber)
{
    whenAnswered(m_cases.notePrint(caseNumber, paperNumber), this,
                 [this](const domain::Result<desk::PrintNote>& note) {
                     if (note && isPaperOpen() && m_paper->paper().number == note->paperNumber) {
                         m_paper->printNow(note->time);
                         return;
                     }
                     m_paper->giveUpPrint();
                     if (!note) {
                         Q_EMIT failed(note.error());
                     }
                 });
}

void CasesPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && !isPaperOpen() && !isActOpen()) {
        m_detail->primaryAct();
        return;
    }
    if (m_outer->currentWidget() == m_browse && event->modifiers() == Qt::NoModifier &&
        pressedLetter(event->key())) {
        return;
    }
    if (event->key() == Qt::Key_Escape && m_inDetail && !isPaperOpen() && !isActOpen()) {
        leaveDetail();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool CasesPage::pressedLetter(int key)
{
    if (key == Qt::Key_V) {
        m_detail->toggleUnmask();
        return true;
    }
    if (key == Qt::Key_M) {
        m_detail->openActs();
        return true;
    }
    if (key == Qt::Key_D) {
        m_detail->compare();
        return true;
    }
    const int column = key - Qt::Key_1;
    if (column < 0 || column >= CaseListModel::LeftColumn || m_inDetail) {
        return false;
    }
    m_browser.orderBy(CaseListModel::columnOrderedBy(column));
    return true;
}

} // namespace ow::ui
