// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caseactview.h"

#include "ui/cases/promisepane.h"
#include "ui/cases/supplementpane.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

namespace ow::ui {

CaseActView::CaseActView(const Theme& theme, desk::Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent)
    , m_acts(workplace)
    , m_supplement(workplace)
    , m_actPane(new CaseActPane(theme, m_acts, this))
    , m_supplementPane(new SupplementPane(theme, workplace, m_supplement, this))
    , m_promisePane(new PromisePane(theme, workplace, m_acts, this))
{
    addWidget(m_actPane);
    addWidget(m_supplementPane);
    addWidget(m_promisePane);
    connectPanes();
}

void CaseActView::setScanDesk(desk::ScanDesk& scan)
{
    m_supplementPane->setScanDesk(scan);
    m_promisePane->setScanDesk(scan);
}

void CaseActView::connectPanes()
{
    for (ActFrame* pane : std::initializer_list<ActFrame*>{m_actPane, m_supplementPane, m_promisePane}) {
        connect(pane, &ActFrame::left, this, &CaseActView::leave);
    }
    connect(m_actPane, &CaseActPane::wrote, this, &CaseActView::wrote);
    connect(m_supplementPane, &SupplementPane::wrote, this, &CaseActView::wrote);
    connect(m_promisePane, &PromisePane::wrote, this, &CaseActView::wrote);
    connect(m_promisePane, &PromisePane::failed, this,
            [this](const domain::Error& error) { refused(*m_promisePane, error); });
    connect(m_promisePane, &ActFrame::clockConfirmed, m_promisePane, &PromisePane::writeAgain);
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
                     ActFrame* pane = m_actPane;
                     if (act == CaseAct::SignPromise) {
                         m_promisePane->begin(*seen);
                         pane = m_promisePane;
                     } else {
                         m_actPane->begin(act, *seen);
                     }
                     setCurrentWidget(pane);
                     Q_EMIT opened();
                     pane->focusFirst();
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

QFuture<domain::Result<void>> CaseActView::putAside()
{
    return m_supplement.putAside();
}

void CaseActView::forget()
{
    ++m_question;
    m_actPane->clear();
    m_promisePane->clear();
    static_cast<void>(m_supplement.putAside());
    m_supplementPane->clear();
}

} // namespace ow::ui
