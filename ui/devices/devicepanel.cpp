// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicepanel.h"

#include "domain/legaldate.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/words/errortext.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>

namespace ow::ui {

namespace {

struct HealthWord
{
    Tone tone = Tone::Plain;
    QString word;
    QString icon;
};

HealthWord wordOf(const desk::DeviceState& state, const QString& unknown)
{
    using Health = desk::DeviceState::Health;
    switch (state.health) {
    case Health::NotSetUp:
        return {Tone::Mute, DevicePanel::tr("Not set up"), QStringLiteral("minus")};
    case Health::Unknown:
        return {Tone::Second, unknown.isEmpty() ? DevicePanel::tr("Not asked yet") : unknown,
                QStringLiteral("clock")};
    case Health::Ready:
        return {Tone::Ok, state.simulated ? DevicePanel::tr("Simulated") : DevicePanel::tr("Ready"),
                QStringLiteral("check")};
    case Health::Busy:
        return {Tone::Info, DevicePanel::tr("Busy"), QStringLiteral("clock")};
    case Health::Failed:
        return {Tone::Block, errorText(state.fault).what, QStringLiteral("block")};
    }
    return {};
}

} // namespace

DevicePanel::DevicePanel(const Theme& theme, const QString& name, const QString& icon, const QString& test,
                         QWidget* parent)
    : FieldPanel(theme, name, icon, parent)
    , m_test(test)
    , m_state(new MessageLine(theme, this))
    , m_used(new QLabel(this))
    , m_button(new KeyButton(theme, test, KeyButton::Look::Secondary, this))
{
    setTone(*m_used, Tone::Second);
    m_button->setAccessibleName(name + u' ' + test);
    setBesideName(m_state);
    addToHead(m_used);
    addToHead(m_button);
    connect(m_button, &QPushButton::clicked, this, &DevicePanel::testWanted);
}

void DevicePanel::addField(FormField* field)
{
    if (!fields().empty()) {
        setTabOrder(fields().back()->editor(), field->editor());
    }
    setTabOrder(field->editor(), m_button);
    FieldPanel::addField(field);
}

void DevicePanel::showState(const desk::DeviceState& state)
{
    const HealthWord word = wordOf(state, m_unknown);
    m_state->setMessage(word.tone, word.word, word.icon);
    const QDateTime at = domain::legalTime(state.lastUsed);
    m_used->setText(state.lastUsed == 0 ? QString()
                                        : tr("Last used %1").arg(QLocale::c().toString(at, u"HH:mm")));
}

QWidget* DevicePanel::lastFocus() const
{
    return m_button;
}

void DevicePanel::setRunning(const QString& word)
{
    m_button->setText(word.isEmpty() ? m_test : word);
}

ChoiceField choiceField(const Theme& theme, const QString& label, QWidget* parent)
{
    auto* box = new ChoiceBox(theme);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return {new FormField(theme, label, box, parent), box};
}

} // namespace ow::ui
