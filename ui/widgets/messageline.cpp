// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messageline.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ow::ui {

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::Second:
        return {};
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Ok:
        return QStringLiteral("check");
    case Tone::Warn:
        return QStringLiteral("warn");
    case Tone::Block:
        return QStringLiteral("block");
    case Tone::Mute:
        return QStringLiteral("clock");
    }
    return {};
}

MessageLine::MessageLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    m_icon->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(&theme, &Theme::changed, this, &MessageLine::refresh);
    refresh();
}

void MessageLine::setMessage(Tone tone, const QString& sentence, const QString& icon)
{
    m_tone = tone;
    m_iconName = icon.isEmpty() ? toneIcon(tone) : icon;
    m_text->setText(sentence);
    setAccessibleName(sentence);
    refresh();
}

void MessageLine::setKept(bool kept)
{
    m_kept = kept;
    refresh();
}

QString MessageLine::text() const
{
    return m_text->text();
}

void MessageLine::refresh()
{
    const int side = m_theme.metrics().icon;
    const int line = m_theme.metrics().fieldLabel;
    layout()->setSpacing(m_theme.k(4));
    setMinimumHeight(line);
    m_text->setMinimumHeight(line);
    setTone(*m_text, m_tone);
    const bool empty = m_text->text().isEmpty();
    m_icon->setVisible(!empty && !m_iconName.isEmpty());
    if (!m_iconName.isEmpty()) {
        m_icon->setFixedSize(side, line);
        m_icon->setContentsMargins(0, (line - side) / 2, 0, 0);
        m_icon->setPixmap(m_theme.pixmap(m_iconName, toneText(m_tone), side, devicePixelRatioF()));
    }
    setVisible(!empty || m_kept);
}

} // namespace ow::ui
