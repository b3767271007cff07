// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagetarget.h"
#include "desk/workplace.h"
#include "ui/theme/theme.h"
#include "ui/widgets/materiallist.h"

#include <QWidget>

#include <vector>

class QKeyEvent;

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class KeyButton;
class MaterialPapers;
class MessageLine;
class ScanPanel;

/// What an act on a case waits for, taken in as the intake takes its materials: pages come from the scanner
/// (F9), by dialog, dropped or pasted, stand in a strip under the current row and open large; Space marks it
/// as here without one, Delete takes a page off, N says it does not apply where that was asked.
class PaperRows : public QWidget
{
    Q_OBJECT

public:
    /// The page viewer opens over `area`. All of them outlive this.
    PaperRows(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target, const QString& name,
              QWidget& area, QWidget* parent = nullptr);

    /// Without one F9 asks for files.
    void setScanDesk(desk::ScanDesk& scan);
    /// Off where pages are the only thing that counts.
    void setMarkable(bool markable);

    void setRows(const std::vector<MaterialRow>& rows);
    /// Another case: nothing is said of the one before, the first row is current.
    void start(const std::vector<MaterialRow>& rows);
    /// Goes to a row.
    void choose(const QString& material);
    /// Nothing of a person stays.
    void clear();

    [[nodiscard]] MaterialList& list() { return *m_list; }

    [[nodiscard]] ScanPanel* scanPanel() { return m_panel; }

    void scan();
    void paste();
    void remove();

Q_SIGNALS:
    void marked(const QString& material);        ///< Space
    void notApplicable(const QString& material); ///< N, or the link of its row
    void refused(const ow::domain::Error& error);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void nameCurrent();
    bool listKey(QKeyEvent* event);

    const Theme& m_theme;
    desk::PageTarget& m_target;
    MaterialList* m_list;
    MaterialPapers* m_papers;
    MessageLine* m_message;
    ScanPanel* m_panel = nullptr;
    KeyButton* m_here;
    KeyButton* m_add;
    std::vector<MaterialRow> m_shown;
};

} // namespace ow::ui
