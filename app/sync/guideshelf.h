// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ow::ledger {
class Ledger;
}

namespace ow::sync {

/// A version of a guide the centre has published, byte for byte as two administrators saw it.
struct PublishedGuide
{
    QString code;
    int version = 0;
    QByteArray sm3;      ///< 32 bytes, of `document`
    QByteArray document; ///< UTF-8
    QString proposedBy;  ///< staff ids
    QString approvedBy;
    qint64 publishedAt = 0; ///< the centre's clock, UTC ms
    QString note;
};

/// The published guides a window keeps, so that it has them without a network: sealed in its ledger, so that
/// who edits the file on the disk cannot give the clerk other limits. An index and one record a document; the
/// documents are written first, so that a power cut leaves nothing listed that is not there.
class GuideShelf
{
public:
    static constexpr std::size_t kMaxGuides = 20000;

    struct Index
    {
        QString after;                      ///< the centre's cursor; empty at first
        std::vector<PublishedGuide> guides; ///< without their documents, in the centre's order
    };

    /// Ledger thread, keys at hand (KeyLocked). `ledger` outlives this.
    explicit GuideShelf(ledger::Ledger& ledger)
        : m_ledger(ledger)
    {
    }

    [[nodiscard]] domain::Result<Index> index() const;
    /// Every guide with its document. SealBroken when somebody has touched one.
    [[nodiscard]] domain::Result<std::vector<PublishedGuide>> all() const;
    /// Adds what an answer brought and moves the cursor. What is there already is passed over.
    [[nodiscard]] domain::Result<void> add(const std::vector<PublishedGuide>& guides, const QString& after);

private:
    ledger::Ledger& m_ledger;
};

} // namespace ow::sync
