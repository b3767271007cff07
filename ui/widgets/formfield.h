// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

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
    /// Puts 为什么? beside the label; asking opens the sentence under the field. Empty takes it away.
    void setWhy(const QString& sentence);

    void setState(FieldState state, const QString& message = {});

    [[nodiscard]] FieldState state() const { return m_state; }

    [[nodiscard]] QString message() const;
    /// Keeps the line of the message free also while there is none.
    void setMessageKept(bool kept);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void describe();
    void scrollIntoView();

    const Theme& m_theme;
    QLabel* m_label;
    QLabel* m_optional;
    KeyButton* m_why;
    QWidget* m_head;
    QWidget* m_editor;
    MessageLine* m_reason;
    MessageLine* m_message;
    QString m_sentence;
    FieldState m_state = FieldState::Normal;
};

} // namespace ow::ui
