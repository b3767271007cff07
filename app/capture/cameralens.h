// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "domain/result.h"

#include <QImage>
#include <QList>
#include <QString>
#include <QtPlugin>

#include <functional>
#include <memory>

namespace ow::capture {

/// One document camera as CameraSource needs it: Qt Multimedia's (in a plugin, see CameraLensFactory) or the
/// simulator. Lives on the GUI thread, as Qt's cameras must; answers by calling back, later or at once.
class CameraLens
{
public:
    CameraLens() = default;
    virtual ~CameraLens() = default;
    Q_DISABLE_COPY_MOVE(CameraLens)

    [[nodiscard]] virtual QList<ScanDevice> devices() = 0; ///< names without CameraSource::kPrefix

    /// Switches on; an empty name is the first there is. Opening what is open does nothing. CameraMissing.
    [[nodiscard]] virtual domain::Result<void> open(const QString& name) = 0;
    virtual void close() = 0;

    /// onPicture or onFailure follows.
    virtual void shoot() = 0;

    std::function<void(const QImage&)> onPicture; ///< as large as the camera can
    std::function<void(const QImage&)> onFrame;   ///< what it sees, while it is open; many a second
    std::function<void(const QString&)> onFailure;
};

/// What the plugin gives.
class CameraLensFactory
{
public:
    virtual ~CameraLensFactory() = default;
    [[nodiscard]] virtual std::unique_ptr<CameraLens> make() = 0;
};

} // namespace ow::capture

Q_DECLARE_INTERFACE(ow::capture::CameraLensFactory, "cn.gov.gansu.onewindow.CameraLensFactory/1")
