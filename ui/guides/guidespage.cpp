// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/guidespage.h"

#include "ui/cases/filteredit.h"
#include "ui/frame/actioncatalog.h"
#include "ui/guides/changepane.h"
#include "ui/guides/guidefacts.h"
#include "ui/today/queuelist.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/factcolumn.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <chrono>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 120ms;
constexpr int kListWidth = 340;   ///< px at 100 %
constexpr int kChangeWidth = 404; ///< as the intake page
constexpr int kThreeFrom = 1200;  ///< logical px from which list, card and change stand side by side
constexpr int kRegions = 3;

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

QLabel* label(QWidget* parent, const char* type, Tone tone = Tone::Plain)
{
    auto* made = new QLabel(parent);
    made->setProperty("type", QString::fromLatin1(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

} // namespace

GuidesPage::GuidesPage(const Theme& theme, desk::Workplace& workplace, desk::GuidesDesk& guides,
                       QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_guides(guides)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Guides"));
    auto* down = column(this);
    down->addWidget(makeBar());
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(makeSide());
    across->addWidget(makeCard(), 1);
    across->addWidget(makeChange());
    down->addLayout(across, 1);
    connect(&guides, &desk::GuidesDesk::changed, this, &GuidesPage::refresh);
    connect(&theme, &Theme::changed, this, [this] {
        layOut();
        adaptWidth();
    });
    layOut();
}

QWidget* GuidesPage::makeSide()
{
    m_side = new QWidget(this);
    m_side->setProperty("role", QStringLiteral("pane"));
    m_side->setAttribute(Qt::WA_StyledBackground);
    m_list = new QueueList(m_theme, tr("Guides"), m_side);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    column(m_side)->addWidget(m_list, 1);
    connect(m_list, &RowList::currentRowChanged, this, &GuidesPage::choose);
    connect(m_list, &RowList::rowActivated, this, [this] { nextRegion(1); });
    return m_side;
}

QWidget* GuidesPage::makeChange()
{
    m_change = new ChangePane(m_theme, m_guides, this);
    connect(m_change, &ChangePane::failed, this, [this](const domain::Error& error) {
        Q_EMIT messagePosted({Tone::Block, errorText(error.code).sentence(), {}, {}});
    });
    connect(m_change, &ChangePane::said, this, [this](const QString& sentence) {
        // The button that was pressed is switched off, which sends the focus out of the page.
        const QWidget* at = QApplication::focusWidget();
        if (!isAncestorOf(at) || m_change->isAncestorOf(at)) {
            m_list->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT messagePosted({Tone::Ok, sentence, {}, {}});
    });
    return m_change;
}

QWidget* GuidesPage::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    auto* title = label(m_bar, "title");
    title->setText(tr("Guides"));
    title->setWordWrap(false);
    m_count = label(m_bar, "body", Tone::Second);
    m_count->setWordWrap(false);
    m_domain = new ChoiceBox(m_theme, m_bar);
    m_domain->setAccessibleName(tr("Domain"));
    m_noted = new ChoiceBox(m_theme, m_bar);
    m_noted->setAccessibleName(tr("Which guides"));
    m_noted->addItems({tr("All guides"), tr("With remarks")});
    auto* search = new FilterEdit(m_theme, m_bar);
    search->setPlaceholderText(tr("Name, code or pinyin"));
    search->setAccessibleName(tr("Search the guides"));
    m_search = search;
    across->addWidget(title);
    across->addWidget(m_count);
    across->addStretch(1);
    across->addWidget(m_domain);
    across->addWidget(m_noted);
    across->addWidget(m_search);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &GuidesPage::refresh);
    connect(m_domain, &QComboBox::currentIndexChanged, this, &GuidesPage::refresh);
    connect(m_noted, &QComboBox::currentIndexChanged, this, &GuidesPage::refresh);
    connect(search, &FilterEdit::left, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    return m_bar;
}

QWidget* GuidesPage::makeCard()
{
    m_card = new QWidget(this);
    m_card->setProperty("role", QStringLiteral("sidepane"));
    m_card->setAttribute(Qt::WA_StyledBackground);
    auto* down = new QVBoxLayout(m_card);
    down->setContentsMargins(1, 0, 0, 0);
    down->setSpacing(0);
    m_title = label(m_card, "title");
    down->addWidget(m_title);
    m_scroll = new ScrollPane(m_card);
    m_scroll->setAccessibleName(tr("The chosen guide"));
    m_scroll->setFocusPolicy(Qt::TabFocus);
    m_parts = new QWidget(m_scroll);
    m_parts->setProperty("role", QStringLiteral("plain"));
    m_partRows = column(m_parts);
    m_scroll->setWidget(m_parts);
    down->addWidget(m_scroll, 1);
    return m_card;
}

void GuidesPage::addActions(ActionCatalog& actions, const QString& page)
{
    connect(actions.add({.id = page + QStringLiteral(".filter"),
                         .word = tr("Search the guides"),
                         .keys = QKeySequence(Qt::Key_Slash),
                         .page = page}),
            &QAction::triggered, this, [this] {
                m_search->setFocus(Qt::ShortcutFocusReason);
                m_search->selectAll();
            });
    connect(actions.add({.id = page + QStringLiteral(".next"),
                         .word = tr("List, guide, change"),
                         .keys = QKeySequence(Qt::Key_F6),
                         .page = page}),
            &QAction::triggered, this, [this] { nextRegion(1); });
    connect(actions.add({.id = page + QStringLiteral(".back"),
                         .word = tr("Back to the list"),
                         .keys = QKeySequence(Qt::SHIFT | Qt::Key_F6),
                         .page = page}),
            &QAction::triggered, this, [this] { nextRegion(-1); });
    actions.note(QStringLiteral("↑ ↓"), tr("Previous and next guide"), page);
}

void GuidesPage::showGuide(const QString& code)
{
    const QSignalBlocker quietDomain(m_domain);
    const QSignalBlocker quietNoted(m_noted);
    m_search->clear();
    m_typing.stop();
    m_domain->setCurrentIndex(0);
    m_noted->setCurrentIndex(0);
    refresh();
    m_list->choose(code);
    m_region = 1;
    adaptWidth();
}

void GuidesPage::takeDomains()
{
    const QString chosen = m_domain->currentData().toString();
    const QSignalBlocker quiet(m_domain);
    m_domain->clear();
    m_domain->addItem(tr("All domains"), QString());
    for (const QString& domain : m_guides.domains()) {
        m_domain->addItem(domain, domain);
    }
    m_domain->setCurrentIndex(std::max(0, m_domain->findData(chosen)));
}

void GuidesPage::refresh()
{
    if (!isVisible()) {
        return; // showEvent() asks
    }
    takeDomains();
    const desk::GuideFilter filter{m_search->text(), m_domain->currentData().toString(),
                                   m_noted->currentIndex() == 1};
    const std::vector<desk::GuideLine> lines = m_guides.list(filter);
    m_count->setText(tr("%1 guide(s)").arg(lines.size()));
    m_list->setRows(guideRows(lines));
    if (m_list->currentRow() < 0) {
        m_list->step(1);
    }
    choose(m_list->currentRow());
}

void GuidesPage::choose(int row)
{
    m_code = row >= 0 && row < m_list->count() ? m_list->row(row).id : QString();
    fillCard();
    m_change->showGuide(m_guides.current(m_code));
}

void GuidesPage::fillCard()
{
    qDeleteAll(m_parts->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem* item = m_partRows->takeAt(0)) {
        delete item;
    }
    const catalogue::GuidePtr guide = m_guides.current(m_code);
    m_title->setText(guide ? guide->name : tr("No guide fits."));
    if (!guide) {
        return;
    }
    std::vector<GuidePart> parts = guideParts(*guide);
    if (GuidePart remarks = remarksPart(m_guides.notes(m_code)); !remarks.facts.empty()) {
        parts.insert(parts.begin() + 1, std::move(remarks)); // behind what the item is
    }
    for (GuidePart& part : parts) {
        QLabel* head = label(m_parts, "bold");
        head->setText(part.title);
        m_partRows->addWidget(head);
        auto* grid = new FactColumn(m_theme, m_parts);
        grid->setFacts(std::move(part.facts));
        m_partRows->addWidget(grid);
    }
    m_partRows->addStretch(1);
    m_scroll->ensureVisible(0, 0);
}

void GuidesPage::nextRegion(int by)
{
    const int regions = m_guides.mayPublish() ? kRegions : kRegions - 1;
    m_region = (m_region + by + regions) % regions;
    adaptWidth();
    switch (m_region) {
    case 0:
        m_list->setFocus(Qt::OtherFocusReason);
        break;
    case 1:
        m_scroll->setFocus(Qt::OtherFocusReason);
        break;
    default:
        m_change->setFocus(Qt::OtherFocusReason);
        m_change->focusFirst();
        break;
    }
}

void GuidesPage::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: Tab would go to it straight away and pass over what stands above the list.
    QWidget::focusInEvent(event);
    m_list->setFocus(event->reason());
}

void GuidesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    adaptWidth();
    refresh();
    m_guides.refresh();
}

void GuidesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    adaptWidth();
}

void GuidesPage::adaptWidth()
{
    const int logical = window()->width() * 100 / m_theme.metrics().percent();
    const bool single = m_theme.metrics().widthClass(window()->width()) == WidthClass::OneRegion;
    const bool three = logical >= kThreeFrom;
    const bool side = m_guides.mayPublish() || !single;
    m_side->setVisible(!single || m_region == 0);
    m_card->setVisible(three || (single ? m_region == 1 : m_region != 2));
    m_change->setVisible(side && (three || m_region == 2));
    if (single) {
        m_side->setMinimumWidth(0);
        m_side->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_side->setFixedWidth(m_theme.k(kListWidth));
    }
    if (three) {
        m_change->setFixedWidth(m_theme.k(kChangeWidth));
    } else {
        m_change->setMinimumWidth(0);
        m_change->setMaximumWidth(QWIDGETSIZE_MAX);
    }
}

void GuidesPage::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_search->setMinimumWidth(m_theme.k(120));
    m_search->setMaximumWidth(m_theme.k(280));
    m_domain->setMinimumWidth(m_theme.k(140));
    m_noted->setMinimumWidth(m_theme.k(140));
    m_title->setContentsMargins(pad, m_theme.k(10), pad, 0);
    m_partRows->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(16));
    m_partRows->setSpacing(m_theme.k(6));
}

} // namespace ow::ui
