// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/materialrows.h"

#include "ui/intake/materialpane.h"

#include <algorithm>

namespace ow::ui {

namespace {

/// "原件 1·复印件 2·3 页·已与原件核对"
QStringList ownCopies(const domain::GuideMaterial& material, const domain::MaterialIntake* taken)
{
    QStringList facts;
    if (material.originals > 0) {
        facts << MaterialPane::tr("%1 original(s)").arg(material.originals);
    }
    if (material.photocopies > 0) {
        facts << MaterialPane::tr("%1 copy(ies)").arg(material.photocopies);
    }
    int pages = 0;
    if (taken != nullptr) {
        for (const domain::MaterialFile& file : taken->files) {
            pages += file.pages;
        }
    }
    if (pages > 0) {
        facts << MaterialPane::tr("%1 page(s)").arg(pages);
    }
    if (taken != nullptr && taken->grade == domain::TrustGrade::B) {
        facts << MaterialPane::tr("compared with the original");
    }
    return facts;
}

/// "原件 1·复印件 2·3 页·可容缺 3 个工作日"
QString copiesOf(const domain::DueMaterial& due, const domain::MaterialIntake* taken, int toleranceDays)
{
    QStringList facts;
    const domain::GuideMaterial& material = *due.material;
    const bool reused = taken != nullptr && taken->reused.has_value();
    if (reused) {
        // As it was offered: day, grade, end.
        facts << MaterialPane::tr("reused, scan of %1").arg(taken->reused->verifiedOn.toString(Qt::ISODate))
              << domain::gradeKey(taken->grade);
    } else {
        facts << ownCopies(material, taken);
    }
    if (taken != nullptr && taken->validUntil.isValid()) {
        facts << MaterialPane::tr("valid until %1").arg(taken->validUntil.toString(Qt::ISODate));
    }
    if (taken != nullptr && taken->state == domain::MaterialState::Unfit && !taken->unfitReason.isEmpty()) {
        facts << taken->unfitReason;
    } else if (taken == nullptr || taken->state == domain::MaterialState::Missing) {
        if (!material.issuer.isEmpty()) {
            facts << material.issuer;
        } else if (!material.origin.isEmpty()) {
            facts << material.origin;
        }
        facts << (toleranceDays > 0 ? MaterialPane::tr("may follow in %1 working days").arg(toleranceDays)
                                    : MaterialPane::tr("cannot follow later"));
    }
    return facts.join(u'·');
}

int weight(const MaterialRow& row)
{
    const QString& icon = row.state.icon;
    return !row.action.isEmpty()               ? -1
           : row.state.tone == Tone::Block     ? 0
           : icon == QLatin1StringView("half") ? 1
           : row.state.tone == Tone::Warn      ? 1
           : row.state.tone == Tone::Ok        ? 3
           : row.state.tone == Tone::Info      ? 2
                                               : 4;
}

/// "可用 2026-10-12 扫描件·B·有效期至 2027-03-01", and "沿用 1/2" where there are several.
void offer(MaterialRow& row, const desk::IntakeOffers& offers)
{
    const desk::ShelfItem* item = offers.offer(row.id);
    if (item == nullptr) {
        return;
    }
    row.second = desk::MaterialShelf::rowText(*item);
    row.action = MaterialPane::tr("Reuse");
    if (const int count = offers.count(row.id); count > 1) {
        row.action += QStringLiteral(" %1/%2").arg(offers.index(row.id) + 1).arg(count);
    }
    row.key = QStringLiteral("U");
}

StateWord stateOf(const domain::DueMaterial& due, const domain::MaterialIntake* taken, int toleranceDays)
{
    const auto state = taken == nullptr ? domain::MaterialState::Missing : taken->state;
    switch (state) {
    case domain::MaterialState::Received:
        return stateWord(MaterialLook::Verified);
    case domain::MaterialState::Unfit:
        return stateWord(MaterialLook::Unfit);
    case domain::MaterialState::NotApplicable:
        return stateWord(MaterialLook::NotNeeded);
    case domain::MaterialState::Missing:
        break;
    }
    if (due.asked) {
        return {MaterialPane::tr("Please answer"), QStringLiteral("info"), Tone::Info};
    }
    if (!due.required) {
        return stateWord(MaterialLook::NotNeeded);
    }
    return stateWord(toleranceDays > 0 ? MaterialLook::Tolerated : MaterialLook::Missing);
}

} // namespace

std::vector<MaterialRow> materialRows(const desk::IntakeDesk& desk, const desk::IntakeOffers& offers,
                                      const QHash<QString, QString>& refusals)
{
    std::vector<MaterialRow> rows;
    const domain::ResolvedSituation& situation = desk.situation();
    for (const domain::DueMaterial& due : situation.materials) {
        const QString& id = due.material->id;
        const domain::MaterialIntake* taken = desk.intake().material(id);
        const int days = domain::effectiveToleranceDays(*due.material, situation.promisedDays);
        MaterialRow row;
        row.id = id;
        row.name = due.material->name;
        row.state = stateOf(due, taken, days);
        row.second = copiesOf(due, taken, days);
        offer(row, offers);
        if (const auto refused = refusals.constFind(id); refused != refusals.constEnd()) {
            row.stateText = MaterialPane::tr("not taken in");
            row.second = *refused;
        }
        if (taken != nullptr) {
            for (const domain::MaterialFile& file : taken->files) {
                row.pages.push_back({file.blob, file.edit, file.pages, file.incomplete});
            }
        }
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, weight);
    return rows;
}

} // namespace ow::ui
