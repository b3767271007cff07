// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/guideview.h"

#include "domain/publishact.h"
#include "record/entry.h"

#include <QCborArray>

namespace ow::center {

using namespace Qt::StringLiterals;

namespace {

/// The act of a proposing entry, from its sealed body.
domain::Result<domain::PublishAct> proposed(Store& store, const Vault& vault, const QString& entry)
{
    const auto sealed = store.sealedBody(entry);
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (!*sealed)
        return domain::fail(domain::ErrorCode::DatabaseCorrupt, u"the body of a proposal is missing"_s);
    return vault.open("entry_body", entry, "body", **sealed)
        .and_then(record::parseBody)
        .and_then([](const record::EntryBody& body) { return domain::publishFromCbor(body.what); });
}

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

Answer<QCborMap> guidesMap(Store& store, const Vault& vault, const QString& after)
{
    bool isNumber = false;
    const qint64 from = after.isEmpty() ? 0 : after.toLongLong(&isNumber);
    if ((!after.isEmpty() && !isNumber) || from < 0)
        return malformed(u"not a cursor of ours"_s, u"after"_s);
    const auto rows = store.guideVersionsAfter(from, kGuidesAnAnswer + 1);
    if (!rows)
        return tl::unexpected(problemOf(rows.error()));
    QCborArray guides;
    qint64 last = from;
    for (const GuideVersionRow& row : *rows) {
        if (guides.size() == kGuidesAnAnswer)
            break;
        const auto act = proposed(store, vault, row.proposal);
        if (!act)
            return tl::unexpected(problemOf(act.error()));
        guides.append(QCborMap{{u"code"_s, row.code},
                               {u"version"_s, row.version},
                               {u"sm3"_s, hex(row.sm3)},
                               {u"document"_s, QString::fromUtf8(act->document)},
                               {u"proposed_by"_s, row.proposedBy},
                               {u"approved_by"_s, row.approvedBy},
                               {u"published_at"_s, row.publishedAt},
                               {u"note"_s, act->text}});
        last = row.order;
    }
    return QCborMap{{u"guides"_s, guides},
                    {u"next"_s, QString::number(last)},
                    {u"more"_s, rows->size() > static_cast<std::size_t>(guides.size())}};
}

Answer<QCborMap> proposalsMap(Store& store, const Vault& vault)
{
    const auto rows = store.openProposals(kGuidesAnAnswer);
    if (!rows)
        return tl::unexpected(problemOf(rows.error()));
    QCborArray proposals;
    for (const ProposalRow& row : *rows) {
        const auto act = proposed(store, vault, row.entry);
        if (!act)
            return tl::unexpected(problemOf(act.error()));
        proposals.append(QCborMap{{u"id"_s, row.entry},
                                  {u"code"_s, row.code},
                                  {u"version"_s, row.version},
                                  {u"sm3"_s, hex(row.sm3)},
                                  {u"document"_s, QString::fromUtf8(act->document)},
                                  {u"proposed_by"_s, row.proposedBy},
                                  {u"proposed_at"_s, row.proposedAt},
                                  {u"note"_s, act->text}});
    }
    return QCborMap{{u"proposals"_s, proposals}};
}

} // namespace ow::center
