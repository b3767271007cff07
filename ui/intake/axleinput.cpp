// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/axleinput.h"

#include "domain/formvalue.h"
#include "ui/intake/axleview.h"
#include "ui/intake/lineinput.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kLine = 26;
constexpr int kHead = 88;
constexpr int kLeast = 52; // of an axle: "120.00" with its padding
constexpr int kFirst = 1;  // the guide's first column is the number of the axle
constexpr qint64 kMillion = 1'000'000;

/// "15", "10.8": exact in millionths, as the rules compute.
qint64 millionths(const QString& decimal)
{
    const qsizetype point = decimal.indexOf(u'.');
    const QString whole = point < 0 ? decimal : decimal.left(point);
    const QString part = point < 0 ? QString() : decimal.mid(point + 1);
    const qint64 tail = part.leftJustified(6, u'0', true).toLongLong();
    return whole.toLongLong() * kMillion + (decimal.startsWith(u'-') ? -tail : tail);
}

QString decimalOf(qint64 value)
{
    QString text = QString::number(value / kMillion);
    QString part = QString::number(value % kMillion).rightJustified(6, u'0');
    while (part.endsWith(u'0')) {
        part.chop(1);
    }
    return part.isEmpty() ? text : text + u'.' + part;
}

/// "轴荷（kg）" is a name and its unit.
QString nameOf(const QString& column)
{
    return column.section(u'（', 0, 0);
}

bool isBlankAxle(const QStringList& cells)
{
    return std::ranges::all_of(cells, [](const QString& cell) { return cell.isEmpty(); });
}

} // namespace

AxleModel::AxleModel(const Theme& theme, domain::GuideField field, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_field(std::move(field))
{
    setAxles({});
}

int AxleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : qMax(0, static_cast<int>(m_field.columns.size()) - kFirst);
}

int AxleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_axles.size()) + 1;
}

bool AxleModel::isNumber(int line) const
{
    const auto place = static_cast<std::size_t>(line + kFirst);
    return place < m_field.columnTypes.size() && m_field.columnTypes[place] == domain::FieldType::Number;
}

QVariant AxleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool head = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: {
        if (!head) {
            return m_axles[static_cast<std::size_t>(index.column() - 1)].value(index.row());
        }
        const QString unit = unitOf(index.row());
        const QString name = nameOf(m_field.columns.value(index.row() + kFirst));
        return unit.isEmpty() ? name : QString(name + u' ' + unit);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(head ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::BackgroundRole:
        return head ? QVariant(m_theme.color(Token::Sunken)) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString line = nameOf(m_field.columns.value(index.row() + kFirst));
        return head ? line : tr("%1, axle %2").arg(line).arg(index.column());
    }
    default:
        return {};
    }
}

QVariant AxleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(section == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const bool blank = section == static_cast<int>(m_axles.size());
    return section == 0 ? QVariant(tr("Axle")) : blank ? QVariant() : QVariant(section);
}

Qt::ItemFlags AxleModel::flags(const QModelIndex& index) const
{
    return index.column() == 0 ? Qt::ItemIsEnabled
                               : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

bool AxleModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() == 0 || role != Qt::EditRole) {
        return false;
    }
    QString text = value.toString().trimmed();
    if (isNumber(index.row())) {
        text = domain::normaliseDecimal(text).value_or(text);
    }
    QString& cell = m_axles[static_cast<std::size_t>(index.column() - 1)][index.row()];
    if (cell == text) {
        return false;
    }
    cell = text;
    keepOneBlank();
    Q_EMIT dataChanged(index, index);
    return true;
}

void AxleModel::keepOneBlank()
{
    if (!isBlankAxle(m_axles.back()) && m_axles.size() < kMostAxles) {
        const int place = columnCount();
        beginInsertColumns({}, place, place);
        m_axles.emplace_back(rowCount(), QString());
        endInsertColumns();
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, place);
    }
}

void AxleModel::setAxles(const QCborValue& axles)
{
    beginResetModel();
    m_axles.clear();
    for (const QCborValue& axle : axles.toArray()) {
        QStringList cells;
        for (const QCborValue& cell : axle.toArray()) {
            cells << cell.toString();
        }
        cells.remove(0, qMin<qsizetype>(kFirst, cells.size()));
        cells.resize(rowCount());
        m_axles.push_back(cells);
    }
    if (m_axles.empty() || (!isBlankAxle(m_axles.back()) && m_axles.size() < kMostAxles)) {
        m_axles.emplace_back(rowCount(), QString());
    }
    endResetModel();
}

