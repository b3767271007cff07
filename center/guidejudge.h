// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/guidereader.h"
#include "center/store.h"
#include "domain/publishact.h"
#include "record/crypto.h"

#include <QCborMap>
#include <QString>

#include <memory>

namespace ow::center {

/// What a publish entry comes to. An empty reason: it stands, and apply() makes it so.
struct GuideRuling
{
    QString reason; ///< "same_person", …: see Outcome in the contract
    domain::PublishStep step = domain::PublishStep::Propose;
    ProposalRow proposal; ///< the new one, or the one that is approved or declined
};

/// Whether a new version of a guide may come into force: two different administrators, a document that passes
/// the catalogue's own checks, and the number after the version in force. The number is settled here: of all
/// proposals made on one version, the centre takes one and refuses the others, so the bytes both people saw
/// are the bytes that are published. Unlike other entries a publish entry that breaks a rule is `rejected`
/// and not flagged (I9): it gives no paper, and a version in force by mistake would bind every window. Used
/// on the database's thread, inside the transaction of the batch.
class GuideJudge
{
public:
    /// Reads the built-in guides, which are the versions 1. Internal when the program's data is broken.
    [[nodiscard]] static domain::Result<std::unique_ptr<const GuideJudge>>
    make(const record::CryptoProvider& crypto);

    [[nodiscard]] domain::Result<GuideRuling> judge(Store& store, const record::EntryHeader& header,
                                                    const QCborMap& what) const;
    /// Whose step a case under this guide is once it is accepted: the item's line of business; empty when the
    /// built-in guides do not know it.
    [[nodiscard]] QString departmentOf(const QString& code) const;
    /// After the entry has its place in the centre's order.
    [[nodiscard]] static domain::Result<void> apply(Store& store, const record::EntryHeader& header,
                                                    qint64 order, qint64 now, const GuideRuling& ruling);

private:
    template <class T> using Result = domain::Result<T>;
    GuideJudge(catalogue::GuideReader reader, catalogue::Catalogue builtins);
    [[nodiscard]] Result<bool> mayPublish(Store& store, const QString& person) const;
    [[nodiscard]] Result<bool> isCurrent(Store& store, const domain::GuideRef& base) const;
    [[nodiscard]] Result<QString> faultOf(Store& store, const record::EntryHeader& header,
                                          const domain::PublishAct& act) const;

    catalogue::GuideReader m_reader;
    catalogue::Catalogue m_builtins;
};

} // namespace ow::center
