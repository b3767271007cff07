// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caseactview.h"

#include "ui/cases/supplementpane.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

namespace ow::ui {

CaseActView::CaseActView(const Theme& theme, desk::Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent)
    , m_acts(workplace)
    , m_supplement(workplace)
    , m_actPane(new CaseActPane(theme, m_acts, this))
    , m_supplementPane(new SupplementPane(theme, m_supplement, this))
{
    addWidget(m_actPane);
    addWidget(m_supplementPane);
    connectPanes();
}

void CaseActView::connectPanes()
{
    for (ActFrame* pane : {static_cast<ActFrame*>(m_actPane), static_cast<ActFrame*>(m_supplementPane)}) {
        connect(pane, &ActFrame::left, this, &CaseActView::leave);
    }
    connect(m_actPane, &CaseActPane::wrote, this, &CaseActView::wrote);
    connect(m_supplementPane, &SupplementPane::wrote, this, &CaseActView::wrote);
    connect(m_actPane, &CaseActPane::failed, this,
            [this](const domain::Error& error) { refused(*m_actPane, error); });
    connect(m_supplementPane, &SupplementPane::failed, this,
            [this](const domain::Error& error) { refused(*m_supplementPane, error); });
    connect(m_actPane, &ActFrame::clockConfirmed, m_actPane, &CaseActPane::writeAgain);
    connect(m_supplementPane, &ActFrame::clockConfirmed, m_supplementPane, &SupplementPane::writeAgain);
    connect(&m_supplement, &desk::SupplementDesk::draftFailed, this, &CaseActView::failed);
}

void CaseActView::begin(CaseAct act, const QString& caseNumber)
{
    const int question = ++m_question;
    if (act == CaseAct::Supplement || act == CaseAct::Supply) {
        whenAnswered(m_supplement.begin(caseNumber), this,
                     [this, question](const domain::Result<void>& begun) {
                         if (question != m_question) {
                             return;
                         }
                         if (!begun) {
                             Q_EMIT failed(begun.error());
                             return;
                         }
                         m_supplementPane->rebuild();
                         setCurrentWidget(m_supplementPane);
                         Q_EMIT opened();
                         m_supplementPane->focusFirst();
                     });
        return;
    }
    whenAnswered(m_acts.look(caseNumber), this,
                 [this, question, act](const domain::Result<desk::CaseToAct>& seen) {
                     if (question != m_question) {
                         return;
                     }
                     if (!seen) {
                         Q_EMIT failed(seen.error());
                         return;
                     }
                     m_actPane->begin(act, *seen);
                     setCurrentWidget(m_actPane);
                     Q_EMIT opened();
                     m_actPane->focusFirst();
                 });
}

void CaseActView::refused(ActFrame& pane, const domain::Error& error)
{
    if (error.code == domain::ErrorCode::ClockDoubtful) {
        pane.askClock(errorText(error.code).sentence());
    } else {
        Q_EMIT failed(error);
    }
}

void CaseActView::leave()
{
    forget();
    Q_EMIT left();
}

void CaseActView::forget()
{
    ++m_question;
    m_actPane->clear();
    static_cast<void>(m_supplement.putAside());
    m_supplementPane->clear();
}

} // namespace ow::ui
