// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/casesearch.h"

#include "domain/idnumber.h"
#include "domain/mobile.h"
#include "domain/uscc.h"

#include <algorithm>

namespace ow::desk {

using domain::Result;
using ledger::CaseQuery;
using ledger::Ledger;
using ledger::PersonRole;

namespace {

constexpr int kSameNumber = 1000;    ///< cases of one person in a list
constexpr qsizetype kItemWords = 2;  ///< letters from which a text may mean an item
constexpr qsizetype kMostItems = 60; ///< more mean that the text says nothing about the item

/// Codes of the items whose name, short name or alias has the text.
QStringList itemsNamed(const HouseRules& rules, const QString& text)
{
    QStringList codes;
    if (text.size() < kItemWords) {
        return codes;
    }
    const auto says = [&text](const QString& words) { return words.contains(text, Qt::CaseInsensitive); };
    for (const catalogue::GuidePtr& guide : rules.catalogue.listByUse()) {
        if (says(guide->name) || says(guide->shortName) || says(guide->ref.code) ||
            std::ranges::any_of(guide->aliases, says)) {
            codes.append(guide->ref.code);
        }
    }
    return codes.size() > kMostItems ? QStringList() : codes;
}

} // namespace

Result<RowSet> casesFitting(const Ledger& ledger, const HouseRules* rules, const QString& text)
{
    RowSet fits;
    std::vector<PersonRole> roles;
    if (domain::MobileNumber::parse(text)) {
        roles = {PersonRole::Phone};
    } else if (domain::IdNumber::parse(text) || domain::CreditCode::parse(text)) {
        roles = {PersonRole::Applicant, PersonRole::Agent};
    }
    for (const PersonRole role : roles) {
        const auto cases = ledger.cases().ofPerson(role, text, kSameNumber);
        if (!cases) {
            return tl::unexpected(cases.error());
        }
        for (const ledger::CaseRow& row : *cases) {
            fits.add(row.row);
        }
    }
    if (!roles.empty()) {
        return fits;
    }
    for (const qint64 row : ledger.names().rowsFitting(text)) {
        fits.add(row);
    }
    CaseQuery ofItems;
    ofItems.items = rules == nullptr ? QStringList() : itemsNamed(*rules, text);
    if (!ofItems.items.isEmpty()) {
        const auto keys = ledger.cases().keys(ofItems);
        if (!keys) {
            return tl::unexpected(keys.error());
        }
        std::ranges::for_each(*keys, [&fits](qint64 row) { fits.add(row); });
    }
    return fits;
}

} // namespace ow::desk
