// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the desk of guides that changes one.
#include "catalogue/guidereader.h"
#include "desk/guidesdesk.h"
#include "ledger/ledger.h"

#include <QFile>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Kind;
using domain::PublishAct;
using domain::PublishStep;
using domain::Result;
using ledger::Ledger;

bool isPublished(const domain::Guide& guide)
{
    return guide.origin == QLatin1StringView("published");
}

QString fileOf(const domain::GuideRef& ref)
{
    return QStringLiteral("%1.v%2.json").arg(ref.code).arg(ref.version);
}

template <class T> QFuture<Result<T>> ready(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(error)));
}

/// Ledger thread.
Result<QByteArray> documentThere(Ledger& ledger, const domain::Guide& guide)
{
    if (!isPublished(guide)) {
        QFile file(catalogue::kBuiltinGuides + u'/' + fileOf(guide.ref));
        if (!file.open(QIODevice::ReadOnly)) {
            return domain::fail(ErrorCode::GuideMissing, QStringLiteral("a built-in guide is missing"),
                                guide.ref.code);
        }
        return file.readAll();
    }
    const auto shelf = sync::GuideShelf(ledger).all();
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    for (const sync::PublishedGuide& one : *shelf) {
        if (one.code == guide.ref.code && one.version == guide.ref.version && one.sm3 == guide.ref.sm3) {
            return one.document;
        }
    }
    return domain::fail(ErrorCode::GuideMissing, QStringLiteral("the document of this version is not here"),
                        guide.ref.code);
}

/// Ledger thread, some milliseconds: it has the document, and its end is waited for when the window closes.
Result<GuidePreview> previewOf(const record::CryptoProvider& crypto, const QByteArray& base,
                               const QByteArray& document)
{
    const auto reader =
        catalogue::GuideReader::make([&crypto](QByteArrayView bytes) { return crypto.sm3(bytes); });
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    catalogue::GuideReading reading = reader->examine(document, QStringLiteral("proposal"));
    QStringList before; // what was noted before is no news of this change
    for (const catalogue::GuideFault& fault : reader->examine(base, QStringLiteral("base")).faults) {
        before.append(fault.reason);
    }
    GuidePreview preview;
    for (const catalogue::GuideFault& fault : reading.faults) {
        if (!fault.warning) {
            return domain::fail(ErrorCode::GuideInvalid, fault.reason, fault.path);
        }
        if (!before.contains(fault.reason)) {
            preview.warnings.append(fault.reason);
        }
    }
    if (!reading.guide) {
        return domain::fail(ErrorCode::GuideInvalid, QStringLiteral("the document is no guide"));
    }
    preview.guide = std::move(*reading.guide);
    preview.document = document;
    preview.differences = guideDifferences(base, document);
    return preview;
}

Result<GuideProposal> proposalThere(Ledger& ledger, const record::CryptoProvider& crypto,
                                    const HouseRules& rules, const sync::WaitingProposal& waiting)
{
    GuideProposal proposal;
    proposal.id = waiting.id;
    proposal.code = waiting.code;
    proposal.version = waiting.version;
    proposal.at = waiting.proposedAt;
    proposal.note = waiting.note;
    const auto person = ledger.people().person(waiting.proposedBy);
    proposal.by = person ? person->name : waiting.proposedBy;
    const auto guide = rules.catalogue.current(waiting.code);
    if (!guide) {
        proposal.refused = waiting.code; // a newer program's item: nobody here can judge it
        return proposal;
    }
    proposal.item = guide->name;
    const auto before = documentThere(ledger, *guide);
    if (!before) {
        return tl::unexpected(before.error());
    }
    proposal.differences = guideDifferences(*before, waiting.document);
    const auto preview = previewOf(crypto, *before, waiting.document);
    if (preview) {
        proposal.warnings = preview->warnings;
    } else {
        proposal.refused = preview.error().detail;
    }
    return proposal;
}

} // namespace

QFuture<Result<GuidePreview>> GuidesDesk::preview(const QString& code, const GuideChange& change)
{
    const auto guide = current(code);
    if (!guide || change.isEmpty()) {
        return ready<GuidePreview>({guide ? ErrorCode::InvalidInput : ErrorCode::NotFound,
                                    QStringLiteral("nothing is changed"), code});
    }
    return m_workplace.ledger().run(
        [crypto = m_workplace.options().crypto, guide, change](Ledger& ledger) -> Result<GuidePreview> {
            const auto base = documentThere(ledger, *guide);
            const auto document = base.and_then(
                [&](const QByteArray& bytes) { return changedGuide(bytes, guide->ref.version + 1, change); });
            if (!document) {
                return tl::unexpected(document.error());
            }
            auto preview = previewOf(*crypto, *base, *document);
            if (preview && preview->differences.empty()) {
                return domain::fail(ErrorCode::InvalidInput, QStringLiteral("nothing is changed"));
            }
            return preview;
        });
}

