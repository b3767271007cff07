// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsgroup.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kFieldWidth = 300; ///< px at 100 %
constexpr int kMostAcross = 3;

} // namespace

SettingsGroup::SettingsGroup(const Theme& theme, const QString& name, const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_fields(new QGridLayout)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_said(new MessageLine(theme, this))
{
    setProperty("role", QStringLiteral("panebar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* title = new QLabel(name, this);
    title->setProperty("type", QStringLiteral("title"));
    m_text->setWordWrap(true);
    m_text->hide();
    setTone(*m_text, Tone::Second);
    m_head->addWidget(m_picture);
    m_head->addWidget(title);
    m_head->addStretch(1);
    m_column->addLayout(m_head);
    m_column->addWidget(m_text);
    m_column->addLayout(m_fields);
    m_column->addWidget(m_said);
    connect(&theme, &Theme::changed, this, &SettingsGroup::layOut);
    layOut();
}

void SettingsGroup::layOut()
{
    m_column->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(10));
    m_column->setSpacing(m_theme.k(6));
    m_head->setSpacing(m_theme.k(12));
    m_fields->setHorizontalSpacing(m_theme.k(12));
    m_fields->setVerticalSpacing(m_theme.k(6));
    m_picture->setPixmap(
        m_theme.pixmap(m_icon, Token::Text2, m_theme.metrics().railIcon, devicePixelRatioF()));
    layOutFields();
}

void SettingsGroup::layOutFields()
{
    while (m_fields->count() > 0) {
        delete m_fields->takeAt(0); // the item; the field stays
    }
    const int across = std::clamp(width() / std::max(1, m_theme.k(kFieldWidth)), 1, kMostAcross);
    for (std::size_t place = 0; place < m_all.size(); ++place) {
        const int at = static_cast<int>(place);
        m_fields->addWidget(m_all[place], at / across, at % across, Qt::AlignTop);
    }
    // The same columns in every group, whether all of them are filled or not.
    const QMargins margins = m_column->contentsMargins();
    const int room =
        width() - margins.left() - margins.right() - (kMostAcross - 1) * m_fields->horizontalSpacing();
    const int most = std::min(across, static_cast<int>(m_all.size()));
    for (int column = 0; column < kMostAcross; ++column) {
        m_fields->setColumnMinimumWidth(column, column < most ? std::max(0, room / across) : 0);
        m_fields->setColumnStretch(column, 0);
    }
    m_fields->setColumnStretch(kMostAcross, 1);
}

void SettingsGroup::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutFields();
}

void SettingsGroup::addField(FormField* field)
{
    m_all.push_back(field);
    layOutFields();
}

void SettingsGroup::addButton(KeyButton* button)
{
    m_head->addWidget(button);
}

void SettingsGroup::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void SettingsGroup::say(Tone tone, const QString& sentence)
{
    m_said->setMessage(tone, sentence);
}

QString SettingsGroup::said() const
{
    return m_said->text();
}

} // namespace ow::ui
