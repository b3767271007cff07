// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/token.h"

#include <QIconEngine>
#include <QPointer>

namespace ow::ui {

class Theme;

/// Engine of the icons Theme::icon() gives: asks the theme at each painting, so that a change of theme, scale
/// or screen needs no new icon. Paints nothing once the theme is gone.
class TokenIcon : public QIconEngine
{
public:
    TokenIcon(const Theme& theme, QString name, Token token);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;

    QString key() const override { return QStringLiteral("ow.token"); }

    bool isNull() override { return m_theme.isNull(); }

private:
    [[nodiscard]] Token tokenFor(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_token;
};

} // namespace ow::ui
