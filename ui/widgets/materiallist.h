// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/statewords.h"

#include <QList>
#include <QUrl>

#include <functional>
#include <utility>

namespace ow::ui {

/// A file of a material: its first page is shown.
struct MaterialPage
{
    QString blob = {};
    domain::PageEdit edit = {};
    int pages = 1;           ///< of a PDF or TIFF: printed in the corner when there are several
    bool incomplete = false; ///< the scanner gave less than the whole page
    friend bool operator==(const MaterialPage&, const MaterialPage&) = default;
};

/// One material of the situation: name and state in line 1, copies and source in line 2, its pages when it is
/// current.
struct MaterialRow
{
    QString id = {};
    StateWord state = {};
    QString name = {};
    QString stateText = {};               ///< at the right, e.g. "容缺 11-26"; empty: the state's word
    QString second = {};                  ///< "原件 1·2 页·本窗生成，已签名"
    std::vector<MaterialPage> pages = {}; ///< in order
    bool takesPapers = true;              ///< has a slot for scans and files
    QString action = {};                  ///< link beside the state, e.g. "沿用"; mostly none
    QString key = {};                     ///< that takes it on the current row
    friend bool operator==(const MaterialRow&, const MaterialRow&) = default;
};

[[nodiscard]] QString rowSentence(const MaterialRow& row);

/// 54 px rows; the current one opens its pages (52×73) and one slot that takes a scan or dropped files.
/// ← → choose a page of the current row, Enter or Space open it, Alt+← → and the mouse change the order.
class MaterialList : public RowList
{
    Q_OBJECT

public:
    /// Gives a page's picture, or a null one while it is being made off the GUI thread; call repaintPages()
    /// when it has come. Asked only for what is visible.
    using PageSource = std::function<QPixmap(const MaterialPage& page, QSize size)>;

    MaterialList(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Keeps the current material by its id.
    void setRows(std::vector<MaterialRow> rows);

    [[nodiscard]] const MaterialRow& row(int index) const { return m_rows.row(index); }

    [[nodiscard]] int count() const { return m_rows.rowCount(); }

    void setPageSource(PageSource source);
    void repaintPages();
    /// From 1920: pages 78×110, shown in every row that has some.
    void setLargePages(bool large);

    /// The page chosen in the current row; -1: the row itself is meant.
    [[nodiscard]] int currentPage() const { return m_page; }

    void setCurrentPage(int page);

Q_SIGNALS:
    void pageMoved(int row, int from, int to);
    void scanWanted(int row);
    void pageActivated(int row, int page);
    void filesDropped(int row, const QList<QUrl>& files);
    void actionTriggered(int row); ///< its link was clicked

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    friend class MaterialDelegate;
    [[nodiscard]] bool isOpen(int row) const;
    [[nodiscard]] QSize pageSize() const;
    /// Which slot of which row lies there.
    [[nodiscard]] std::pair<int, int> slotAt(QPoint at) const;
    void showCurrentPage();
    /// Where the link of a row stands, in the coordinates of the row; empty when it has none.
    [[nodiscard]] QRect actionOf(int row, int width) const;
    [[nodiscard]] int actionAt(QPoint at) const; ///< row whose link lies there, or -1
    /// In the coordinates of the row; the slot comes after the last page.
    [[nodiscard]] std::vector<QRect> slotsOf(int row, int width) const;

    RowModel<MaterialRow> m_rows;
    PageSource m_pages;
    bool m_large = false;
    int m_page = -1;
    std::pair<int, int> m_pressed{-1, -1}; ///< row and page under the mouse, while it is down
    int m_pressedAction = -1;              ///< row whose link is under the mouse, while it is down
    int m_dropAt = -1;                     ///< the page being dragged would come to stand here
};

} // namespace ow::ui
