// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/materialshelf.h"

#include "ledger/ledger.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::Result;
using ledger::Ledger;
using ledger::ShelfRow;

constexpr qsizetype kShortestId = 15;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MaterialShelf)
};

/// The material of the application's guide an earlier one stands for: the same name, and the same issuer
/// where both guides know one.
const domain::GuideMaterial* standsFor(const domain::GuideMaterial& earlier, const domain::Guide& guide,
                                       const ShelfRules& rules)
{
    const QString name = rules.sameName(earlier.name);
    const auto found = std::ranges::find_if(guide.materials, [&](const domain::GuideMaterial& material) {
        const bool issuersFit =
            earlier.issuer.isEmpty() || material.issuer.isEmpty() || earlier.issuer == material.issuer;
        return issuersFit && rules.sameName(material.name) == name;
    });
    return found == guide.materials.end() || name.isEmpty() ? nullptr : &*found;
}

bool isStored(Ledger& ledger, const std::vector<domain::MaterialFile>& files)
{
    return std::ranges::all_of(files, [&ledger](const domain::MaterialFile& file) {
        return ledger.blobs().info(file.blob).has_value();
    });
}

/// Whether the pages are there in an earlier offer already, from a case that used the same scan.
bool isOffered(const std::vector<ShelfItem>& offers, const std::vector<domain::MaterialFile>& files)
{
    return std::ranges::any_of(offers, [&files](const ShelfItem& offer) {
        return std::ranges::equal(offer.files, files, {}, &domain::MaterialFile::blob,
                                  &domain::MaterialFile::blob);
    });
}

int pagesOf(const std::vector<domain::MaterialFile>& files)
{
    int pages = 0;
    for (const domain::MaterialFile& file : files) {
        pages += file.pages;
    }
    return pages;
}

ShelfOffers offersOf(Ledger& ledger, const std::vector<ShelfRow>& rows, const domain::Guide& guide,
                     const HouseRules& house, const ShelfRules& rules)
{
    ShelfOffers offers;
    std::vector<const ShelfRow*> best;
    std::ranges::transform(rows, std::back_inserter(best), [](const ShelfRow& row) { return &row; });
    std::ranges::stable_sort(best, {}, [](const ShelfRow* row) { return row->material.grade; });
    for (const ShelfRow* row : best) {
        const catalogue::GuidePtr of = house.catalogue.find(row->guide);
        const domain::GuideMaterial* earlier = of ? of->material(row->material.id) : nullptr;
        if (earlier == nullptr || !rules.serveAgain(earlier->name)) {
            continue;
        }
        const domain::GuideMaterial* material = standsFor(*earlier, guide, rules);
        if (material == nullptr) {
            continue;
        }
        std::vector<ShelfItem>& list = offers[material->id];
        const auto& files = row->material.files;
        if (list.size() >= MaterialShelf::kMostOffers || isOffered(list, files) || !isStored(ledger, files)) {
            continue;
        }
        list.push_back({material->id,
                        {row->caseNumber, row->material.id, row->verified, row->material.validUntil,
                         row->material.grade},
                        files,
                        of->name,
                        pagesOf(files)});
    }
    offers.removeIf([](const auto& entry) { return entry.value().empty(); });
    return offers;
}

} // namespace

MaterialShelf::MaterialShelf(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_rules(ShelfRules::builtIn())
{
}

QFuture<Result<ShelfOffers>> MaterialShelf::offers(const QString& applicantId, catalogue::GuidePtr guide)
{
    if (!m_rules) {
        return QtFuture::makeReadyFuture(Result<ShelfOffers>(tl::unexpected(m_rules.error())));
    }
    if (guide == nullptr || applicantId.trimmed().size() < kShortestId) {
        return QtFuture::makeReadyFuture(Result<ShelfOffers>(ShelfOffers()));
    }
    return m_workplace.ledger().run([applicantId, guide = std::move(guide), rules = *m_rules,
                                     house = m_workplace.rules(),
                                     today = m_workplace.today()](Ledger& ledger) -> Result<ShelfOffers> {
        const auto rows = ledger.cases().shelf(applicantId, today, kMostLooked);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        return offersOf(ledger, *rows, *guide, *house, rules);
    });
}

QString MaterialShelf::rowText(const ShelfItem& item)
{
    const domain::ReusedFrom& from = item.from;
    const QString until = from.validUntil.isValid()
                              ? Words::tr("valid until %1").arg(from.validUntil.toString(Qt::ISODate))
                              : Words::tr("no end known");
    return Words::tr("Available: scan of %1 · %2 · %3")
        .arg(from.verifiedOn.toString(Qt::ISODate), domain::gradeKey(from.grade), until);
}

QString MaterialShelf::watermark(const domain::MaterialIntake& material, const QString& itemName) const
{
    if (!material.reused || !m_rules || !m_workplace.rules()) {
        return {};
    }
    // As it stands in this application: the clerk may have compared it with the original since.
    return m_rules->watermark(material.grade, m_workplace.rules()->facts.authority, itemName,
                              material.validUntil);
}

} // namespace ow::desk
