// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "ui/today/pagepane.h"
#include "ui/today/queuerows.h"
#include "ui/today/readingpane.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ow::ui {

namespace {

constexpr int kQueueWidth = 330; ///< px at 100 %

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

} // namespace

TodayPage::TodayPage(const Theme& theme, desk::Workplace& workplace, desk::TodayDesk& today, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_today(today)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Today"));
    auto* down = column(this);
    down->addWidget(makeBar());
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(makeSide());
    across->addWidget(makeRight(), 1);
    down->addLayout(across, 1);
    setFocusProxy(m_queue);
    connect(m_queue, &RowList::currentRowChanged, this, &TodayPage::openCase);
    connect(m_queue, &QueueList::pageForward, &m_reading->pages(), &PagePane::step);
    connect(m_queue, &RowList::rowActivated, this, [this](int row) {
        m_inReading = true;
        adaptWidth();
        openCase(row); // only now is it before anybody's eyes
    });
    connect(m_queue->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TodayPage::sayActions);
    connect(&workplace, &desk::Workplace::written, this, &TodayPage::refresh);
    connect(&workplace, &desk::Workplace::personChanged, this, &TodayPage::forget);
    connect(&theme, &Theme::changed, this, [this] {
        layOut();
        adaptWidth();
    });
    layOut();
    takeList({});
}

QWidget* TodayPage::makeSide()
{
    m_side = new QWidget(this);
    m_side->setProperty("role", QStringLiteral("pane"));
    m_side->setAttribute(Qt::WA_StyledBackground);
    m_queue = new QueueList(m_theme, tr("Cases to check"), m_side);
    column(m_side)->addWidget(m_queue, 1);
    return m_side;
}

QWidget* TodayPage::makeRight()
{
    m_right = new QWidget(this);
    m_right->setAccessibleName(tr("The chosen case"));
    m_right->setFocusPolicy(Qt::ClickFocus);
    m_reading = new ReadingPane(m_theme, m_workplace.previews(), m_right);
    auto* down = column(m_right);
    down->addWidget(m_reading, 1);
    down->addWidget(makeFoot());
    return m_right;
}

QWidget* TodayPage::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    auto* title = new QLabel(tr("Today"), m_bar);
    title->setProperty("type", QStringLiteral("title"));
    m_counts = new QLabel(m_bar);
    setTone(*m_counts, Tone::Second);
    m_hint = new QLabel(m_bar);
    setTone(*m_hint, Tone::Second);
    across->addWidget(title);
    across->addWidget(m_counts);
    across->addStretch(1);
    across->addWidget(m_hint);
    return m_bar;
}

QWidget* TodayPage::makeFoot()
{
    m_foot = new QWidget(m_right);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_why = new QLabel(m_foot);
    m_why->setWordWrap(true);
    setTone(*m_why, Tone::Second);
    auto* reason = new FieldEdit(m_theme, m_foot);
    reason->setAccessibleName(tr("Why it goes back"));
    reason->setPlaceholderText(tr("Why it goes back, and what to do"));
    reason->setMaxLength(static_cast<int>(desk::TodayDesk::kMaxReason));
    reason->hide();
    m_reason = reason;
    m_return = new KeyButton(m_theme, tr("Return to the window"), KeyButton::Look::Tall, m_foot);
    m_return->setKey(QStringLiteral("R"));
    m_check = new PrimaryButton(m_theme, tr("Checked"), m_foot);
    m_check->setKey(QStringLiteral("A"));
    across->addWidget(m_why, 1);
    across->addWidget(m_reason, 3);
    across->addWidget(m_return);
    across->addWidget(m_check);
    connect(m_return, &QPushButton::clicked, this, [this] { m_returning ? giveBack() : startReturn(); });
    connect(m_check, &QPushButton::clicked, this, &TodayPage::check);
    connect(m_reason, &QLineEdit::returnPressed, this, &TodayPage::giveBack);
    return m_foot;
}

void TodayPage::refresh()
{
    if (!isVisible() || !m_workplace.person() || !m_workplace.rules()) {
        return; // showEvent() asks
    }
    whenAnswered(m_today.list(), this,
                 [this, question = ++m_question](const domain::Result<desk::TodayList>& list) {
                     if (question != m_question) {
                         return; // asked again since
                     }
                     if (list) {
                         takeList(*list);
                     } else {
                         fail(list.error());
                     }
                 });
}

void TodayPage::takeList(const desk::TodayList& list)
{
    m_list = list;
    QString counts =
        tr("To check %1·Checked %2·Returned %3").arg(list.toCheck).arg(list.checked).arg(list.returned);
    if (list.truncated) {
        counts += tr("·only the first %1 are looked at").arg(desk::TodayDesk::kMaxRows);
    }
    m_counts->setText(counts);
    const QString before = m_reading->shown() ? m_reading->shown()->detail.line.number : QString();
    m_queue->setRows(queueRows(list));
    const int row = m_queue->currentRow();
    if (row < 0) {
        m_reading->clear();
    } else if (m_queue->row(row).id == before) {
        openCase(row); // the same case, perhaps with a new act
    }
    sayActions();
    Q_EMIT counted(list.toCheck);
}

