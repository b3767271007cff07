// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/progresspage.h"

#include "domain/legaldate.h"
#include "ui/frame/actioncatalog.h"
#include "ui/progress/answerlist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <chrono>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 150ms;
constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kFreshMs = 5 * kMinuteMs; ///< younger is said as "up to date"

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

} // namespace

ProgressPage::ProgressPage(const Theme& theme, desk::Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_desk(workplace)
    , m_across(new QHBoxLayout)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Progress"));
    auto* down = column(this);
    down->addWidget(makeBar());
    m_across->setSpacing(0);
    m_across->addWidget(makeList(), 2);
    m_across->addWidget(makeAnswer(), 3);
    down->addLayout(m_across, 1);
    setFocusProxy(m_question);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ProgressPage::askNow);
    connect(m_question, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_question, &QLineEdit::returnPressed, this, &ProgressPage::askNow);
    connect(m_answers, &RowList::currentRowChanged, this, &ProgressPage::choose);
    connect(m_answers, &RowList::rowActivated, this, &ProgressPage::openCase);
    connect(&workplace, &desk::Workplace::personChanged, this, &ProgressPage::forget);
    connect(&theme, &Theme::changed, this, &ProgressPage::layOut);
    layOut();
    take({});
}

QWidget* ProgressPage::makeList()
{
    auto* left = new QWidget(this);
    left->setProperty("role", QStringLiteral("pane"));
    left->setAttribute(Qt::WA_StyledBackground);
    auto* rows = column(left);
    m_hint = sentence("body");
    setTone(*m_hint, Tone::Second);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_answers = new AnswerList(m_theme, left);
    rows->addWidget(m_hint);
    rows->addWidget(m_answers, 1);
    return left;
}

PageInfo ProgressPage::info()
{
    return {QStringLiteral("progress"), tr("Progress"), QStringLiteral("clock"),
            domain::Clerk | domain::Chief};
}

void ProgressPage::addActions(ActionCatalog& actions)
{
    const QString page = info().id;
    actions.note(QStringLiteral("↑ ↓"), tr("Another case of the same question"), page);
    actions.note(QStringLiteral("Esc"), tr("Empty the question"), page);
}

QLabel* ProgressPage::sentence(const char* type)
{
    auto* made = new QLabel(this);
    made->setProperty("type", QString::fromLatin1(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

QWidget* ProgressPage::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    auto* title = new QLabel(tr("How far is it?"), m_bar);
    title->setProperty("type", QStringLiteral("title"));
    auto* edit = new FieldEdit(m_theme, m_bar);
    edit->setLeadingIcon(QStringLiteral("search"));
    edit->setMaxLength(120);
    edit->setPlaceholderText(tr("Case number or its last part, code, identifier, phone, name"));
    edit->setAccessibleName(tr("Case number, identifier, phone or name"));
    m_question = edit;
    across->addWidget(title);
    across->addWidget(m_question, 8);
    across->addStretch(1);
    return m_bar;
}

QWidget* ProgressPage::makeAnswer()
{
    m_side = new QWidget(this);
    m_side->setProperty("role", QStringLiteral("sidepane"));
    m_side->setAttribute(Qt::WA_StyledBackground);
    auto* down = column(m_side);
    down->setContentsMargins(1, 0, 0, 0); // the line at the left
    m_scroll = new ScrollPane(m_side);
    m_words = new QWidget(m_scroll);
    m_words->setProperty("role", QStringLiteral("plain"));
    auto* words = column(m_words);
    m_item = sentence("title");
    m_number = sentence("body");
    setTone(*m_number, Tone::Second);
    m_state = sentence("page");
    m_next = sentence("fact");
    m_items = sentence("fact");
    m_collect = sentence("fact");
    m_doubt = new MessageLine(m_theme, m_words);
    for (QLabel* label : {m_item, m_number, m_state, m_next, m_items, m_collect}) {
        words->addWidget(label);
    }
    words->addWidget(m_doubt);
    words->addStretch(1);
    m_scroll->setWidget(m_words);
    down->addWidget(m_scroll, 1);
    m_foot = new QWidget(m_side);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_asOf = sentence("body");
    setTone(*m_asOf, Tone::Second);
    m_slip = new KeyButton(m_theme, tr("Print the slip"), KeyButton::Look::Tall, m_foot);
    m_slip->setIconName(QStringLiteral("print"));
    m_open = new PrimaryButton(m_theme, tr("Open the case"), m_foot);
    m_open->setKey(QStringLiteral("Ctrl ↵"));
    across->addWidget(m_asOf, 1);
    across->addWidget(m_slip);
    across->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &ProgressPage::openCase);
    connect(m_slip, &QPushButton::clicked, this, [this] {
        const int row = m_answers->currentRow();
        if (row >= 0) {
            const desk::ProgressAnswer& answer = m_report.answers[static_cast<std::size_t>(row)];
            Q_EMIT slipWanted(answer.line.number, answer.newestPaper);
        }
    });
    down->addWidget(m_foot);
    return m_side;
}

void ProgressPage::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_question->setMaximumWidth(m_theme.k(560));
    m_hint->setContentsMargins(pad, pad, pad, pad);
    m_words->layout()->setContentsMargins(m_theme.k(24), pad, m_theme.k(24), pad);
    m_words->layout()->setSpacing(m_theme.k(10));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(8));
    m_answers->setMinimumWidth(m_theme.k(240));
    const bool narrow = m_theme.metrics().widthClass(window()->width()) == WidthClass::OneRegion;
    m_across->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_answers->setMaximumHeight(narrow ? m_theme.k(3 * 53) : QWIDGETSIZE_MAX);
}

