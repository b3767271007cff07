// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/intakedesk.h"

#include "desk/casedesk.h"
#include "desk/clockcheck.h"
#include "desk/decision.h"
#include "desk/duplicates.h"
#include "domain/formvalue.h"
#include "ledger/ledger.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

constexpr int kSaveAfterMs = 200; // I8 allows 300 from the change to the disk

const QString kIntakeMember = QStringLiteral("intake");

DraftLine draftLine(const ledger::Drafts::Draft& draft, const HouseRules& rules)
{
    const auto intake = domain::intakeFromCbor(draft.content.value(kIntakeMember).toMap());
    DraftLine line{draft.id, {}, {}, draft.saved};
    if (intake) {
        const catalogue::GuidePtr guide = rules.catalogue.current(intake->guide.code);
        line.itemName = guide != nullptr ? guide->name : intake->guide.code;
        line.applicant = maskedName(intake->applicant.name);
    }
    return line;
}

/// A clerk who looked at the clock and went on says so in the ledger, before the number it is given by.
ledger::ActDraft clockAct(const QString& actor, const QString& doubt)
{
    ledger::ActDraft act;
    act.kind = domain::Kind::ClockConfirmed;
    act.actor = actor;
    act.body = ledger::fixedBody({{QStringLiteral("doubt"), doubt}});
    return act;
}

Result<Decided> decideThere(Ledger& ledger, std::vector<ledger::ActDraft> acts, qint64 nowMs,
                            bool clockConfirmed)
{
    if (const auto clock = checkClock(ledger, nowMs); !clock) {
        if (!clockConfirmed) {
            return tl::unexpected(clock.error());
        }
        acts.insert(acts.begin(), clockAct(ledger.user(), clock.error().field));
    }
    const auto written = ledger.append(acts);
    if (!written) {
        return tl::unexpected(written.error());
    }
    Decided decided;
    decided.caseNumber = written->back().entry.header.caseNumber.value_or(QString());
    const QCborMap paper = written->back().what.value(QLatin1StringView("paper")).toMap();
    decided.paperNumber = paper.value(QLatin1StringView("number")).toString();
    decided.paperKind = paper.value(QLatin1StringView("kind")).toString();
    if (const auto row = ledger.cases().row(decided.caseNumber)) {
        decided.state = row->state;
    }
    return decided;
}

} // namespace

IntakeDesk::IntakeDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfterMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &IntakeDesk::saveDraft);
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
    domain::Intake intake;
    intake.draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    intake.guide = guide->ref;
    intake.applicant.kind = guide->forNatural ? domain::ApplicantKind::Natural : domain::ApplicantKind::Legal;
    use(guide, std::move(intake));
    return {};
}

QFuture<Result<void>> IntakeDesk::resume(const QString& draftId)
{
    return m_workplace.ledger()
        .run([draftId](Ledger& ledger) { return ledger.drafts().load(draftId); })
        .then(this, [this](const Result<ledger::Drafts::Draft>& draft) -> Result<void> {
            if (!draft) {
                return tl::unexpected(draft.error());
            }
            auto intake = domain::intakeFromCbor(draft->content.value(kIntakeMember).toMap());
            if (!intake) {
                return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("the draft is no intake"));
            }
            const HouseRulesPtr& rules = m_workplace.rules();
            catalogue::GuidePtr guide = rules->catalogue.find(intake->guide);
            if (guide == nullptr) {
                guide =
                    rules->catalogue.current(intake->guide.code); // nothing was decided yet: the one in force
            }
            if (guide == nullptr) {
                return domain::fail(ErrorCode::GuideMissing, {}, intake->guide.code);
            }
            intake->guide = guide->ref;
            use(guide, std::move(*intake));
            return {};
        });
}

QFuture<Result<std::vector<DraftLine>>> IntakeDesk::drafts()
{
    return m_workplace.ledger()
        .run([](Ledger& ledger) { return ledger.drafts().list(); })
        .then(this, [this](const auto& drafts) -> Result<std::vector<DraftLine>> {
            if (!drafts) {
                return tl::unexpected(drafts.error());
            }
            std::vector<DraftLine> lines;
            for (const auto& draft : *drafts) {
                lines.push_back(draftLine(draft, *m_workplace.rules()));
            }
            return lines;
        });
}

