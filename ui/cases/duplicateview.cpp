// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/duplicateview.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"
#include "ui/words/statewords.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace ow::ui {

namespace {

using desk::DuplicateDecision;

QString decisionWord(DuplicateDecision decision, bool onDesk)
{
    if (onDesk && decision == DuplicateDecision::WithdrawLater) {
        return DuplicateView::tr("The same, do not take it in again");
    }
    switch (decision) {
    case DuplicateDecision::Different:
        return DuplicateView::tr("Two different matters");
    case DuplicateDecision::KeepBoth:
        return DuplicateView::tr("The same, keep both");
    case DuplicateDecision::WithdrawLater:
        return DuplicateView::tr("The same, withdraw the later one");
    }
    return {};
}

} // namespace

void ComparisonModel::setComparison(const desk::CaseComparison& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const desk::ComparedRow& row = m_comparison.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == WhatColumn      ? row.label
               : index.column() == EarlierColumn ? row.earlier
                                                 : row.later;
    case ToneRole:
        return int(row.differs ? Tone::Plain : Tone::Second);
    case IconRole:
        return row.differs && index.column() == WhatColumn ? QVariant(QStringLiteral("warn")) : QVariant();
    case BoldRole:
        return row.differs && index.column() != WhatColumn;
    case Qt::AccessibleTextRole:
        return row.differs ? tr("%1, differs: %2, %3").arg(row.label, row.earlier, row.later)
                           : tr("%1, the same: %2").arg(row.label, row.earlier);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const auto head = [](const QString& which, const desk::CaseLine& line) -> QString {
        return which + u' ' + line.number + u'·' + stateWord(line.state, line.deficient).word;
    };
    switch (section) {
    case WhatColumn:
        return tr("What");
    case EarlierColumn:
        return head(tr("Earlier"), m_comparison.earlier);
    default:
        return m_comparison.onDesk ? tr("On the desk") : head(tr("Later"), m_comparison.later);
    }
}

DuplicateView::DuplicateView(const Theme& theme, desk::Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(workplace)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(makeBar());
    down->addWidget(makeTable(), 1);
    down->addWidget(makeFoot());
    connect(&theme, &Theme::changed, this, &DuplicateView::layOut);
    layOut();
    showAction();
}

// No focus proxy: with one, Tab would never come to what stands before the table.
void DuplicateView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_table->setFocus(event->reason());
}

QWidget* DuplicateView::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    m_title = new QLabel(tr("Applied for twice?"), m_bar);
    m_title->setProperty("type", QStringLiteral("title"));
    m_count = new QLabel(m_bar);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTone(*m_count, Tone::Second);
    m_close = new KeyButton(m_theme, tr("Close"), KeyButton::Look::Secondary, m_bar);
    m_close->setKey(QStringLiteral("Esc"));
    across->addWidget(m_title);
    across->addWidget(m_count, 1);
    across->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &DuplicateView::left);
    return m_bar;
}

QWidget* DuplicateView::makeTable()
{
    m_table = new DataTable(m_theme, tr("Both cases side by side"), this);
    m_table->setModel(&m_model);
    return m_table;
}

QWidget* DuplicateView::makeFoot()
{
    m_foot = new QWidget(this);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* down = new QVBoxLayout(m_foot);
    auto* choices = new QHBoxLayout;
    m_choices = new QButtonGroup(this);
    for (const DuplicateDecision decision :
         {DuplicateDecision::Different, DuplicateDecision::KeepBoth, DuplicateDecision::WithdrawLater}) {
        auto* button =
            new KeyButton(m_theme, decisionWord(decision, false), KeyButton::Look::Secondary, m_foot);
        button->setKey(QString::number(static_cast<int>(decision) + 1));
        button->setCheckable(true);
        m_choices->addButton(button, static_cast<int>(decision));
        choices->addWidget(button);
    }
    choices->addStretch(1);
    down->addLayout(choices);
    auto* across = new QHBoxLayout;
    auto* reason = new FieldEdit(m_theme, m_foot);
    reason->setMaxLength(200);
    reason->setPlaceholderText(tr("Reason, as it goes into the ledger"));
    reason->setAccessibleName(tr("Reason"));
    m_reason = reason;
    m_why = new MessageLine(m_theme, m_foot);
    m_record = new PrimaryButton(m_theme, tr("Record it"), m_foot);
    m_record->setKey(QStringLiteral("Ctrl ↵"));
    across->addWidget(m_reason, 1);
    across->addWidget(m_why, 0, Qt::AlignVCenter);
    across->addWidget(m_record);
    down->addLayout(across);
    connect(m_choices, &QButtonGroup::idToggled, this, &DuplicateView::showAction);
    connect(m_reason, &QLineEdit::textChanged, this, &DuplicateView::showAction);
    connect(m_record, &QPushButton::clicked, this, &DuplicateView::record);
    return m_foot;
}

