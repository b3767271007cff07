// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/cameralens.h"

#include <QCamera>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QObject>
#include <QVideoSink>

#include <memory>

namespace ow::capture {

/// A camera by Qt Multimedia.
class UvcLens final : public QObject, public CameraLens
{
    Q_OBJECT

public:
    UvcLens();
    ~UvcLens() override;
    Q_DISABLE_COPY_MOVE(UvcLens)

    [[nodiscard]] QList<ScanDevice> devices() override;
    [[nodiscard]] domain::Result<void> open(const QString& name) override;
    void close() override;
    void shoot() override;

private:
    void capture();

    QMediaCaptureSession m_session;
    QImageCapture m_capture;
    QVideoSink m_sink;
    std::unique_ptr<QCamera> m_camera;
    bool m_wanted = false; ///< a picture, as soon as the camera is ready
};

class UvcLensFactory final : public QObject, public CameraLensFactory
{
    Q_OBJECT
    Q_INTERFACES(ow::capture::CameraLensFactory)
    Q_PLUGIN_METADATA(IID "cn.gov.gansu.onewindow.CameraLensFactory/1")

public:
    [[nodiscard]] std::unique_ptr<CameraLens> make() override { return std::make_unique<UvcLens>(); }
};

} // namespace ow::capture
