// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

class FormField;
class KeyButton;
class MessageLine;

/// A group of the settings page: icon and name, its fields beside each other where there is room, buttons at
/// the right of the name, and one sentence below.
class SettingsGroup : public QWidget
{
    Q_OBJECT

public:
    SettingsGroup(const Theme& theme, const QString& name, const QString& icon, QWidget* parent = nullptr);

    void addField(FormField* field);
    /// Takes it over.
    void addButton(KeyButton* button);
    /// Words under the name that always stand there.
    void setText(const QString& text);
    void say(Tone tone, const QString& sentence);

    [[nodiscard]] QString said() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void layOutFields();

    const Theme& m_theme;
    QString m_icon;
    QVBoxLayout* m_column;
    QHBoxLayout* m_head;
    QGridLayout* m_fields;
    std::vector<FormField*> m_all;
    QLabel* m_picture;
    QLabel* m_text;
    MessageLine* m_said;
};

} // namespace ow::ui
