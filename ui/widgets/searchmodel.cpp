// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchmodel.h"

namespace ow::ui {

void SearchModel::setHits(std::vector<SearchRow> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_lines.clear();
    QString group;
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        if (m_hits[i].group != group) {
            group = m_hits[i].group;
            m_lines.push_back({true, i});
        }
        m_lines.push_back({false, i});
    }
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

const SearchRow& SearchModel::hit(int line) const
{
    return m_hits[m_lines[static_cast<std::size_t>(line)].hit];
}

int SearchModel::hitAt(int line) const
{
    if (line < 0 || line >= rowCount() || isHeading(line)) {
        return -1;
    }
    return static_cast<int>(m_lines[static_cast<std::size_t>(line)].hit);
}

int SearchModel::lineOf(int hit) const
{
    for (int line = 0; line < rowCount(); ++line) {
        if (hitAt(line) == hit) {
            return line;
        }
    }
    return -1;
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const SearchRow& row = hit(index.row());
    if (isHeading(index.row())) {
        return row.group;
    }
    return QStringList{row.title, row.second, row.right1, row.right2}.join(u' ').simplified();
}

Qt::ItemFlags SearchModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || isHeading(index.row())) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace ow::ui