QFuture<Result<void>> IntakeDesk::putAside()
{
    if (!isActive()) {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    m_saveTimer.stop();
    const QCborMap content{{kIntakeMember, domain::intakeToCbor(m_intake)}};
    return m_workplace.ledger()
        .run([id = m_intake.draftId, actor = m_workplace.person()->id, content](Ledger& ledger) {
            return ledger.drafts().save(id, actor, content);
        })
        .then(this, [this, id = m_intake.draftId](Result<void> saved) {
            if (saved && m_intake.draftId == id) {
                clear();
            }
            return saved;
        });
}

void IntakeDesk::use(catalogue::GuidePtr guide, domain::Intake intake)
{
    m_guide = std::move(guide);
    m_intake = std::move(intake);
    m_thumbnails.clear();
    m_context = {};
    if (const auto regime = m_workplace.rules()->regimes.forTypeCode(m_guide->typeCode)) {
        m_context.regime = *regime;
    }
    loadOpenCases();
    recheck();
}

void IntakeDesk::clear()
{
    m_saveTimer.stop();
    m_situation = {};
    m_guide.reset();
    m_intake = {};
    m_findings.clear();
    m_due = {};
    m_thumbnails.clear();
    Q_EMIT changed();
}

void IntakeDesk::touched()
{
    if (!m_saveTimer.isActive()) {
        m_saveTimer.start(); // not restarted by the next key: the wait is bounded
    }
    recheck();
}

void IntakeDesk::recheck()
{
    m_situation = domain::resolveSituation(*m_guide, m_intake.situations, m_intake.answers);
    m_findings = domain::preflight(*m_guide, m_intake, m_context);
    m_due = dueDates(*m_guide, m_intake, m_context.regime, m_workplace.rules()->calendar, m_workplace.today(),
                     true);
    Q_EMIT changed();
}

void IntakeDesk::loadOpenCases()
{
    const QString applicant = m_intake.applicant.idNumber;
    m_workplace.ledger()
        .run([applicant, item = m_guide->ref.code](Ledger& ledger) {
            return openCasesOf(ledger, applicant, item);
        })
        .then(this, [this, applicant](const Result<std::vector<domain::OpenCase>>& cases) {
            if (isActive() && cases && m_intake.applicant.idNumber == applicant &&
                (!cases->empty() || !m_context.openCases.empty())) {
                m_context.openCases = *cases;
                recheck();
            }
        });
}

void IntakeDesk::chooseSituation(const QString& axis, const QString& situation)
{
    m_intake.situations.insert(axis, situation);
    touched();
}

void IntakeDesk::answerQuestion(const QString& material, bool applies)
{
    m_intake.answers.insert(material, applies);
    touched();
}

void IntakeDesk::setChannel(domain::Channel channel)
{
    m_intake.channel = channel;
    touched();
}

void IntakeDesk::setField(const QString& key, const QCborValue& value)
{
    const QString before = m_intake.applicant.idNumber;
    domain::setFormValue(m_intake, key, value);
    if (m_intake.applicant.idNumber != before) {
        loadOpenCases();
    }
    touched();
}

void IntakeDesk::setMaterialState(const QString& material, domain::MaterialState state,
                                  const QString& unfitReason)
{
    domain::MaterialIntake& slot = m_intake.materialSlot(material);
    slot.state = state;
    slot.unfitReason = state == domain::MaterialState::Unfit ? unfitReason : QString();
    touched();
}

QFuture<Result<void>> IntakeDesk::addFile(const QString& material, const QString& path)
{
    return take(material, m_workplace.files().examineFile(path));
}

QFuture<Result<void>> IntakeDesk::addBytes(const QString& material, const QByteArray& bytes,
                                           const QString& title)
{
    return take(material, m_workplace.files().examineBytes(bytes, title));
}

QFuture<Result<void>> IntakeDesk::take(const QString& material, Taken examined)
{
    ++m_filesUnderWay;
    Q_EMIT changed();
    using Stored = std::pair<domain::MaterialFile, QImage>;
    return examined
        .then(this,
              [this](const Result<capture::ExaminedFile>& file) -> QFuture<Result<Stored>> {
                  if (!file) {
                      return QtFuture::makeReadyFuture(Result<Stored>(tl::unexpected(file.error())));
                  }
                  return m_workplace.ledger().run([file = *file](Ledger& ledger) -> Result<Stored> {
                      const auto stored = ledger.blobs().put(file.bytes);
                      if (!stored) {
                          return tl::unexpected(stored.error());
                      }
                      return Stored{{stored->id, stored->sm3, stored->size, file.mime,
                                     static_cast<int>(file.pages.size()), file.title},
                                    file.pages.empty() ? QImage() : file.pages.front().thumbnail};
                  });
              })
        .unwrap()
        .then(this, [this, material, draft = m_intake.draftId](const Result<Stored>& stored) -> Result<void> {
            --m_filesUnderWay;
            if (!stored) {
                Q_EMIT changed();
                return tl::unexpected(stored.error());
            }
            if (m_intake.draftId == draft) {
                attach(material, stored->first, stored->second);
            }
            return {};
        });
}

void IntakeDesk::attach(const QString& material, const domain::MaterialFile& file, const QImage& thumbnail)
{
    m_thumbnails.insert(file.blob, thumbnail);
    domain::MaterialIntake& slot = m_intake.materialSlot(material);
    if (std::ranges::find(slot.files, file.blob, &domain::MaterialFile::blob) == slot.files.end()) {
        slot.files.push_back(file);
    }
    slot.state = domain::MaterialState::Received;
    slot.unfitReason.clear();
    touched();
}

void IntakeDesk::removeFile(const QString& material, int index)
{
    domain::MaterialIntake& slot = m_intake.materialSlot(material);
    if (index < 0 || index >= static_cast<int>(slot.files.size())) {
        return;
    }
    slot.files.erase(slot.files.begin() + index);
    if (slot.files.empty() && slot.state == domain::MaterialState::Received) {
        slot.state = domain::MaterialState::Missing;
    }
    touched();
}

void IntakeDesk::saveDraft()
{
    if (!isActive() || m_deciding || !m_workplace.person()) {
        return;
    }
    const QCborMap content{{kIntakeMember, domain::intakeToCbor(m_intake)}};
    m_workplace.ledger()
        .run([id = m_intake.draftId, actor = m_workplace.person()->id, content](Ledger& ledger) {
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

QFuture<Result<Decided>> IntakeDesk::decide(domain::Answer answer, const QString& reason)
{
    const auto refuse = [](const char* why) {
        return QtFuture::makeReadyFuture(
            Result<Decided>(domain::fail(ErrorCode::NotAllowed, QString::fromLatin1(why))));
    };
    if (!isActive() || m_deciding) {
        return refuse("no application to decide");
    }
    if (m_filesUnderWay > 0) {
        return refuse("files are still being taken in");
    }
    const auto acts = decisionActs({*m_guide, m_intake, answer, m_findings, reason, m_workplace.person()->id},
                                   m_workplace.rules());
    if (!acts) {
        return QtFuture::makeReadyFuture(Result<Decided>(tl::unexpected(acts.error())));
    }
    m_deciding = true;
    m_saveTimer.stop();
    Q_EMIT changed();
    return m_workplace.ledger()
        .run([acts = *acts, now = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) {
            return decideThere(ledger, acts, now, confirmed);
        })
        .then(this, [this](Result<Decided> done) {
            m_deciding = false;
            if (!done) {
                saveDraft();
                Q_EMIT changed();
                return done;
            }
            clear();
            m_workplace.noteWritten();
            Q_EMIT decided(*done);
            return done;
        });
}

} // namespace ow::desk
