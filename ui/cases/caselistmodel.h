// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <optional>
#include <vector>

namespace ow::ui {

/// The cases of one list as a table of up to 100,000 rows. Knows every key and only the lines that were
/// looked at lately, in pages; a row that is looked at and not known asks for its page and stands empty until
/// setLines(). Words, icons and tones are made when the view asks for them, so a list costs what is on
/// screen.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        ItemColumn,
        ApplicantColumn,
        StateColumn,
        DueColumn,
        LeftColumn,
        ColumnCount
    };

    static constexpr int kPageRows = 64;
    static constexpr int kMostPages = 64; ///< kept; the ones not looked at for longest go

    explicit CaseListModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Takes a new answer over. When it has the same cases in the same order the view keeps its place and the
    /// lines shown are asked for again; `first` are those of the first rows, known already.
    void setKeys(const std::vector<qint64>& keys, const std::vector<desk::CaseLine>& first);
    void setLines(int page, const std::vector<desk::CaseLine>& lines);

    /// The column a list is in the order of, for the head.
    void setOrder(desk::CaseOrder order);
    /// By which column of the ledger a column of the table is ordered.
    [[nodiscard]] static desk::CaseColumn columnOrderedBy(int column);

    [[nodiscard]] qint64 keyAt(int row) const { return m_keys[static_cast<std::size_t>(row)]; }

    /// Null while it is not known; asks for it.
    [[nodiscard]] const desk::CaseLine* line(int row) const;
    /// -1 when no row has it.
    [[nodiscard]] int rowOf(qint64 key) const;

Q_SIGNALS:
    /// Rows of this page are looked at; their keys. Said once until the answer, from the event loop.
    void pageWanted(int page, const std::vector<qint64>& keys);

private:
    struct Page
    {
        std::vector<std::optional<desk::CaseLine>> lines;
        bool fresh = true;
        mutable quint64 seen = 0;
    };

    [[nodiscard]] static QString headWord(int column);
    [[nodiscard]] static QString text(const desk::CaseLine& line, int column);
    [[nodiscard]] std::vector<qint64> keysOf(int page) const;
    void store(int page, const std::vector<desk::CaseLine>& lines);
    void ask(int page) const;
    void sayAsked();
    void dropOldest();

    std::vector<qint64> m_keys;
    desk::CaseOrder m_order;
    QHash<int, Page> m_pages;
    mutable QSet<int> m_asked; ///< the answer is under way
    mutable QSet<int> m_toAsk; ///< to be said from the event loop: data() runs while the view paints
    mutable QTimer m_soon;
    mutable quint64 m_seen = 0;
};

} // namespace ow::ui
