// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caselistpane.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/keycap.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace ow::ui {

namespace {

using desk::CaseList;

constexpr int kAllColumns = 760; ///< px at 100 %; below, applicant and date stand only in the detail
constexpr int kRoomyColumns = 1000;

} // namespace

CaseListPane::CaseListPane(const Theme& theme, const CaseBrowser& browser, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_browser(browser)
    , m_rows(new QStackedWidget(this))
    , m_table(new DataTable(theme, tr("Cases"), m_rows))
    , m_empty(new QLabel(m_rows))
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_table->setModel(&m_model);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    setTone(*m_empty, Tone::Second);
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_empty);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_rows, 1);
    down->addWidget(makeFoot());
    setFocusProxy(m_table);
    connect(m_table, &DataTable::currentRowChanged, this, &CaseListPane::chooseRow);
    connect(m_table, &DataTable::rowActivated, this, &CaseListPane::caseEntered);
    connect(&m_model, &CaseListModel::pageWanted, this, &CaseListPane::linesWanted);
    QHeaderView* head = m_table->horizontalHeader();
    head->setSectionsClickable(true);
    connect(head, &QHeaderView::sectionClicked, this,
            [this](int column) { Q_EMIT orderWanted(CaseListModel::columnOrderedBy(column)); });
    connect(&theme, &Theme::changed, this, &CaseListPane::layOut);
    layOut();
}

QWidget* CaseListPane::makeFoot()
{
    m_foot = new QWidget(this);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_order = new QLabel(m_foot);
    m_order->setTextFormat(Qt::PlainText);
    m_order->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTone(*m_order, Tone::Second);
    across->addWidget(m_order, 1);
    const std::vector<std::pair<QStringList, QString>> keys{
        {{QStringLiteral("↑"), QStringLiteral("↓")}, tr("move")},
        {{QStringLiteral("Enter")}, tr("look")},
        {{QStringLiteral("/")}, tr("filter")},
    };
    for (const auto& [caps, word] : keys) {
        for (const QString& cap : caps) {
            across->addWidget(new KeyCap(m_theme, cap, m_foot));
        }
        auto* said = new QLabel(word, m_foot);
        setTone(*said, Tone::Second);
        across->addWidget(said);
    }
    return m_foot;
}

void CaseListPane::takeList()
{
    const int before = m_table->currentRow();
    const desk::CaseKeys& listed = m_browser.listedCases();
    m_model.setOrder(m_browser.order());
    m_model.setKeys(listed.keys, listed.first);
    const int rows = m_model.rowCount();
    m_rows->setCurrentWidget(rows == 0 ? static_cast<QWidget*>(m_empty) : m_table);
    m_empty->setText(emptySentence());
    m_order->setText(orderSentence());
    m_order->setToolTip(m_order->text());
    if (rows == 0 || !m_wanted.isEmpty()) {
        return;
    }
    const int kept = m_model.rowOf(m_chosen);
    const int row = kept >= 0 ? kept : std::clamp(before, 0, rows - 1);
    const bool same = row == m_table->currentRow();
    m_table->setCurrentRow(row); // selects as well: taking the focus makes a row current without that
    if (same) {
        chooseRow(row); // the same case may say something new
    }
}

void CaseListPane::takeLines(int page, const std::vector<desk::CaseLine>& lines)
{
    m_model.setLines(page, lines);
    if (m_untold >= 0 && m_untold == m_table->currentRow()) {
        chooseRow(m_untold);
    }
}

void CaseListPane::chooseCase(const QString& number)
{
    m_wanted = number;
    m_chosen = 0;
}

void CaseListPane::found(const desk::CaseLine& line)
{
    if (line.number != m_wanted) {
        return;
    }
    m_wanted.clear();
    m_chosen = line.key;
    if (const int row = m_model.rowOf(m_chosen); row >= 0) {
        m_table->setCurrentRow(row);
    }
}

void CaseListPane::sayInstead(const QString& sentence)
{
    m_empty->setText(sentence);
    m_rows->setCurrentWidget(m_empty);
}

void CaseListPane::chooseRow(int row)
{
    m_untold = -1;
    if (row < 0 || row >= m_model.rowCount()) {
        return;
    }
    m_wanted.clear();
    m_chosen = m_model.keyAt(row);
    if (const desk::CaseLine* line = m_model.line(row)) {
        Q_EMIT caseChosen(line->number);
    } else {
        m_untold = row;
    }
}

QString CaseListPane::countWord(std::optional<qint64> count)
{
    return count ? QLocale::c().toString(*count) : QString();
}

QString CaseListPane::orderWords() const
{
    const desk::CaseOrder order = m_browser.order();
    switch (order.column) {
    case desk::CaseColumn::Number:
        return order.backwards ? tr("the newest first") : tr("the oldest first");
    case desk::CaseColumn::Item:
        return order.backwards ? tr("by item, backwards") : tr("by item");
    case desk::CaseColumn::Applicant:
        return order.backwards ? tr("by applicant, backwards") : tr("by applicant");
    case desk::CaseColumn::State:
        return order.backwards ? tr("by state, the last first") : tr("by state");
    case desk::CaseColumn::Due:
        return order.backwards ? tr("the latest date first") : tr("the next date first");
    }
    return {};
}

QString CaseListPane::orderSentence() const
{
    const QString count = countWord(m_model.rowCount());
    const qint64 elsewhere = m_browser.listedCases().elsewhere;
    if (m_browser.filter().isPlain()) {
        return tr("%1 case(s), %2").arg(count, orderWords());
    }
    return elsewhere == 0 ? tr("%1 case(s) fit, %2").arg(count, orderWords())
                          : tr("%1 case(s) fit, %2 more under All").arg(count, countWord(elsewhere));
}

QString CaseListPane::emptySentence() const
{
    if (!m_browser.filter().isPlain()) {
        const qint64 elsewhere = m_browser.listedCases().elsewhere;
        return elsewhere > 0
                   ? tr("No case in this list fits. %1 case(s) under All do.").arg(countWord(elsewhere))
                   : tr("No case fits. Esc empties the filter.");
    }
    switch (m_browser.which()) {
    case CaseList::Today:
        return tr("No case was received today.");
    case CaseList::Open:
        return tr("No case is open.");
    case CaseList::DueSoon:
        return tr("No case is due until the next working day.");
    case CaseList::AwaitingSupplement:
        return tr("No case waits for materials.");
    case CaseList::ToIssue:
        return tr("No decision waits to be handed over.");
    case CaseList::All:
        return tr("No case yet. The first one received will stand here.");
    }
    return {};
}

void CaseListPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void CaseListPane::layOut()
{
    const int pad = m_theme.k(16);
    m_foot->setFixedHeight(m_theme.k(32));
    m_foot->layout()->setContentsMargins(pad, 1, pad, 0);
    m_foot->layout()->setSpacing(m_theme.k(6));
    m_empty->setContentsMargins(pad, pad, pad, pad);
    const bool all = width() >= m_theme.k(kAllColumns);
    m_table->setColumnHidden(CaseListModel::ApplicantColumn, !all);
    m_table->setColumnHidden(CaseListModel::DueColumn, !all);
    const int applicant = width() >= m_theme.k(kRoomyColumns) ? 240 : 100;
    m_table->setColumnWidths({208, 0, applicant, 112, 100, 88});
}

} // namespace ow::ui
