// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casedetailpane.h"

#include "ui/cases/casefacts.h"
#include "ui/cases/unmaskrow.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/timelinelist.h"
#include "ui/words/kindwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

QLabel* label(QWidget* parent, const char* type, Tone tone)
{
    auto* made = new QLabel(parent);
    made->setProperty("type", QString::fromLatin1(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

QFrame* line(QWidget* parent)
{
    auto* made = new QFrame(parent);
    made->setProperty("role", QStringLiteral("line"));
    return made;
}

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

/// What stands against the case, the gravest first; empty when nothing does.
QString troubleSentence(const desk::CaseLine& line)
{
    if (line.conflicts > 0) {
        return CaseDetailPane::tr("%1 entries conflict; a person has to decide").arg(line.conflicts);
    }
    return line.flags.isEmpty() ? QString() : CaseDetailPane::tr("Flagged by the centre");
}

} // namespace

CaseDetailPane::CaseDetailPane(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_content(new QWidget(this))
    , m_nothing(label(this, "body", Tone::Second))
{
    setProperty("role", QStringLiteral("sidepane"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Case"));
    auto* outer = column(this);
    outer->setContentsMargins(1, 0, 0, 0); // the line at the left
    m_nothing->setText(tr("Choose a case to see it here."));
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(m_nothing, 1);
    auto* down = column(m_content);
    down->addWidget(makeHead());
    down->addWidget(line(m_content));
    down->addWidget(makeBody(), 1);
    down->addWidget(makeFoot());
    outer->addWidget(m_content, 1);
    connect(&theme, &Theme::changed, this, &CaseDetailPane::layOut);
    layOut();
    clear();
}

QWidget* CaseDetailPane::makeHead()
{
    m_head = new QWidget(m_content);
    auto* down = column(m_head);
    auto* across = new QHBoxLayout;
    m_state = new Pill(m_theme, m_head);
    m_light = new MessageLine(m_theme, m_head);
    m_light->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    across->addWidget(m_state);
    across->addStretch(1);
    across->addWidget(m_light);
    down->addLayout(across);
    m_item = label(m_head, "title", Tone::Plain);
    m_about = label(m_head, "body", Tone::Second);
    m_trouble = new MessageLine(m_theme, m_head);
    down->addWidget(m_item);
    down->addWidget(m_about);
    down->addWidget(m_trouble);
    m_twin = new KeyButton(m_theme, QString(), KeyButton::Look::Link, m_head);
    m_twin->setIconName(QStringLiteral("warn"), Tone::Warn);
    m_twin->setKey(QStringLiteral("D"));
    m_twin->hide();
    connect(m_twin, &QPushButton::clicked, this, &CaseDetailPane::compare);
    auto* twin = new QHBoxLayout;
    twin->addWidget(m_twin);
    twin->addStretch(1);
    down->addLayout(twin);
    return m_head;
}

QWidget* CaseDetailPane::makeBody()
{
    m_scroll = new ScrollPane(m_content);
    auto* body = new QWidget(m_scroll);
    body->setProperty("role", QStringLiteral("plain"));
    auto* down = column(body);
    m_facts = new QWidget(body);
    m_grid = new FactGrid(m_theme, FactGrid::Size::Dense, m_facts);
    m_unmask = new UnmaskRow(m_theme, m_facts);
    auto* facts = column(m_facts);
    facts->addWidget(m_grid);
    facts->addWidget(m_unmask);
    connect(m_unmask, &UnmaskRow::wanted, this, [this](desk::UnmaskReason reason) {
        if (m_detail) {
            Q_EMIT unmaskWanted(m_detail->line.number, reason);
        }
    });
    connect(m_unmask, &UnmaskRow::over, this, [this] {
        m_unmasked.reset();
        showFacts();
    });
    down->addWidget(m_facts);
    down->addWidget(line(body));
    m_papersHead = new PaneHeader(m_theme, tr("Papers"), {}, body);
    m_papers = new QWidget(body);
    m_paperRows = column(m_papers);
    down->addWidget(m_papersHead);
    down->addWidget(m_papers);
    m_actsHead = new PaneHeader(m_theme, tr("Ledger"), {}, body);
    m_timeline = new TimelineList(m_theme, tr("What was done"), body);
    m_timeline->setGrows(true);
    down->addWidget(m_actsHead);
    down->addSpacing(m_theme.k(4));
    down->addWidget(m_timeline);
    down->addStretch(1);
    m_scroll->setWidget(body);
    // The pane scrolls, not the list in it: the row walked to has to come into view.
    connect(m_timeline, &TimelineList::currentRowChanged, this, [this](int row) {
        if (row <= 0) {
            m_scroll->ensureVisible(0, 0); // coming in, the facts are seen first
            return;
        }
        const QRect place = m_timeline->visualRect(m_timeline->model()->index(row, 0));
        const QPoint at = m_timeline->viewport()->mapTo(m_scroll->widget(), place.center());
        m_scroll->ensureVisible(at.x(), at.y(), 0, place.height());
    });
    return m_scroll;
}

QWidget* CaseDetailPane::makeFoot()
{
    m_foot = new QWidget(m_content);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_why = label(m_foot, "body", Tone::Second);
    m_open = new PrimaryButton(m_theme, tr("Open the paper"), m_foot);
    m_open->setKey(QStringLiteral("Ctrl ↵"));
    connect(m_open, &QPushButton::clicked, this, &CaseDetailPane::primaryAct);
    m_more = new KeyButton(m_theme, tr("More"), KeyButton::Look::Tall, m_foot);
    m_more->setAccessibleName(tr("What can be done about this case"));
    m_more->setChoices(new QMenu(m_more));
    across->addWidget(m_why, 1);
    across->addWidget(m_more);
    across->addWidget(m_open);
    return m_foot;
}

void CaseDetailPane::layOut()
{
    const int pad = m_theme.k(16);
    m_nothing->setMargin(pad); // its contents margins are the style's
    m_head->layout()->setContentsMargins(pad, m_theme.k(10), pad, m_theme.k(10));
    m_head->layout()->setSpacing(m_theme.k(4));
    m_facts->layout()->setContentsMargins(pad, m_theme.k(10), pad, m_theme.k(10));
    m_papers->layout()->setContentsMargins(m_theme.k(12), m_theme.k(4), pad, m_theme.k(8));
    m_papers->layout()->setSpacing(m_theme.k(4));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
}

void CaseDetailPane::showCase(const desk::CaseDetail& detail, const domain::Guide* guide, bool training)
{
    const bool another = !m_detail || m_detail->line.number != detail.line.number;
    if (another) {
        m_unmasked.reset();
        m_unmask->reset();
    }
    m_detail = detail;
    m_guide = guide == nullptr ? std::nullopt : std::optional(*guide);
    showHead(detail);
    showFacts();
    showPapers(detail);
    m_actsHead->setNote(tr("%1 entries").arg(detail.timeline.size()));
    m_timeline->setRows(caseTimeline(detail, training));
    showAction();
    m_nothing->hide();
    m_content->show();
    if (another) {
        m_scroll->ensureVisible(0, 0);
    }
}

void CaseDetailPane::clear()
{
    m_twin->hide();
    m_twin->setText({});
    m_detail.reset();
    m_guide.reset();
    m_unmasked.reset();
    m_unmask->reset();
    // Hidden is not gone: nothing of a person stays in the widgets.
    m_state->setState({});
    m_light->clear();
    m_item->clear();
    m_about->clear();
    m_trouble->clear();
    m_grid->setFacts({});
    showPapers({});
    m_timeline->setRows({});
    setOffers({});
    m_content->hide();
    m_nothing->show();
}

void CaseDetailPane::showHead(const desk::CaseDetail& detail)
{
    const desk::CaseLine& shown = detail.line;
    m_state->setState(stateWord(shown.state, shown.deficient));
    m_light->setMessage(leftWord(shown).tone, lightSentence(shown));
    m_item->setText(shown.itemName);
    QStringList about{shown.number, detail.situations};
    if (detail.guideVersion > 0) {
        about << tr("guide version %1").arg(detail.guideVersion);
    }
    about.removeAll(QString());
    m_about->setText(about.join(u'·'));
    m_trouble->setMessage(Tone::Warn, troubleSentence(shown));
    const bool alone = detail.duplicates.isEmpty();
    m_twin->setVisible(!alone);
    m_twin->setText(alone ? QString() : tr("Possible duplicate: %1").arg(detail.duplicates.front()));
}

void CaseDetailPane::showPapers(const desk::CaseDetail& detail)
{
    qDeleteAll(m_papers->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const auto& papers = detail.file.papers;
    m_papersHead->setNote(papers.empty() ? tr("none") : tr("%1 paper(s)").arg(papers.size()));
    m_papers->setVisible(!papers.empty());
    for (auto paper = papers.rbegin(); paper != papers.rend(); ++paper) {
        auto* row = new QWidget(m_papers);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(m_theme.k(8));
        auto* open = new KeyButton(m_theme, paper->number, KeyButton::Look::Link, row);
        open->setAccessibleName(paperWord(paper->kind) + u' ' + paper->number);
        connect(open, &QPushButton::clicked, this,
                [this, number = paper->number] { Q_EMIT paperWanted(m_detail->line.number, number); });
        across->addWidget(open);
        across->addWidget(label(row, "body", Tone::Second), 1);
        static_cast<QLabel*>(across->itemAt(1)->widget())->setText(paperWord(paper->kind));
        if (paper->paperEntry.isEmpty()) {
            auto* mark = new MessageLine(m_theme, row);
            mark->setMessage(Tone::Warn, tr("to be printed"), QStringLiteral("print"));
            mark->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
            across->addWidget(mark);
        }
        m_paperRows->addWidget(row);
    }
}

bool CaseDetailPane::waitsForAct() const
{
    // The case waits for these; the others are there for when somebody wants them.
    return !m_offered.empty() &&
           (m_offered.front() == CaseAct::Supplement || m_offered.front() == CaseAct::Answer ||
            m_offered.front() == CaseAct::Supply || m_offered.front() == CaseAct::AnswerTask);
}

void CaseDetailPane::setOffers(const desk::CaseOffers& offers)
{
    m_offered = ui::openActs(offers);
    m_more->choices()->clear();
    for (const CaseAct offered : m_offered) {
        connect(m_more->choices()->addAction(caseActWord(offered)), &QAction::triggered, this,
                [this, offered] { act(offered); });
    }
    showAction();
}

void CaseDetailPane::act(CaseAct act)
{
    if (m_detail && !m_busy) {
        Q_EMIT actWanted(act, m_detail->line.number);
    }
}

void CaseDetailPane::primaryAct()
{
    if (waitsForAct()) {
        act(m_offered.front());
    } else {
        openNewest();
    }
}

void CaseDetailPane::openActs()
{
    if (m_more->isVisible() && m_more->isEnabled()) {
        m_more->openChoices();
    }
}

void CaseDetailPane::showAction()
{
    const bool none = !m_detail || m_detail->file.papers.empty();
    const bool waits = m_detail && waitsForAct();
    const QString verb = waits ? caseActWord(m_offered.front()) : tr("Open the paper");
    if (m_open->text() != verb) {
        m_open->setText(verb);
        m_open->updateGeometry();
    }
    m_open->setEnabled((waits || !none) && !m_busy);
    m_more->setVisible(m_detail && !m_offered.empty());
    m_more->setEnabled(!m_busy);
    if (m_busy) {
        m_why->setText(tr("Fetching the paper…"));
    } else if (waits) {
        m_why->clear(); // the verb says it
    } else if (none) {
        m_why->setText(tr("No paper was given yet."));
    } else {
        m_why->setText(paperWord(m_detail->file.papers.back().kind));
    }
}

void CaseDetailPane::setBusy(bool busy)
{
    m_busy = busy;
    showAction();
}

void CaseDetailPane::openNewest()
{
    if (m_detail && !m_detail->file.papers.empty() && !m_busy) {
        Q_EMIT paperWanted(m_detail->line.number, m_detail->file.papers.back().number);
    }
}

} // namespace ow::ui
