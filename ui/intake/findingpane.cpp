// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/findingpane.h"

#include "ui/widgets/findinglist.h"

#include <QVBoxLayout>

namespace ow::ui {

namespace {

constexpr int kRows = 3;
constexpr qsizetype kNamedFields = 4; // labels said in the row of the empty fields

/// The first sentence is what is wrong; the rest, why and until when, is quieter.
void splitSentence(const QString& whole, FindingRow& row)
{
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const bool western = whole[at] == u'.' && (at + 1 == whole.size() || whole[at + 1] == u' ');
        if (whole[at] == u'。' || western) {
            row.lead = whole.left(at + 1);
            row.sentence = whole.mid(at + 1);
            return;
        }
    }
    row.lead = whole;
}

} // namespace

FindingPane::FindingPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_list(new FindingList(theme, tr("What stands in the way"), this))
{
    setProperty("role", QStringLiteral("footbar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list);
    connect(m_list, &FindingList::actionTriggered, this, &FindingPane::go);
    connect(&theme, &Theme::changed, this, &FindingPane::layOut);
    layOut();
}

QWidget* FindingPane::list() const
{
    return m_list;
}

void FindingPane::layOut()
{
    const int rows = m_oneRow ? 1 : kRows;
    setFixedHeight(rows * m_theme.metrics().findingRow + (m_oneRow ? 1 : m_theme.k(2)));
}

void FindingPane::setOneRow(bool oneRow)
{
    m_oneRow = oneRow;
    m_list->setVerticalScrollBarPolicy(oneRow ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_shown.clear();
    layOut();
    refresh();
}

QString FindingPane::actionWord(const domain::Finding& finding) const
{
    if (!finding.field.isEmpty()) {
        return tr("To the field");
    }
    if (finding.code == QLatin1StringView("material.asked")) {
        return tr("To the question");
    }
    if (!m_desk.duplicateOf(finding).isEmpty()) {
        return tr("To that case");
    }
    return finding.material.isEmpty() ? QString() : tr("To the material");
}

void FindingPane::refresh()
{
    if (!m_desk.isActive()) {
        return;
    }
    m_rows.clear();
    std::vector<FindingRow> rows;
    QStringList empty;
    std::size_t emptyRow = 0;
    for (const domain::Finding& finding : m_desk.findings()) {
        if (finding.code == QLatin1StringView("field.required")) {
            const domain::GuideField* field = m_desk.guide().field(finding.field);
            empty << (field == nullptr ? finding.field : field->label);
            if (empty.size() > 1) {
                continue;
            }
            emptyRow = rows.size();
        }
        FindingRow row;
        row.id = finding.code == QLatin1StringView("field.required")
                     ? finding.code
                     : finding.code + u'/' + finding.field + finding.material;
        row.state = stateWord(finding.effect);
        splitSentence(finding.sentence, row);
        row.sentence += finding.where;
        row.source = finding.source;
        row.action = actionWord(finding);
        rows.push_back(std::move(row));
        m_rows.push_back(finding);
    }
    if (empty.size() > 1) {
        rows[emptyRow].lead = tr("%n required field(s) empty.", nullptr, static_cast<int>(empty.size()));
        rows[emptyRow].sentence = empty.first(std::min(kNamedFields, empty.size())).join(u'、') +
                                  (empty.size() > kNamedFields ? QStringLiteral("…") : QString());
    }
    if (rows.empty()) {
        rows.push_back({QStringLiteral("passed"),
                        passedWord(),
                        tr("Every check passed."),
                        tr("Fields, materials, authority, open cases."),
                        {},
                        {},
                        {}});
    }
    for (std::size_t i = 0; m_oneRow && i < rows.size(); ++i) {
        rows[i].source.clear();
        rows[i].action = QStringLiteral("%1 / %2").arg(i + 1).arg(rows.size());
    }
    QString shown;
    for (const FindingRow& row : rows) {
        shown += row.id + rowSentence(row) + u'\n';
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    if (!m_rows.empty()) {
        rows.front().key = QStringLiteral("F7");
    }
    m_list->setRows(std::move(rows));
}

void FindingPane::go(int row)
{
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        // A copy: going there may change the findings.
        const domain::Finding finding = m_rows[static_cast<std::size_t>(row)];
        Q_EMIT wanted(finding);
    }
}

void FindingPane::step(int by)
{
    m_list->step(by);
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_rows.size()) &&
        !m_desk.duplicateOf(m_rows[static_cast<std::size_t>(row)]).isEmpty()) {
        m_list->setFocus(Qt::OtherFocusReason); // another page: only when the person says so, by Enter
        return;
    }
    go(row);
}

bool FindingPane::goToFirstBlock()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (domain::displacesAcceptance(m_rows[row].effect)) {
            m_list->setCurrentRow(static_cast<int>(row));
            go(static_cast<int>(row));
            return true;
        }
    }
    return false;
}

} // namespace ow::ui
