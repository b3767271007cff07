// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caselistmodel.h"

#include "ui/cases/casefacts.h"
#include "ui/widgets/datatable.h"
#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

#include <algorithm>

namespace ow::ui {

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseListModel::text(const desk::CaseLine& line, int column) const
{
    switch (column) {
    case NumberColumn:
        return line.number;
    case ItemColumn:
        return line.itemName;
    case ApplicantColumn:
        return line.applicant;
    case StateColumn:
        return stateWord(line.state, line.deficient).word;
    case DueColumn:
        return line.nextDue.isValid() ? dayWord(line.nextDue) : QStringLiteral("–");
    case LeftColumn:
        return leftWord(line).word;
    default:
        return {};
    }
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const desk::CaseLine& shown = line(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::TextAlignmentRole:
        return column >= DueColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case ToneRole:
        if (column == StateColumn) {
            return int(stateWord(shown.state, shown.deficient).tone);
        }
        return column == LeftColumn ? int(leftWord(shown).tone) : int(Tone::Plain);
    case IconRole:
        if (column == StateColumn) {
            return stateWord(shown.state, shown.deficient).icon;
        }
        return column == LeftColumn ? QVariant(leftWord(shown).icon) : QVariant();
    case BoldRole:
        return column == LeftColumn && !leftWord(shown).icon.isEmpty();
    case QuietPrefixRole:
        return column == NumberColumn ? constantPart(shown.number) : 0;
    default:
        return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section >= DueColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return tr("Case number");
    case ItemColumn:
        return tr("Item");
    case ApplicantColumn:
        return tr("Applicant");
    case StateColumn:
        return tr("State");
    case DueColumn:
        return tr("Next date");
    default:
        return tr("Left");
    }
}

void CaseListModel::setLines(std::vector<desk::CaseLine> lines)
{
    const bool sameCases =
        std::ranges::equal(m_lines, lines, {}, &desk::CaseLine::number, &desk::CaseLine::number);
    if (!sameCases) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    m_lines = std::move(lines);
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int CaseListModel::rowOf(const QString& number) const
{
    const auto found = std::ranges::find(m_lines, number, &desk::CaseLine::number);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

} // namespace ow::ui
