// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/intakedesk.h"

#include "desk/brokenpromise.h"
#include "desk/duplicates.h"
#include "domain/formvalue.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

constexpr int kSaveAfterMs = 200; // I8 allows 300 from the change to the disk

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IntakeDesk)
};

/// What the ledger knows of an applicant: cases that are open, and how a form was filled in before.
struct Known
{
    std::vector<domain::OpenCase> open;
    std::optional<EarlierIntake> earlier;
    bool brokenPromise = false;
};

Result<Known> knownOf(const Ledger& ledger, const QString& applicant, const QString& item, QDate today)
{
    auto open = openCasesOf(ledger, applicant, item);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const auto broken = brokenPromiseOf(ledger, applicant, today);
    if (!broken) {
        return tl::unexpected(broken.error());
    }
    Known known{std::move(*open), {}, *broken};
    if (isWholeIdentifier(applicant)) {
        auto earlier = lastIntakeOf(ledger, applicant, item);
        if (!earlier) {
            return tl::unexpected(earlier.error());
        }
        known.earlier = std::move(*earlier);
    }
    return known;
}

} // namespace

const domain::Intake IntakeDesk::kNothing;
const domain::Findings IntakeDesk::kNone;

IntakeDesk::IntakeDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfterMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &IntakeDesk::saveDraft);
    connect(&m_workplace, &Workplace::personChanged, this, &IntakeDesk::takePerson);
    takePerson();
}

void IntakeDesk::takePerson()
{
    const QString now = m_workplace.person() ? m_workplace.person()->id : QString();
    if (std::exchange(m_person, now) != now) {
        m_discarded.reset(); // what one person threw away is not for the next one to bring back
        release();
    }
}

Result<void> IntakeDesk::begin(const QString& itemCode)
{
    const HouseRulesPtr& rules = m_workplace.rules();
    if (!rules || !m_workplace.person()) {
        return domain::fail(ErrorCode::KeyLocked, QStringLiteral("nobody is signed in"));
    }
    const catalogue::GuidePtr guide = rules->catalogue.current(itemCode);
    if (guide == nullptr) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("no such item"), itemCode);
    }
    return begin(guide);
}

Result<void> IntakeDesk::begin(const catalogue::GuidePtr& guide)
{
    if (!m_workplace.rules() || !m_workplace.person()) {
        return domain::fail(ErrorCode::KeyLocked, QStringLiteral("nobody is signed in"));
    }
    if (isDeciding()) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("an application is being decided"));
    }
    domain::Intake intake;
    intake.draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    intake.guide = guide->ref;
    intake.applicant.kind = guide->forNatural ? domain::ApplicantKind::Natural : domain::ApplicantKind::Legal;
    return use(guide, std::move(intake), {});
}

Result<void> IntakeDesk::use(catalogue::GuidePtr guide, domain::Intake intake, DraftNote note)
{
    const auto rules = m_workplace.rules()->formRules->of(*guide);
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    saveNow(); // of what was on the desk
    m_sheet.emplace(std::move(guide), *rules, std::move(intake), m_workplace.rules(), m_workplace.today());
    m_note = std::move(note);
    m_trail.clear();
    m_earlier.reset();
    m_lookedUp.clear();
    lookUpApplicant();
    Q_EMIT changed();
    return {};
}

void IntakeDesk::clear()
{
    m_saveTimer.stop();
    m_sheet.reset();
    m_note = {};
    m_trail.clear();
    m_earlier.reset();
    m_lookedUp.clear();
    Q_EMIT changed();
}

domain::Answer IntakeDesk::answer() const
{
    return isActive() ? domain::answerFor(guide(), findings()) : domain::Answer::Accept;
}

QString IntakeDesk::duplicateOf(const domain::Finding& finding) const
{
    if (!isActive() || finding.code != QLatin1StringView("case.duplicate")) {
        return {};
    }
    // A finding says which in its sentence.
    const auto& open = m_sheet->context().openCases;
    const auto found = std::ranges::find_if(
        open, [&finding](const domain::OpenCase& other) { return finding.sentence.contains(other.number); });
    return found == open.end() ? QString() : found->number;
}

/// Those of which nobody has said yet what they are to this one.
void IntakeDesk::showTwins(std::vector<domain::OpenCase> open)
{
    std::erase_if(open, [this](const domain::OpenCase& one) {
        return std::ranges::find(m_note.twins, one.number, &TwinDecision::other) != m_note.twins.end();
    });
    if (!open.empty() || !m_sheet->context().openCases.empty()) {
        m_sheet->setOpenCases(std::move(open));
    }
}

void IntakeDesk::decideTwin(const TwinDecision& said)
{
    if (!mayChange()) {
        return;
    }
    std::erase_if(m_note.twins, [&said](const TwinDecision& one) { return one.other == said.other; });
    m_note.twins.push_back(said);
    showTwins(m_sheet->context().openCases);
    touched();
}

bool IntakeDesk::isSituationDecided() const
{
    return std::ranges::all_of(guide().axes, [this](const domain::GuideAxis& axis) {
        return !axis.computed || form().situations.contains(axis.id);
    });
}

