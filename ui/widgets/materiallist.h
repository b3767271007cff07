// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/statewords.h"

#include <QList>
#include <QUrl>

#include <functional>

namespace ow::ui {

/// One material of the situation: name and state in line 1, copies and source in line 2, its pages when it is
/// current.
struct MaterialRow
{
    QString id = {};
    StateWord state = {};
    QString name = {};
    QString stateText = {};          ///< at the right, e.g. "容缺 11-26"; empty: the state's word
    QString second = {};             ///< "原件 1·2 页·本窗生成，已签名"
    std::vector<QString> pages = {}; ///< ids for the picture source, in order
    bool takesPapers = true;         ///< has a slot for scans and files
};

[[nodiscard]] QString rowSentence(const MaterialRow& row);

/// 54 px rows; the current one opens its pages (52×73) and one slot that takes a scan or dropped files.
class MaterialList : public RowList
{
    Q_OBJECT

public:
    /// Gives a page's picture, or a null one while it is being made off the GUI thread; call repaintPages()
    /// when it has come. Asked only for what is visible.
    using PageSource = std::function<QPixmap(const QString& pageId, QSize size)>;

    MaterialList(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Keeps the current material by its id.
    void setRows(std::vector<MaterialRow> rows);

    [[nodiscard]] const MaterialRow& row(int index) const { return m_rows.row(index); }

    [[nodiscard]] int count() const { return m_rows.rowCount(); }

    void setPageSource(PageSource source);
    void repaintPages();
    /// From 1920: pages 78×110, shown in every row that has some.
    void setLargePages(bool large);

Q_SIGNALS:
    void scanWanted(int row);
    void pageActivated(int row, int page);
    void filesDropped(int row, const QList<QUrl>& files);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    friend class MaterialDelegate;
    [[nodiscard]] bool isOpen(int row) const;
    [[nodiscard]] QSize pageSize() const;
    /// In the coordinates of the row; the slot comes after the last page.
    [[nodiscard]] std::vector<QRect> slotsOf(int row, int width) const;

    RowModel<MaterialRow> m_rows;
    PageSource m_pages;
    bool m_large = false;
};

} // namespace ow::ui
