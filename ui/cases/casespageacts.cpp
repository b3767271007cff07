// SPDX-License-Identifier: GPL-3.0-or-later
// CasesPage: acts on the case that is shown, in place of the list while they are under way.
#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/caselistpane.h"
#include "ui/cases/casespage.h"
#include "ui/widgets/timelinelist.h"

#include <QStackedWidget>

namespace ow::ui {

void CasesPage::connectActs()
{
    connect(m_detail, &CaseDetailPane::actWanted, m_act, &CaseActView::begin);
    connect(m_act, &CaseActView::opened, this, [this] { m_outer->setCurrentWidget(m_act); });
    connect(m_act, &CaseActView::left, this, &CasesPage::closeAct);
    connect(m_act, &CaseActView::failed, this, &CasesPage::failed);
    connect(m_act, &CaseActView::wrote, this, &CasesPage::takeDone);
}

void CasesPage::setScanDesk(desk::ScanDesk& scan)
{
    m_act->setScanDesk(scan);
}

void CasesPage::saveNow()
{
    m_act->saveNow();
}

QFuture<domain::Result<void>> CasesPage::putAside()
{
    return m_act->putAside();
}

bool CasesPage::isActOpen() const
{
    return m_outer->currentWidget() == m_act;
}

void CasesPage::takeOffers()
{
    const auto& detail = m_detail->detail();
    const auto& person = m_workplace.person();
    m_detail->setOffers(detail && person ? desk::offersFor(detail->file, desk::rolesAtDesk(*person))
                                         : desk::CaseOffers());
}

void CasesPage::closeAct()
{
    if (!isActOpen()) {
        return;
    }
    m_outer->setCurrentWidget(m_browse);
    if (m_inDetail) {
        m_detail->timeline().setFocus(Qt::OtherFocusReason);
    } else {
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

void CasesPage::takeDone(const desk::ActDone& done)
{
    m_act->forget();
    closeAct();
    m_browser.open(done.caseNumber);
    m_browser.refresh();
    // The answer's own paper is shown; those that go with it are made and stand with the case.
    for (std::size_t i = 0; i < done.papers.size(); ++i) {
        const bool last = i + 1 == done.papers.size();
        const bool shown =
            last ? done.papers.size() == 1 || done.papers[i].kind != QLatin1StringView("promise")
                 : done.papers[i + 1].kind == QLatin1StringView("promise");
        if (shown) {
            openPaper(done.caseNumber, done.papers[i].number);
        } else {
            static_cast<void>(m_papers.open(done.caseNumber, done.papers[i].number));
        }
    }
}

} // namespace ow::ui
