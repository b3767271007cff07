// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/supplementdesk.h"
#include "ui/cases/actframe.h"

#include <vector>

namespace ow::ui {

class FieldInput;
class FormField;
class KeyButton;
class MessageLine;

/// 补正 and 补交: one row for each thing that is waited for, and nothing else. A material takes files
/// (button, F9, drop) or is marked as received on paper; a field is typed anew. The primary action carries
/// the answer the law then allows.
class SupplementPane : public ActFrame
{
    Q_OBJECT

public:
    SupplementPane(const Theme& theme, desk::SupplementDesk& desk, QWidget* parent = nullptr);

    /// Builds the rows for the case the desk has begun.
    void rebuild();
    /// Nothing of a person stays in the widgets.
    void clear();
    /// The answer that was chosen; asked again after a look at the clock.
    void write(domain::Answer answer);
    void writeAgain();

Q_SIGNALS:
    void wrote(const ow::desk::ActDone& done);
    void failed(const ow::domain::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Row
    {
        QWidget* widget = nullptr;
        MessageLine* state = nullptr;
        KeyButton* here = nullptr; ///< marks a material as received on paper
        FormField* field = nullptr;
    };

    [[nodiscard]] Row materialRow(const desk::SupplementItem& item, QWidget* parent);
    [[nodiscard]] Row fieldRow(const desk::SupplementItem& item, QWidget* parent);
    [[nodiscard]] QString currentMaterial() const;
    void refresh();
    void refreshFoot();
    void refreshOthers();
    void chooseFiles(const QString& material);
    void take(const QString& material, const QStringList& paths);

    const Theme& m_theme;
    desk::SupplementDesk& m_desk;
    std::vector<Row> m_rows;
    domain::Answer m_asked = domain::Answer::ReceiveOnly;
};

} // namespace ow::ui