QCborValue AxleModel::axles() const
{
    QCborArray axles;
    for (const QStringList& cells : m_axles) {
        if (!isBlankAxle(cells)) {
            const QString number = QString::number(axles.size() + 1);
            axles.append(QCborArray::fromStringList(QStringList{number} + cells));
        }
    }
    return axles.isEmpty() ? QCborValue() : QCborValue(axles);
}

void AxleModel::paste(const QModelIndex& at, const QString& block)
{
    static const QRegularExpression lineEnd(QStringLiteral("\r?\n"));
    int line = at.row();
    for (const QString& text : block.trimmed().split(lineEnd)) {
        int column = at.column();
        for (const QString& cell : text.split(u'\t')) {
            if (line < rowCount() && column < columnCount()) {
                setData(index(line, column), cell, Qt::EditRole);
            }
            ++column;
        }
        ++line;
    }
}

void AxleModel::removeAxle(int column)
{
    if (column < 1 || column >= columnCount() || isBlankAxle(m_axles[static_cast<std::size_t>(column - 1)])) {
        return;
    }
    beginRemoveColumns({}, column, column);
    m_axles.erase(m_axles.begin() + column - 1);
    endRemoveColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString AxleModel::unitOf(int line) const
{
    const QString given = m_field.columnUnits.value(line + kFirst);
    const QString column = m_field.columns.value(line + kFirst);
    return given.isEmpty() && column.endsWith(u'）') ? column.section(u'（', 1).chopped(1) : given;
}

QString AxleModel::sum(int line) const
{
    qint64 total = 0;
    bool any = false;
    for (const QStringList& cells : m_axles) {
        if (const auto number = domain::normaliseDecimal(cells.value(line))) {
            total += millionths(*number);
            any = true;
        }
    }
    return any ? decimalOf(total) : QString();
}

AxleInput::AxleInput(const Theme& theme, const domain::GuideField& field, QWidget* parent)
    : FieldInput(parent)
    , m_theme(theme)
    , m_box(new QWidget(parent))
    , m_model(new AxleModel(theme, field, this))
    , m_view(new AxleView(theme, *m_model, m_box))
{
    m_view->installEventFilter(this);
    m_view->setAccessibleName(field.label);
    m_box->setFocusProxy(m_view);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AxleInput::changed);
    connect(m_model, &QAbstractItemModel::columnsRemoved, this, &AxleInput::changed);
    connect(m_model, &QAbstractItemModel::columnsInserted, this, &AxleInput::layOut);
    // Enter in the blank axle is Enter in the form: it goes on to the next empty required field.
    connect(m_view, &AxleView::left, this, [this] {
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(m_box, &enter);
    });
    connect(m_view->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &AxleInput::layOut);
    connect(&theme, &Theme::changed, this, &AxleInput::layOut);
    m_box->setProperty("empty", true);
    layOut();
}

void AxleInput::setValue(const QCborValue& value)
{
    if (m_model->axles() == value) {
        return; // the cell that is typed in stays open
    }
    m_model->setAxles(value);
    m_box->setProperty("empty", this->value().isUndefined());
    layOut();
}

QString AxleInput::note() const
{
    for (int line = 0; line < m_model->rowCount(); ++line) {
        const QString unit = m_model->unitOf(line);
        const bool adds = unit == QLatin1StringView("kg") || unit == QLatin1StringView("t");
        if (const QString sum = m_model->sum(line); adds && m_model->isNumber(line) && !sum.isEmpty()) {
            return tr("Sum %1 %2").arg(groupedDecimal(sum), unit);
        }
    }
    return {};
}

void AxleInput::changed()
{
    m_box->setProperty("empty", value().isUndefined());
    layOut();
    Q_EMIT edited();
}

void AxleInput::layOut()
{
    const int line = m_theme.k(kLine);
    const int frame = 2;
    m_view->verticalHeader()->setDefaultSectionSize(line);
    m_view->horizontalHeader()->setFixedHeight(line);
    m_view->horizontalHeader()->setMinimumSectionSize(m_theme.k(kLeast));
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_view->horizontalHeader()->resizeSection(0, m_theme.k(kHead));
    const bool scrolls = m_view->horizontalScrollBar()->maximum() > 0;
    m_view->setFixedHeight(line * (m_model->rowCount() + 1) + frame +
                           (scrolls ? m_theme.metrics().scrollBar : 0));
}

bool AxleInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers().testFlag(Qt::ControlModifier)) {
            m_model->removeAxle(m_view->currentIndex().column());
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace ow::ui
