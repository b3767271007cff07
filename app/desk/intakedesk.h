// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"
#include "domain/preflight.h"
#include "domain/situation.h"

#include <QFuture>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace ow::desk {

/// What came of a decision: durable when it arrives. The paper follows (PaperDesk) and may still be missing
/// then.
struct Decided
{
    QString caseNumber;
    domain::CaseState state = domain::CaseState::None;
    QString paperNumber;
    QString paperKind;
};

/// A draft in the list of what was put aside.
struct DraftLine
{
    QString id;
    QString itemName;
    QString applicant;  ///< masked
    qint64 savedAt = 0; ///< UTC ms
};

/// The intake of one application: what is typed, ticked and taken in, what still stands in the way, and the
/// answer. Every change is checked at once and saved as a draft within 300 ms (I8). Lives on the GUI thread,
/// never waits.
class IntakeDesk : public QObject
{
    Q_OBJECT

public:
    explicit IntakeDesk(Workplace& workplace, QObject* parent = nullptr);

    /// Starts a new application for an item. NotFound for an unknown code; KeyLocked when nobody is signed
    /// in.
    [[nodiscard]] domain::Result<void> begin(const QString& itemCode);
    [[nodiscard]] QFuture<domain::Result<void>> resume(const QString& draftId);
    [[nodiscard]] QFuture<domain::Result<std::vector<DraftLine>>> drafts();
    /// 暂存，换下一位: saves and clears the desk.
    [[nodiscard]] QFuture<domain::Result<void>> putAside();

    [[nodiscard]] bool isActive() const { return m_guide != nullptr; }

    [[nodiscard]] const domain::Guide& guide() const { return *m_guide; }

    [[nodiscard]] const domain::Intake& intake() const { return m_intake; }

    [[nodiscard]] const domain::ResolvedSituation& situation() const { return m_situation; }

    [[nodiscard]] const domain::Findings& findings() const { return m_findings; }

    [[nodiscard]] domain::Answer answer() const { return domain::answerFor(m_findings); }

    /// If it were received and accepted today.
    [[nodiscard]] const domain::DueDates& due() const { return m_due; }

    [[nodiscard]] bool isDeciding() const { return m_deciding; }

    [[nodiscard]] int filesUnderWay() const { return m_filesUnderWay; }

    void chooseSituation(const QString& axis, const QString& situation);
    void answerQuestion(const QString& material, bool applies);
    void setChannel(domain::Channel channel);
    void setField(const QString& key, const QCborValue& value);
    void setMaterialState(const QString& material, domain::MaterialState state,
                          const QString& unfitReason = {});
    /// Takes a file in: examined by the helper, then sealed into the ledger's store before it is shown.
    [[nodiscard]] QFuture<domain::Result<void>> addFile(const QString& material, const QString& path);
    [[nodiscard]] QFuture<domain::Result<void>> addBytes(const QString& material, const QByteArray& bytes,
                                                         const QString& title);
    void removeFile(const QString& material, int index);

    /// First page, small; null until known.
    [[nodiscard]] QImage thumbnail(const QString& blob) const { return m_thumbnails.value(blob); }

    /// Decides: receipt and answer in one transaction, then the desk is empty. NotAllowed when the findings
    /// call for another answer or files are still being taken in; ClockDoubtful until confirmClock().
    [[nodiscard]] QFuture<domain::Result<Decided>> decide(domain::Answer answer, const QString& reason = {});

    /// The clerk has looked at a doubtful clock and finds it right: the next decide() records that and goes
    /// on.
    void confirmClock() { m_clockConfirmed = true; }

Q_SIGNALS:
    void changed(); ///< anything of the application, the findings or the dates
    void draftSaved(qint64 utcMs);
    void draftFailed(const ow::domain::Error& error);
    void decided(const ow::desk::Decided& decided);

private:
    using Taken = QFuture<domain::Result<capture::ExaminedFile>>;

    void touched();
    void recheck();
    void loadOpenCases();
    void saveDraft();
    void clear();
    void use(catalogue::GuidePtr guide, domain::Intake intake);
    [[nodiscard]] QFuture<domain::Result<void>> take(const QString& material, Taken examined);
    void attach(const QString& material, const domain::MaterialFile& file, const QImage& thumbnail);

    Workplace& m_workplace;
    catalogue::GuidePtr m_guide;
    domain::Intake m_intake;
    domain::PreflightContext m_context;
    domain::ResolvedSituation m_situation;
    domain::Findings m_findings;
    domain::DueDates m_due;
    QHash<QString, QImage> m_thumbnails;
    QTimer m_saveTimer;
    int m_filesUnderWay = 0;
    bool m_deciding = false;
    bool m_clockConfirmed = false;
};

} // namespace ow::desk
