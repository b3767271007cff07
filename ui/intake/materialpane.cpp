// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/materialpane.h"

#include "ui/capture/materialpapers.h"
#include "ui/capture/materialviewer.h"
#include "ui/capture/pageviewer.h"
#include "ui/intake/materialrows.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kLargeFrom = 1600; // logical width of the window from which pages are always shown

} // namespace

MaterialPane::MaterialPane(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk,
                           QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_offers(workplace, desk)
    , m_column(new QVBoxLayout(this))
    , m_header(new PaneHeader(theme, tr("Materials"), QStringLiteral("F4"), this))
    , m_list(new MaterialList(theme, tr("Materials"), this))
    , m_papers(new MaterialPapers(theme, workplace, desk, *m_list, *parent, this))
    , m_message(new MessageLine(theme, this))
    , m_reasonBox(new QWidget(this))
    , m_reason(new FieldEdit(theme, m_reasonBox))
    , m_here(new KeyButton(theme, tr("Here"), KeyButton::Look::Flat, this))
    , m_unfit(new KeyButton(theme, tr("Cannot be used…"), KeyButton::Look::Flat, this))
    , m_add(new KeyButton(theme, tr("Add a file…"), KeyButton::Look::Flat, this))
{
    setProperty("role", QStringLiteral("sidepane"));
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    build();
    connectList();
    connectPapers();
    connect(&m_offers, &desk::IntakeOffers::changed, this, [this] {
        refresh();
        // What is offered stands first: F4 and U take it, unless the clerk is at another row already.
        if (m_desk.isActive() && !m_list->hasFocus() && !m_papers->viewer().isOpen()) {
            m_list->setCurrentRow(0);
        }
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
        m_header->setActive(now != nullptr && isAncestorOf(now));
    });
}

void MaterialPane::build()
{
    m_here->setKey(tr("Space"));
    m_add->setKey(QStringLiteral("F9"));
    m_add->setIconName(QStringLiteral("plus"));
    m_reason->setPlaceholderText(tr("Why it cannot be used; the notice will say it"));
    m_reason->setAccessibleName(tr("Why the material cannot be used"));
    auto* reasonRow = new QHBoxLayout(m_reasonBox);
    reasonRow->setContentsMargins(m_theme.k(16), m_theme.k(6), m_theme.k(16), m_theme.k(6));
    reasonRow->addWidget(m_reason, 1);
    auto* give = new KeyButton(m_theme, tr("Mark"), KeyButton::Look::Secondary, m_reasonBox);
    give->setKey(QStringLiteral("Enter"));
    reasonRow->addWidget(give);
    m_reasonBox->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(m_theme.k(11), m_theme.k(4), m_theme.k(11), m_theme.k(4));
    buttons->setSpacing(m_theme.k(4));
    buttons->addWidget(m_here);
    buttons->addWidget(m_unfit);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    m_column->setContentsMargins(1, 0, 0, 0); // the line at the left
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    m_column->addWidget(m_list, 1);
    m_column->addWidget(m_message);
    m_column->addWidget(m_reasonBox);
    m_column->addLayout(buttons);
    m_message->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), 0);
    m_reason->installEventFilter(this);
    connect(m_here, &KeyButton::clicked, this, &MaterialPane::toggle);
    connect(m_unfit, &KeyButton::clicked, this, &MaterialPane::askReason);
    connect(m_add, &KeyButton::clicked, m_papers, &MaterialPapers::chooseFiles);
    connect(give, &KeyButton::clicked, this, &MaterialPane::giveReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &MaterialPane::giveReason);
}

void MaterialPane::connectList()
{
    m_list->installEventFilter(this);
    connect(m_list, &MaterialList::actionTriggered, this, [this](int row) { reuse(m_list->row(row).id); });
}

MaterialPane::~MaterialPane()
{
    // The children lose the focus when they go, and nobody is left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void MaterialPane::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
}

void MaterialPane::rebuild()
{
    m_refusals.clear();
    m_shown.clear();
    m_papers->viewer().close();
    m_message->clear();
    closeReason();
    if (!m_desk.isActive()) {
        m_list->setRows({});
        return;
    }
    refresh();
    m_list->setCurrentRow(0);
}

void MaterialPane::refresh()
{
    m_papers->viewer().refresh();
    if (!m_desk.isActive()) {
        return;
    }
    std::vector<MaterialRow> rows = materialRows(m_desk, m_offers, m_refusals);
    const auto due = static_cast<int>(rows.size());
    const auto of = [&rows](Tone tone) {
        return static_cast<int>(
            std::ranges::count(rows, tone, [](const MaterialRow& row) { return row.state.tone; }));
    };
    const QString busy = m_desk.filesUnderWay() > 0 ? tr("taking files in…") + u' ' : QString();
    m_header->setNote(busy + tr("%1 of %2 here").arg(of(Tone::Ok)).arg(due));
    if (rows == m_shown) {
        return;
    }
    m_missing = of(Tone::Block);
    m_shown = rows;
    m_list->setRows(std::move(rows));
    if (m_list->currentRow() < 0 && due > 0) {
        m_list->setCurrentRow(0);
    }
    Q_EMIT countsChanged();
}

