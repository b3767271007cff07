// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keybutton.h"

#include "ui/widgets/rowpainter.h"

#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStyleOptionButton>

namespace ow::ui {

namespace {

constexpr int kGap = 8; // between icon, word and key cap, at 100 %

QLatin1StringView roleOf(KeyButton::Look look)
{
    switch (look) {
    case KeyButton::Look::Secondary:
    case KeyButton::Look::Tall:
        return QLatin1StringView("secondary");
    case KeyButton::Look::Link:
        return QLatin1StringView("link");
    case KeyButton::Look::Flat:
        return QLatin1StringView("flat");
    case KeyButton::Look::Primary:
        return QLatin1StringView("primary");
    }
    return QLatin1StringView("secondary");
}

} // namespace

KeyButton::KeyButton(const Theme& theme, const QString& text, Look look, QWidget* parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_look(look)
{
    setProperty("role", QString(roleOf(look)));
    if (look == Look::Tall) {
        setProperty("tall", true);
    }
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void KeyButton::setKey(const QString& key)
{
    m_key = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void KeyButton::setChoices(QMenu* choices)
{
    m_choices = choices;
    m_choices->setParent(this, m_choices->windowFlags());
    connect(this, &QPushButton::clicked, this, &KeyButton::openChoices);
    updateGeometry();
}

void KeyButton::openChoices()
{
    const int below = mapToGlobal(rect().bottomLeft()).y() + 1;
    const int needed = m_choices->sizeHint().height();
    const bool fits = below + needed <= screen()->availableGeometry().bottom();
    m_choices->popup({mapToGlobal(rect().topLeft()).x(), fits ? below : below - height() - needed});
}

void KeyButton::setIconName(const QString& name, Tone tone)
{
    m_icon = name;
    m_iconTone = tone;
    updateGeometry();
    update();
}

void KeyButton::setTone(Tone tone)
{
    m_tone = tone;
    m_iconTone = tone;
    update();
}

TextStyle KeyButton::textStyle() const
{
    return m_look == Look::Primary ? TextStyle::Title : TextStyle::Body;
}

Token KeyButton::textToken() const
{
    if (!isEnabled()) {
        return Token::Disabled;
    }
    switch (m_look) {
    case Look::Primary:
        return Token::OnAccent;
    case Look::Link:
        return Token::Link;
    case Look::Secondary:
    case Look::Tall:
    case Look::Flat:
        break;
    }
    return toneText(m_tone);
}

int KeyButton::contentWidth() const
{
    int width = RowPainter::textWidth(m_theme, text(), textStyle());
    if (!m_icon.isEmpty()) {
        width += m_theme.metrics().icon + (text().isEmpty() ? 0 : m_theme.k(kGap));
    }
    if (!m_key.isEmpty()) {
        width += RowPainter::keyCapSize(m_theme, m_key).width() +
                 m_theme.k(m_look == Look::Link ? kGap / 2 : kGap);
    }
    if (m_choices != nullptr) {
        width += m_theme.metrics().icon + m_theme.k(kGap);
    }
    return width;
}

int KeyButton::sidePadding() const
{
    switch (m_look) {
    case Look::Primary:
        return m_theme.k(16) + 1;
    case Look::Link:
    case Look::Flat:
        return m_theme.k(4) + 1;
    case Look::Secondary:
    case Look::Tall:
        break;
    }
    return m_theme.k(12) + 1;
}

QSize KeyButton::sizeHint() const
{
    const Metrics& m = m_theme.metrics();
    int height = m.button;
    switch (m_look) {
    case Look::Primary:
        height = m.primary;
        break;
    case Look::Tall:
        height = m.secondaryTall;
        break;
    case Look::Link:
        height = m_theme.k(22);
        break;
    case Look::Flat:
        height = m.minHit;
        break;
    case Look::Secondary:
        break;
    }
    return {contentWidth() + 2 * sidePadding(), height};
}

void KeyButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    option.features &= ~QStyleOptionButton::HasMenu;
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    RowPainter row(painter, m_theme);
    const Token token = textToken();
    const int side = m_theme.metrics().icon;
    const int room = width() - 2;
    int x = qMax(1, (room - contentWidth()) / 2 + 1);
    if (!m_icon.isEmpty()) {
        const Token tint = !isEnabled()              ? Token::Disabled
                           : m_look == Look::Primary ? Token::OnAccent
                                                     : toneText(m_iconTone);
        row.icon(QRect(x, (height() - side) / 2, side, side), m_icon, tint);
        x += side + (text().isEmpty() ? 0 : m_theme.k(kGap));
    }
    const int right = width() - x - 1;
    x += row.text(QRect(x, 0, right, height()), text(), textStyle(), token);
    if (!m_key.isEmpty()) {
        x += m_theme.k(m_look == Look::Link ? kGap / 2 : kGap);
        const bool primary = m_look == Look::Primary;
        row.keyCap(rect(), x, m_key, primary || !isEnabled() ? token : Token::Text2,
                   primary && isEnabled() ? token
                   : isEnabled()          ? Token::Border
                                          : Token::Disabled);
    }
    if (m_choices != nullptr) {
        x += m_theme.k(kGap);
        row.icon(QRect(x, (height() - side) / 2, side, side), QStringLiteral("down"), token);
    }
}

} // namespace ow::ui
