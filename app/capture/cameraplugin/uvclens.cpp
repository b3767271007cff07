// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/cameraplugin/uvclens.h"

#include <QCameraDevice>
#include <QMediaDevices>
#include <QVideoFrame>

#include <algorithm>

namespace ow::capture {

namespace {

QCameraDevice deviceOf(const QString& name)
{
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : all) {
        if (name.isEmpty() || QString::fromUtf8(device.id()) == name) {
            return device;
        }
    }
    return {};
}

qint64 pixelsOf(const QCameraFormat& format)
{
    return qint64(format.resolution().width()) * format.resolution().height();
}

/// Of paper only the pixels count, not how often a second they come.
QCameraFormat finestOf(const QCameraDevice& device)
{
    const QList<QCameraFormat> formats = device.videoFormats();
    const auto finest = std::ranges::max_element(formats, {}, pixelsOf);
    return finest == formats.end() ? QCameraFormat() : *finest;
}

} // namespace

UvcLens::UvcLens()
{
    m_session.setImageCapture(&m_capture);
    m_session.setVideoSink(&m_sink);
    m_capture.setQuality(QImageCapture::VeryHighQuality);
    connect(&m_capture, &QImageCapture::imageAvailable, this, [this](int, const QVideoFrame& frame) {
        const QImage picture = frame.toImage();
        if (picture.isNull() && onFailure) {
            onFailure(QStringLiteral("a frame without a picture"));
        } else if (onPicture) {
            onPicture(picture);
        }
    });
    connect(&m_capture, &QImageCapture::readyForCaptureChanged, this, [this](bool ready) {
        if (ready && m_wanted) {
            capture();
        }
    });
    connect(&m_capture, &QImageCapture::errorOccurred, this,
            [this](int, QImageCapture::Error, const QString& why) {
                if (onFailure) {
                    onFailure(why);
                }
            });
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
        if (onFrame) {
            onFrame(frame.toImage());
        }
    });
}

UvcLens::~UvcLens()
{
    close();
}

QList<ScanDevice> UvcLens::devices()
{
    QList<ScanDevice> list;
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : all) {
        list.append({QString::fromUtf8(device.id()), device.description(), true});
    }
    return list;
}

domain::Result<void> UvcLens::open(const QString& name)
{
    const QCameraDevice device = deviceOf(name);
    if (device.isNull()) {
        return domain::fail(domain::ErrorCode::CameraMissing, QStringLiteral("no such camera"));
    }
    if (m_camera && m_camera->cameraDevice() == device) {
        return {};
    }
    close();
    m_camera = std::make_unique<QCamera>(device);
    if (const QCameraFormat format = finestOf(device); !format.isNull()) {
        m_camera->setCameraFormat(format);
    }
    connect(m_camera.get(), &QCamera::errorOccurred, this, [this](QCamera::Error, const QString& why) {
        if (onFailure) {
            onFailure(why);
        }
    });
    m_session.setCamera(m_camera.get());
    m_camera->start();
    return {};
}

void UvcLens::close()
{
    m_wanted = false;
    if (m_camera) {
        m_camera->stop();
        m_session.setCamera(nullptr);
        // Not here and now: it may be its own signal that brought us here.
        m_camera.release()->deleteLater();
    }
}

void UvcLens::shoot()
{
    m_wanted = true;
    if (m_capture.isReadyForCapture()) {
        capture();
    }
}

void UvcLens::capture()
{
    m_wanted = false;
    m_capture.capture();
}

} // namespace ow::capture
