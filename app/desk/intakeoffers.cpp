// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/intakeoffers.h"

#include "desk/earlierfilling.h"
#include "desk/whenanswered.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

bool isMissing(const domain::MaterialIntake* taken)
{
    return taken == nullptr || (taken->state == domain::MaterialState::Missing && taken->files.empty());
}

} // namespace

IntakeOffers::IntakeOffers(Workplace& workplace, IntakeDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_shelf(workplace)
{
    connect(&m_desk, &IntakeDesk::changed, this, &IntakeOffers::lookUp);
    lookUp();
}

void IntakeOffers::lookUp()
{
    Asked now;
    if (m_desk.isActive()) {
        now.draft = m_desk.intake().draftId;
        const QString applicant = m_desk.intake().applicant.idNumber.trimmed();
        if (isWholeIdentifier(applicant)) {
            now.applicant = applicant;
        }
    }
    if (now == m_asked) {
        return;
    }
    m_asked = now;
    m_chosen.clear();
    const bool had = !std::exchange(m_offers, {}).isEmpty();
    if (had) {
        Q_EMIT changed();
    }
    if (now.applicant.isEmpty()) {
        return;
    }
    whenAnswered(m_shelf.offers(now.applicant, m_desk.guidePtr()), this,
                 [this, now](const domain::Result<ShelfOffers>& found) {
                     // An answer about somebody else is let go. Offers are a help: without them papers are
                     // scanned.
                     if (now != m_asked || !found || found->isEmpty()) {
                         return;
                     }
                     m_offers = *found;
                     Q_EMIT changed();
                 });
}

const std::vector<ShelfItem>* IntakeOffers::offersFor(const QString& material) const
{
    const auto found = m_offers.constFind(material);
    if (found == m_offers.constEnd() || found->empty() || !m_desk.isActive() ||
        !isMissing(m_desk.intake().material(material))) {
        return nullptr;
    }
    const bool due =
        std::ranges::any_of(m_desk.situation().materials, [&material](const domain::DueMaterial& one) {
            return one.required && one.material->id == material;
        });
    return due ? &*found : nullptr;
}

const ShelfItem* IntakeOffers::offer(const QString& material) const
{
    const std::vector<ShelfItem>* offers = offersFor(material);
    return offers == nullptr ? nullptr : &(*offers)[static_cast<std::size_t>(index(material))];
}

int IntakeOffers::count(const QString& material) const
{
    const std::vector<ShelfItem>* offers = offersFor(material);
    return offers == nullptr ? 0 : static_cast<int>(offers->size());
}

int IntakeOffers::index(const QString& material) const
{
    return m_chosen.value(material, 0);
}

void IntakeOffers::next(const QString& material)
{
    if (const int all = count(material); all > 1) {
        m_chosen.insert(material, (index(material) + 1) % all);
        Q_EMIT changed();
    }
}

bool IntakeOffers::take(const QString& material)
{
    const ShelfItem* found = offer(material);
    if (found == nullptr || m_desk.isDeciding()) {
        return false;
    }
    const ShelfItem item = *found; // taking it ends the offer
    return m_desk.reuse(item.material, item.from, item.files).has_value();
}

QString IntakeOffers::watermark(const QString& material) const
{
    const domain::MaterialIntake* taken = m_desk.intake().material(material);
    return taken == nullptr ? QString() : m_shelf.watermark(*taken, m_desk.guide().name);
}

} // namespace ow::desk
