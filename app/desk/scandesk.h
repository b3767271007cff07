// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "desk/retirement.h"
#include "desk/scansettings.h"
#include "desk/workplace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace ow::desk {

/// Where pages come from; both live as long as the profile is open.
struct PageSources
{
    std::unique_ptr<capture::PageSource> scanner;
    std::unique_ptr<capture::PageSource> camera; ///< null: this machine does without
};

/// Scanning at the window: which devices there are, which profile is chosen (Alt+1…9), and one run at a time
/// (F9). The pages go to whoever listens to pageArrived(); this desk keeps none.
///
/// A training profile scans from simulated devices. The list of devices is kept in the ledger's settings and
/// asked for by itself once in the life of a window, for scanners, and again only when a person wants it.
/// Lives on the GUI thread, never waits.
class ScanDesk : public QObject
{
    Q_OBJECT

public:
    using MakeSources = std::function<PageSources(Profile)>;

    enum class State { Idle, Searching, Scanning, Cancelling };

    /// `make` gives the sources for a kind of profile; by default SANE and Qt's cameras for the window, the
    /// simulator for training.
    explicit ScanDesk(Workplace& workplace, MakeSources make = {}, QObject* parent = nullptr);
    ~ScanDesk() override;

    // -- devices -------------------------------------------------------------------------------------
    [[nodiscard]] const QList<capture::ScanDevice>& devices() const { return m_settings.devices; }

    /// Looks for them anew; changed() when they are known, failed() when that went wrong.
    void findDevices();

    // -- profiles ------------------------------------------------------------------------------------
    [[nodiscard]] const QList<capture::ScanProfile>& profiles() const { return m_settings.profiles; }

    /// As a person called it, or what it does: "Colour 300 dpi, feeder, both sides".
    [[nodiscard]] static QString titleOf(const capture::ScanProfile& profile);

    [[nodiscard]] int chosen() const { return m_chosen; } ///< index into profiles()

    /// False when there is none of this number. What is chosen while a material is in use becomes its own.
    bool choose(int index);

    /// 1 to 9 profiles with different ids; InvalidInput otherwise. NotAllowed when the administrator has
    /// fixed them, or before those that are stored have been read.
    [[nodiscard]] QFuture<domain::Result<void>> setProfiles(const QList<capture::ScanProfile>& profiles);

    /// The material that is scanned from now on: the profile it had last is chosen.
    void useMaterial(const QString& itemCode, const QString& material);

    // -- a run ---------------------------------------------------------------------------------------
    /// Scans by the chosen profile. NotAllowed while a run is under way, or no profile of a window is open.
    [[nodiscard]] domain::Result<void> scan();
    void cancel();

    /// True when the chosen profile is of a camera: there is something to see before the picture is taken.
    [[nodiscard]] bool seesLive() const;
    /// Whether somebody looks: previewed() meanwhile, for as long as the chosen profile is of a camera. A
    /// camera that refused is said once, by failed(), and tried again when another profile is chosen, devices
    /// were found, a picture is wanted, or by this.
    void setPreview(bool on);

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] const capture::ScanProgress& progress() const { return m_progress; }

    [[nodiscard]] int pages() const { return m_pages; } ///< of the run under way, or the last one

    [[nodiscard]] const std::optional<domain::Error>& lastError() const { return m_error; }

Q_SIGNALS:
    void changed(); ///< devices, profiles, choice, state, progress, error
    /// Keep its bytes and let it go: the feeder waits while four are held (ScannedPage::onItsWay).
    void pageArrived(const ow::capture::ScannedPage& page);
    void previewed(const QImage& frame);
    void finished(int pages);
    /// Pages that arrived before are good. Also said for Cancelled.
    void failed(const ow::domain::Error& error, int pages);

private:
    [[nodiscard]] PageSources realSources(Profile profile) const;
    void open();
    /// A person may have chosen something before they arrived.
    void takeSettings(const ScanSettings& settings);
    void search(bool cameras);
    void listen(capture::PageSource* source);
    void takeDevices(bool camera, const QList<capture::ScanDevice>& found);
    void endSearch(const std::optional<domain::Error>& error);
    void endRun(const std::optional<domain::Error>& error, int pages);
    /// Another of `profiles` is chosen, or it is another list.
    void use(const QList<capture::ScanProfile>& profiles, int chosen);
    [[nodiscard]] int profileOfMaterial() const; ///< what it had last, or the one that is chosen
    void watch();                                ///< switches the camera on or off, as things are
    QFuture<domain::Result<void>> save();        ///< what is not saved is asked again another day
    /// The camera shows nothing (more). Said like a run that failed, but not in the middle of one of the
    /// scanner.
    void losePreview(const domain::Error& error);
    void enter(State state);

    Workplace& m_workplace;
    MakeSources m_make;
    PageSources m_sources;
    Retirement<capture::PageSource> m_retired; ///< of profiles before
    ScanSettings m_settings;
    bool m_read = false; ///< what is stored is known; before, nothing is stored over it
    int m_openings = 0;  ///< counts profiles, so that settings of one do not reach the next
    QString m_material;  ///< "item/material"; empty when none is in use
    int m_chosen = 0;
    State m_state = State::Idle;
    capture::PageSource* m_running = nullptr;
    bool m_watched = false;        ///< somebody looks
    bool m_previewing = false;     ///< the camera was asked to show
    bool m_previewRefused = false; ///< it did not; not asked by itself again
    int m_searches = 0;            ///< sources that have not answered
    capture::ScanProgress m_progress;
    int m_pages = 0;
    std::optional<domain::Error> m_error;
};

} // namespace ow::desk
