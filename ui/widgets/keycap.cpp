// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keycap.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

namespace ow::ui {

QString keyCapText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::PortableText);
    const bool alone = !text.contains(u'+') || text.size() == 1;
    if (!alone) {
        text.replace(QLatin1StringView("Return"), QStringLiteral("↵"));
        text.replace(QLatin1StringView("Enter"), QStringLiteral("↵"));
        // "Ctrl++" is Ctrl and the plus key.
        const bool plus = text.endsWith(QLatin1StringView("++"));
        text.replace(u'+', u' ');
        text = text.trimmed() + (plus ? QStringLiteral(" +") : QString());
    } else if (text == QLatin1StringView("Return")) {
        text = QStringLiteral("Enter");
    }
    text.replace(QLatin1StringView("Up"), QStringLiteral("↑"));
    text.replace(QLatin1StringView("Down"), QStringLiteral("↓"));
    return text;
}

KeyCap::KeyCap(const Theme& theme, QString key, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_key(std::move(key))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(m_key);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void KeyCap::setKey(const QString& key)
{
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return m_key.isEmpty() ? QSize(0, 0) : RowPainter::keyCapSize(m_theme, m_key);
}

void KeyCap::paintEvent(QPaintEvent* /*event*/)
{
    if (m_key.isEmpty()) {
        return;
    }
    QPainter painter(this);
    RowPainter(painter, m_theme).keyCap(rect(), 0, m_key, isEnabled() ? Token::Text2 : Token::Disabled);
}

} // namespace ow::ui
