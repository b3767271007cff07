// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/pagetarget.h"
#include "desk/storedfile.h"
#include "desk/worksheet.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace ow::desk {

/// One thing that is waited for: a point of the notice, or a promised material.
struct SupplementItem
{
    int finding = -1;   ///< place in CaseFile::noticed; -1 for a promised material
    QString material;   ///< id, or empty
    QString field;      ///< form key, or empty
    bool asked = false; ///< a yes/no question about `material` was open
    QString sentence;   ///< ready to read
    QString where;      ///< where to get it; may be empty
    QDate due;          ///< of a promised material
    bool late = false;  ///< today is after `due`
};

/// How an item is answered.
enum class SupplementState {
    Open,
    Done,     ///< brought or corrected
    Promised, ///< tolerable, and follows by a promise
};

/// 补正 and 补交: takes in what a notice asked for, item by item and nothing else, or a material that was
/// promised; at any window that has the case. What is taken in is checked at once with the whole application
/// and saved as a draft within 300 ms (I8). Lives on the GUI thread, never waits.
class SupplementDesk : public QObject, public PageTarget
{
    Q_OBJECT

public:
    enum class Purpose { Resubmit, Supply };

    explicit SupplementDesk(Workplace& workplace, QObject* parent = nullptr);

    /// NotAllowed when the case waits for neither. What was taken in before and put aside is there again.
    [[nodiscard]] QFuture<domain::Result<void>> begin(const QString& caseNumber);
    /// Saves what has changed and clears the desk. NotAllowed while it is being written.
    [[nodiscard]] QFuture<domain::Result<void>> putAside();
    /// The station is being locked: what the timer would save goes to the disk now.
    void saveNow();

    [[nodiscard]] bool isActive() const { return m_sheet.has_value(); }

    [[nodiscard]] Purpose purpose() const { return m_purpose; }

    [[nodiscard]] const CaseToAct& seen() const { return m_seen; }

    [[nodiscard]] const domain::Intake& intake() const { return m_sheet->typed(); }

    [[nodiscard]] const std::vector<SupplementItem>& items() const { return m_items; }

    [[nodiscard]] SupplementState stateOf(const SupplementItem& item) const;

    /// How many items are still open.
    [[nodiscard]] int openCount() const;

    /// Of the whole application as it stands with what was brought.
    [[nodiscard]] const domain::Findings& findings() const { return m_sheet->findings(); }

    /// The answer the law allows once this is written; of a supplement only.
    [[nodiscard]] domain::Answer answer() const;

    [[nodiscard]] int filesUnderWay() const { return m_filesUnderWay; }

    [[nodiscard]] std::shared_ptr<void> expectPages() override
    {
        return countedWhileKept(*this, m_filesUnderWay);
    }

    [[nodiscard]] bool isWriting() const { return m_writing; }

    // -- as the scanner's lane and the page viewer see it
    [[nodiscard]] QString sheet() const override { return isActive() ? draftId() : QString(); }

    [[nodiscard]] bool isSealed() const override { return m_writing; }

    [[nodiscard]] QString itemCode() const override
    {
        return isActive() ? m_seen.guide->ref.code : QString();
    }

    [[nodiscard]] QString materialName(const QString& material) const override;
    [[nodiscard]] const domain::MaterialIntake* taken(const QString& material) const override;

    // Only what an item names can be changed; anything else is ignored.
    void setMaterialState(const QString& material, domain::MaterialState state,
                          const QString& unfitReason = {});
    void setField(const QString& key, const QCborValue& value);
    void answerQuestion(const QString& material, bool applies);
    [[nodiscard]] QFuture<domain::Result<void>> addFile(const QString& material,
                                                        const QString& path) override;
    [[nodiscard]] QFuture<domain::Result<void>> addBytes(const QString& material, const QByteArray& bytes,
                                                         const QString& title,
                                                         domain::FileOrigin origin = domain::FileOrigin::File,
                                                         bool incomplete = false) override;
    [[nodiscard]] QFuture<domain::Result<void>> addPicture(const QString& material, const QImage& picture,
                                                           const QString& title) override;
    void removeFile(const QString& material, int index) override;
    void moveFile(const QString& material, int from, int to) override;
    void editFile(const QString& material, int index, const domain::PageEdit& edit) override;
    void replaceFile(const QString& material, int index, const domain::MaterialFile& file) override;
    void setGrade(const QString& material, domain::TrustGrade grade) override;
    void setValidUntil(const QString& material, QDate day) override;

    /// Of a supplement: `resubmit`, naming what answers which finding, and the answer, in one transaction;
    /// ReceiveOnly writes the resubmit alone. Errors as ActDesk::answer().
    [[nodiscard]] ActDesk::Answered resubmit(domain::Answer answer, const QString& reason = {});
    /// Of promised materials: everything that is here now, at least one (else NotAllowed). Late is recorded
    /// as late.
    [[nodiscard]] ActDesk::Answered supply();

    void confirmClock() { m_clockConfirmed = true; }

Q_SIGNALS:
    void changed();
    void draftFailed(const ow::domain::Error& error);
    void acted(const ow::desk::ActDone& done);

private:
    using Taken = QFuture<domain::Result<capture::ExaminedFile>>;
    using MakeActs =
        std::function<domain::Result<std::vector<ledger::ActDraft>>(const domain::Intake& bound)>;

    [[nodiscard]] domain::Result<void> use(CaseToAct seen, const QCborMap& draft, bool brokenPromise);
    [[nodiscard]] bool isAsked(const QString& material) const;
    [[nodiscard]] QFuture<domain::Result<void>> take(const QString& material, Taken examined,
                                                     FileSource source);
    /// The slot of a material that is asked for; null for any other, and while it is written.
    [[nodiscard]] domain::MaterialIntake* askedSlot(const QString& material);
    [[nodiscard]] ActDesk::Answered writeBound(const domain::Intake& brought, MakeActs make);
    [[nodiscard]] ActDesk::Answered write(std::vector<ledger::ActDraft> acts);
    void takePerson();
    void dropUseless();
    [[nodiscard]] QFuture<domain::Result<void>> save();
    [[nodiscard]] domain::Intake broughtNow() const;
    [[nodiscard]] ledger::ActDraft resubmitAct(const domain::Intake& whole) const;
    [[nodiscard]] domain::Result<std::vector<ledger::ActDraft>>
    resubmitActs(const domain::Intake& intake, domain::Answer answer, const QString& reason) const;
    [[nodiscard]] ledger::ActDraft supplyAct(const domain::Intake& brought) const;
    [[nodiscard]] QString draftId() const;
    [[nodiscard]] QCborMap content() const;
    void touched();
    void changedSince();
    void saveDraft();
    void clear();

    Workplace& m_workplace;
    Purpose m_purpose = Purpose::Resubmit;
    CaseToAct m_seen;
    std::vector<SupplementItem> m_items;
    std::optional<Worksheet> m_sheet;
    QTimer m_saveTimer;
    int m_filesUnderWay = 0;
    bool m_writing = false;
    bool m_unsaved = false;
    int m_turn = 0;   ///< counts what was opened: an answer that is late is for another
    QString m_person; ///< whose the desk is, and its drafts
    bool m_clockConfirmed = false;
};

} // namespace ow::desk
