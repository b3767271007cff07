// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/supplementdesk.h"

#include "desk/brokenpromise.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

using domain::Effect;
using domain::ErrorCode;
using domain::Finding;
using domain::MaterialIntake;
using domain::MaterialState;
using domain::Result;
using ledger::Ledger;

constexpr int kSaveAfterMs = 200; // I8 allows 300 from the change to the disk

const QString kSupplement = QStringLiteral("supplement");
const QString kTyped = QStringLiteral("typed");
const QString kHead = QStringLiteral("head");

std::vector<SupplementItem> noticedItems(const domain::CaseFile& file)
{
    std::vector<SupplementItem> items;
    for (std::size_t i = 0; i < file.noticed.size(); ++i) {
        const Finding& finding = file.noticed[i];
        items.push_back({static_cast<int>(i),
                         finding.material,
                         finding.field,
                         finding.code == QLatin1StringView("material.asked"),
                         finding.sentence,
                         finding.where,
                         {},
                         false});
    }
    return items;
}

std::vector<SupplementItem> owedItems(const CaseToAct& seen, QDate today)
{
    std::vector<SupplementItem> items;
    for (const domain::Deficiency& owed : seen.file.openDeficiencies()) {
        const domain::GuideMaterial* material = seen.guide->material(owed.material);
        items.push_back({-1,
                         owed.material,
                         {},
                         false,
                         material != nullptr ? material->name : owed.material,
                         material != nullptr ? material->issuer : QString(),
                         owed.due,
                         owed.due < today});
    }
    return items;
}

bool standsOpen(const Finding& finding)
{
    return domain::displacesAcceptance(finding.effect) || finding.effect == Effect::DeficiencyPossible;
}

struct Begun
{
    CaseToAct seen;
    QCborMap draft;
    bool brokenPromise = false;
};

} // namespace

SupplementDesk::SupplementDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfterMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &SupplementDesk::saveDraft);
    // What one person has before his eyes is not the next one's.
    connect(&workplace, &Workplace::personChanged, this, [this] {
        if (!m_workplace.person() && isActive()) {
            clear();
        }
    });
    connect(&m_workplace, &Workplace::personChanged, this, &SupplementDesk::takePerson);
    takePerson();
}

QFuture<Result<void>> SupplementDesk::begin(const QString& caseNumber)
{
    if (!m_workplace.person()) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(ErrorCode::KeyLocked)));
    }
    if (m_writing) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(ErrorCode::NotAllowed)));
    }
    if (isActive()) {
        saveNow();
        clear();
    }
    return m_workplace.ledger()
        .run([caseNumber, roles = rolesAtDesk(*m_workplace.person()), rules = m_workplace.rules(),
              today = m_workplace.today()](Ledger& ledger) -> Result<Begun> {
            auto seen = lookAtCase(ledger, rules, caseNumber, roles, today);
            if (!seen) {
                return tl::unexpected(seen.error());
            }
            const auto broken = brokenPromiseOf(ledger, seen->file.intake.applicant.idNumber, today);
            if (!broken) {
                return tl::unexpected(broken.error());
            }
            Begun begun{std::move(*seen), {}, *broken};
            if (const auto draft = ledger.drafts().load(kSupplement + u'-' + caseNumber)) {
                begun.draft = draft->content;
            }
            return begun;
        })
        .then(this, [this, turn = ++m_turn](Result<Begun> begun) -> Result<void> {
            if (!begun) {
                return tl::unexpected(begun.error());
            }
            if (turn != m_turn) {
                return domain::fail(ErrorCode::Cancelled, QStringLiteral("another one was wanted since"));
            }
            return use(std::move(begun->seen), begun->draft, begun->brokenPromise);
        });
}

Result<void> SupplementDesk::use(CaseToAct seen, const QCborMap& draft, bool brokenPromise)
{
    if (!seen.offers.supplement && !seen.offers.supply) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("the case waits for nothing"));
    }
    const auto rules = m_workplace.rules()->formRules->of(*seen.guide);
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    m_purpose = seen.offers.supplement ? Purpose::Resubmit : Purpose::Supply;
    domain::Intake intake = seen.file.intake;
    // Taken in before for the same notice; for another it is of no use.
    if (draft.value(kHead).toString() == (m_purpose == Purpose::Resubmit ? seen.head : seen.number)) {
        if (auto typed = domain::intakeFromCbor(draft.value(kTyped).toMap())) {
            intake = std::move(*typed);
        }
    }
    m_seen = std::move(seen);
    m_items =
        m_purpose == Purpose::Resubmit ? noticedItems(m_seen.file) : owedItems(m_seen, m_workplace.today());
    m_sheet.emplace(m_seen.guide, *rules, std::move(intake), m_workplace.rules(), m_workplace.today());
    m_sheet->setBrokenPromise(brokenPromise);
    Q_EMIT changed();
    return {};
}

QString SupplementDesk::draftId() const
{
    return kSupplement + u'-' + m_seen.number;
}

QCborMap SupplementDesk::content() const
{
    return {{kSupplement, m_seen.number},
            {kHead, m_purpose == Purpose::Resubmit ? m_seen.head : m_seen.number},
            {kTyped, domain::intakeToCbor(m_sheet->typed())}};
}

