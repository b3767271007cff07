// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actwriting.h"
#include "desk/cardfill.h"
#include "desk/draftshelf.h"
#include "desk/earlierfilling.h"
#include "desk/pagetarget.h"
#include "desk/storedfile.h"
#include "desk/undotrail.h"
#include "desk/workplace.h"
#include "desk/worksheet.h"
#include "domain/casefile.h"
#include "domain/preflight.h"
#include "domain/situation.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace ow::desk {

/// What came of a decision: durable when it arrives. The paper follows (PaperDesk) and may still be missing
/// then.
struct Decided
{
    QString caseNumber;
    domain::CaseState state = domain::CaseState::None;
    QString paperNumber; ///< of the answer itself
    QString paperKind;
    std::vector<GivenPaper> papers; ///< all that were given, in the order of the acts
};

/// The intake of one application: what is typed, ticked and taken in, what still stands in the way, and the
/// answer. Every change is checked at once, can be undone by name, and is saved as a draft within 300 ms
/// (I8). Lives on the GUI thread, never waits.
class IntakeDesk : public QObject, public PageTarget
{
    Q_OBJECT

public:
    explicit IntakeDesk(Workplace& workplace, QObject* parent = nullptr);

    /// Starts a new application for an item. NotFound for an unknown code; KeyLocked when nobody is signed
    /// in; GuideInvalid when the guide's rules cannot be made.
    [[nodiscard]] domain::Result<void> begin(const QString& itemCode);
    /// The same under a guide at hand, in force or not (试填).
    [[nodiscard]] domain::Result<void> begin(const catalogue::GuidePtr& guide);

    // -- drafts
    /// Exactly as it was typed; place() says where the cursor stood. What another person put aside becomes
    /// the resuming person's with the next change.
    [[nodiscard]] QFuture<domain::Result<void>> resume(const QString& draftId);
    /// One's own first, then those of the others; at most kMaxDraftLines.
    [[nodiscard]] QFuture<domain::Result<std::vector<DraftLine>>> drafts();
    /// 暂存，换下一位: saves and clears the desk.
    [[nodiscard]] QFuture<domain::Result<void>> putAside();
    /// The station is being locked: what the timer would save goes to the disk now.
    void saveNow();
    /// Another person is at the station: the desk is empty, the draft stays its author's. A decision whose
    /// pages are still being bound is given up; one that is on its way into the ledger is told to nobody.
    /// The desk does this by itself whenever the person changes.
    void release();
    /// Gives one's own draft to another person who can sign in at this window.
    [[nodiscard]] QFuture<domain::Result<void>> handOver(const QString& draftId, const QString& userId);
    /// Who can sign in at this window, besides oneself.
    [[nodiscard]] QFuture<domain::Result<std::vector<Person>>> colleagues();
    /// Throws a draft away; the one on the desk too. Until another is thrown away, somebody else signs in or
    /// the program ends, bringBackDiscarded() has it again.
    [[nodiscard]] QFuture<domain::Result<void>> discard(const QString& draftId);
    [[nodiscard]] QFuture<domain::Result<void>> bringBackDiscarded();

    [[nodiscard]] bool canBringBackDiscarded() const { return m_discarded.has_value(); }

    [[nodiscard]] bool isActive() const { return m_sheet.has_value(); }

    [[nodiscard]] const domain::Guide& guide() const { return *m_sheet->guide(); }

    [[nodiscard]] const catalogue::GuidePtr& guidePtr() const { return m_sheet->guide(); }

    /// As typed; hidden answers are kept in it.
    [[nodiscard]] const domain::Intake& intake() const { return isActive() ? m_sheet->typed() : kNothing; }

    /// As it counts and would be submitted.
    [[nodiscard]] const domain::Intake& effective() const
    {
        return isActive() ? m_sheet->effective() : kNothing;
    }

    /// What the rules make of each field and computed axis.
    [[nodiscard]] const domain::FormState& form() const { return m_sheet->form(); }

    [[nodiscard]] const domain::ResolvedSituation& situation() const { return m_sheet->situation(); }

    [[nodiscard]] const domain::Findings& findings() const
    {
        return isActive() ? m_sheet->findings() : kNone;
    }

    [[nodiscard]] domain::Answer answer() const;

    /// The open case a finding "case.duplicate" is about; empty for any other finding.
    [[nodiscard]] QString duplicateOf(const domain::Finding& finding) const;

    /// What a person says of the application and the open case `said.other`: it is no finding any more, is
    /// kept with the draft, and is noted on both cases when the application is received.
    void decideTwin(const TwinDecision& said);

    /// Every computed axis stands where the form puts it. Until then limits are those of its default.
    [[nodiscard]] bool isSituationDecided() const;

    /// If it were received and accepted today.
    [[nodiscard]] const domain::DueDates& due() const { return m_sheet->due(); }

    /// From decide() until its answer. Nothing can be changed, put aside, thrown away or begun meanwhile.
    [[nodiscard]] bool isDeciding() const { return !m_deciding.isEmpty(); }

    [[nodiscard]] int filesUnderWay() const { return m_filesUnderWay; }

    [[nodiscard]] std::shared_ptr<void> expectPages() override
    {
        return countedWhileKept(*this, m_filesUnderWay);
    }

    // -- as the scanner's lane and the page viewer see it
    [[nodiscard]] QString sheet() const override { return isActive() ? intake().draftId : QString(); }

    [[nodiscard]] bool isSealed() const override { return isDeciding(); }

    [[nodiscard]] QString itemCode() const override { return isActive() ? guide().ref.code : QString(); }

    [[nodiscard]] QString materialName(const QString& material) const override;

