// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace ow::ui {

namespace {

bool isMultiLine(const QObject* editor)
{
    return qobject_cast<const QPlainTextEdit*>(editor) != nullptr ||
           qobject_cast<const QTextEdit*>(editor) != nullptr;
}

/// Lists choose with Enter, buttons press; ticks and radios do nothing with it, so there it walks on.
bool keepsEnter(const QObject* editor)
{
    return isMultiLine(editor) || qobject_cast<const QAbstractItemView*>(editor) != nullptr ||
           qobject_cast<const QPushButton*>(editor) != nullptr ||
           qobject_cast<const QToolButton*>(editor) != nullptr;
}

bool isChoiceOpen(const QObject* editor)
{
    const auto* choice = qobject_cast<const QComboBox*>(editor);
    return choice != nullptr && choice->view()->isVisible();
}

} // namespace

FieldWalk::FieldWalk(QObject* parent)
    : QObject(parent)
{
}

void FieldWalk::add(QWidget* editor, bool required)
{
    m_steps.push_back({editor, required});
    editor->installEventFilter(this);
}

void FieldWalk::setRequired(QWidget* editor, bool required)
{
    const int at = indexOf(editor);
    if (at >= 0) {
        m_steps[static_cast<std::size_t>(at)].required = required;
    }
}

void FieldWalk::clear()
{
    for (const Step& step : m_steps) {
        if (step.editor) {
            step.editor->removeEventFilter(this);
        }
    }
    m_steps.clear();
}

bool FieldWalk::isEmpty(const QWidget& editor)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor)) {
        return line->text().trimmed().isEmpty();
    }
    if (const auto* choice = qobject_cast<const QComboBox*>(&editor)) {
        return choice->currentText().trimmed().isEmpty();
    }
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&editor)) {
        return text->toPlainText().trimmed().isEmpty();
    }
    return editor.property("empty").toBool();
}

int FieldWalk::indexOf(const QWidget* editor) const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].editor == editor) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

QWidget* FieldWalk::nextRequired(QWidget* from) const
{
    const auto count = static_cast<int>(m_steps.size());
    const int at = indexOf(from);
    for (int i = 1; i <= count; ++i) {
        const Step& step = m_steps[static_cast<std::size_t>((at + i + count) % count)];
        QWidget* editor = step.editor;
        if (editor != nullptr && editor != from && step.required && editor->isVisible() &&
            editor->isEnabled() && isEmpty(*editor)) {
            return editor;
        }
    }
    return nullptr;
}

QWidget* FieldWalk::previous(QWidget* from) const
{
    for (int i = indexOf(from) - 1; i >= 0; --i) {
        QWidget* editor = m_steps[static_cast<std::size_t>(i)].editor;
        if (editor != nullptr && editor->isVisible() && editor->isEnabled()) {
            return editor;
        }
    }
    return nullptr;
}

int FieldWalk::missing() const
{
    int count = 0;
    for (const Step& step : m_steps) {
        if (step.editor && step.required && step.editor->isEnabled() && !step.editor->isHidden() &&
            isEmpty(*step.editor)) {
            ++count;
        }
    }
    return count;
}

void FieldWalk::forward(QWidget* from)
{
    if (QWidget* next = nextRequired(from)) {
        next->setFocus(Qt::TabFocusReason);
        Q_EMIT walked(from, next);
    } else if (indexOf(from) >= 0 && isEmpty(*from) &&
               m_steps[static_cast<std::size_t>(indexOf(from))].required) {
        return; // the only one missing is the one we stand in
    } else {
        Q_EMIT complete();
    }
}

bool FieldWalk::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        return false;
    case QEvent::FocusOut:
        m_composing = false;
        return false;
    case QEvent::KeyPress:
        break;
    default:
        return false;
    }
    auto* editor = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (editor == nullptr || m_composing) {
        return false;
    }
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (isMultiLine(watched) && key->key() == Qt::Key_Down && modifiers == Qt::ControlModifier) {
        forward(editor);
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || keepsEnter(watched) || isChoiceOpen(watched)) {
        return false;
    }
    if (modifiers == Qt::NoModifier) {
        forward(editor);
        return true;
    }
    if (modifiers == Qt::ShiftModifier) {
        if (QWidget* before = previous(editor)) {
            before->setFocus(Qt::BacktabFocusReason);
        }
        return true;
    }
    return false; // Ctrl+Enter is the primary action
}

} // namespace ow::ui