void DuplicateView::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(8));
    m_table->setColumnWidths({220, 360, 0});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void DuplicateView::begin(const QString& one, const QString& other)
{
    await(m_desk.compare(one, other));
}

void DuplicateView::beginOnDesk(const domain::Intake& intake, const QString& other)
{
    await(m_desk.compareOnDesk(intake, other));
}

void DuplicateView::await(const QFuture<domain::Result<desk::CaseComparison>>& asked)
{
    whenAnswered(asked, this,
                 [this, question = ++m_question](const domain::Result<desk::CaseComparison>& comparison) {
                     if (question != m_question) {
                         return; // another pair, or the person has gone
                     }
                     if (!comparison) {
                         Q_EMIT failed(comparison.error());
                         return;
                     }
                     show(*comparison);
                     Q_EMIT opened();
                 });
}

void DuplicateView::show(const desk::CaseComparison& comparison)
{
    m_comparison = comparison;
    m_model.setComparison(comparison);
    const auto rows = static_cast<int>(comparison.rows.size());
    m_count->setText(
        tr("%1, %2 of %3 lines differ").arg(comparison.later.itemName).arg(comparison.differing).arg(rows));
    m_reason->clear();
    const auto last = DuplicateDecision::WithdrawLater;
    m_choices->button(static_cast<int>(last))->setText(decisionWord(last, comparison.onDesk));
    m_choices->setExclusive(false);
    for (QAbstractButton* button : m_choices->buttons()) {
        button->setChecked(false);
    }
    m_choices->setExclusive(true);
    m_table->setCurrentRow(0);
    showAction();
}

void DuplicateView::forget()
{
    ++m_question;
    m_clockAsked = false;
    m_comparison.reset();
    m_model.setComparison({});
    m_count->clear();
    m_reason->clear();
    showAction();
}

void DuplicateView::choose(DuplicateDecision decision)
{
    m_choices->button(static_cast<int>(decision))->setChecked(true);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void DuplicateView::setReason(const QString& reason)
{
    m_reason->setText(reason);
}

void DuplicateView::showAction()
{
    const bool chosen = m_choices->checkedId() >= 0;
    const bool said = !m_reason->text().trimmed().isEmpty();
    m_record->setEnabled(m_comparison && chosen && said && !m_writing);
    m_close->setEnabled(!m_writing); // what is being written is waited for
    m_why->setMessage(Tone::Second, !chosen ? tr("Choose 1, 2 or 3.")
                                    : said  ? QString()
                                            : tr("Say why, in a few words."));
}

void DuplicateView::record()
{
    if (!m_record->isEnabled()) {
        return;
    }
    const auto decision = static_cast<DuplicateDecision>(m_choices->checkedId());
    const bool onDesk = m_comparison->onDesk;
    const desk::TwinDecision said{m_comparison->earlier.number, decision, m_reason->text().trimmed()};
    if (onDesk && decision != DuplicateDecision::WithdrawLater) {
        Q_EMIT decidedOnDesk(said);
        return;
    }
    if (std::exchange(m_clockAsked, false)) {
        m_desk.confirmClock();
    }
    m_writing = true;
    showAction();
    whenAnswered(m_desk.decide(*m_comparison, decision, m_reason->text()), this,
                 [this, decision, onDesk, said, question = m_question,
                  later = m_comparison->later.number](const domain::Result<void>& done) {
                     m_writing = false;
                     showAction();
                     if (question != m_question) {
                         return; // another pair is shown by now, or another person
                     }
                     if (!done && done.error().code == domain::ErrorCode::ClockDoubtful) {
                         m_clockAsked = true;
                         m_why->setMessage(Tone::Warn, errorText(done.error().code).sentence() +
                                                           tr(" Record it again when the time is right."));
                     } else if (done && onDesk) {
                         Q_EMIT decidedOnDesk(said);
                     } else if (done) {
                         Q_EMIT decided(later, decision);
                     } else {
                         Q_EMIT failed(done.error());
                     }
                 });
}

void DuplicateView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        record();
        return;
    }
    const int place = event->key() - Qt::Key_1;
    if (place >= 0 && place < static_cast<int>(m_choices->buttons().size()) && !m_reason->hasFocus()) {
        choose(static_cast<DuplicateDecision>(place));
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (!m_writing) {
            Q_EMIT left();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