void TodayPage::openCase(int row)
{
    if (row < 0 || row >= m_queue->count() || m_queue->row(row).id.isEmpty()) {
        return;
    }
    if (m_returning) {
        endReturn();
    }
    const QString number = m_queue->row(row).id;
    int place = 0;
    for (std::size_t i = 0; i < m_list.lines.size(); ++i) {
        place = m_list.lines[i].line.number == number ? static_cast<int>(i) + 1 : place;
    }
    const QString said = QStringLiteral("%1 / %2").arg(place).arg(m_list.lines.size());
    whenAnswered(m_today.open(number), this,
                 [this, said, question = ++m_opening](const domain::Result<desk::TodayCase>& opened) {
                     if (question != m_opening) {
                         return; // another case was chosen since
                     }
                     if (opened) {
                         if (m_right->isVisible()) {
                             m_today.noteShown(*opened);
                         }
                         m_reading->showCase(*opened, said, m_workplace.profile() == desk::Profile::Training);
                     } else {
                         m_reading->clear();
                         fail(opened.error());
                     }
                     sayActions();
                 });
    sayActions();
}

void TodayPage::check()
{
    const QStringList numbers = m_queue->chosen();
    if (numbers.isEmpty() || m_busy || m_returning || !m_today.mayAct()) {
        return;
    }
    m_busy = true;
    sayActions();
    whenAnswered(m_today.check(numbers), this, [this](const domain::Result<desk::CheckedCases>& done) {
        m_busy = false;
        if (!done) {
            fail(done.error().code == domain::ErrorCode::NotAllowed
                     ? domain::Error{domain::ErrorCode::NotAllowed, {}, QStringLiteral("shown")}
                     : done.error());
        } else if (!done->moved.isEmpty()) {
            say(Tone::Warn, tr("%1 checked; %2 moved on meanwhile, look at them again")
                                .arg(done->checked.size())
                                .arg(done->moved.size()));
        } else {
            say(Tone::Ok, tr("%1 checked").arg(done->checked.size()));
        }
        sayActions();
        refresh();
    });
}

void TodayPage::startReturn()
{
    if (!m_today.mayAct() || !m_reading->shown() || m_queue->chosen().size() != 1) {
        return;
    }
    m_returning = true;
    m_reason->show();
    m_reason->setFocus(Qt::ShortcutFocusReason);
    sayActions();
}

void TodayPage::endReturn()
{
    m_returning = false;
    m_reason->clear();
    m_reason->hide();
    (m_side->isHidden() ? m_right : static_cast<QWidget*>(m_queue))->setFocus(Qt::OtherFocusReason);
    sayActions();
}

void TodayPage::giveBack()
{
    if (!m_returning || m_busy || !m_reading->shown()) {
        return;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
        sayActions();
        return;
    }
    m_busy = true;
    const desk::TodayCase& shown = *m_reading->shown();
    whenAnswered(m_today.giveBack(shown.detail.line.number, m_reason->text(), shown.line.openedBy), this,
                 [this](const domain::Result<void>& done) {
                     m_busy = false;
                     if (done) {
                         endReturn();
                         say(Tone::Ok, tr("Returned to the window"));
                     } else {
                         fail(done.error());
                     }
                     sayActions();
                     refresh();
                 });
}

void TodayPage::say(Tone tone, const QString& sentence)
{
    Q_EMIT messagePosted({tone, sentence, {}, {}});
}

void TodayPage::fail(const domain::Error& error)
{
    if (error.field == QLatin1StringView("shown")) {
        say(Tone::Warn, tr("Look at each of the chosen cases first."));
    } else {
        say(Tone::Block, errorText(error.code).sentence());
    }
}

void TodayPage::forget()
{
    ++m_question;
    ++m_opening;
    m_busy = false;
    m_returning = false;
    m_inReading = false;
    m_reason->clear();
    m_reason->hide();
    m_reading->clear();
    takeList({});
    adaptWidth();
}

void TodayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    adaptWidth();
    refresh();
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    adaptWidth();
}

void TodayPage::adaptWidth()
{
    const bool narrow = m_theme.metrics().widthClass(window()->width()) == WidthClass::OneRegion;
    if (narrow) {
        m_side->setMinimumWidth(0);
        m_side->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_side->setFixedWidth(m_theme.k(kQueueWidth));
    }
    const bool hadKeys = m_queue->hasFocus() || m_right->hasFocus();
    m_side->setVisible(!narrow || !m_inReading);
    m_right->setVisible(!narrow || m_inReading);
    if (hadKeys && narrow) {
        // The reading pane leaves the keys to the page, so that arrows and Space go on working.
        (m_inReading ? m_right : static_cast<QWidget*>(m_queue))->setFocus(Qt::OtherFocusReason);
    }
    sayActions();
}

void TodayPage::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(12));
}

} // namespace ow::ui
