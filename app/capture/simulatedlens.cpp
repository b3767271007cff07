// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/simulatedlens.h"

#include <QPainter>

namespace ow::capture {

namespace {

const QString& simulatedName()
{
    static const QString name = QStringLiteral("simulated");
    return name;
}

QImage sheetOnDesk(int sheet)
{
    constexpr QSize kPicture(2592, 1944); // five megapixels, as many of these cameras have
    constexpr QRect kSheet(-600, -850, 1200, 1700);
    constexpr double kAskew = 2;
    QImage picture(kPicture, QImage::Format_RGB32);
    picture.fill(QColor(70, 62, 55));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(picture.rect().center());
    painter.rotate(kAskew);
    painter.fillRect(kSheet, QColor(246, 244, 238));
    for (int row = 0; row < 40; ++row) {
        const int y = kSheet.top() + 120 + row * 36;
        for (int word = 0; word < 12; ++word) {
            if ((row * 31 + word * 17 + sheet * 7) % 6 != 0) {
                painter.fillRect(kSheet.left() + 110 + word * 82, y, 70, 14, QColor(40, 40, 46));
            }
        }
    }
    return picture;
}

} // namespace

QList<ScanDevice> SimulatedLens::devices()
{
    if (m_fault == Fault::Absent) {
        return {};
    }
    return {{simulatedName(), QStringLiteral("OneWindow training camera"), true}};
}

domain::Result<void> SimulatedLens::open(const QString& name)
{
    if (m_fault == Fault::Absent || (!name.isEmpty() && name != simulatedName())) {
        return domain::fail(domain::ErrorCode::CameraMissing, QStringLiteral("no such camera"));
    }
    if (onFrame) {
        onFrame(sheetOnDesk(m_sheet + 1));
    }
    return {};
}

void SimulatedLens::shoot()
{
    switch (m_fault) {
    case Fault::Broken:
        onFailure(QStringLiteral("as the fault says"));
        break;
    case Fault::Silent:
    case Fault::Absent:
        break;
    case Fault::None:
        onPicture(sheetOnDesk(++m_sheet));
        break;
    }
}

} // namespace ow::capture