void IntakeDesk::touched()
{
    if (!m_saveTimer.isActive()) {
        m_saveTimer.start(); // not restarted by the next key: the wait is bounded
    }
    Q_EMIT changed();
}

void IntakeDesk::step(const UndoTrail::Step& step)
{
    m_trail.remember(step, m_sheet->typed());
}

void IntakeDesk::lookUpApplicant()
{
    const QString applicant = m_sheet->typed().applicant.idNumber;
    if (applicant == m_lookedUp) {
        return;
    }
    m_lookedUp = applicant;
    m_earlier.reset();
    m_workplace.ledger()
        .run([applicant, item = guide().ref.code, today = m_workplace.today()](Ledger& ledger) {
            return knownOf(ledger, applicant, item, today);
        })
        .then(this, [this, applicant, draft = intake().draftId](const Result<Known>& known) {
            const bool asked = isActive() && intake().draftId == draft && m_lookedUp == applicant;
            if (!asked) {
                return;
            }
            m_sheet->setUnchecked(!known);
            if (!known) {
                m_lookedUp = QChar(0); // asked again with the next answer
                Q_EMIT changed();
                return;
            }
            m_earlier = known->earlier;
            if (m_earlier && carriedKeys(guide(), intake(), *m_earlier).isEmpty()) {
                m_earlier.reset();
            }
            showTwins(known->open);
            if (known->brokenPromise != m_sheet->context().brokenPromise) {
                m_sheet->setBrokenPromise(known->brokenPromise);
            }
            Q_EMIT changed();
        });
}

void IntakeDesk::chooseSituation(const QString& axis, const QString& situation)
{
    const domain::GuideAxis* found = mayChange() ? guide().axis(axis) : nullptr;
    if (found == nullptr || found->computed || intake().situations.value(axis) == situation) {
        return;
    }
    step({Words::tr("choice of %1").arg(found->name), {}, {Place::Region::Situation, axis}});
    m_sheet->change().situations.insert(axis, situation);
    m_sheet->refresh();
    touched();
}

void IntakeDesk::answerQuestion(const QString& material, bool applies)
{
    const auto given = intake().answers.constFind(material);
    if (!mayChange() || (given != intake().answers.constEnd() && *given == applies)) {
        return;
    }
    const domain::GuideMaterial* asked = guide().material(material);
    step({Words::tr("answer on %1").arg(asked != nullptr ? asked->name : material),
          {},
          {Place::Region::Situation, material}});
    m_sheet->change().answers.insert(material, applies);
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setChannel(domain::Channel channel)
{
    if (!mayChange() || intake().channel == channel) {
        return;
    }
    step({Words::tr("change of the channel"), {}, {}});
    m_sheet->change().channel = channel;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setField(const QString& key, const QCborValue& value, domain::AnswerSource source)
{
    if (!mayChange() || domain::formValue(intake(), key) == value) {
        return;
    }
    const domain::GuideField* field = guide().field(key);
    step({Words::tr("change of %1").arg(field != nullptr ? field->label : key),
          key,
          {Place::Region::Form, key}});
    if (source == domain::AnswerSource::Typed) {
        m_sheet->change().sources.remove(key);
    } else {
        m_sheet->change().sources.insert(key, source);
    }
    m_sheet->setField(key, value);
    lookUpApplicant();
    touched();
}

void IntakeDesk::fill(const CardFill& card)
{
    if (!mayChange() || card.values.empty()) {
        return;
    }
    step({Words::tr("reading of the card"), {}, {Place::Region::Form, card.values.front().first}});
    for (const auto& [key, value] : card.values) {
        m_sheet->change().sources.insert(key, domain::AnswerSource::Card);
        m_sheet->setField(key, value);
    }
    lookUpApplicant();
    touched();
}

int IntakeDesk::bringEarlier()
{
    if (!mayChange() || !m_earlier) {
        return 0;
    }
    const EarlierIntake earlier = *std::exchange(m_earlier, std::nullopt);
    const QStringList keys = carriedKeys(guide(), intake(), earlier);
    if (keys.isEmpty()) {
        return 0;
    }
    step({Words::tr("filling in as last time"), {}, {Place::Region::Form, keys.constFirst()}});
    domain::Intake& typed = m_sheet->change();
    typed.applicant.kind = earlier.intake.applicant.kind;
    for (const QString& key : keys) {
        domain::setFormValue(typed, key, domain::formValue(earlier.intake, key));
        typed.sources.insert(key, domain::AnswerSource::Earlier);
    }
    m_sheet->refresh();
    Q_EMIT restored({Place::Region::Form, {}});
    touched();
    return static_cast<int>(keys.size());
}

QString IntakeDesk::undo()
{
    return mayChange() ? turn(m_trail.undo(intake())) : QString();
}

QString IntakeDesk::redo()
{
    return mayChange() ? turn(m_trail.redo(intake())) : QString();
}

QString IntakeDesk::turn(std::optional<UndoTrail::Turn> turn)
{
    if (!turn) {
        return {};
    }
    m_sheet->replace(std::move(turn->intake));
    m_lookedUp = QChar(0); // what it offered may be wanted again
    lookUpApplicant();
    Q_EMIT restored(turn->step.place);
    touched();
    return turn->step.name;
}

} // namespace ow::desk
