// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/fileintake.h"
#include "capture/pageworkshop.h"
#include "desk/houserules.h"
#include "desk/looksettings.h"
#include "desk/person.h"
#include "desk/provisioning.h"
#include "desk/trainingclock.h"
#include "domain/clock.h"
#include "ledger/ledgeroptions.h"
#include "ledger/ledgerthread.h"
#include "record/crypto.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>
#include <optional>

namespace ow::desk {

class PagePreviews;

/// What a composition root (the window, ctl, a test) gives its workplace. The pointers outlive it.
struct WorkplaceOptions
{
    QString folder;       ///< of this user's data; the profiles lie in it
    QString mirrorFolder; ///< another place for the mirrors, best another disk
    QString helper;       ///< path of onewindow-capture
    QByteArray machineId;
    const domain::Clock* clock = nullptr;
    const record::CryptoProvider* crypto = nullptr;
    record::KdfCost kdf;
    bool sync = true;          ///< false: never talks to the centre (ctl, some tests)
    Provisioning provisioning; ///< what the administrator has settled for this PC
    LookSettings look;         ///< as the window starts
    QString lookFile;          ///< where a change of the look is kept; empty: nowhere
};

/// Which profile is open: the enrolled window's, or the training one beside it, which never syncs.
enum class Profile { Window, Training };

/// One window at work: its ledger on its thread, the house's data, the helper that decodes files, and who is
/// signed in. The use cases (SignInDesk, IntakeDesk, CaseDesk, PaperDesk …) share it. Lives on the GUI
/// thread; nothing here waits, answers come as futures.
class Workplace : public QObject
{
    Q_OBJECT

public:
    explicit Workplace(WorkplaceOptions options, QObject* parent = nullptr);
    ~Workplace() override; ///< shutDown()

    /// A function that takes a while and touches no ledger, on a worker thread. shutDown() waits for it, and
    /// so the answer may be continued with `.then(context, …)` of an object that goes after that.
    template <class Work> [[nodiscard]] auto work(Work work)
    {
        return QtConcurrent::run(&m_workers, std::move(work));
    }

    /// Finishes what was given and closes the ledger; nothing works afterwards. Call it before the use cases
    /// go, so that no answer looks for one that is gone.
    void shutDown();

    /// Reads the house's data on a worker thread; once, at start.
    [[nodiscard]] QFuture<domain::Result<void>> loadRules();

    [[nodiscard]] const HouseRulesPtr& rules() const { return m_rules; } ///< null until loaded

    /// Takes over what the centre has published since, from the open ledger: read on the ledger's thread,
    /// built on a worker, swapped here (rulesRenewed). What is new begins with the new rules; open
    /// applications, drafts and cases keep theirs. After sign-in, and when sync has fetched.
    void renewRules();

    /// True when there is a profile to open.
    [[nodiscard]] bool hasProfile(Profile profile) const;
    [[nodiscard]] QFuture<domain::Result<void>> openProfile(Profile profile);
    [[nodiscard]] QFuture<domain::Result<void>> createProfile(Profile profile,
                                                              std::shared_ptr<ledger::Enrolment> enrolment);

    /// Begins the training profile anew: what it held is moved aside into a folder named after the time,
    /// never deleted. `backMs` is how far in the past the new ledger begins (setTrainingBack). Works without
    /// an old one.
    [[nodiscard]] QFuture<domain::Result<void>> renewTraining(std::shared_ptr<ledger::Enrolment> enrolment,
                                                              qint64 backMs = 0);
    /// Until another profile is opened, acts of the training profile are dated so many milliseconds before
    /// now. Does nothing while a real one is open.
    void setTrainingBack(qint64 backMs);

    [[nodiscard]] const std::optional<ledger::DeviceIdentity>& device() const { return m_device; }

    [[nodiscard]] std::optional<Profile> profile() const { return m_profile; }

    [[nodiscard]] const std::optional<Person>& person() const { return m_person; }

    void setPerson(std::optional<Person> person); ///< by SignInDesk

    [[nodiscard]] const WorkplaceOptions& options() const { return m_options; }

    [[nodiscard]] ledger::LedgerOptions ledgerOptions(Profile profile) const;

    [[nodiscard]] ledger::LedgerThread& ledger() { return m_ledger; }

    [[nodiscard]] capture::FileIntake& files() { return *m_files; }

    /// Where pages of stored files are drawn and bound.
    [[nodiscard]] capture::PageWorkshop& pages() { return m_pages; }

    [[nodiscard]] PagePreviews& previews() { return *m_previews; }

    [[nodiscard]] QDate today() const;

    /// Now, whatever day a sample case is being dated.
    [[nodiscard]] qint64 realMs() const { return m_clock.realMs(); }

    /// Says that the ledger has entries it did not have, so that lists and sync look again.
    void noteWritten() { Q_EMIT written(); }

Q_SIGNALS:
    void rulesLoaded();
    void rulesRenewed();                              ///< rules() gives others than before
    void rulesFailed(const ow::domain::Error& error); ///< what was published cannot be read; the others stay
    void profileOpened();
    void personChanged();
    void written();

private:
    void buildRules(const std::vector<QByteArray>& documents);
    [[nodiscard]] QFuture<domain::Result<void>> start(Profile profile, ledger::LedgerThread::Maker maker);

    WorkplaceOptions m_options;
    QThreadPool m_workers;
    TrainingClock m_clock; ///< over the one given; m_options names this
    HouseRulesPtr m_rules;
    std::vector<QByteArray> m_published; ///< what m_rules has beyond the built-ins
    ledger::LedgerThread m_ledger;
    capture::PageWorkshop m_pages;
    capture::FileIntake* m_files;
    PagePreviews* m_previews;
    std::optional<ledger::DeviceIdentity> m_device;
    std::optional<Profile> m_profile;
    std::optional<Person> m_person;
};

} // namespace ow::desk
