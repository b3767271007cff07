// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconset.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace ow::ui {

namespace {

QString pathOf(const QString& name)
{
    return QStringLiteral(":/ow/icons/%1.svg").arg(name);
}

} // namespace

bool IconSet::exists(const QString& name)
{
    return QFile::exists(pathOf(name));
}

QPixmap IconSet::pixmap(const QString& name, const QColor& color, int px, qreal ratio)
{
    const Key key{name, color.rgba(), px, static_cast<int>(std::lround(ratio * 100))};
    if (const auto found = m_pixmaps.constFind(key); found != m_pixmaps.constEnd()) {
        return *found;
    }
    auto shape = m_shapes.find(name);
    if (shape == m_shapes.end()) {
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        shape = m_shapes.insert(name, file.readAll());
    }
    // Qt Svg knows no inherited `currentColor`, so the tint is written into the source.
    QByteArray source = *shape;
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(source);
    const int pixels = static_cast<int>(std::lround(px * ratio));
    QPixmap result(pixels, pixels);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    result.setDevicePixelRatio(ratio);
    if (m_pixmaps.size() >= kLimit) {
        m_pixmaps.clear();
    }
    m_pixmaps.insert(key, result);
    return result;
}

} // namespace ow::ui
