// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casespage.h"

#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casefilterbar.h"
#include "ui/cases/caselistpane.h"
#include "ui/cases/duplicateview.h"
#include "ui/cases/filteredit.h"
#include "ui/frame/actioncatalog.h"
#include "ui/papers/paperpages.h"
#include "ui/papers/paperview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/segmentbar.h"
#include "ui/widgets/timelinelist.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

#include <chrono>
#include <utility>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
using desk::CaseList;

constexpr auto kTypingPause = 120ms;
constexpr int kDetail = 404;       ///< px at 100 %, as the intake page
constexpr int kDetailWide = 620;   ///< from kWideWindow
constexpr int kDetailTight = 340;  ///< where two columns just fit
constexpr int kWideWindow = 1600;  ///< logical px
constexpr int kTightWindow = 1200; ///< logical px

QString listWord(CaseList which)
{
    switch (which) {
    case CaseList::Today:
        return CasesPage::tr("Today");
    case CaseList::Open:
        return CasesPage::tr("Open");
    case CaseList::DueSoon:
        return CasesPage::tr("Due soon");
    case CaseList::AwaitingSupplement:
        return CasesPage::tr("To be supplemented");
    case CaseList::ToIssue:
        return CasesPage::tr("To issue");
    case CaseList::All:
        return CasesPage::tr("All");
    }
    return {};
}

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

} // namespace

CasesPage::CasesPage(const Theme& theme, desk::Workplace& workplace, desk::CaseDesk& cases,
                     desk::PaperDesk& papers, desk::PrintDesk& printer, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_cases(cases)
    , m_papers(papers)
    , m_browser(workplace, cases)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Cases"));
    makePanes(printer);
    connectActs();
    connectBrowser();
    connectDuplicates();
    connect(&workplace, &desk::Workplace::written, this, &CasesPage::refresh);
    connect(&theme, &Theme::changed, this, [this] {
        layOut();
        adaptWidth();
    });
    takeCounts();
    layOut();
    takeList();
}

void CasesPage::makePanes(desk::PrintDesk& printer)
{
    m_outer = new QStackedWidget(this);
    column(this)->addWidget(m_outer);
    m_browse = new QWidget(m_outer);
    auto* down = column(m_browse);
    down->addWidget(makeBar());
    m_narrowing = new CaseFilterBar(m_theme, m_browse);
    m_narrowing->hide();
    down->addWidget(m_narrowing);
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    m_list = new CaseListPane(m_theme, m_browser, m_browse);
    across->addWidget(m_list, 1);
    m_detail = new CaseDetailPane(m_theme, m_browse);
    across->addWidget(m_detail);
    down->addLayout(across, 1);
    m_outer->addWidget(m_browse);
    m_paper = new PaperView(m_theme, printer, m_outer);
    m_paper->setRecorded(true);
    m_outer->addWidget(m_paper);
    m_act = new CaseActView(m_theme, m_workplace, m_outer);
    m_outer->addWidget(m_act);
    connect(m_narrowing, &CaseFilterBar::changed, this, &CasesPage::narrowed);
    connect(m_narrowing, &CaseFilterBar::left, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_list, &CaseListPane::caseChosen, &m_browser, &CaseBrowser::open);
    connect(m_list, &CaseListPane::caseEntered, this, &CasesPage::enterDetail);
    connect(m_list, &CaseListPane::orderWanted, &m_browser, &CaseBrowser::orderBy);
    connect(m_list, &CaseListPane::linesWanted, &m_browser, &CaseBrowser::fetch);
    connect(m_detail, &CaseDetailPane::paperWanted, this, &CasesPage::openPaper);
    connect(m_detail, &CaseDetailPane::unmaskWanted, this, &CasesPage::unmask);
    connect(m_paper, &PaperView::printWanted, this, &CasesPage::recordPrint);
    connect(m_paper, &PaperView::closeWanted, this, &CasesPage::closePaper);
}

