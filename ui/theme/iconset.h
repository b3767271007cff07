// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace ow::ui {

/// The one-colour shapes of resources/icons, tinted and kept per (name, colour, size, device ratio).
/// GUI thread only. The cache is emptied when it holds more than kLimit pictures, far above what one theme
/// needs.
class IconSet
{
public:
    static constexpr int kLimit = 1024;

    /// An unknown name gives a null pixmap.
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& color, int px, qreal ratio);
    [[nodiscard]] static bool exists(const QString& name);

    void clear() { m_pixmaps.clear(); }

private:
    struct Key
    {
        QString name;
        QRgb color;
        int pixels;
        int hundredths;
        friend bool operator==(const Key&, const Key&) = default;
    };

    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, key.name, key.color, key.pixels, key.hundredths);
    }

    QHash<QString, QByteArray> m_shapes; ///< SVG source with `currentColor`
    QHash<Key, QPixmap> m_pixmaps;
};

} // namespace ow::ui
