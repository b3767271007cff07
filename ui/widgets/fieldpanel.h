// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

class FormField;
class MessageLine;

/// A part of a page under one name: icon and name, whatever stands at the right of them, its fields beside
/// each other where there is room (three at most, in the same columns in every panel), and one sentence
/// below.
class FieldPanel : public QWidget
{
    Q_OBJECT

public:
    FieldPanel(const Theme& theme, const QString& name, const QString& icon, QWidget* parent = nullptr);

    void addField(FormField* field);
    void setFieldShown(FormField* field, bool shown);

    [[nodiscard]] const std::vector<FormField*>& fields() const { return m_all; }

    /// At the right end of the head, behind what was added before; taken over.
    void addToHead(QWidget* widget);
    /// Right behind the name, as wide as the head allows; taken over.
    void setBesideName(QWidget* widget);
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
    std::array<QWidget*, 2> m_blanks; ///< in the columns that are left empty
    QLabel* m_picture;
    QLabel* m_text;
    MessageLine* m_said;
};

} // namespace ow::ui
