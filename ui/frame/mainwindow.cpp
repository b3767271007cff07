// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/mainwindow.h"

#include "ui/frame/keysheet.h"
#include "ui/frame/rail.h"
#include "ui/frame/topbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/searchbox.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kTrainingFrame = 3; // px, never scaled
constexpr int kRailKeys = 8;      // Ctrl+1 … Ctrl+8

} // namespace

/// Everything in the window; paints the frame of the training mode.
class MainWindow::Root : public QWidget
{
public:
    Root(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

    void setFramed(bool framed)
    {
        m_framed = framed;
        const int edge = framed ? kTrainingFrame : 0;
        layout()->setContentsMargins(edge, edge, edge, edge);
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Window));
        if (m_framed) {
            const QRegion inside(rect().marginsRemoved(layout()->contentsMargins()));
            painter.setClipRegion(QRegion(rect()) - inside);
            painter.fillRect(rect(), m_theme.color(Token::Block));
        }
    }

private:
    const Theme& m_theme;
    bool m_framed = false;
};

MainWindow::MainWindow(const Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_actions(*this)
    , m_root(new Root(theme, this))
    , m_outer(new QStackedWidget(m_root))
    , m_stack(new QStackedWidget(m_outer))
    , m_rail(new Rail(theme, m_outer))
    , m_topBar(new TopBar(theme, m_outer))
    , m_banner(new Banner(theme, m_outer))
    , m_strip(new StatusStrip(theme, m_root))
    , m_keySheet(new KeySheet(theme, m_root))
{
    setWindowTitle(tr("OneWindow"));
    setWindowIcon(theme.icon(QStringLiteral("logo"), Token::Focus));
    auto* work = new QWidget(m_outer);
    work->setProperty("role", QStringLiteral("page"));
    auto* across = new QHBoxLayout(work);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    auto* down = new QVBoxLayout;
    down->setSpacing(0);
    down->addWidget(m_topBar);
    down->addWidget(m_banner);
    down->addWidget(m_stack, 1);
    across->addLayout(down, 1);
    m_outer->addWidget(work);
    auto* column = new QVBoxLayout(m_root);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_outer, 1);
    column->addWidget(m_strip);
    setCentralWidget(m_root);
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::keysWanted, this, &MainWindow::toggleKeySheet);
    connect(m_keySheet, &KeySheet::manualWanted, this, &MainWindow::openManual);
    connect(m_strip, &StatusStrip::partClicked, this, &MainWindow::statusClicked);
    connect(&m_topBar->search(), &SearchBox::left, this, [this] {
        if (QWidget* page = m_stack->currentWidget()) {
            page->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(&theme, &Theme::changed, this, &MainWindow::adaptWidth);
    addActions();
}

MainWindow::~MainWindow() = default;

SearchBox& MainWindow::search()
{
    return m_topBar->search();
}

void MainWindow::addActions()
{
    connect(m_actions.add({QStringLiteral("keys"), tr("What the keys do"), QKeySequence(Qt::Key_F1), {}}),
            &QAction::triggered, this, &MainWindow::toggleKeySheet);
    connect(m_actions.add({QStringLiteral("search"), tr("Search"), QKeySequence(Qt::Key_F2), {}}),
            &QAction::triggered, this, [this] {
                if (!isGated()) {
                    m_topBar->openSearch();
                }
            });
    QAction* primary = m_actions.add({QStringLiteral("primary"),
                                      tr("The primary action of the page"),
                                      QKeySequence(Qt::CTRL | Qt::Key_Return),
                                      {}});
    primary->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(primary, &QAction::triggered, this, &MainWindow::doPrimary);
    for (int i = 0; i < kRailKeys; ++i) {
        connect(m_actions.add({QStringLiteral("page.%1").arg(i + 1),
                               QString(),
                               QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
                               {}}),
                &QAction::triggered, this, [this, i] { choosePage(i); });
    }
    connect(
        m_actions.add(
            {QStringLiteral("type.larger"), tr("Larger type"), QKeySequence(Qt::CTRL | Qt::Key_Plus), {}}),
        &QAction::triggered, this, [this] { stepScale(1); });
    // On most keyboards + is typed with Shift, and then arrives as =.
    m_actions.find(QStringLiteral("type.larger"))
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(
        m_actions.add(
            {QStringLiteral("type.smaller"), tr("Smaller type"), QKeySequence(Qt::CTRL | Qt::Key_Minus), {}}),
        &QAction::triggered, this, [this] { stepScale(-1); });
    connect(m_actions.add(
                {QStringLiteral("type.normal"), tr("Normal type"), QKeySequence(Qt::CTRL | Qt::Key_0), {}}),
            &QAction::triggered, this, [this] { Q_EMIT scaleWanted(100); });
    m_actions.note(QStringLiteral("Ctrl 1…%1").arg(kRailKeys), tr("Pages at the left"));
    m_actions.note(QStringLiteral("Enter"), tr("Next empty required field"));
    m_actions.note(QStringLiteral("Esc"), tr("Back; nothing is lost"));
}

QWidget* MainWindow::pageParent() const
{
    return m_stack;
}

void MainWindow::addPage(const PageInfo& info, QWidget* page, QWidget* side)
{
    page->setProperty("role", QStringLiteral("page"));
    page->setAccessibleName(info.word);
    m_pages.push_back({info, page});
    m_stack->addWidget(page);
    if (side != nullptr) {
        m_topBar->addSide(info.id, side);
    }
}

void MainWindow::setOffered(const QString& page, bool offered)
{
    if (offered == m_withheld.contains(page)) {
        if (offered) {
            m_withheld.removeAll(page);
        } else {
            m_withheld.append(page);
        }
        setRoles(m_roles);
    }
}

void MainWindow::setRoles(domain::Roles roles)
{
    m_roles = roles;
    std::vector<PageInfo> shown;
    for (const Page& page : m_pages) {
        if ((page.info.roles & roles) != 0U && !m_withheld.contains(page.info.id)) {
            shown.push_back(page.info);
        }
    }
    const bool stays = std::ranges::any_of(shown, [this](const PageInfo& page) { return page.id == m_page; });
    const QString first = shown.empty() ? QString() : shown.front().id;
    m_rail->setPages(std::move(shown));
    if (stays) {
        m_rail->setCurrent(m_page);
    } else {
        showPage(first);
    }
}

void MainWindow::showPage(const QString& id)
{
    const auto found = std::ranges::find_if(m_pages, [&id](const Page& page) { return page.info.id == id; });
    if (found == m_pages.end()) {
        return;
    }
    m_keySheet->close();
    m_banner->nextAct();
    m_page = id;
    m_stack->setCurrentWidget(found->widget);
    m_rail->setCurrent(id);
    m_topBar->setPage(id);
    m_topBar->setTitle(found->info.word);
    m_actions.setPage(id);
    found->widget->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageChanged(id);
}

const std::vector<PageInfo>& MainWindow::pages() const
{
    return m_rail->pages();
}

void MainWindow::choosePage(int place)
{
    const auto& pages = m_rail->pages();
    if (!isGated() && place < static_cast<int>(pages.size())) {
        showPage(QString(pages[static_cast<std::size_t>(place)].id));
    }
}

void MainWindow::setBadge(const QString& page, int count)
{
    m_rail->setBadge(page, count);
}

void MainWindow::setGate(QWidget* gate)
{
    delete m_gate;
    m_gate = gate;
    m_outer->addWidget(gate);
}

bool MainWindow::isGated() const
{
    return m_gate != nullptr && m_outer->currentWidget() == m_gate;
}

void MainWindow::setGated(bool gated)
{
    if (m_gate == nullptr) {
        return;
    }
    m_keySheet->close();
    search().closeResults();
    // What a page's keys do must not happen behind the gate.
    m_actions.setPage(gated ? QStringLiteral("gate") : m_page);
    m_outer->setCurrentIndex(gated ? m_outer->indexOf(m_gate) : 0);
    if (QWidget* next = gated ? m_gate : m_stack->currentWidget()) {
        next->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::setTraining(bool training)
{
    m_training = training;
    m_root->setFramed(training);
    showStatus();
}

void MainWindow::setStatus(std::vector<StripPart> parts, Tone ground)
{
    m_status = std::move(parts);
    m_ground = ground;
    showStatus();
}

void MainWindow::showStatus()
{
    std::vector<StripPart> parts = m_status;
    if (m_training) {
        parts.insert(parts.begin(), {.id = QStringLiteral("training"),
                                     .icon = QStringLiteral("info"),
                                     .runs = {{tr("Training, nothing enters the ledger"), true, Token::Text}},
                                     .tone = Tone::Info});
    }
    m_strip->setParts(std::move(parts));
    m_strip->setGround(m_training ? Tone::Info : m_ground);
}

WidthClass MainWindow::widthClass() const
{
    return m_theme.metrics().widthClass(width());
}

void MainWindow::doPrimary()
{
    // One a page; a disabled one does nothing, and the page says why beside it.
    for (PrimaryButton* button : m_outer->currentWidget()->findChildren<PrimaryButton*>()) {
        if (button->isVisible() && button->isEnabled()) {
            button->click();
            return;
        }
    }
}

void MainWindow::stepScale(int by)
{
    const std::vector<int> scales = m_theme.scales();
    const auto at = std::ranges::find(scales, m_theme.metrics().percent());
    const auto place = (at == scales.end() ? 0 : at - scales.begin()) + by;
    if (place >= 0 && place < static_cast<std::ptrdiff_t>(scales.size())) {
        Q_EMIT scaleWanted(scales[static_cast<std::size_t>(place)]);
    }
}

void MainWindow::toggleKeySheet()
{
    if (m_keySheet->isOpen()) {
        openManual();
        return;
    }
    const auto found =
        std::ranges::find_if(m_pages, [this](const Page& page) { return page.info.id == m_page; });
    m_keySheet->open(m_actions, found == m_pages.end() || isGated() ? QString() : found->info.word);
}

/// Behind the gate there are keys, but no page to go back to.
void MainWindow::openManual()
{
    m_keySheet->close();
    if (!isGated()) {
        const QString page = m_page; // another one by the time the manual is open
        Q_EMIT manualWanted(page);
    }
}

void MainWindow::adaptWidth()
{
    const WidthClass now = widthClass();
    m_rail->setNarrow(now == WidthClass::OneRegion);
    m_topBar->setNarrow(now == WidthClass::OneRegion);
    if (now != m_width) {
        m_width = now;
        Q_EMIT widthClassChanged(now);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    adaptWidth();
    m_keySheet->close();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_keySheet->isOpen()) {
        m_keySheet->close();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace ow::ui
