// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QEvent>
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
    , m_optional(new QLabel(tr("(optional)"), this))
    , m_why(new KeyButton(theme, tr("Why?"), KeyButton::Look::Link, this))
    , m_head(new QWidget(this))
    , m_editor(editor)
    , m_reason(new MessageLine(theme, this))
    , m_message(new MessageLine(theme, this))
{
    m_label->setTextFormat(Qt::PlainText); // guides are data
    m_label->setBuddy(editor);
    editor->setAccessibleName(label);
    editor->installEventFilter(this);
    setFocusProxy(editor);
    setTone(*m_label, Tone::Second);
    setTone(*m_optional, Tone::Second);
    m_optional->hide();
    m_why->hide();
    m_why->setAccessibleName(tr("Why: %1").arg(label));
    m_why->setFocusPolicy(Qt::TabFocus);
    connect(m_why, &KeyButton::clicked, this, [this] {
        const bool open = m_reason->text().isEmpty();
        m_reason->setMessage(Tone::Second, open ? m_sentence : QString());
    });

    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    head->addWidget(m_label);
    head->addWidget(m_optional);
    head->addWidget(m_why);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(editor);
    column->addWidget(m_reason);
    column->addWidget(m_message);
    column->addStretch(1);
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
    m_why->setAccessibleName(tr("Why: %1").arg(label));
}

void FormField::setOptional(bool optional)
{
    m_optional->setVisible(optional);
}

void FormField::setWhy(const QString& sentence)
{
    m_sentence = sentence;
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
    m_message->setMessage(state == FieldState::Error ? Tone::Block : Tone::Warn,
                          state == FieldState::Normal ? QString() : message);
    describe();
}

QString FormField::message() const
{
    return m_message->text();
}

void FormField::setMessageKept(bool kept)
{
    m_message->setKept(kept);
}

void FormField::describe()
{
    // What a screen reader says after the name.
    const QString message = m_message->text();
    m_editor->setAccessibleDescription(message.isEmpty() ? m_sentence : message);
}

void FormField::refresh()
{
    m_head->setFixedHeight(m_theme.metrics().fieldLabel);
    m_label->setContentsMargins(0, 0, 0, 0);
    m_why->setFixedHeight(m_theme.metrics().fieldLabel);
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

} // namespace ow::ui
