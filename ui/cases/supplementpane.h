// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/supplementdesk.h"
#include "ui/cases/actframe.h"

#include <vector>

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class FormField;
class MessageLine;
class PaperRows;
struct MaterialRow;

/// 补正 and 补交: one row for each thing that is waited for, and nothing else. A material takes pages as in
/// the intake (scanner, dialog, drop) or is marked as received on paper; a field is typed anew. The primary
/// action carries the answer the law then allows.
class SupplementPane : public ActFrame
{
    Q_OBJECT

public:
    SupplementPane(const Theme& theme, desk::Workplace& workplace, desk::SupplementDesk& desk,
                   QWidget* parent = nullptr);

    /// Without one F9 asks for files.
    void setScanDesk(desk::ScanDesk& scan);

    /// Builds the rows for the case the desk has begun.
    void rebuild();
    /// Nothing of a person stays in the widgets.
    void clear();
    /// The answer that was chosen; asked again after a look at the clock.
    void write(domain::Answer answer);
    void writeAgain();

    [[nodiscard]] PaperRows& papers() { return *m_papers; }

Q_SIGNALS:
    void wrote(const ow::desk::ActDone& done);
    void failed(const ow::domain::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct FieldRow
    {
        std::size_t item = 0; ///< of SupplementDesk::items()
        QWidget* widget = nullptr;
        MessageLine* state = nullptr;
        FormField* field = nullptr; ///< null where the notice names none
    };

    [[nodiscard]] FieldRow fieldRow(std::size_t item, QWidget* parent);
    [[nodiscard]] std::vector<MaterialRow> materialRows() const;
    [[nodiscard]] MaterialRow materialRow(const desk::SupplementItem& item) const;
    void mark(const QString& material);
    void refresh();
    void refreshFoot();
    void refreshOthers();

    const Theme& m_theme;
    desk::SupplementDesk& m_desk;
    PaperRows* m_papers;
    QWidget* m_fields; ///< its column is filled anew for each case
    std::vector<FieldRow> m_rows;
    domain::Answer m_asked = domain::Answer::ReceiveOnly;
};

} // namespace ow::ui
