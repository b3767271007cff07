// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/primarybutton.h"

#include "ui/widgets/focusring.h"

namespace ow::ui {

PrimaryButton::PrimaryButton(const Theme& theme, const QString& text, QWidget* parent)
    : KeyButton(theme, text, Look::Primary, parent)
{
    setKey(QStringLiteral("Ctrl ↵"));
}

void PrimaryButton::placeRing()
{
    if (!hasFocus() || parentWidget() == nullptr || !isVisible()) {
        if (m_ring) {
            m_ring->hide();
        }
        return;
    }
    if (!m_ring || m_ring->parentWidget() != parentWidget()) {
        delete m_ring;
        m_ring = new FocusRing(theme(), parentWidget());
    }
    const int reach = m_ring->reach();
    m_ring->setGeometry(geometry().adjusted(-reach, -reach, reach, reach));
    m_ring->raise();
    m_ring->show();
}

void PrimaryButton::focusInEvent(QFocusEvent* event)
{
    KeyButton::focusInEvent(event);
    placeRing();
}

void PrimaryButton::focusOutEvent(QFocusEvent* event)
{
    KeyButton::focusOutEvent(event);
    placeRing();
}

void PrimaryButton::moveEvent(QMoveEvent* event)
{
    KeyButton::moveEvent(event);
    placeRing();
}

void PrimaryButton::resizeEvent(QResizeEvent* event)
{
    KeyButton::resizeEvent(event);
    placeRing();
}

void PrimaryButton::hideEvent(QHideEvent* event)
{
    KeyButton::hideEvent(event);
    placeRing();
}

void PrimaryButton::showEvent(QShowEvent* event)
{
    KeyButton::showEvent(event);
    placeRing();
}

} // namespace ow::ui