QWidget* CasesPage::makeBar()
{
    m_bar = new QWidget(m_browse);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    m_title = new QLabel(tr("Cases"), m_bar);
    m_title->setProperty("type", QStringLiteral("title"));
    m_segments = new SegmentBar(m_theme, tr("Which cases"), m_bar);
    auto* filter = new FilterEdit(m_theme, m_bar);
    filter->setPlaceholderText(tr("Number, name, item"));
    filter->setAccessibleName(tr("Filter by number, name, item, identifier or phone"));
    m_filter = filter;
    across->addWidget(m_title);
    across->addWidget(m_segments);
    across->addStretch(1);
    across->addWidget(m_filter, 2);
    m_narrowButton = new KeyButton(m_theme, tr("Narrow"), KeyButton::Look::Secondary, m_bar);
    m_narrowButton->setCheckable(true);
    m_narrowButton->setToolTip(tr("By state, item, window, days and what is open"));
    across->addWidget(m_narrowButton);
    connect(m_narrowButton, &QPushButton::clicked, this, &CasesPage::toggleNarrowing);
    connect(m_segments, &SegmentBar::currentChanged, this,
            [this](int place) { m_browser.choose(desk::kCaseLists[static_cast<std::size_t>(place)]); });
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&m_typing, &QTimer::timeout, this, [this] { m_browser.setText(m_filter->text()); });
    connect(filter, &FilterEdit::left, this, &CasesPage::leaveFilter);
    return m_bar;
}

void CasesPage::connectBrowser()
{
    connect(&m_browser, &CaseBrowser::listed, this, &CasesPage::takeList);
    connect(&m_browser, &CaseBrowser::counted, this, &CasesPage::takeCounts);
    connect(&m_browser, &CaseBrowser::forgotten, this, &CasesPage::forget);
    connect(&m_browser, &CaseBrowser::linesReady, m_list, &CaseListPane::takeLines);
    connect(&m_browser, &CaseBrowser::opened, this, &CasesPage::takeCase);
    connect(&m_browser, &CaseBrowser::listFailed, this, [this](const domain::Error& error) {
        m_list->sayInstead(errorText(error.code).sentence());
        Q_EMIT failed(error);
    });
    connect(&m_browser, &CaseBrowser::openFailed, this, [this](const domain::Error& error) {
        m_detail->clear();
        Q_EMIT failed(error);
    });
}

void CasesPage::takeCase(const desk::CaseDetail& detail)
{
    const auto guide = m_workplace.rules()->catalogue.find(detail.file.intake.guide);
    m_detail->showCase(detail, guide.get(), m_workplace.profile() == desk::Profile::Training);
    takeOffers();
    m_list->found(detail.line);
}

DataTable& CasesPage::table()
{
    return m_list->table();
}

bool CasesPage::isPaperOpen() const
{
    return m_outer->currentWidget() == m_paper;
}

void CasesPage::refresh()
{
    // Out of sight nothing is asked: showEvent() does it.
    if (isVisible()) {
        m_browser.refresh();
    }
}

void CasesPage::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: Tab would go to it straight away and pass over what stands above the list.
    QWidget::focusInEvent(event);
    m_list->setFocus(event->reason());
}

void CasesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    adaptWidth();
    m_browser.refresh();
}

void CasesPage::showCase(const QString& number)
{
    closePaper();
    m_list->chooseCase(number);
    m_typing.stop();
    m_filter->clear();
    m_typing.stop();
    m_browser.setText({});
    if (m_narrowing->isVisible()) {
        toggleNarrowing();
    }
    m_segments->setCurrent(static_cast<int>(desk::kCaseLists.size()) - 1);
    m_browser.open(number);
    m_browser.refresh();
    enterDetail();
}

void CasesPage::takeList()
{
    takeCounts();
    m_list->takeList();
    if (m_list->isEmpty()) {
        m_browser.closeCase();
        m_detail->clear();
    }
}

