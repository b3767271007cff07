// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/devicedesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

class ChoiceBox;
class FormField;
class KeyButton;
class MessageLine;

/// One device on the devices page: icon and name, how it is in a word, when it last worked, what can be
/// chosen about it, a test and what the test said.
class DevicePanel : public QWidget
{
    Q_OBJECT

public:
    DevicePanel(const Theme& theme, const QString& name, const QString& icon, const QString& test,
                QWidget* parent = nullptr);

    void showState(const desk::DeviceState& state);

    /// What stands there before the device has been used, where it cannot be asked.
    void setUnknownWord(const QString& word) { m_unknown = word; }

    void say(Tone tone, const QString& sentence);
    /// While a test runs its button says how to stop it; empty: it can be begun again.
    void setRunning(const QString& word);
    /// Fields beside each other, three to a row where there is room for them.
    void addField(FormField* field);
    void setFieldShown(FormField* field, bool shown);
    /// The last in the tab order of the panel.
    [[nodiscard]] QWidget* lastFocus() const;

Q_SIGNALS:
    void testWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void layOutFields();

    const Theme& m_theme;
    QString m_icon;
    QString m_test;
    QString m_unknown;
    QVBoxLayout* m_column;
    QHBoxLayout* m_head;
    QGridLayout* m_fields;
    std::vector<FormField*> m_all;
    QLabel* m_picture;
    QLabel* m_name;
    MessageLine* m_state;
    QLabel* m_used;
    KeyButton* m_button;
    MessageLine* m_said;
};

/// A choice with data behind each word, in a field with its label.
struct ChoiceField
{
    FormField* field = nullptr;
    ChoiceBox* box = nullptr;
};

[[nodiscard]] ChoiceField choiceField(const Theme& theme, const QString& label, QWidget* parent);

} // namespace ow::ui
