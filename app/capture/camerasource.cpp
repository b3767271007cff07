// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/camerasource.h"

#include "capture/filelimits.h"
#include "capture/simulatedlens.h"

#include <QBuffer>
#include <QFutureWatcher>
#include <QImageWriter>
#include <QPluginLoader>
#include <QtConcurrentRun>

namespace ow::capture {

using domain::Error;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kQuality = 90; // a camera's picture is softer than a scan and is cropped later
constexpr int kPreviewWidth = 960;
constexpr qint64 kFrameEveryMs = 100;
constexpr int kPatienceMs = 15'000; // focus and exposure included

/// On a worker thread.
Result<ScannedPage> compressed(const QImage& picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB888);
    ScannedPage page;
    QBuffer buffer(&page.bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kQuality);
    if (image.isNull() || !writer.write(image)) {
        return fail(ErrorCode::CameraFailed, u"the picture cannot be compressed"_s);
    }
    page.mime = u"image/jpeg"_s;
    page.size = image.size();
    page.thumbnail = image.scaled(FileLimits().thumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB888);
    page.number = 1;
    return page;
}

} // namespace

CameraSource::CameraSource(MakeLens make, QObject* parent)
    : PageSource(parent)
    , m_make(std::move(make))
    , m_tray(kRoom, nullptr)
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end({ErrorCode::CameraFailed, u"no picture in time"_s, {}});
    });
}

CameraSource::~CameraSource() = default;

std::unique_ptr<CameraSource> CameraSource::ofThisMachine(const QString& path)
{
    return std::make_unique<CameraSource>([path]() -> std::unique_ptr<CameraLens> {
        QPluginLoader loader(path);
        auto* factory = qobject_cast<CameraLensFactory*>(loader.instance());
        return factory != nullptr ? factory->make() : nullptr;
    });
}

std::unique_ptr<CameraSource> CameraSource::simulated()
{
    return std::make_unique<CameraSource>([] { return std::make_unique<SimulatedLens>(); });
}

CameraLens* CameraSource::lens()
{
    if (!m_lens) {
        m_lens = m_make();
        if (m_lens) {
            m_lens->onPicture = [this](const QImage& picture) { takePicture(picture); };
            m_lens->onFrame = [this](const QImage& frame) { takeFrame(frame); };
            m_lens->onFailure = [this](const QString& why) { end({ErrorCode::CameraFailed, why, {}}); };
        }
    }
    return m_lens.get();
}

Result<void> CameraSource::open(const ScanProfile& profile)
{
    if (lens() == nullptr) {
        return fail(ErrorCode::CameraMissing, u"no camera plugin"_s);
    }
    const bool named = profile.device.startsWith(kPrefix);
    return m_lens->open(named ? profile.device.mid(kPrefix.size()) : QString());
}

void CameraSource::findDevices()
{
    // Answered later, as by every source.
    QMetaObject::invokeMethod(
        this,
        [this] {
            CameraLens* const asked = lens();
            QList<ScanDevice> devices = asked != nullptr ? asked->devices() : QList<ScanDevice>();
            for (ScanDevice& device : devices) {
                device.name.prepend(kPrefix);
                device.camera = true;
            }
            Q_EMIT devicesFound(devices);
        },
        Qt::QueuedConnection);
}

void CameraSource::start(const ScanProfile& profile)
{
    if (m_running) {
        return;
    }
    m_running = true;
    ++m_run;
    QMetaObject::invokeMethod(
        this,
        [this, profile, run = m_run] {
            if (!m_running || run != m_run) {
                return; // cancelled before it began
            }
            if (!m_tray.hasRoom()) {
                end({ErrorCode::ScannerBusy, u"pages are still being stored"_s, {}});
                return;
            }
            if (const Result<void> opened = open(profile); !opened) {
                end(opened.error());
                return;
            }
            m_patience.start();
            m_lens->shoot();
        },
        Qt::QueuedConnection);
}

void CameraSource::cancel()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            end({ErrorCode::Cancelled, {}, {}});
        },
        Qt::QueuedConnection);
}

void CameraSource::takePicture(const QImage& picture)
{
    if (!m_running || !m_patience.isActive()) {
        return;
    }
    m_patience.stop();
    // A watcher and not then(): a continuation would touch this source although it were gone by then.
    auto* watcher = new QFutureWatcher<Result<ScannedPage>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, run = m_run] {
        watcher->deleteLater();
        if (m_running && run == m_run) {
            give(watcher->result());
        }
    });
    watcher->setFuture(QtConcurrent::run([picture] { return compressed(picture); }));
}

void CameraSource::give(Result<ScannedPage> page)
{
    if (!page) {
        end(page.error());
        return;
    }
    page->onItsWay = m_tray.ticket();
    m_running = false;
    if (!m_previewing) {
        m_lens->close();
    }
    Q_EMIT pageArrived(*page);
    Q_EMIT finished(1);
}

void CameraSource::takeFrame(const QImage& frame)
{
    if (!m_previewing || frame.isNull() ||
        (m_sinceFrame.isValid() && m_sinceFrame.elapsed() < kFrameEveryMs)) {
        return;
    }
    m_sinceFrame.start();
    Q_EMIT previewed(frame.width() > kPreviewWidth ? frame.scaledToWidth(kPreviewWidth) : frame);
}

void CameraSource::end(const Error& error)
{
    m_patience.stop();
    bool seen = false;
    if (error.code != ErrorCode::Cancelled && m_lens) {
        m_lens->close(); // opened anew next time: it may have been unplugged
        seen = std::exchange(m_previewing, false);
    }
    if (std::exchange(m_running, false) || seen) { // whoever looks learns that there is nothing more to see
        Q_EMIT failed(error, 0);
    }
}

void CameraSource::beginPreview(const ScanProfile& profile)
{
    m_previewing = true;
    ++m_preview;
    // Answered later, as by every source: who asks while it is told something must not be told more.
    QMetaObject::invokeMethod(
        this,
        [this, profile, preview = m_preview] {
            if (!m_previewing || preview != m_preview) {
                return; // no longer wanted
            }
            m_sinceFrame.invalidate();
            if (const Result<void> opened = open(profile); !opened) {
                m_previewing = false;
                m_running = false; // a run that waits for the same camera gets the same answer, once
                Q_EMIT failed(opened.error(), 0);
            }
        },
        Qt::QueuedConnection);
}

void CameraSource::endPreview()
{
    m_previewing = false;
    if (m_lens && !m_running) {
        m_lens->close();
    }
}

QFuture<void> CameraSource::retire()
{
    m_running = false;
    endPreview();
    return PageSource::retire();
}

} // namespace ow::capture
