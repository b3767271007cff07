// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokenicon.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace ow::ui {

TokenIcon::TokenIcon(const Theme& theme, QString name, Token token)
    : m_theme(&theme)
    , m_name(std::move(name))
    , m_token(token)
{
}

Token TokenIcon::tokenFor(QIcon::Mode mode) const
{
    return mode == QIcon::Disabled ? Token::Disabled : m_token;
}

void TokenIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/)
{
    if (!m_theme) {
        return;
    }
    const int side = qMin(rect.width(), rect.height());
    const QPoint corner(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2);
    const qreal ratio = painter->device()->devicePixelRatio();
    painter->drawPixmap(corner, m_theme->pixmap(m_name, tokenFor(mode), side, ratio));
}

QPixmap TokenIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TokenIcon::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale)
{
    // `size` is in device pixels here.
    const int side = qMin(size.width(), size.height());
    if (!m_theme || side <= 0) {
        return {};
    }
    QPixmap result = m_theme->pixmap(m_name, tokenFor(mode), side, 1.0);
    result.setDevicePixelRatio(scale);
    return result;
}

QIconEngine* TokenIcon::clone() const
{
    return new TokenIcon(*this); // owned by the QIcon that asked
}

} // namespace ow::ui
