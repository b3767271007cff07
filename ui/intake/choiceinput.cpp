// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/choiceinput.h"

#include "ui/widgets/choicebox.h"

#include <QButtonGroup>
#include <QCborArray>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kTicksPerRow = 4;

} // namespace

ChoiceInput::ChoiceInput(const Theme& theme, const QStringList& options, QWidget* parent)
    : FieldInput(parent)
    , m_box(new ChoiceBox(theme, parent))
{
    m_box->addItems(options);
    m_box->setCurrentIndex(-1);
    m_box->setPlaceholderText(tr("Choose (1–%1)").arg(std::min<qsizetype>(9, options.size())));
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldInput::edited);
}

QWidget* ChoiceInput::widget() const
{
    return m_box;
}

QCborValue ChoiceInput::value() const
{
    return m_box->currentIndex() < 0 ? QCborValue() : QCborValue(m_box->currentText());
}

void ChoiceInput::setValue(const QCborValue& value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(m_box->findText(value.toString()));
}

void ChoiceInput::setOptions(const QStringList& options)
{
    QStringList now;
    for (int i = 0; i < m_box->count(); ++i) {
        now << m_box->itemText(i);
    }
    if (now == options) {
        return;
    }
    const QSignalBlocker quiet(m_box);
    const QString chosen = m_box->currentText();
    m_box->clear();
    m_box->addItems(options);
    if (!chosen.isEmpty() && !options.contains(chosen)) {
        m_box->addItem(chosen); // pre-flight says that it is not offered
    }
    m_box->setCurrentIndex(chosen.isEmpty() ? -1 : m_box->findText(chosen));
}

ButtonsInput::ButtonsInput(QWidget* box)
    : FieldInput(box)
    , m_box(box)
{
    noteEmpty(true);
}

void ButtonsInput::setButtons(std::vector<QAbstractButton*> buttons, int perRow, int gap)
{
    m_buttons = std::move(buttons);
    auto* grid = new QGridLayout(m_box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(perRow, 1);
    int place = 0;
    for (QAbstractButton* button : m_buttons) {
        grid->addWidget(button, place / perRow, place % perRow);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::toggled, this, &FieldInput::edited);
        ++place;
    }
    if (!m_buttons.empty()) {
        m_box->setFocusProxy(m_buttons.front());
    }
}

void ButtonsInput::noteEmpty(bool empty)
{
    m_box->setProperty("empty", empty);
}

bool ButtonsInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int place = static_cast<QKeyEvent*>(event)->key() - Qt::Key_1;
        if (place >= 0 && place < 9 && place < static_cast<int>(m_buttons.size())) {
            m_buttons[static_cast<std::size_t>(place)]->click();
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

TicksInput::TicksInput(const Theme& theme, const QStringList& options, bool narrow, QWidget* parent)
    : ButtonsInput(new QWidget(parent))
{
    std::vector<QAbstractButton*> ticks;
    for (const QString& option : options) {
        ticks.push_back(new QCheckBox(option, widget()));
    }
    setButtons(std::move(ticks), narrow ? kTicksPerRow / 2 : kTicksPerRow, theme.k(16));
    connect(this, &FieldInput::edited, this, [this] { noteEmpty(value().isUndefined()); });
}

QCborValue TicksInput::value() const
{
    QCborArray chosen;
    for (const QAbstractButton* tick : buttons()) {
        if (tick->isChecked()) {
            chosen.append(tick->text());
        }
    }
    return chosen.isEmpty() ? QCborValue() : QCborValue(chosen);
}

void TicksInput::setValue(const QCborValue& value)
{
    const QCborArray chosen = value.toArray();
    for (QAbstractButton* tick : buttons()) {
        const QSignalBlocker quiet(tick);
        tick->setChecked(chosen.contains(QCborValue(tick->text())));
    }
    noteEmpty(chosen.isEmpty());
}

YesNoInput::YesNoInput(const Theme& theme, QWidget* parent)
    : ButtonsInput(new QWidget(parent))
{
    setButtons({new QRadioButton(tr("Yes"), widget()), new QRadioButton(tr("No"), widget())}, 2, theme.k(24));
    auto* group = new QButtonGroup(this);
    for (QAbstractButton* button : buttons()) {
        group->addButton(button);
    }
    connect(this, &FieldInput::edited, this, [this] { noteEmpty(value().isUndefined()); });
}

QCborValue YesNoInput::value() const
{
    if (buttons()[0]->isChecked()) {
        return true;
    }
    return buttons()[1]->isChecked() ? QCborValue(false) : QCborValue();
}

void YesNoInput::setValue(const QCborValue& value)
{
    for (QAbstractButton* button : buttons()) {
        const QSignalBlocker quiet(button);
        button->setChecked(value.isBool() && value.toBool() == (button == buttons()[0]));
    }
    noteEmpty(!value.isBool());
}

} // namespace ow::ui
