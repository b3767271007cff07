// SPDX-License-Identifier: GPL-3.0-or-later
// CaseDetailPane: what is masked and for how long it is not, and the case beside it.
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casefacts.h"
#include "ui/cases/unmaskrow.h"
#include "ui/widgets/factgrid.h"

namespace ow::ui {

namespace {

desk::CaseDetail unmaskedDetail(desk::CaseDetail detail, const desk::Unmasked& unmasked)
{
    detail.applicantName = unmasked.applicantName;
    detail.applicantIdMasked = unmasked.applicantId;
    detail.phoneMasked = unmasked.phone;
    detail.agentName = unmasked.agentName;
    detail.agentIdMasked = unmasked.agentId;
    if (!unmasked.agentPhone.isEmpty() && unmasked.agentPhone != unmasked.phone) {
        detail.agentIdMasked += u'·' + unmasked.agentPhone;
    }
    return detail;
}

} // namespace

void CaseDetailPane::showFacts()
{
    if (!m_detail) {
        m_grid->setFacts({});
        return;
    }
    const domain::Guide* guide = m_guide ? &*m_guide : nullptr;
    m_grid->setFacts(caseFacts(m_unmasked ? unmaskedDetail(*m_detail, *m_unmasked) : *m_detail, guide));
}

void CaseDetailPane::showUnmasked(const desk::Unmasked& unmasked)
{
    if (m_detail && m_detail->line.number == unmasked.caseNumber) {
        m_unmasked = unmasked;
        showFacts();
        m_unmask->shown();
    }
}

void CaseDetailPane::toggleUnmask()
{
    if (m_detail) {
        m_unmask->toggle();
    }
}

void CaseDetailPane::compare()
{
    if (m_detail && !m_detail->duplicates.isEmpty()) {
        Q_EMIT comparisonWanted(m_detail->line.number, m_detail->duplicates.front());
    }
}

} // namespace ow::ui
