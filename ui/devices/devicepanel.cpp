// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicepanel.h"

#include "ui/widgets/choicebox.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/words/errortext.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kFieldWidth = 300; ///< px at 100 %: narrower, and a path cannot be read
constexpr int kMostAcross = 3;

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
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_test(test)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_fields(new QGridLayout)
    , m_picture(new QLabel(this))
    , m_name(new QLabel(name, this))
    , m_state(new MessageLine(theme, this))
    , m_used(new QLabel(this))
    , m_button(new KeyButton(theme, test, KeyButton::Look::Secondary, this))
    , m_said(new MessageLine(theme, this))
{
    setProperty("role", QStringLiteral("panebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setProperty("type", QStringLiteral("title"));
    setTone(*m_used, Tone::Second);
    m_button->setAccessibleName(name + u' ' + test);
    m_head->addWidget(m_picture);
    m_head->addWidget(m_name);
    m_head->addWidget(m_state, 1, Qt::AlignVCenter);
    m_head->addWidget(m_used);
    m_head->addWidget(m_button);
    m_column->addLayout(m_head);
    m_column->addLayout(m_fields);
    m_column->addWidget(m_said);
    connect(m_button, &QPushButton::clicked, this, &DevicePanel::testWanted);
    connect(&theme, &Theme::changed, this, &DevicePanel::layOut);
    layOut();
}

void DevicePanel::layOut()
{
    m_column->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(10));
    m_column->setSpacing(m_theme.k(6));
    m_head->setSpacing(m_theme.k(12));
    m_fields->setHorizontalSpacing(m_theme.k(12));
    m_fields->setVerticalSpacing(m_theme.k(6));
    const int side = m_theme.metrics().railIcon;
    m_picture->setPixmap(m_theme.pixmap(m_icon, Token::Text2, side, devicePixelRatioF()));
    layOutFields();
}

void DevicePanel::layOutFields()
{
    while (m_fields->count() > 0) {
        delete m_fields->takeAt(0); // the item; the field stays
    }
    const int across = std::clamp(width() / std::max(1, m_theme.k(kFieldWidth)), 1, kMostAcross);
    int place = 0;
    for (FormField* field : m_all) {
        if (!field->isHidden()) {
            m_fields->addWidget(field, place / across, place % across, Qt::AlignTop);
            ++place;
        }
    }
    // The same columns in every panel, whether all of them are filled or not.
    for (int column = place; column < across; ++column) {
        m_fields->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding), 0, column);
    }
    for (int column = 0; column < kMostAcross; ++column) {
        m_fields->setColumnStretch(column, column < across ? 1 : 0);
    }
}

void DevicePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutFields();
}

void DevicePanel::addField(FormField* field)
{
    if (!m_all.empty()) {
        setTabOrder(m_all.back()->editor(), field->editor());
    }
    setTabOrder(field->editor(), m_button); // first what stands there, then the test
    m_all.push_back(field);
    layOutFields();
}

void DevicePanel::setFieldShown(FormField* field, bool shown)
{
    field->setVisible(shown);
    layOutFields();
}

void DevicePanel::showState(const desk::DeviceState& state)
{
    const HealthWord word = wordOf(state, m_unknown);
    m_state->setMessage(word.tone, word.word, word.icon);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(state.lastUsed);
    m_used->setText(state.lastUsed == 0 ? QString()
                                        : tr("Last used %1").arg(QLocale::c().toString(at, u"HH:mm")));
}

QWidget* DevicePanel::lastFocus() const
{
    return m_button;
}

void DevicePanel::say(Tone tone, const QString& sentence)
{
    m_said->setMessage(tone, sentence);
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
