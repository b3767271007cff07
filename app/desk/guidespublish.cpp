// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the desk of guides that changes one.
#include "catalogue/guidereader.h"
#include "desk/guidesdesk.h"
#include "ledger/ledger.h"

#include <QFile>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>

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

Result<QByteArray> documentThere(Ledger& ledger, const domain::GuideRef& ref)
{
    const auto guides = sync::GuideShelf(ledger).all();
    if (!guides) {
        return tl::unexpected(guides.error());
    }
    for (const sync::PublishedGuide& guide : *guides) {
        if (guide.code == ref.code && guide.version == ref.version && guide.sm3 == ref.sm3) {
            return guide.document;
        }
    }
    return domain::fail(ErrorCode::GuideMissing, QStringLiteral("the document of this version is not here"),
                        ref.code);
}

/// Worker thread.
Result<GuidePreview> previewOf(const record::CryptoProvider& crypto, const QByteArray& base,
                               const QByteArray& document)
{
    const auto reader =
        catalogue::GuideReader::make([&crypto](QByteArrayView bytes) { return crypto.sm3(bytes); });
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    catalogue::GuideReading reading = reader->examine(document, QStringLiteral("proposal"));
    GuidePreview preview;
    for (const catalogue::GuideFault& fault : reading.faults) {
        if (!fault.warning) {
            return domain::fail(ErrorCode::GuideInvalid, fault.reason, fault.path);
        }
        preview.warnings.append(fault.reason);
    }
    if (!reading.guide) {
        return domain::fail(ErrorCode::GuideInvalid, QStringLiteral("the document is no guide"));
    }
    preview.guide = std::move(*reading.guide);
    preview.document = document;
    preview.differences = guideDifferences(base, document);
    return preview;
}

} // namespace

QFuture<Result<QByteArray>> GuidesDesk::documentOf(const domain::Guide& guide)
{
    if (isPublished(guide)) {
        return m_workplace.ledger().run(
            [ref = guide.ref](Ledger& ledger) { return documentThere(ledger, ref); });
    }
    return QtConcurrent::run([ref = guide.ref]() -> Result<QByteArray> {
        QFile file(catalogue::kBuiltinGuides + u'/' + fileOf(ref));
        if (!file.open(QIODevice::ReadOnly)) {
            return domain::fail(ErrorCode::GuideMissing, QStringLiteral("a built-in guide is missing"),
                                ref.code);
        }
        return file.readAll();
    });
}

QFuture<Result<GuidePreview>> GuidesDesk::preview(const QString& code, const GuideChange& change)
{
    const auto guide = current(code);
    if (!guide || change.isEmpty()) {
        return ready<GuidePreview>({guide ? ErrorCode::InvalidInput : ErrorCode::NotFound,
                                    QStringLiteral("nothing is changed"), code});
    }
    return documentOf(*guide)
        .then(this,
              [this, change, version = guide->ref.version + 1](const Result<QByteArray>& base) {
                  const auto document = base.and_then(
                      [&](const QByteArray& bytes) { return changedGuide(bytes, version, change); });
                  if (!document) {
                      return ready<GuidePreview>(document.error());
                  }
                  return QtConcurrent::run([crypto = m_workplace.options().crypto, before = *base,
                                            after = *document]() -> Result<GuidePreview> {
                      auto preview = previewOf(*crypto, before, after);
                      if (preview && preview->differences.empty()) {
                          return domain::fail(ErrorCode::InvalidInput, QStringLiteral("nothing is changed"));
                      }
                      return preview;
                  });
              })
        .unwrap();
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
    std::vector<QFuture<Result<GuideProposal>>> asked;
    for (const sync::WaitingProposal& waiting : m_waiting) {
        asked.push_back(proposalOf(waiting));
    }
    if (asked.empty()) {
        return QtFuture::makeReadyFuture(Result<std::vector<GuideProposal>>(std::vector<GuideProposal>()));
    }
    return QtFuture::whenAll(asked.begin(), asked.end())
        .then([](const QList<QFuture<Result<GuideProposal>>>& answers) -> Result<std::vector<GuideProposal>> {
            std::vector<GuideProposal> proposals;
            for (const QFuture<Result<GuideProposal>>& answer : answers) {
                const Result<GuideProposal> proposal = answer.result();
                if (!proposal) {
                    return tl::unexpected(proposal.error());
                }
                proposals.push_back(*proposal);
            }
            return proposals;
        });
}

QFuture<Result<GuideProposal>> GuidesDesk::proposalOf(const sync::WaitingProposal& waiting)
{
    auto made = std::make_shared<GuideProposal>(); // filled in by one step after the other
    GuideProposal& proposal = *made;
    proposal.id = waiting.id;
    proposal.code = waiting.code;
    proposal.version = waiting.version;
    proposal.at = waiting.proposedAt;
    proposal.note = waiting.note;
    proposal.own = m_workplace.person() && m_workplace.person()->id == waiting.proposedBy;
    const auto base = current(waiting.code);
    if (!base) {
        proposal.refused = QStringLiteral("-");
        return QtFuture::makeReadyFuture(Result<GuideProposal>(proposal));
    }
    proposal.item = base->name;
    return m_workplace.ledger()
        .run([by = waiting.proposedBy](Ledger& ledger) -> Result<QString> {
            const auto person = ledger.people().person(by);
            return person ? person->name : by;
        })
        .then(this,
              [this, made, base](const Result<QString>& by) {
                  made->by = by.value_or(QString());
                  return documentOf(*base);
              })
        .unwrap()
        .then(this,
              [this, made, document = waiting.document](const Result<QByteArray>& before) {
                  if (!before) {
                      return ready<GuideProposal>(before.error());
                  }
                  return QtConcurrent::run([crypto = m_workplace.options().crypto, before = *before, document,
                                            made]() -> Result<GuideProposal> {
                      GuideProposal whole = *made;
                      const auto preview = previewOf(*crypto, before, document);
                      whole.differences = guideDifferences(before, document);
                      if (preview) {
                          whole.warnings = preview->warnings;
                      } else {
                          whole.refused = preview.error().detail;
                      }
                      return whole;
                  });
              })
        .unwrap();
}

} // namespace ow::desk
