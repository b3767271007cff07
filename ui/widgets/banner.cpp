// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ow::ui {

Banner::Banner(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new KeyButton(theme, {}, KeyButton::Look::Link, this))
{
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_action->setFocusPolicy(Qt::TabFocus);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Banner::dismiss);
    connect(m_action, &KeyButton::clicked, this, [this] {
        const bool own = m_message.action.isEmpty();
        dismiss();
        if (!own) {
            Q_EMIT actionTriggered();
        }
    });
    connect(&theme, &Theme::changed, this, &Banner::refresh);
    refresh();
    hide();
}

void Banner::post(const BannerMessage& message)
{
    m_message = message;
    m_sentence->setText(message.sentence);
    m_sentence->setToolTip(message.sentence);
    m_action->setText(message.action.isEmpty() ? tr("Got it") : message.action);
    setAccessibleName(message.sentence);
    refresh();
    show();
    if (message.tone == Tone::Ok) {
        m_timer.start(m_okDuration);
    } else {
        m_timer.stop();
    }
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QAccessibleEvent name(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&name);
}

void Banner::dismiss()
{
    m_timer.stop();
    if (!isHidden()) {
        hide();
        Q_EMIT dismissed();
    }
}

void Banner::nextAct()
{
    if (m_message.tone == Tone::Ok) {
        dismiss();
    }
}

void Banner::refresh()
{
    const int side = m_theme.metrics().icon;
    layout()->setContentsMargins(m_theme.k(16), 0, m_theme.k(12), 0);
    layout()->setSpacing(m_theme.k(8));
    setMinimumHeight(m_theme.metrics().banner);
    m_icon->setFixedSize(side, side);
    const QString icon = m_message.icon.isEmpty() ? toneIcon(m_message.tone) : m_message.icon;
    if (!icon.isEmpty()) {
        m_icon->setPixmap(m_theme.pixmap(icon, toneText(m_message.tone), side, devicePixelRatioF()));
    }
    update();
}

void Banner::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(toneGround(m_message.tone)));
    painter.fillRect(QRect(0, 0, m_theme.metrics().bar, height()), m_theme.color(toneText(m_message.tone)));
    const int line = m_theme.metrics().hairline;
    painter.fillRect(QRect(0, height() - line, width(), line), m_theme.color(Token::Hairline));
}

} // namespace ow::ui
