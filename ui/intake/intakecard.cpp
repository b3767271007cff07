// SPDX-License-Identifier: GPL-3.0-or-later
// F8: an identity card into the form.
#include "desk/devicedesk.h"
#include "domain/formvalue.h"
#include "ui/intake/formpane.h"
#include "ui/intake/intakepage.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

namespace ow::ui {

void IntakePage::readCard()
{
    if (m_devices == nullptr || !m_desk.isActive()) {
        return;
    }
    if (m_devices->isReading()) {
        m_devices->cancelRead(); // F8 again: the clerk has thought better of it
        return;
    }
    say(Tone::Info, tr("Put the card on the reader. F8 again: stop."));
    whenAnswered(m_devices->readCard(), this,
                 [this, draft = m_desk.intake().draftId](const domain::Result<desk::IdCard>& card) {
                     // Another application may lie on the desk by now: the card is not for that one.
                     if (!m_desk.isActive() || m_desk.intake().draftId != draft) {
                         return;
                     }
                     if (card) {
                         takeCard(*card);
                     } else if (card.error().code == domain::ErrorCode::Cancelled) {
                         say(Tone::Info, tr("Reading was stopped."));
                     } else {
                         say(Tone::Warn, errorText(card.error().code).sentence());
                     }
                 });
}

void IntakePage::takeCard(const desk::IdCard& card)
{
    const desk::CardFill fill = desk::cardFill(m_desk.guide(), m_desk.intake(), card);
    m_desk.fill(fill);
    m_form->takeOver();
    if (!fill.differs.isEmpty()) {
        say(Tone::Warn, tr("The card says otherwise than what is typed in %1. What is typed stays; empty the "
                           "field and press F8 to take the card's.")
                            .arg(fill.differs.join(u'、')));
        return;
    }
    if (!card.isValidOn(m_workplace.today())) {
        say(Tone::Warn, tr("The card was read. It is not valid today: valid until %1.")
                            .arg(card.validUntil.toString(Qt::ISODate)));
        return;
    }
    say(Tone::Ok, fill.owner == desk::CardOwner::Applicant ? tr("The card was read as the applicant's.")
                                                           : tr("The card was read as the agent's."));
}

bool IntakePage::takeCode(const QString& code)
{
    const QString key = m_desk.isActive() ? m_form->currentField() : QString();
    const domain::GuideField* field = key.isEmpty() ? nullptr : m_desk.guide().field(key);
    const bool open = field != nullptr && field->type == domain::FieldType::Text &&
                      !m_desk.form().fields.value(key).computed &&
                      domain::isBlank(domain::formValue(m_desk.intake(), key));
    if (open) {
        m_desk.setField(key, code, domain::AnswerSource::Code);
        m_form->takeOver();
    }
    return open;
}

} // namespace ow::ui