void CasesPage::takeCounts()
{
    std::vector<Segment> segments;
    for (const CaseList which : desk::kCaseLists) {
        const std::optional<qint64> count = m_browser.count(which);
        const bool warns = which == CaseList::DueSoon && count.value_or(0) > 0;
        segments.push_back({.word = listWord(which),
                            .count = CaseListPane::countWord(count),
                            .tone = warns ? Tone::Warn : Tone::Plain});
    }
    m_segments->setSegments(segments);
    const auto place = std::ranges::find(desk::kCaseLists, m_browser.which());
    m_segments->setCurrent(static_cast<int>(place - desk::kCaseLists.begin()));
}

void CasesPage::startFilter()
{
    if (isPaperOpen()) {
        return;
    }
    leaveDetail();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void CasesPage::leaveFilter()
{
    if (m_typing.isActive()) {
        m_typing.stop();
        m_browser.setText(m_filter->text());
    }
    m_list->setFocus(Qt::OtherFocusReason);
}

void CasesPage::enterDetail()
{
    m_inDetail = true;
    adaptWidth();
    m_detail->timeline().setFocus(Qt::OtherFocusReason);
}

void CasesPage::leaveDetail()
{
    m_inDetail = false;
    adaptWidth();
    m_list->setFocus(Qt::OtherFocusReason);
}

void CasesPage::openPaper(const QString& caseNumber, const QString& paperNumber)
{
    m_detail->setBusy(true);
    whenAnswered(m_papers.open(caseNumber, paperNumber), this,
                 [this, question = ++m_paperQuestion](const domain::Result<desk::FinishedPaper>& paper) {
                     if (question != m_paperQuestion) {
                         return; // another paper was wanted since, or the person has gone
                     }
                     m_detail->setBusy(false);
                     if (!paper) {
                         m_printAfter = false;
                         Q_EMIT failed(paper.error());
                         return;
                     }
                     m_paper->showPaper(*paper);
                     m_outer->setCurrentWidget(m_paper);
                     if (std::exchange(m_printAfter, false)) {
                         m_paper->print();
                     }
                     if (isVisible()) {
                         m_paper->setFocus(Qt::OtherFocusReason);
                     }
                 });
}

void CasesPage::closePaper()
{
    if (!isPaperOpen()) {
        return;
    }
    m_outer->setCurrentWidget(m_browse);
    m_paper->clear();
    if (m_inDetail) {
        m_detail->timeline().setFocus(Qt::OtherFocusReason);
    } else {
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

void CasesPage::forget()
{
    ++m_paperQuestion;
    m_printAfter = false;
    m_act->forget();
    m_duplicates->forget();
    m_detail->setBusy(false);
    m_outer->setCurrentWidget(m_browse);
    m_paper->clear();
    m_typing.stop();
    m_filter->clear();
    m_typing.stop();
    m_narrowing->hide();
    m_narrowButton->setChecked(false);
    m_narrowing->reset();
    m_list->chooseCase({});
    m_inDetail = false;
    takeList();
    adaptWidth();
}

void CasesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    adaptWidth();
}

void CasesPage::adaptWidth()
{
    const int logical = window()->width() * 100 / m_theme.metrics().percent();
    m_narrow = m_theme.metrics().widthClass(window()->width()) == WidthClass::OneRegion;
    if (m_narrow) {
        m_detail->setMinimumWidth(0);
        m_detail->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        const int wide = logical >= kWideWindow    ? kDetailWide
                         : logical >= kTightWindow ? kDetail
                                                   : kDetailTight;
        m_detail->setFixedWidth(m_theme.k(wide));
    }
    m_list->setVisible(!m_narrow || !m_inDetail);
    m_detail->setVisible(!m_narrow || m_inDetail);
}

void CasesPage::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_filter->setMinimumWidth(m_theme.k(120));
    m_filter->setMaximumWidth(m_theme.k(280));
}

} // namespace ow::ui
