// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scandesk.h"

#include "capture/camerasource.h"
#include "capture/sanesource.h"
#include "desk/whenanswered.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace ow::desk {

namespace {

using namespace Qt::StringLiterals;
using capture::ScanDevice;
using capture::ScanMode;
using capture::ScanProfile;
using capture::ScanSource;
using domain::Error;
using domain::ErrorCode;
using domain::Result;

QString translated(const char* text)
{
    return QCoreApplication::translate("ow::desk::ScanDesk", text);
}

QString modeWord(ScanMode mode)
{
    switch (mode) {
    case ScanMode::Colour:
        return translated(QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Colour"));
    case ScanMode::Grey:
        return translated(QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Grey"));
    case ScanMode::BlackWhite:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Black and white"));
}

/// The house's programs lie in one folder.
QString beside(const QString& captureHelper, const QString& program)
{
    return QFileInfo(captureHelper).dir().filePath(program);
}

} // namespace

ScanDesk::ScanDesk(Workplace& workplace, MakeSources make, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_make(make ? std::move(make) : [this](Profile profile) { return realSources(profile); })
{
    connect(&m_workplace, &Workplace::profileOpened, this, &ScanDesk::open);
    if (m_workplace.profile()) {
        open();
    }
}

ScanDesk::~ScanDesk() = default;

PageSources ScanDesk::realSources(Profile profile) const
{
    capture::SaneSourceOptions options;
    options.helper = beside(m_workplace.options().helper, u"onewindow-scan"_s);
    PageSources sources;
    if (profile == Profile::Training) {
        options.arguments = {u"--simulate={\"sheets\":3}"_s};
        sources.camera = capture::CameraSource::simulated();
    } else {
        sources.camera = capture::CameraSource::ofThisMachine(
            beside(m_workplace.options().helper, u"onewindow-camera.so"_s));
    }
    sources.scanner = std::make_unique<capture::SaneSource>(std::move(options));
    return sources;
}

/// Another profile: its own settings, and no pages from the devices of the one before.
void ScanDesk::open()
{
    for (auto* source : {&m_sources.scanner, &m_sources.camera}) {
        if (*source) {
            (*source)->disconnect(this);
            m_retired.take(std::move(*source)); // its driver may hang
        }
    }
    m_searches = 0;
    if (m_running != nullptr) {
        endRun(Error{ErrorCode::Cancelled, {}, {}}, 0); // who waits for its pages waits no more
    }
    m_previewing = false;
    m_previewRefused = false;
    m_error.reset();
    m_settings = {};
    m_read = false;
    m_material.clear();
    m_chosen = 0;
    m_sources = m_make(*m_workplace.profile());
    listen(m_sources.scanner.get());
    listen(m_sources.camera.get());
    enter(State::Idle);
    const auto stored = m_workplace.ledger().run(
        [](ledger::Ledger& ledger) -> Result<ScanSettings> { return readScanSettings(ledger); });
    whenAnswered(stored, this, [this, opening = ++m_openings](const Result<ScanSettings>& settings) {
        if (settings && opening == m_openings) {
            takeSettings(*settings);
        }
    });
}

void ScanDesk::takeSettings(const ScanSettings& settings)
{
    const int wanted = m_chosen;
    m_settings = settings;
    m_read = true;
    m_chosen = 0;
    m_chosen = profileOfMaterial();
    use(settings.profiles, wanted > 0 ? wanted : m_chosen);
    if (!m_settings.asked) {
        // Without cameras: their plugin is for windows that have one.
        search(false);
    }
}

void ScanDesk::listen(capture::PageSource* source)
{
    using capture::PageSource;
    if (source == nullptr) {
        return;
    }
    const bool camera = source == m_sources.camera.get();
    connect(source, &PageSource::devicesFound, this,
            [this, camera](const QList<ScanDevice>& devices) { takeDevices(camera, devices); });
    connect(source, &PageSource::searchFailed, this, [this](const Error& error) { endSearch(error); });
    connect(source, &PageSource::progressed, this, [this](const capture::ScanProgress& progress) {
        m_progress = progress;
        Q_EMIT changed();
    });
    connect(source, &PageSource::pageArrived, this, [this](const capture::ScannedPage& page) {
        ++m_pages;
        Q_EMIT pageArrived(page);
        Q_EMIT changed();
    });
    connect(source, &PageSource::previewed, this, &ScanDesk::previewed);
    connect(source, &PageSource::finished, this, [this](int pages) { endRun(std::nullopt, pages); });
    connect(source, &PageSource::failed, this, [this, source](const Error& error, int pages) {
        if (source == m_running) {
            endRun(error, pages);
        } else {
            losePreview(error);
        }
    });
}

bool ScanDesk::seesLive() const
{
    return m_sources.camera &&
           m_settings.profiles[m_chosen].device.startsWith(capture::CameraSource::kPrefix);
}

void ScanDesk::setPreview(bool on)
{
    m_watched = on;
    m_previewRefused = false;
    watch();
}

void ScanDesk::watch()
{
    const bool wanted = m_watched && !m_previewRefused && seesLive();
    if (wanted == m_previewing) {
        return;
    }
    m_previewing = wanted;
    if (wanted) {
        m_sources.camera->beginPreview(m_settings.profiles[m_chosen]);
    } else if (m_sources.camera) {
        m_sources.camera->endPreview();
    }
}

void ScanDesk::use(const QList<ScanProfile>& profiles, int chosen)
{
    m_previewRefused = true; // of the camera before
    watch();
    m_settings.profiles = profiles;
    m_chosen = std::clamp(chosen, 0, int(profiles.size()) - 1);
    m_previewRefused = false;
    watch();
    Q_EMIT changed();
}

void ScanDesk::findDevices()
{
    search(true);
}

void ScanDesk::search(bool cameras)
{
    if (m_state != State::Idle || !m_sources.scanner) {
        return;
    }
    capture::PageSource* camera = cameras ? m_sources.camera.get() : nullptr;
    m_error.reset();
    m_searches = camera != nullptr ? 2 : 1;
    enter(State::Searching);
    m_sources.scanner->findDevices();
    if (camera != nullptr) {
        camera->findDevices();
    }
}

void ScanDesk::takeDevices(bool camera, const QList<ScanDevice>& found)
{
    QList<ScanDevice> devices = found;
    for (ScanDevice& device : devices) {
        if (device.name.startsWith(QLatin1StringView("simulated"))) {
            device.title = translated(camera ? QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Training camera")
                                             : QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Training scanner"));
        }
    }
    m_settings.devices.removeIf([camera](const ScanDevice& device) { return device.camera == camera; });
    // Scanners first, whoever answers first.
    m_settings.devices = camera ? m_settings.devices + devices : devices + m_settings.devices;
    m_previewRefused = false;
    endSearch(std::nullopt);
}

void ScanDesk::endSearch(const std::optional<Error>& error)
{
    if (error) {
        m_error = error;
    } else {
        m_settings.asked = true;
    }
    if (--m_searches > 0) {
        return;
    }
    watch();
    enter(m_running != nullptr ? m_state : State::Idle);
    save();
    if (error) {
        Q_EMIT failed(*error, 0);
    }
}

QString ScanDesk::titleOf(const ScanProfile& profile)
{
    if (!profile.name.isEmpty()) {
        return profile.name;
    }
    if (profile.id == "card-300-flatbed"_L1) {
        return translated(QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "Identity card %1 dpi, flatbed"))
            .arg(profile.dpi);
    }
    const char* text = QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "%1 %2 dpi, flatbed");
    if (profile.source == ScanSource::Feeder) {
        text = profile.duplex ? QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "%1 %2 dpi, feeder, both sides")
                              : QT_TRANSLATE_NOOP("ow::desk::ScanDesk", "%1 %2 dpi, feeder");
    }
    return translated(text).arg(modeWord(profile.mode)).arg(profile.dpi);
}

bool ScanDesk::choose(int index)
{
    if (index < 0 || index >= m_settings.profiles.size()) {
        return false;
    }
    if (!m_material.isEmpty()) {
        m_settings.materials.removeIf([this](const auto& pair) { return pair.first == m_material; });
        m_settings.materials.append({m_material, m_settings.profiles[index].id});
        if (m_settings.materials.size() > kMaxMaterials) {
            m_settings.materials.removeFirst();
        }
        save();
    }
    use(m_settings.profiles, index);
    return true;
}

QFuture<Result<void>> ScanDesk::setProfiles(const QList<ScanProfile>& profiles)
{
    QSet<QString> ids;
    for (const ScanProfile& profile : profiles) {
        ids.insert(profile.id);
    }
    if (profiles.isEmpty() || profiles.size() > capture::kMaxScanProfiles || ids.size() != profiles.size()) {
        return QtFuture::makeReadyFuture(
            Result<void>(domain::fail(ErrorCode::InvalidInput, u"one to nine different profiles"_s)));
    }
    const auto& provision = m_workplace.options().provisioning.provision;
    if (!m_read || (provision && provision->isFixed(Setting::ScanProfiles))) {
        return QtFuture::makeReadyFuture(
            Result<void>(domain::fail(ErrorCode::NotAllowed, u"fixed, or not read yet"_s)));
    }
    const QString before = m_settings.profiles[m_chosen].id;
    const auto same = std::ranges::find(profiles, before, &ScanProfile::id);
    use(profiles, same == profiles.end() ? 0 : int(same - profiles.begin()));
    return save();
}

void ScanDesk::useMaterial(const QString& itemCode, const QString& material)
{
    m_material = QString(itemCode + u'/' + material);
    if (const int last = profileOfMaterial(); last != m_chosen) {
        use(m_settings.profiles, last);
    }
}

/// The profile of the material before is the best guess where there is none.
int ScanDesk::profileOfMaterial() const
{
    const auto last =
        std::ranges::find(m_settings.materials, m_material, &std::pair<QString, QString>::first);
    const auto profile = last == m_settings.materials.end()
                             ? m_settings.profiles.end()
                             : std::ranges::find(m_settings.profiles, last->second, &ScanProfile::id);
    return profile == m_settings.profiles.end() ? m_chosen : int(profile - m_settings.profiles.begin());
}

QFuture<Result<void>> ScanDesk::save()
{
    if (!m_read) {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    return m_workplace.ledger().run(
        [settings = m_settings](ledger::Ledger& ledger) { return writeScanSettings(ledger, settings); });
}

Result<void> ScanDesk::scan()
{
    if (m_running != nullptr || !m_sources.scanner) {
        return domain::fail(ErrorCode::NotAllowed, u"a run is under way, or nothing is open"_s);
    }
    const ScanProfile& profile = m_settings.profiles[m_chosen];
    const bool camera = profile.device.startsWith(capture::CameraSource::kPrefix);
    m_running = camera ? m_sources.camera.get() : m_sources.scanner.get();
    if (m_running == nullptr) {
        return domain::fail(ErrorCode::CameraMissing);
    }
    m_error.reset();
    m_progress = {};
    m_pages = 0;
    m_previewRefused = false; // a person tries again
    watch();
    enter(State::Scanning);
    m_running->start(profile);
    return {};
}

void ScanDesk::cancel()
{
    if (m_running != nullptr) {
        enter(State::Cancelling);
        m_running->cancel();
    }
}

void ScanDesk::endRun(const std::optional<Error>& error, int pages)
{
    const bool bad = error && error->code != ErrorCode::Cancelled;
    if (bad && m_running == m_sources.camera.get()) {
        m_previewRefused = true; // it shows nothing more
        watch();
    }
    m_running = nullptr;
    m_progress = {};
    if (bad) {
        m_error = error;
    }
    enter(m_searches > 0 ? State::Searching : State::Idle);
    if (error) {
        Q_EMIT failed(*error, pages);
    } else {
        Q_EMIT finished(pages);
    }
}

void ScanDesk::losePreview(const Error& error)
{
    m_previewRefused = true;
    watch();
    if (m_running == nullptr) {
        endRun(error, 0);
    }
}

void ScanDesk::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace ow::desk
