// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/channelbutton.h"

#include <QActionGroup>
#include <QMenu>

#include <array>

namespace ow::ui {

namespace {

constexpr std::array kChannels{domain::Channel::Window, domain::Channel::Online, domain::Channel::Post,
                               domain::Channel::Assisted, domain::Channel::Kiosk};

} // namespace

ChannelButton::ChannelButton(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : KeyButton(theme, QString(), KeyButton::Look::Link, parent)
    , m_desk(desk)
{
    auto* menu = new QMenu(this);
    auto* group = new QActionGroup(menu);
    int place = 0;
    for (const domain::Channel channel : kChannels) {
        QAction* action = menu->addAction(tr("&%1 %2").arg(++place).arg(word(channel)));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, channel] { m_desk.setChannel(channel); });
        m_actions.push_back(action);
    }
    setChoices(menu);
    refresh();
}

QString ChannelButton::word(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Window:
        return tr("At the window");
    case domain::Channel::Online:
        return tr("Online");
    case domain::Channel::Post:
        return tr("By post");
    case domain::Channel::Assisted:
        return tr("With help");
    case domain::Channel::Kiosk:
        return tr("Kiosk");
    }
    return {};
}

void ChannelButton::refresh()
{
    const domain::Channel channel = m_desk.intake().channel;
    const QString text = word(channel);
    if (text == this->text()) {
        return;
    }
    setText(text);
    setAccessibleName(tr("Channel: %1").arg(text));
    m_actions.at(static_cast<std::size_t>(channel))->setChecked(true);
    updateGeometry();
}

} // namespace ow::ui
