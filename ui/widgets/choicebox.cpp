// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicebox.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace ow::ui {

ChoiceBox::ChoiceBox(const Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setFocusPolicy(Qt::StrongFocus);
}

void ChoiceBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    // A style sheet can only take the arrow from a file, which knows no theme.
    QPainter painter(this);
    const int side = m_theme.metrics().icon;
    painter.drawPixmap(width() - side - m_theme.k(8), (height() - side) / 2,
                       m_theme.pixmap(QStringLiteral("down"), isEnabled() ? Token::Text2 : Token::Disabled,
                                      side, devicePixelRatioF()));
}

void ChoiceBox::keyPressEvent(QKeyEvent* event)
{
    const int place = event->key() - Qt::Key_1;
    if (!isEditable() && place >= 0 && place < 9 && event->modifiers() == Qt::NoModifier && place < count()) {
        setCurrentIndex(place);
        Q_EMIT activated(place);
        return;
    }
    QComboBox::keyPressEvent(event);
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // goes to the form
}

} // namespace ow::ui
