// SPDX-License-Identifier: GPL-3.0-or-later
// What IntakeDesk does with drafts (I8).
#include "desk/intakedesk.h"
#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

namespace {

QFuture<Result<void>> beingDecided()
{
    return QtFuture::makeReadyFuture(Result<void>(
        domain::fail(ErrorCode::NotAllowed, QStringLiteral("the application is being decided"))));
}

} // namespace

QCborMap IntakeDesk::content()
{
    m_note.missing = domain::displacingCount(findings());
    return draftContent(intake(), m_note);
}

QFuture<Result<void>> IntakeDesk::resume(const QString& draftId)
{
    return m_workplace.ledger()
        .run([draftId](Ledger& ledger) { return readDraft(ledger, draftId); })
        .then(this, [this, person = m_person](Result<KeptDraft> draft) -> Result<void> {
            if (!draft) {
                return tl::unexpected(draft.error());
            }
            if (isDeciding() || person != m_person || person.isEmpty()) {
                return domain::fail(ErrorCode::NotAllowed, QStringLiteral("the desk is not free"));
            }
            domain::Intake& intake = draft->intake;
            const HouseRulesPtr& rules = m_workplace.rules();
            catalogue::GuidePtr guide = rules->catalogue.find(intake.guide);
            if (guide == nullptr) {
                guide =
                    rules->catalogue.current(intake.guide.code); // nothing was decided yet: the one in force
            }
            if (guide == nullptr) {
                return domain::fail(ErrorCode::GuideMissing, {}, intake.guide.code);
            }
            intake.guide = guide->ref;
            return use(guide, std::move(intake), std::move(draft->note));
        });
}

QFuture<Result<std::vector<DraftLine>>> IntakeDesk::drafts()
{
    const QString user = m_workplace.person() ? m_workplace.person()->id : QString();
    return m_workplace.ledger().run(
        [rules = m_workplace.rules(), user](Ledger& ledger) { return listDrafts(ledger, *rules, user); });
}

QFuture<Result<void>> IntakeDesk::putAside()
{
    if (!isActive()) {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    if (isDeciding()) {
        return beingDecided();
    }
    m_saveTimer.stop();
    return m_workplace.ledger()
        .run([id = intake().draftId, actor = m_workplace.person()->id, content = content()](Ledger& ledger) {
            return ledger.drafts().save(id, actor, content);
        })
        .then(this, [this, id = intake().draftId](Result<void> saved) {
            const bool here = isActive() && intake().draftId == id && !isDeciding();
            if (saved && here) {
                clear();
            } else if (here) {
                m_saveTimer.start(); // nothing is lost yet: it is tried again
            }
            return saved;
        });
}

QFuture<Result<void>> IntakeDesk::handOver(const QString& draftId, const QString& userId)
{
    const auto hand = [this, draftId, userId] {
        return m_workplace.ledger().run([draftId, userId, from = m_workplace.person()->id,
                                         now = m_workplace.options().clock->utcMs()](Ledger& ledger) {
            return handOverDraft(ledger, draftId, from, userId, now);
        });
    };
    if (!isActive() || intake().draftId != draftId) {
        return hand();
    }
    // What is on the desk is saved as it stands first.
    return putAside()
        .then(this,
              [hand](const Result<void>& aside) {
                  return aside ? hand() : QtFuture::makeReadyFuture(Result<void>(aside));
              })
        .unwrap();
}

QFuture<Result<std::vector<Person>>> IntakeDesk::colleagues()
{
    const QString self = m_workplace.person() ? m_workplace.person()->id : QString();
    return m_workplace.ledger().run([self](Ledger& ledger) -> Result<std::vector<Person>> {
        const auto users = ledger.people().users();
        const auto persons = ledger.people().persons();
        if (!users || !persons) {
            return tl::unexpected(users ? persons.error() : users.error());
        }
        std::vector<Person> others;
        for (const ledger::People::Person& person : *persons) {
            if (person.active && person.id != self && users->contains(person.id)) {
                others.push_back({person.id, person.name, person.roles});
            }
        }
        return others;
    });
}

QFuture<Result<void>> IntakeDesk::discard(const QString& draftId)
{
    const bool here = isActive() && intake().draftId == draftId;
    if (here && isDeciding()) {
        return beingDecided();
    }
    const QString person = m_workplace.person() ? m_workplace.person()->id : QString();
    std::optional<KeptDraft> now;
    if (here) {
        m_saveTimer.stop();
        m_note.missing = domain::displacingCount(findings());
        now = KeptDraft{draftId, person, intake(), m_note};
    }
    return m_workplace.ledger()
        .run([draftId, now](Ledger& ledger) -> Result<KeptDraft> {
            auto kept = now ? Result<KeptDraft>(*now) : readDraft(ledger, draftId);
            const bool unreadable = !kept && (kept.error().code == ErrorCode::SealBroken ||
                                              kept.error().code == ErrorCode::EntryInvalid);
            if (!kept && !unreadable) {
                return kept;
            }
            if (const auto removed = ledger.drafts().remove(draftId); !removed) {
                return tl::unexpected(removed.error());
            }
            return unreadable ? KeptDraft() : kept; // of that one nothing can be brought back
        })
        .then(this, [this, draftId, person](Result<KeptDraft> gone) -> Result<void> {
            if (!gone) {
                return tl::unexpected(gone.error());
            }
            m_discarded.reset();
            if (person == m_person && !gone->id.isEmpty()) {
                m_discarded = Discarded{std::move(*gone), person};
            }
            if (isActive() && intake().draftId == draftId) {
                clear();
            }
            return {};
        });
}

QFuture<Result<void>> IntakeDesk::bringBackDiscarded()
{
    if (!m_discarded || !m_workplace.person() || m_discarded->person != m_workplace.person()->id) {
        return QtFuture::makeReadyFuture(
            Result<void>(domain::fail(ErrorCode::NotFound, QStringLiteral("nothing was thrown away"))));
    }
    return m_workplace.ledger()
        .run([draft = m_discarded->draft](Ledger& ledger) {
            return ledger.drafts().save(draft.id, draft.owner, draftContent(draft.intake, draft.note));
        })
        .then(this, [this](Result<void> saved) {
            if (saved) {
                m_discarded.reset();
            }
            return saved;
        });
}

void IntakeDesk::saveNow()
{
    if (m_saveTimer.isActive()) {
        m_saveTimer.stop();
        saveDraft();
    }
}

void IntakeDesk::release()
{
    m_deciding.clear();
    m_clockConfirmed = false;
    if (isActive()) {
        clear();
    }
}

void IntakeDesk::saveDraft()
{
    if (!mayChange() || !m_workplace.person()) {
        return;
    }
    m_workplace.ledger()
        .run([id = intake().draftId, actor = m_workplace.person()->id, content = content()](Ledger& ledger) {
            return ledger.drafts().save(id, actor, content);
        })
        .then(this, [this](const Result<void>& saved) {
            if (saved) {
                Q_EMIT draftSaved(m_workplace.options().clock->utcMs());
            } else {
                Q_EMIT draftFailed(saved.error());
            }
        });
}

} // namespace ow::desk
