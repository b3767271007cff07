// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shelfrules.h"
#include "desk/workplace.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <vector>

namespace ow::desk {

/// An earlier material of the same applicant that can serve for one of this application.
struct ShelfItem
{
    QString material; ///< id in the guide of the application
    domain::ReusedFrom from;
    std::vector<domain::MaterialFile> files; ///< the very same blobs: nothing is stored twice
    QString itemName;                        ///< of the earlier case
    int pages = 0;
};

/// By material of the application; the best trusted first, then the newest. At most kMostOffers each.
using ShelfOffers = QHash<QString, std::vector<ShelfItem>>;

/// 材料复用: what this window's ledger already holds of an applicant. Offered and never taken by itself:
/// IntakeDesk::reuse(item.material, item.from, item.files) takes it, and says so in the case. Pictures of its
/// pages by Workplace::previews(). Not offered: what has expired or is gone, what came with a case that was
/// declined, refused, withdrawn, revoked or lapsed, forms and promises, which are made for one application.
/// Lives on the GUI thread; answers come as futures.
class MaterialShelf : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostLooked = 400; ///< newest materials of an applicant that are looked at
    static constexpr std::size_t kMostOffers = 3;

    explicit MaterialShelf(Workplace& workplace, QObject* parent = nullptr);

    /// For every material of the guide, by exact identifier. Empty for an identifier that is not whole.
    [[nodiscard]] QFuture<domain::Result<ShelfOffers>> offers(const QString& applicantId,
                                                              catalogue::GuidePtr guide);

    /// "Available: scan of 2026-10-12 · B · valid until …", for the row of the material.
    [[nodiscard]] static QString rowText(const ShelfItem& item);
    /// What is drawn over renderings of a reused material of this application; empty for one that is not.
    [[nodiscard]] QString watermark(const domain::MaterialIntake& material, const QString& itemName) const;

private:
    Workplace& m_workplace;
    domain::Result<ShelfRules> m_rules;
};

} // namespace ow::desk
