// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/guidejudge.h"

#include "domain/kinds.h"

namespace ow::center {

using domain::GuideRef;
using domain::PublishAct;
using domain::PublishStep;
using record::EntryHeader;
using namespace Qt::StringLiterals;

namespace {

template <class T> using Result = domain::Result<T>;

bool names(const EntryHeader& header, const QString& code, qint64 version, const QByteArray& sm3)
{
    return header.guide && header.guide->code == code && header.guide->version == version &&
           header.guide->sm3 == QString::fromLatin1(sm3.toHex());
}

} // namespace

GuideJudge::GuideJudge(catalogue::GuideReader reader, catalogue::Catalogue builtins)
    : m_reader(std::move(reader))
    , m_builtins(std::move(builtins))
{
}

Result<std::unique_ptr<const GuideJudge>> GuideJudge::make(const record::CryptoProvider& crypto)
{
    auto reader = catalogue::GuideReader::make([&crypto](QByteArrayView bytes) { return crypto.sm3(bytes); });
    if (!reader)
        return tl::unexpected(reader.error());
    catalogue::Catalogue builtins;
    if (builtins.loadFolder(catalogue::kBuiltinGuides, *reader).loaded == 0)
        return domain::fail(domain::ErrorCode::GuideMissing, u"no guide could be read"_s);
    return std::unique_ptr<const GuideJudge>(new GuideJudge(std::move(*reader), std::move(builtins)));
}

QString GuideJudge::departmentOf(const QString& code) const
{
    const auto builtin = m_builtins.current(code);
    return builtin ? builtin->domain : QString();
}

Result<bool> GuideJudge::mayPublish(Store& store, const QString& person) const
{
    const auto row = store.person(person);
    if (!row)
        return tl::unexpected(row.error());
    return *row && !(*row)->revokedAt && ((*row)->roles & domain::Administrator) != 0U;
}

Result<bool> GuideJudge::isCurrent(Store& store, const GuideRef& base) const
{
    const auto newest = store.newestGuide(base.code);
    if (!newest)
        return tl::unexpected(newest.error());
    if (*newest)
        return (*newest)->version == base.version && (*newest)->sm3 == base.sm3;
    const auto builtin = m_builtins.current(base.code);
    return builtin && builtin->ref == base;
}

/// What is wrong with a proposal; empty = nothing.
Result<QString> GuideJudge::faultOf(Store& store, const EntryHeader& header, const PublishAct& act) const
{
    const auto guide = m_reader.read(act.document, u"proposal"_s);
    if (!guide || guide->origin != "published"_L1 || guide->ref.code != act.base.code ||
        !names(header, guide->ref.code, guide->ref.version, guide->ref.sm3))
        return u"guide_invalid"_s;
    const auto current = isCurrent(store, act.base);
    if (!current)
        return tl::unexpected(current.error());
    if (!*current || guide->ref.version != act.base.version + 1)
        return u"base_superseded"_s;
    const auto open = store.openProposal(act.base.code);
    if (!open)
        return tl::unexpected(open.error());
    return *open ? u"proposal_open"_s : QString();
}

Result<GuideRuling> GuideJudge::judge(Store& store, const EntryHeader& header, const QCborMap& what) const
{
    GuideRuling ruling;
    const auto refused = [&ruling](QString reason) {
        ruling.reason = std::move(reason);
        return ruling;
    };
    const auto act = domain::publishFromCbor(what);
    if (!act || header.caseNumber)
        return refused(u"unreadable_body"_s);
    ruling.step = act->step;
    const auto allowed = mayPublish(store, header.actor);
    if (!allowed)
        return tl::unexpected(allowed.error());
    if (!*allowed)
        return refused(u"role_missing"_s);
    if (act->step == PublishStep::Propose) {
        const auto fault = faultOf(store, header, *act);
        if (!fault)
            return tl::unexpected(fault.error());
        if (fault->isEmpty())
            ruling.proposal = {header.id,
                               header.guide->code,
                               header.guide->version,
                               QByteArray::fromHex(header.guide->sm3.toLatin1()),
                               header.actor,
                               header.at,
                               {}};
        return refused(*fault);
    }
    auto proposal = store.proposal(act->proposal);
    if (!proposal)
        return tl::unexpected(proposal.error());
    if (!*proposal || !(*proposal)->closedBy.isEmpty() ||
        !names(header, (*proposal)->code, (*proposal)->version, (*proposal)->sm3))
        return refused(u"proposal_unknown"_s);
    // The rule of two people is for coming into force; one's own proposal may be taken back.
    if (act->step == PublishStep::Approve && (*proposal)->proposedBy == header.actor)
        return refused(u"same_person"_s);
    ruling.proposal = std::move(**proposal);
    return ruling;
}

Result<void> GuideJudge::apply(Store& store, const EntryHeader& header, qint64 order, qint64 now,
                               const GuideRuling& ruling)
{
    const ProposalRow& proposal = ruling.proposal;
    if (ruling.step == PublishStep::Propose)
        return store.addProposal(proposal);
    auto done = store.closeProposal(proposal.entry, header.id);
    if (done && ruling.step == PublishStep::Approve)
        done = store.addGuideVersion({order, proposal.code, proposal.version, proposal.sm3, proposal.entry,
                                      proposal.proposedBy, header.actor, now});
    return done;
}

} // namespace ow::center