QFuture<Result<void>> GuidesDesk::append(const PublishAct& act, const domain::GuideRef& about)
{
    const auto actor = author();
    if (!actor) {
        return ready<void>(actor.error());
    }
    if (m_workplace.profile() != Profile::Window) {
        return ready<void>({ErrorCode::NotEnrolled, QStringLiteral("training publishes nothing"), {}});
    }
    ledger::ActDraft draft;
    draft.kind = Kind::Publish;
    draft.actor = *actor;
    draft.guide = record::GuideRef{about.code, about.version, QString::fromLatin1(about.sm3.toHex())};
    draft.body = ledger::fixedBody(domain::publishToCbor(act));
    return m_workplace.ledger()
        .run([draft](Ledger& ledger) -> Result<void> {
            const std::vector acts{draft};
            const auto written = ledger.append(acts);
            return written ? Result<void>() : tl::unexpected(written.error());
        })
        .then(this, [this](const Result<void>& done) {
            if (done) {
                ++m_unsettled;
                m_workplace.noteWritten();
                Q_EMIT changed();
            }
            return done;
        });
}

QFuture<Result<void>> GuidesDesk::propose(const QString& code, const GuideChange& change, const QString& note)
{
    if (const auto actor = author(); !actor) {
        return ready<void>(actor.error());
    }
    const auto base = current(code);
    const bool waits = std::ranges::any_of(
        m_waiting, [&code](const sync::WaitingProposal& one) { return one.code == code; });
    if (waits || note.size() > PublishAct::kMaxText) {
        return ready<void>({waits ? ErrorCode::NotAllowed : ErrorCode::InvalidInput,
                            QStringLiteral("another proposal for this guide waits, or the note is too long"),
                            QStringLiteral("proposal")});
    }
    return preview(code, change)
        .then(this,
              [this, note, base](const Result<GuidePreview>& preview) -> QFuture<Result<void>> {
                  if (!preview) {
                      return ready<void>(preview.error());
                  }
                  if (preview->document.size() > PublishAct::kMaxDocument) {
                      return ready<void>(
                          {ErrorCode::GuideInvalid, QStringLiteral("the document is too large"), {}});
                  }
                  PublishAct act;
                  act.base = base->ref;
                  act.document = preview->document;
                  act.text = note.trimmed();
                  return append(act, preview->guide.ref);
              })
        .unwrap();
}

Result<sync::WaitingProposal> GuidesDesk::waiting(const QString& proposal) const
{
    const auto found = std::ranges::find(m_waiting, proposal, &sync::WaitingProposal::id);
    if (found == m_waiting.end()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("no such proposal waits"), proposal);
    }
    return *found;
}

QFuture<Result<void>> GuidesDesk::approve(const QString& proposal)
{
    const auto actor = author();
    const auto found = waiting(proposal);
    if (!actor || !found) {
        return ready<void>(actor ? found.error() : actor.error());
    }
    if (found->proposedBy == *actor) {
        return ready<void>({ErrorCode::NotAllowed, QStringLiteral("a second administrator has to approve"),
                            QStringLiteral("same_person")});
    }
    PublishAct act;
    act.step = PublishStep::Approve;
    act.proposal = proposal;
    return append(act, {found->code, found->version, found->sm3});
}

QFuture<Result<void>> GuidesDesk::decline(const QString& proposal, const QString& reason)
{
    const auto found = waiting(proposal);
    if (!found || reason.size() > PublishAct::kMaxText) {
        return ready<void>(found ? domain::Error{ErrorCode::InvalidInput, QStringLiteral("too long"),
                                                 QStringLiteral("reason")}
                                 : found.error());
    }
    PublishAct act;
    act.step = PublishStep::Decline;
    act.proposal = proposal;
    act.text = reason.trimmed();
    return append(act, {found->code, found->version, found->sm3});
}

QFuture<Result<std::vector<GuideProposal>>> GuidesDesk::proposals()
{
    const QString here = m_workplace.person() ? m_workplace.person()->id : QString();
    return m_workplace.ledger().run([crypto = m_workplace.options().crypto, rules = m_workplace.rules(),
                                     all = m_waiting,
                                     here](Ledger& ledger) -> Result<std::vector<GuideProposal>> {
        std::vector<GuideProposal> proposals;
        for (const sync::WaitingProposal& waiting : all) {
            auto proposal = proposalThere(ledger, *crypto, *rules, waiting);
            if (!proposal) {
                return tl::unexpected(proposal.error());
            }
            proposal->own = waiting.proposedBy == here;
            proposals.push_back(std::move(*proposal));
        }
        return proposals;
    });
}

} // namespace ow::desk
