// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paneheader.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

namespace ow::ui {

PaneHeader::PaneHeader(const Theme& theme, const QString& title, const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    setTitle(title);
}

void PaneHeader::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void PaneHeader::setNote(const QString& note)
{
    m_note = note;
    setAccessibleDescription(note);
    update();
}

void PaneHeader::setActive(bool active)
{
    m_active = active;
    update();
}

void PaneHeader::setCorner(QWidget* corner)
{
    m_corner = corner;
    if (corner != nullptr) {
        corner->setParent(this);
        corner->show();
    }
    placeCorner();
    update();
}

void PaneHeader::placeCorner()
{
    if (m_corner != nullptr) {
        const QSize size = m_corner->sizeHint();
        const int high = qMin(size.height(), height() - 4);
        m_corner->setGeometry(width() - m_theme.k(16) - size.width(), (height() - high) / 2, size.width(),
                              high);
    }
}

void PaneHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeCorner();
}

QSize PaneHeader::sizeHint() const
{
    return {m_theme.k(120), m_theme.metrics().paneHeader};
}

void PaneHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
    if (m_active) {
        painter.fillRect(QRect(0, 0, width(), 2), m_theme.color(Token::Focus));
    }
    RowPainter row(painter, m_theme);
    const int pad = m_theme.k(16);
    const int gap = m_theme.k(8);
    const int note = RowPainter::textWidth(m_theme, m_note, TextStyle::Body);
    int x = pad;
    x += row.text(QRect(x, 0, width() - 2 * pad, height()), m_title, TextStyle::BodyBold, Token::Text) + gap;
    if (!m_key.isEmpty()) {
        x += row.keyCap(rect(), x, m_key) + gap;
    }
    const int end = m_corner != nullptr ? m_corner->x() - gap : width() - pad;
    const int left = qMax(x, end - note);
    row.text(QRect(left, 0, end - left, height()), m_note, TextStyle::Body, Token::Text2);
}

DueFacts::DueFacts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void DueFacts::setFacts(std::vector<DueFact> facts)
{
    m_facts = std::move(facts);
    QStringList spoken;
    for (const DueFact& fact : m_facts) {
        spoken << fact.caption + u' ' + fact.day + u' ' + fact.rest;
    }
    setAccessibleName(spoken.join(u'\n'));
    updateGeometry();
    update();
}

int DueFacts::widthOf(const DueFact& fact) const
{
    const int first = RowPainter::textWidth(m_theme, fact.caption, TextStyle::Body);
    const int second = RowPainter::textWidth(m_theme, fact.day, TextStyle::BodyBold) + m_theme.k(4) +
                       RowPainter::textWidth(m_theme, fact.rest, TextStyle::Body);
    return qMax(first, second) + m_theme.k(12);
}

QSize DueFacts::sizeHint() const
{
    int width = 0;
    for (const DueFact& fact : m_facts) {
        width += widthOf(fact) + m_theme.k(20);
    }
    return {qMax(0, width - m_theme.k(20)), 2 * m_theme.lineHeight(TextStyle::Body)};
}

void DueFacts::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    RowPainter row(painter, m_theme);
    const int line = m_theme.lineHeight(TextStyle::Body);
    const int top = (height() - 2 * line) / 2;
    int x = 0;
    for (const DueFact& fact : m_facts) {
        const int wide = widthOf(fact);
        painter.fillRect(QRect(x, top, fact.promised ? 2 : 1, 2 * line),
                         m_theme.color(fact.promised ? Token::Focus : Token::Hairline));
        const int left = x + m_theme.k(12);
        row.text(QRect(left, top, wide, line), fact.caption, TextStyle::Body, Token::Text2);
        const int day =
            row.text(QRect(left, top + line, wide, line), fact.day, TextStyle::BodyBold, Token::Text);
        row.text(QRect(left + day + m_theme.k(4), top + line, wide, line), fact.rest, TextStyle::Body,
                 Token::Text2);
        x += wide + m_theme.k(20);
    }
}

} // namespace ow::ui
