// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldedit.h"

#include "ui/widgets/rowpainter.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace ow::ui {

FieldEdit::FieldEdit(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &FieldEdit::layOutMargins);
}

void FieldEdit::setNumeric(const QString& unit)
{
    m_unit = unit;
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layOutMargins();
}

void FieldEdit::setComputed(bool computed)
{
    setReadOnly(computed);
    setStyleProperty(*this, "computed", QLatin1StringView(computed ? "true" : "false"));
}

void FieldEdit::setLeadingIcon(const QString& name)
{
    m_icon = name;
    layOutMargins();
}

void FieldEdit::setTall(bool tall)
{
    setStyleProperty(*this, "tall", QLatin1StringView(tall ? "true" : "false"));
}

void FieldEdit::setTrailingRoom(int px)
{
    m_trailing = px;
    layOutMargins();
}

void FieldEdit::layOutMargins()
{
    const int left = m_icon.isEmpty() ? 0 : m_theme.metrics().icon + m_theme.k(6);
    const int unit =
        m_unit.isEmpty() ? 0 : RowPainter::textWidth(m_theme, m_unit, TextStyle::Body) + m_theme.k(6);
    setTextMargins(left, 0, unit + m_trailing, 0);
}

void FieldEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_unit.isEmpty() && m_icon.isEmpty()) {
        return;
    }
    QPainter painter(this);
    RowPainter row(painter, m_theme);
    const Token token = isEnabled() ? Token::Text2 : Token::Disabled;
    const int side = m_theme.k(9); // edge and padding, whatever the width of the edge
    const QRect inner = rect().adjusted(side, 0, -side - m_trailing, 0);
    if (!m_unit.isEmpty()) {
        row.text(inner, m_unit, TextStyle::Body, token, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (!m_icon.isEmpty()) {
        const int icon = m_theme.metrics().icon;
        row.icon(QRect(inner.left(), (height() - icon) / 2, icon, icon), m_icon, token);
    }
}

void FieldEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void FieldEdit::focusOutEvent(QFocusEvent* event)
{
    m_composing = false;
    QLineEdit::focusOutEvent(event);
}

PasswordEdit::PasswordEdit(const Theme& theme, QWidget* parent)
    : FieldEdit(theme, parent)
    , m_eye(new QToolButton(this))
{
    setEchoMode(QLineEdit::Password);
    // No predictions, no dictionary, no composing: an IME has no business with a password.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_eye->setCheckable(true);
    m_eye->setCursor(Qt::ArrowCursor);
    m_eye->setFocusPolicy(Qt::TabFocus);
    m_eye->setAccessibleName(tr("Show the password"));
    m_eye->setToolTip(tr("Show the password"));
    m_eye->setIcon(theme.icon(QStringLiteral("eye"), Token::Text2));
    connect(m_eye, &QToolButton::toggled, this, &PasswordEdit::showLetters);
    connect(&theme, &Theme::changed, this, &PasswordEdit::placeEye);
    placeEye();
}

void PasswordEdit::showLetters(bool show)
{
    setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(theme().icon(show ? QStringLiteral("eyeoff") : QStringLiteral("eye"), Token::Text2));
}

void PasswordEdit::placeEye()
{
    const int side = theme().metrics().minHit;
    const int icon = theme().metrics().icon;
    m_eye->setIconSize(QSize(icon, icon));
    m_eye->setGeometry(width() - side - theme().k(4), (height() - side) / 2, side, side);
    setTrailingRoom(side);
}

void PasswordEdit::resizeEvent(QResizeEvent* event)
{
    FieldEdit::resizeEvent(event);
    placeEye();
}

void PasswordEdit::setCapsLock(bool on)
{
    if (on != m_capsLock) {
        m_capsLock = on;
        Q_EMIT capsLockChanged(on);
    }
}

void PasswordEdit::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    if (event->key() == Qt::Key_CapsLock) {
        setCapsLock(!m_capsLock);
    } else if (text.size() == 1 && text.front().isLetter()) {
        const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
        const bool upper = text.front().isUpper();
        const bool lower = text.front().isLower();
        if (upper || lower) {
            setCapsLock(upper != shift);
        }
    }
    FieldEdit::keyPressEvent(event);
}

} // namespace ow::ui
