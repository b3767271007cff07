// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the store that is about new versions of guides.
#include "center/sqlvalues.h"
#include "center/store.h"

#include <QSqlQuery>

namespace ow::center {

using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

const QString kProposalColumns = u"entry, code, version, sm3, proposed_by, proposed_at, closed_by"_s;

ProposalRow readProposal(const QSqlQuery& row)
{
    return {string(row, 0),  string(row, 1), row.value(2).toLongLong(),
            bytesAt(row, 3), string(row, 4), row.value(5).toLongLong(),
            string(row, 6)};
}

const QString kVersionColumns =
    u"ord, code, version, sm3, proposal, proposed_by, approved_by, published_at"_s;

GuideVersionRow readVersion(const QSqlQuery& row)
{
    return {row.value(0).toLongLong(),
            string(row, 1),
            row.value(2).toLongLong(),
            bytesAt(row, 3),
            string(row, 4),
            string(row, 5),
            string(row, 6),
            row.value(7).toLongLong()};
}

} // namespace

Result<void> Store::addProposal(const ProposalRow& row)
{
    return m_sql->run(u"INSERT INTO guide_proposal (entry, code, version, sm3, proposed_by, proposed_at) "
                      "VALUES (?, ?, ?, ?, ?, ?)"_s,
                      {row.entry, row.code, row.version, bytes(row.sm3), row.proposedBy, row.proposedAt});
}

Result<void> Store::closeProposal(const QString& entry, const QString& closedBy)
{
    return m_sql->run(u"UPDATE guide_proposal SET closed_by = ? WHERE entry = ? AND closed_by IS NULL"_s,
                      {closedBy, entry});
}

Result<std::optional<ProposalRow>> Store::proposal(const QString& entry)
{
    return first(u"SELECT "_s + kProposalColumns + u" FROM guide_proposal WHERE entry = ?"_s, {entry},
                 readProposal);
}

Result<std::optional<ProposalRow>> Store::openProposal(const QString& code)
{
    return first(u"SELECT "_s + kProposalColumns +
                     u" FROM guide_proposal WHERE code = ? AND closed_by IS NULL"_s,
                 {code}, readProposal);
}

Result<std::vector<ProposalRow>> Store::openProposals(int limit)
{
    // Entry ids are UUIDv7 and sort by their time.
    return all(u"SELECT "_s + kProposalColumns +
                   u" FROM guide_proposal WHERE closed_by IS NULL ORDER BY entry LIMIT ?"_s,
               {limit}, readProposal);
}

Result<void> Store::addGuideVersion(const GuideVersionRow& row)
{
    return m_sql->run(u"INSERT INTO guide_version ("_s + kVersionColumns +
                          u") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                      {row.order, row.code, row.version, bytes(row.sm3), row.proposal, row.proposedBy,
                       row.approvedBy, row.publishedAt});
}

Result<std::optional<GuideVersionRow>> Store::newestGuide(const QString& code)
{
    return first(u"SELECT "_s + kVersionColumns +
                     u" FROM guide_version WHERE code = ? ORDER BY version DESC LIMIT 1"_s,
                 {code}, readVersion);
}

Result<std::vector<GuideVersionRow>> Store::guideVersionsAfter(qint64 order, int limit)
{
    return all(u"SELECT "_s + kVersionColumns + u" FROM guide_version WHERE ord > ? ORDER BY ord LIMIT ?"_s,
               {order, limit}, readVersion);
}

} // namespace ow::center
