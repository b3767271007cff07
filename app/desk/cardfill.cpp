// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cardfill.h"

#include "domain/formvalue.h"
#include "domain/identifiercheck.h"

#include <algorithm>
#include <array>

namespace ow::desk {

namespace {

/// One person in a form: name, number, address.
struct PersonKeys
{
    const char* name;
    const char* number;
    const char* address;
};

constexpr PersonKeys kPerson{"personName", "personId", "personAddr"};             // items for persons only
constexpr PersonKeys kApplicant{"applicantName", "applicantNo", "applicantAddr"}; // for both kinds
constexpr PersonKeys kAgent{"agentName", "agentId", nullptr};

const domain::GuideField* fieldOf(const domain::Guide& guide, const char* key)
{
    const QString wanted = QString::fromLatin1(key);
    const auto found = std::ranges::find(guide.fields, wanted, &domain::GuideField::key);
    return found == guide.fields.end() ? nullptr : &*found;
}

QString typedIn(const domain::Intake& intake, const char* key)
{
    return domain::formValue(intake, QString::fromLatin1(key)).toString().trimmed();
}

/// The applicant's keys when the applicant is a person, by this guide and as chosen.
const PersonKeys* applicantKeys(const domain::Guide& guide, const domain::Intake& intake)
{
    if (fieldOf(guide, kPerson.name) != nullptr) {
        return &kPerson;
    }
    const bool natural = intake.applicant.kind == domain::ApplicantKind::Natural;
    return natural && fieldOf(guide, kApplicant.name) != nullptr ? &kApplicant : nullptr;
}

} // namespace

CardFill cardFill(const domain::Guide& guide, const domain::Intake& intake, const IdCard& card)
{
    const PersonKeys* keys = applicantKeys(guide, intake);
    CardFill fill;
    const QString number = keys == nullptr ? QString() : typedIn(intake, keys->number);
    const bool another = !number.isEmpty() && domain::canonicalIdentifier(u"id18", number) != card.number;
    if (keys == nullptr || (another && fieldOf(guide, kAgent.name) != nullptr)) {
        keys = &kAgent;
        fill.owner = CardOwner::Agent;
    }
    const std::array<std::pair<const char*, QString>, 3> parts{std::pair{keys->name, card.name},
                                                               std::pair{keys->number, card.number},
                                                               std::pair{keys->address, card.address}};
    for (const auto& [key, value] : parts) {
        const domain::GuideField* field = key == nullptr ? nullptr : fieldOf(guide, key);
        if (field == nullptr || value.isEmpty()) {
            continue;
        }
        const QString typed = typedIn(intake, key);
        if (typed.isEmpty()) {
            fill.values.emplace_back(field->key, value);
        } else if (typed.compare(value, Qt::CaseInsensitive) != 0) {
            fill.differs.append(field->label);
        }
    }
    return fill;
}

} // namespace ow::desk
