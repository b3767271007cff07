// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/statewords.h"

#include <QStringList>

#include <vector>

namespace ow::ui {

/// One case of the chief's queue, or the head of a group.
struct QueueRow
{
    QString id = {}; ///< case number; empty: a group head
    QString icon = {};
    Tone tone = Tone::Plain;
    QString title = {};
    QString right = {}; ///< time or days left; of a head its note
    Tone rightTone = Tone::Second;
    QString second = {}; ///< applicant
    QString third = {};  ///< why it is high; empty: two lines
    Tone thirdTone = Tone::Plain;
};

[[nodiscard]] QString rowSentence(const QueueRow& row);

/// 53 or 73 px rows under heads of 28 px that cannot be chosen. Shift+↑↓ chooses several. Space is the
/// reading pane's and says pageForward.
class QueueList : public RowList
{
    Q_OBJECT

public:
    QueueList(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Keeps the current case by its number; when it is gone, the one at its place.
    void setRows(std::vector<QueueRow> rows);

    [[nodiscard]] const QueueRow& row(int index) const { return m_rows.row(index); }

    [[nodiscard]] int count() const { return m_rows.rowCount(); }

    /// Numbers of the chosen rows, from the top.
    [[nodiscard]] QStringList chosen() const;
    void choose(const QString& id);

Q_SIGNALS:
    void pageForward(int by);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Rows : public RowModel<QueueRow>
    {
    public:
        using RowModel::RowModel;
        [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    };

    [[nodiscard]] int rowOf(const QString& id) const;

    Rows m_rows;
};

} // namespace ow::ui
