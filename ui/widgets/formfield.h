// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

class KeyButton;
class MessageLine;

enum class FieldState { Normal, Error, Warn };

/// A label above an editor, and under it what is wrong. The edge of the editor gets thicker by a property and
/// its padding thinner by as much, so that neither label, editor nor text ever moves. Optional fields say so,
/// required ones say nothing. When the editor gets the focus, the field with its message is scrolled into
/// view.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor over. `label` also becomes its accessible name.
    FormField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }

    [[nodiscard]] QString label() const;
    void setLabel(const QString& label);
    void setOptional(bool optional);
    /// Words beside the label that are no part of its name: the sum of a table.
    void setNote(const QString& note);
    /// Puts 为什么? beside the label; asking opens the sentence under the field. Empty takes it away.
    void setWhy(const QString& sentence);

    void setState(FieldState state, const QString& message = {});

    [[nodiscard]] FieldState state() const { return m_state; }

    [[nodiscard]] QString message() const;
    /// Keeps the line of the message free also while there is none.
    void setMessageKept(bool kept);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void refresh();
    void describe();
    void scrollIntoView();
    [[nodiscard]] QLabel* makeQuiet(const QString& text);
    void makeWhy();

    const Theme& m_theme;
    QLabel* m_label;
    QWidget* m_editor;
    QHBoxLayout* m_head;
    QVBoxLayout* m_column;
    // Made when they are first needed: a form has hundreds of fields, and most say nothing.
    QLabel* m_optional = nullptr;
    QLabel* m_note = nullptr;
    KeyButton* m_why = nullptr;
    MessageLine* m_reason = nullptr;
    MessageLine* m_message = nullptr;
    QString m_sentence;
    FieldState m_state = FieldState::Normal;
};

} // namespace ow::ui