QFuture<Result<void>> SupplementDesk::putAside()
{
    if (!isActive()) {
        ++m_turn; // what is still being looked up is not wanted any more
        return QtFuture::makeReadyFuture(Result<void>());
    }
    if (m_writing) {
        return QtFuture::makeReadyFuture(
            Result<void>(domain::fail(ErrorCode::NotAllowed, QStringLiteral("it is being written"))));
    }
    if (!m_unsaved) { // looked at and left: there is nothing to find again
        clear();
        return QtFuture::makeReadyFuture(Result<void>());
    }
    return save().then(this, [this, turn = m_turn](Result<void> saved) {
        if (saved && turn == m_turn && !m_writing) {
            clear();
        }
        return saved;
    });
}

QFuture<Result<void>> SupplementDesk::save()
{
    m_saveTimer.stop();
    m_unsaved = false;
    return m_workplace.ledger()
        .run([id = draftId(), actor = m_person, kept = content()](Ledger& ledger) {
            return ledger.drafts().save(id, actor, kept, ledger::Drafts::Shelf::Supplement);
        })
        .then(this, [this, turn = m_turn](Result<void> saved) {
            m_unsaved = m_unsaved || (!saved && turn == m_turn);
            return saved;
        });
}

void SupplementDesk::saveNow()
{
    if (m_unsaved) {
        saveDraft();
    }
}

/// What one person had open is not for the next one to see or to write; its draft waits.
void SupplementDesk::takePerson()
{
    const QString now = m_workplace.person() ? m_workplace.person()->id : QString();
    if (std::exchange(m_person, now) == now) {
        return;
    }
    m_writing = false;
    m_clockConfirmed = false;
    clear();
    if (!now.isEmpty()) {
        dropUseless();
    }
}

/// What was put aside for cases that have gone on by another way meanwhile.
void SupplementDesk::dropUseless()
{
    m_workplace.ledger()
        .run([](Ledger& ledger) -> Result<int> {
            const auto drafts = ledger.drafts().list(ledger::Drafts::Shelf::Supplement);
            if (!drafts) {
                return tl::unexpected(drafts.error());
            }
            int dropped = 0;
            for (const ledger::Drafts::Draft& draft : *drafts) {
                const auto history = ledger.cases().history(draft.content.value(kSupplement).toString());
                if (draft.fault || !history) {
                    continue; // not to be judged, so it stays
                }
                const CaseOffers offers = offersFor(history->file, domain::AnyPerson);
                if (!offers.supplement && !offers.supply) {
                    if (auto removed = ledger.drafts().remove(draft.id); !removed) {
                        return tl::unexpected(removed.error());
                    }
                    ++dropped;
                }
            }
            return dropped;
        })
        .then(this, [](const Result<int>& /*dropped*/) {});
}

SupplementState SupplementDesk::stateOf(const SupplementItem& item) const
{
    if (m_purpose == Purpose::Supply) {
        const MaterialIntake* slot = intake().material(item.material);
        return slot != nullptr && slot->state == MaterialState::Received ? SupplementState::Done
                                                                         : SupplementState::Open;
    }
    for (const Finding& finding : findings()) {
        const bool same = item.material.isEmpty() ? finding.field == item.field && finding.material.isEmpty()
                                                  : finding.material == item.material;
        if (same && standsOpen(finding)) {
            return finding.effect == Effect::DeficiencyPossible ? SupplementState::Promised
                                                                : SupplementState::Open;
        }
    }
    return SupplementState::Done;
}

int SupplementDesk::openCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_items, [this](const SupplementItem& item) { return stateOf(item) == SupplementState::Open; }));
}

domain::Answer SupplementDesk::answer() const
{
    return isActive() ? domain::answerFor(*m_seen.guide, findings()) : domain::Answer::ReceiveOnly;
}

bool SupplementDesk::isAsked(const QString& material) const
{
    return isActive() && !material.isEmpty() && !m_writing &&
           std::ranges::find(m_items, material, &SupplementItem::material) != m_items.end();
}

void SupplementDesk::setMaterialState(const QString& material, MaterialState state,
                                      const QString& unfitReason)
{
    if (!isAsked(material)) {
        return;
    }
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    slot.state = state;
    slot.unfitReason = state == MaterialState::Unfit ? unfitReason : QString();
    touched();
}

void SupplementDesk::setField(const QString& key, const QCborValue& value)
{
    const bool asked = isActive() && !key.isEmpty() && !m_writing &&
                       std::ranges::find(m_items, key, &SupplementItem::field) != m_items.end();
    if (asked) {
        m_sheet->setField(key, value); // which looks at what depends on it, and at nothing else
        changedSince();
        Q_EMIT changed();
    }
}

void SupplementDesk::answerQuestion(const QString& material, bool applies)
{
    if (isAsked(material)) {
        m_sheet->change().answers.insert(material, applies);
        touched();
    }
}

void SupplementDesk::touched()
{
    m_sheet->refresh();
    changedSince();
    Q_EMIT changed();
}

void SupplementDesk::changedSince()
{
    m_unsaved = true;
    if (!m_saveTimer.isActive()) {
        m_saveTimer.start(); // not restarted by the next change: the wait is bounded
    }
}

void SupplementDesk::saveDraft()
{
    m_saveTimer.stop();
    if (!isActive() || m_writing || m_person.isEmpty()) {
        return;
    }
    save().then(this, [this](const Result<void>& saved) {
        if (!saved) {
            Q_EMIT draftFailed(saved.error());
        }
    });
}

void SupplementDesk::clear()
{
    m_saveTimer.stop();
    m_unsaved = false;
    ++m_turn;
    m_sheet.reset();
    m_items.clear();
    m_seen = {};
    Q_EMIT changed();
}

} // namespace ow::desk
