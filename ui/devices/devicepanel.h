// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/devicedesk.h"
#include "ui/widgets/fieldpanel.h"

class QLabel;

namespace ow::ui {

class ChoiceBox;
class KeyButton;

/// One device on the devices page: icon and name, how it is in a word, when it last worked, what can be
/// chosen about it, a test and what the test said.
class DevicePanel : public FieldPanel
{
    Q_OBJECT

public:
    DevicePanel(const Theme& theme, const QString& name, const QString& icon, const QString& test,
                QWidget* parent = nullptr);

    void showState(const desk::DeviceState& state);

    /// What stands there before the device has been used, where it cannot be asked.
    void setUnknownWord(const QString& word) { m_unknown = word; }

    /// While a test runs its button says how to stop it; empty: it can be begun again.
    void setRunning(const QString& word);
    /// In the order of Tab before the test: first what stands there.
    void addField(FormField* field);
    /// The last in the tab order of the panel.
    [[nodiscard]] QWidget* lastFocus() const;

Q_SIGNALS:
    void testWanted();

private:
    QString m_test;
    QString m_unknown;
    MessageLine* m_state;
    QLabel* m_used;
    KeyButton* m_button;
};

/// A choice with data behind each word, in a field with its label.
struct ChoiceField
{
    FormField* field = nullptr;
    ChoiceBox* box = nullptr;
};

[[nodiscard]] ChoiceField choiceField(const Theme& theme, const QString& label, QWidget* parent);

} // namespace ow::ui