QString MaterialPane::current() const
{
    return m_papers->current();
}

void MaterialPane::focusList()
{
    if (m_papers->viewer().isOpen()) {
        m_papers->viewer().viewer()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_list->setFocus(Qt::OtherFocusReason);
}

bool MaterialPane::focusMaterial(const QString& id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->row(row).id == id) {
            m_list->setCurrentRow(row);
            focusList();
            return true;
        }
    }
    return false;
}

void MaterialPane::toggle()
{
    const QString id = current();
    if (id.isEmpty()) {
        return;
    }
    const domain::MaterialIntake* taken = m_desk.intake().material(id);
    const bool here = taken != nullptr && taken->state == domain::MaterialState::Received;
    const int row = m_list->currentRow();
    m_refusals.remove(id);
    m_desk.setMaterialState(id, here ? domain::MaterialState::Missing : domain::MaterialState::Received);
    // What is here goes to the end: the next one to look at now stands in the same place.
    if (!here && row < m_list->count()) {
        m_list->setCurrentRow(row);
    }
}

void MaterialPane::toggleCompared()
{
    if (const QString id = current(); !id.isEmpty()) {
        const domain::MaterialIntake* taken = m_desk.intake().material(id);
        const bool compared = taken != nullptr && taken->grade == domain::TrustGrade::B;
        m_desk.setGrade(id, compared ? domain::TrustGrade::C : domain::TrustGrade::B);
    }
}

/// The page chosen, or the last one; what was reused goes as it came, in one.
void MaterialPane::remove()
{
    const QString id = current();
    const domain::MaterialIntake* taken = m_desk.intake().material(id);
    if (taken != nullptr && !taken->files.empty()) {
        const int chosen = m_list->currentPage();
        if (chosen < 0 && taken->files.back().origin == domain::FileOrigin::Reused) {
            m_desk.removeReused(id);
            return;
        }
        m_desk.removeFile(id, chosen >= 0 ? chosen : static_cast<int>(taken->files.size()) - 1);
    }
}

void MaterialPane::reuse(const QString& material)
{
    const int row = m_list->currentRow();
    const bool isCurrent = material == current();
    m_refusals.remove(material);
    if (m_offers.take(material) && isCurrent && row >= 0 && row < m_list->count()) {
        m_list->setCurrentRow(row); // as with Space: the next one to look at now stands there
    }
}

bool MaterialPane::isViewing() const
{
    return m_papers->viewer().isOpen();
}

void MaterialPane::setScanPanel(QWidget* panel)
{
    constexpr int kBehindList = 2;
    m_column->insertWidget(kBehindList, panel);
    m_add->setKey({}); // F9 is the scanner's now
}

void MaterialPane::askReason()
{
    if (current().isEmpty()) {
        return;
    }
    m_reasonFor = current();
    const domain::MaterialIntake* taken = m_desk.intake().material(m_reasonFor);
    m_reason->setText(taken == nullptr ? QString() : taken->unfitReason);
    m_reasonBox->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void MaterialPane::giveReason()
{
    if (!m_reasonFor.isEmpty() && m_desk.isActive()) {
        m_desk.setMaterialState(m_reasonFor, domain::MaterialState::Unfit, m_reason->text().trimmed());
    }
    closeReason();
    focusList();
}

void MaterialPane::closeReason()
{
    m_reasonFor.clear();
    m_reasonBox->hide();
    m_reason->clear();
}

bool MaterialPane::listKey(QKeyEvent* event)
{
    if (event->key() == Qt::Key_U && event->modifiers() == Qt::ShiftModifier) {
        m_offers.next(current());
        return true;
    }
    if (event->modifiers() != Qt::NoModifier) {
        return false;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        if (m_list->currentPage() >= 0) {
            return false; // the list opens the page
        }
        toggle();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove();
        return true;
    case Qt::Key_O:
        toggleCompared();
        return true;
    case Qt::Key_U:
        reuse(current());
        return true;
    default:
        return false;
    }
}

bool MaterialPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_reason && key->key() == Qt::Key_Escape) {
        closeReason();
        focusList();
        return true;
    }
    if (watched == m_list && listKey(key)) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MaterialPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_papers->chooseProfile(); // another page may have used the scanner meanwhile
}

void MaterialPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_list->setLargePages(window()->width() >= m_theme.k(kLargeFrom));
}

} // namespace ow::ui
