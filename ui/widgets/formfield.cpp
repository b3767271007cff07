// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

QLatin1StringView stateName(FieldState state)
{
    switch (state) {
    case FieldState::Normal:
        return QLatin1StringView("normal");
    case FieldState::Error:
        return QLatin1StringView("error");
    case FieldState::Warn:
        return QLatin1StringView("warn");
    }
    return QLatin1StringView("normal");
}

} // namespace

FormField::FormField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(label, this))
    , m_editor(editor)
    , m_head(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
{
    m_label->setTextFormat(Qt::PlainText); // guides are data
    m_label->setBuddy(editor);
    editor->setAccessibleName(label);
    editor->installEventFilter(this);
    setTone(*m_label, Tone::Second);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(0);
    m_head->addWidget(m_label);
    m_head->addStretch(1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_head);
    m_column->addWidget(editor);
    m_column->addStretch(1);
    connect(&theme, &Theme::changed, this, &FormField::refresh);
    refresh();
}

QString FormField::label() const
{
    return m_label->text();
}

void FormField::setLabel(const QString& label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
    if (m_why != nullptr) {
        m_why->setAccessibleName(tr("Why: %1").arg(label));
    }
}

QLabel* FormField::makeQuiet(const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setFixedHeight(m_theme.metrics().fieldLabel);
    setTone(*label, Tone::Second);
    m_head->insertWidget(m_head->count() - 1, label);
    return label;
}

void FormField::setOptional(bool optional)
{
    if (m_optional == nullptr && optional) {
        m_optional = makeQuiet(tr("(optional)"));
        m_head->removeWidget(m_optional);
        m_head->insertWidget(1, m_optional);
    }
    if (m_optional != nullptr) {
        m_optional->setVisible(optional);
    }
}

void FormField::setNote(const QString& note)
{
    if (m_note == nullptr && !note.isEmpty()) {
        m_note = makeQuiet({});
        m_note->setContentsMargins(m_theme.k(8), 0, 0, 0);
    }
    if (m_note != nullptr) {
        m_note->setText(note);
    }
}

void FormField::makeWhy()
{
    m_why = new KeyButton(m_theme, tr("Why?"), KeyButton::Look::Link, this);
    m_why->setAccessibleName(tr("Why: %1").arg(m_label->text()));
    m_why->setFocusPolicy(Qt::TabFocus);
    m_why->setFixedHeight(m_theme.metrics().fieldLabel);
    m_head->insertWidget(m_head->count() - 1, m_why);
    m_reason = new MessageLine(m_theme, this);
    m_column->insertWidget(2, m_reason);
    connect(m_why, &KeyButton::clicked, this, [this] {
        const bool open = m_reason->text().isEmpty();
        m_reason->setMessage(Tone::Second, open ? m_sentence : QString());
    });
}

void FormField::setWhy(const QString& sentence)
{
    if (m_sentence == sentence) {
        return;
    }
    m_sentence = sentence;
    if (m_why == nullptr) {
        makeWhy();
    }
    m_why->setVisible(!sentence.isEmpty());
    if (!m_reason->text().isEmpty()) {
        m_reason->setMessage(Tone::Second, sentence);
    }
    describe();
}

void FormField::setState(FieldState state, const QString& message)
{
    m_state = state;
    setStyleProperty(*m_editor, "state", stateName(state));
    if (m_message == nullptr && state != FieldState::Normal) {
        m_message = new MessageLine(m_theme, this);
        m_column->insertWidget(m_column->count() - 1, m_message);
    }
    if (m_message != nullptr) {
        m_message->setMessage(state == FieldState::Error ? Tone::Block : Tone::Warn,
                              state == FieldState::Normal ? QString() : message);
    }
    describe();
}

QString FormField::message() const
{
    return m_message == nullptr ? QString() : m_message->text();
}

void FormField::setMessageKept(bool kept)
{
    if (m_message == nullptr) {
        m_message = new MessageLine(m_theme, this);
        m_column->insertWidget(m_column->count() - 1, m_message);
    }
    m_message->setKept(kept);
}

void FormField::describe()
{
    // What a screen reader says after the name.
    const QString said = message();
    m_editor->setAccessibleDescription(said.isEmpty() ? m_sentence : said);
}

void FormField::refresh()
{
    const int height = m_theme.metrics().fieldLabel;
    m_label->setFixedHeight(height);
    for (QWidget* part :
         {static_cast<QWidget*>(m_optional), static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_why)}) {
        if (part != nullptr) {
            part->setFixedHeight(height);
        }
    }
}

void FormField::scrollIntoView()
{
    for (QWidget* at = parentWidget(); at != nullptr; at = at->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(at)) {
            area->ensureWidgetVisible(this, 0, m_theme.k(8));
            return;
        }
    }
}

bool FormField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_editor && event->type() == QEvent::FocusIn) {
        scrollIntoView();
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: with one the field itself is a place for Tab, wherever the order has left it.
    QWidget::focusInEvent(event);
    m_editor->setFocus(event->reason());
}

} // namespace ow::ui