    [[nodiscard]] const domain::MaterialIntake* taken(const QString& material) const override
    {
        return intake().material(material);
    }

    // -- what a clerk does; each is a step that undo() takes back; nothing while it is being decided
    /// Not for a computed axis: that one follows the form.
    void chooseSituation(const QString& axis, const QString& situation);
    void answerQuestion(const QString& material, bool applies);
    void setChannel(domain::Channel channel);
    void setField(const QString& key, const QCborValue& value,
                  domain::AnswerSource source = domain::AnswerSource::Typed);

    /// What an identity card puts into the form; one step. The form's editors take it over afterwards.
    void fill(const CardFill& card);

    /// The person left the field: typing there again is another step.
    void endTyping() { m_trail.breakMerge(); }

    void setMaterialState(const QString& material, domain::MaterialState state,
                          const QString& unfitReason = {});
    /// Tolerable, but asked for like any other.
    void setDemanded(const QString& material, bool demanded);
    void setGrade(const QString& material, domain::TrustGrade grade) override;
    void setValidUntil(const QString& material, QDate day) override;
    [[nodiscard]] QFuture<domain::Result<void>> addFile(const QString& material,
                                                        const QString& path) override;
    [[nodiscard]] QFuture<domain::Result<void>> addBytes(const QString& material, const QByteArray& bytes,
                                                         const QString& title,
                                                         domain::FileOrigin origin = domain::FileOrigin::File,
                                                         bool incomplete = false) override;
    [[nodiscard]] QFuture<domain::Result<void>> addPicture(const QString& material, const QImage& picture,
                                                           const QString& title) override;
    /// A file that is in the store already. MaterialTooLarge as addFile().
    domain::Result<void> addStored(const QString& material, const domain::MaterialFile& file);
    /// An earlier scan of the same applicant serves again, with where it is from.
    /// MaterialTooLarge as addFile().
    domain::Result<void> reuse(const QString& material, const domain::ReusedFrom& from,
                               const std::vector<domain::MaterialFile>& files);
    /// Takes off what was reused, all of it in one step.
    void removeReused(const QString& material);
    void removeFile(const QString& material, int index) override;
    void moveFile(const QString& material, int from, int to) override;
    void editFile(const QString& material, int index, const domain::PageEdit& edit) override;
    void replaceFile(const QString& material, int index, const domain::MaterialFile& file) override;

    // -- undo
    /// What was undone or done again, as a person reads it; empty = there was nothing.
    QString undo();
    QString redo();

    [[nodiscard]] bool canUndo() const { return m_trail.canUndo(); }

    [[nodiscard]] bool canRedo() const { return m_trail.canRedo(); }

    // -- a customer known from before
    /// Set while the applicant's number is whole, known, and something blank could be filled in from it.
    [[nodiscard]] const std::optional<EarlierIntake>& earlier() const { return m_earlier; }

    /// 带出上次填写: fills in what is blank and known; how many fields. One step.
    int bringEarlier();

    // -- where the person works
    [[nodiscard]] const Place& place() const { return m_note.place; }

    void notePlace(const Place& place) { m_note.place = place; }

    /// Decides: receipt and answer in one transaction, then the desk is empty. NotAllowed when the findings
    /// call for another answer or files are still being taken in; ClockDoubtful until confirmClock().
    [[nodiscard]] QFuture<domain::Result<Decided>> decide(domain::Answer answer, const QString& reason = {});

    /// The clerk has looked at a doubtful clock and finds it right: the next decide() records that and goes
    /// on.
    void confirmClock() { m_clockConfirmed = true; }

Q_SIGNALS:
    void changed(); ///< anything of the application, the findings or the dates
    /// Answers changed other than by the editor of their field: undo, redo, carried over. Editors take the
    /// values over; `place` is where it was. changed() follows.
    void restored(const ow::desk::Place& place);
    void draftSaved(qint64 utcMs);
    void draftFailed(const ow::domain::Error& error);
    void decided(const ow::desk::Decided& decided);

private:
    using Taken = QFuture<domain::Result<capture::ExaminedFile>>;

    struct Discarded
    {
        KeptDraft draft;
        QString person; ///< who threw it away
    };

    [[nodiscard]] domain::Result<void> use(catalogue::GuidePtr guide, domain::Intake intake, DraftNote note);

    [[nodiscard]] bool mayChange() const { return isActive() && !isDeciding(); }

    void takePerson();
    void showTwins(std::vector<domain::OpenCase> open);
    [[nodiscard]] domain::Result<Decided> concluded(const QString& draft, domain::Result<Decided> done);
    void touched();
    void step(const UndoTrail::Step& step);
    void stepMaterial(const QString& name, const QString& material, const QString& merge = {});
    void lookUpApplicant();
    void saveDraft();
    [[nodiscard]] QCborMap content();
    void clear();
    QString turn(std::optional<UndoTrail::Turn> turn);
    [[nodiscard]] QFuture<domain::Result<void>> take(const QString& material, Taken examined,
                                                     FileSource source);

    static const domain::Intake kNothing;
    static const domain::Findings kNone;

    Workplace& m_workplace;
    std::optional<Worksheet> m_sheet;
    UndoTrail m_trail;
    DraftNote m_note;
    std::optional<EarlierIntake> m_earlier;
    QString m_lookedUp; ///< the number m_earlier and the open cases are of
    std::optional<Discarded> m_discarded;
    QTimer m_saveTimer;
    int m_filesUnderWay = 0;
    QString m_deciding; ///< draft that is being decided
    QString m_person;   ///< whose the desk is
    bool m_clockConfirmed = false;
};

} // namespace ow::desk
