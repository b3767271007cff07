// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the pane now, and doing it.
#include "ui/guides/changepane.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/whenanswered.h"

#include <QLabel>
#include <QSignalBlocker>

namespace ow::ui {

void ChangePane::showAction()
{
    const bool may = m_guides.mayPublish();
    const bool deciding = m_proposal.has_value();
    const bool changes = may && m_guide && !deciding;
    m_head->setTitle(!may ? tr("Versions") : deciding ? tr("Waiting for approval") : tr("Change"));
    m_proposed->setVisible(deciding);
    m_days->setVisible(changes);
    m_note->setVisible(may && m_guide);
    m_note->setPlaceholderText(deciding ? tr("Why it is declined (optional)") : tr("Why (optional)"));
    m_foot->setVisible(may && m_guide);
    m_decline->setVisible(deciding);
    m_decline->setText(deciding && m_proposal->own ? tr("Take back") : tr("Decline"));
    m_decline->setEnabled(!m_busy);
    m_action->setText(deciding ? tr("Approve") : tr("Propose"));
    m_action->setEnabled(!m_busy &&
                         (deciding ? !m_proposal->own && m_proposal->refused.isEmpty() : changes && m_ready));
    if (deciding && m_proposal->own) {
        m_why->setText(tr("A second administrator has to approve it."));
    } else if (!m_guides.isOnline()) {
        m_why->setText(tr("No line to the centre: it waits here until there is one."));
    } else if (!deciding && !m_ready) {
        m_why->setText(tr("Change a number of days to propose a new version."));
    } else {
        m_why->setText(deciding ? tr("It holds at every window from then on.")
                                : tr("A second administrator approves it."));
    }
}

void ChangePane::act()
{
    if (m_busy || !m_guide || !m_action->isEnabled()) {
        return;
    }
    m_busy = true;
    if (m_proposal) {
        whenAnswered(m_guides.approve(m_proposal->id), this, [this](const domain::Result<void>& answer) {
            done(answer, tr("Approval is on its way to the centre"));
        });
    } else if (const auto wanted = change()) {
        whenAnswered(m_guides.propose(m_guide->ref.code, *wanted, m_note->text()), this,
                     [this](const domain::Result<void>& answer) {
                         done(answer, tr("The proposal is on its way to the centre"));
                     });
    }
    showAction();
}

void ChangePane::decline()
{
    if (m_busy || !m_proposal) {
        return;
    }
    m_busy = true;
    whenAnswered(
        m_guides.decline(m_proposal->id, m_note->text()), this,
        [this](const domain::Result<void>& answer) { done(answer, tr("The centre is being told")); });
    showAction();
}

void ChangePane::done(const domain::Result<void>& answer, const QString& sentence)
{
    m_busy = false;
    if (!answer) {
        Q_EMIT failed(answer.error());
        showAction();
        return;
    }
    m_note->clear();
    for (const DayField& field : m_fields) {
        const QSignalBlocker quiet(field.edit);
        field.edit->setText(QString::number(field.before));
    }
    ask();
    Q_EMIT said(sentence);
    refresh();
}

} // namespace ow::ui
