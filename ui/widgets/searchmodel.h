// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/searchrow.h"

#include <QAbstractListModel>

namespace ow::ui {

/// Hits with their group headings between them; headings cannot be chosen.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<SearchRow> hits);

    [[nodiscard]] const std::vector<SearchRow>& hits() const { return m_hits; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] bool isHeading(int line) const { return m_lines[static_cast<std::size_t>(line)].heading; }

    /// Hit of a line; of a heading: the first hit below it.
    [[nodiscard]] const SearchRow& hit(int line) const;
    /// Place in hits(), -1 for headings and lines that are not there.
    [[nodiscard]] int hitAt(int line) const;
    [[nodiscard]] int lineOf(int hit) const;

private:
    struct Line
    {
        bool heading;
        std::size_t hit;
    };

    std::vector<SearchRow> m_hits;
    std::vector<Line> m_lines;
};

} // namespace ow::ui