void ProgressPage::ask(const QString& text)
{
    m_question->setText(text);
    askNow();
}

void ProgressPage::askNow()
{
    m_typing.stop();
    whenAnswered(m_desk.ask(m_question->text()), this,
                 [this, question = ++m_asked](const domain::Result<desk::ProgressReport>& report) {
                     if (question != m_asked) {
                         return; // something else is asked since, or the person has gone
                     }
                     if (report) {
                         take(*report);
                     } else {
                         Q_EMIT failed(report.error());
                     }
                 });
}

void ProgressPage::take(const desk::ProgressReport& report)
{
    m_report = report;
    std::vector<AnswerRow> rows;
    for (const desk::ProgressAnswer& answer : m_report.answers) {
        rows.push_back({answer.line});
    }
    const bool none = rows.empty();
    m_answers->setRows(std::move(rows));
    m_answers->setVisible(!none);
    if (m_question->text().trimmed().isEmpty()) {
        m_hint->setText(tr("Type or read in what the person has at hand. From the whole number of a paper "
                           "or a person nobody else's case is shown."));
    } else if (none) {
        m_hint->setText(tr("This window knows of no such case."));
    } else {
        m_hint->setText(m_report.more > 0 ? tr("%1 more fit: ask for the number.").arg(m_report.more)
                                          : tr("%1 case(s), open ones first").arg(m_report.answers.size()));
    }
    choose(m_answers->currentRow());
}

void ProgressPage::choose(int row)
{
    const bool none = row < 0 || row >= static_cast<int>(m_report.answers.size());
    const desk::ProgressAnswer answer =
        none ? desk::ProgressAnswer() : m_report.answers[static_cast<std::size_t>(row)];
    QStringList items;
    for (const QString& item : answer.items) {
        items.append(QString::number(items.size() + 1) + u". " + item);
    }
    const std::pair<QLabel*, QString> words[] = {
        {m_item, answer.line.itemName}, {m_number, answer.line.number}, {m_state, answer.state},
        {m_next, answer.next},          {m_items, items.join(u'\n')},   {m_collect, answer.collect}};
    for (const auto& [label, text] : words) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    }
    m_doubt->setMessage(Tone::Warn,
                        none || answer.certain || m_report.training
                            ? QString()
                            : tr("Not all of it is confirmed by the centre or the calendar yet."));
    m_asOf->setText(none ? QString() : asOfSentence());
    m_open->setEnabled(!none);
    m_slip->setEnabled(!none && !answer.newestPaper.isEmpty());
}

QString ProgressPage::sentences() const
{
    QStringList said;
    for (const QLabel* label : {m_state, m_next, m_items, m_collect}) {
        said.append(label->text());
    }
    said.removeAll(QString());
    return said.join(u'\n');
}

QString ProgressPage::asOfSentence() const
{
    if (m_report.training) {
        return tr("Training: nothing of it is real");
    }
    if (m_report.asOf == 0) {
        return tr("From this window alone; the centre was never heard");
    }
    const qint64 age = m_workplace.options().clock->utcMs() - m_report.asOf;
    const QString when = domain::legalTime(m_report.asOf).toString(QStringLiteral("MM-dd HH:mm"));
    return age < kFreshMs ? tr("As the centre has it, %1").arg(when)
                          : tr("The centre was last heard %1; newer news may be there").arg(when);
}

void ProgressPage::openCase()
{
    const int row = m_answers->currentRow();
    if (row >= 0 && row < static_cast<int>(m_report.answers.size())) {
        Q_EMIT caseWanted(m_report.answers[static_cast<std::size_t>(row)].line.number);
    }
}

void ProgressPage::forget()
{
    ++m_asked;
    m_question->clear();
    m_typing.stop();
    take({});
}

void ProgressPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    layOut();
    m_question->setFocus(Qt::OtherFocusReason);
    m_question->selectAll();
    if (!m_question->text().trimmed().isEmpty()) {
        askNow(); // it may have moved on
    }
}

void ProgressPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ProgressPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        openCase();
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_question->text().isEmpty()) {
        m_question->clear();
        m_question->setFocus(Qt::OtherFocusReason);
        return;
    }
    if ((event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) && m_question->hasFocus()) {
        m_answers->step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
