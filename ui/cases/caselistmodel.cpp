// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caselistmodel.h"

#include "ui/cases/casefacts.h"
#include "ui/widgets/datatable.h"
#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

#include <algorithm>
#include <utility>

namespace ow::ui {

CaseListModel::CaseListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CaseListModel::sayAsked);
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseListModel::text(const desk::CaseLine& line, int column)
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
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        return column >= DueColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    }
    const desk::CaseLine* known = line(index.row());
    if (known == nullptr) {
        return {};
    }
    const desk::CaseLine& shown = *known;
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
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
    if (role == Qt::ToolTipRole) {
        return tr("%1: order by it, again to turn the order round").arg(headWord(section));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    // The days left run as the date does; one of the two shows the arrow.
    const bool ordered = columnOrderedBy(section) == m_order.column && section != LeftColumn;
    return ordered ? headWord(section) + u' ' + (m_order.backwards ? QChar(u'↓') : QChar(u'↑'))
                   : headWord(section);
}

QString CaseListModel::headWord(int column)
{
    switch (column) {
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

desk::CaseColumn CaseListModel::columnOrderedBy(int column)
{
    switch (column) {
    case NumberColumn:
        return desk::CaseColumn::Number;
    case ItemColumn:
        return desk::CaseColumn::Item;
    case ApplicantColumn:
        return desk::CaseColumn::Applicant;
    case StateColumn:
        return desk::CaseColumn::State;
    default:
        return desk::CaseColumn::Due;
    }
}

void CaseListModel::setOrder(desk::CaseOrder order)
{
    if (order != m_order) {
        m_order = order;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    }
}

void CaseListModel::setKeys(const std::vector<qint64>& keys, const std::vector<desk::CaseLine>& first)
{
    if (keys != m_keys) {
        beginResetModel();
        m_keys = keys;
        m_pages.clear();
        m_asked.clear();
        m_toAsk.clear();
        store(0, first);
        endResetModel();
        return;
    }
    for (Page& page : m_pages) {
        page.fresh = false;
    }
    m_asked.clear(); // an answer under way may be older than these keys
    if (!m_keys.empty()) {
        store(0, first);
        // The view looks again at what is on screen, and so asks for it.
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

std::vector<qint64> CaseListModel::keysOf(int page) const
{
    const std::size_t from = std::min(static_cast<std::size_t>(page) * kPageRows, m_keys.size());
    const std::size_t to = std::min(from + kPageRows, m_keys.size());
    return {m_keys.begin() + static_cast<std::ptrdiff_t>(from),
            m_keys.begin() + static_cast<std::ptrdiff_t>(to)};
}

void CaseListModel::store(int page, const std::vector<desk::CaseLine>& lines)
{
    const std::vector<qint64> keys = keysOf(page);
    Page made;
    made.lines.resize(keys.size());
    made.seen = ++m_seen;
    // In the order of the keys, some of which may be gone since.
    auto next = lines.begin();
    for (std::size_t row = 0; row < keys.size() && next != lines.end(); ++row) {
        if (next->key == keys[row]) {
            made.lines[row] = *next++;
        }
    }
    m_pages.insert(page, std::move(made));
    m_asked.remove(page);
    dropOldest();
}

void CaseListModel::setLines(int page, const std::vector<desk::CaseLine>& lines)
{
    if (static_cast<std::size_t>(page) * kPageRows >= m_keys.size()) {
        return; // the list has become shorter since it was asked
    }
    store(page, lines);
    const int first = page * kPageRows;
    const int last = std::min(first + kPageRows, rowCount()) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void CaseListModel::dropOldest()
{
    while (m_pages.size() > kMostPages) {
        auto oldest = m_pages.begin();
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            oldest = page->seen < oldest->seen ? page : oldest;
        }
        m_pages.erase(oldest);
    }
}

const desk::CaseLine* CaseListModel::line(int row) const
{
    const int number = row / kPageRows;
    const auto page = m_pages.constFind(number);
    if (page == m_pages.cend() || !page->fresh) {
        ask(number);
    }
    if (page == m_pages.cend()) {
        return nullptr;
    }
    page->seen = ++m_seen;
    const auto& line = page->lines[static_cast<std::size_t>(row % kPageRows)];
    return line ? &*line : nullptr;
}

void CaseListModel::ask(int page) const
{
    if (!m_asked.contains(page)) {
        m_asked.insert(page);
        m_toAsk.insert(page);
        m_soon.start();
    }
}

void CaseListModel::sayAsked()
{
    const QSet<int> pages = std::exchange(m_toAsk, {});
    for (const int page : pages) {
        Q_EMIT pageWanted(page, keysOf(page));
    }
}

int CaseListModel::rowOf(qint64 key) const
{
    const auto found = std::ranges::find(m_keys, key);
    return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

} // namespace ow::ui
