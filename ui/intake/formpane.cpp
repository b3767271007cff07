// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/formpane.h"

#include "domain/formvalue.h"
#include "ui/intake/channelbutton.h"
#include "ui/intake/fieldinput.h"
#include "ui/intake/formgrid.h"
#include "ui/intake/offerrow.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr std::size_t kOpenAtOnce = 60; // fields; more are built when their section is opened
constexpr int kFieldOrder = 1000;       // places of one section in the order of the form

} // namespace

FormPane::FormPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_header(new PaneHeader(theme, tr("Applicant and form"), QStringLiteral("F3"), this))
    , m_channel(new ChannelButton(theme, desk, m_header))
    , m_scroll(new ScrollPane(this))
    , m_offer(new OfferRow(theme, desk, this))
    , m_walk(this)
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_header->setCorner(m_channel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_offer);
    connect(qApp, &QApplication::focusChanged, this, &FormPane::focusMoved);
    connect(m_offer, &OfferRow::taken, this, &FormPane::earlierWanted);
    connect(&m_walk, &FieldWalk::complete, this, &FormPane::leaveForm);
    connect(&m_walk, &FieldWalk::walked, this, [this](QWidget* from, QWidget* to) {
        const Entry* left = entryOf(from);
        const Entry* entered = entryOf(to);
        if (left != nullptr && entered != nullptr && entered->section > left->section) {
            foldFinishedBefore(entered->section);
        }
    });
}

FormPane::~FormPane()
{
    // The children lose the focus when they go, and nobody is left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void FormPane::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
    m_headerShown = visible;
    placeChannel();
}

void FormPane::placeChannel()
{
    if (m_headerShown || m_content == nullptr) {
        m_header->setCorner(m_channel);
        return;
    }
    m_header->setCorner(nullptr);
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    m_channel->setParent(m_content);
    column->insertWidget(0, m_channel, 0, Qt::AlignRight);
    m_channel->show();
}

void FormPane::rebuild()
{
    m_walk.clear();
    m_entries.clear();
    m_boxes.clear();
    m_orders.clear();
    m_parts.clear();
    m_alwaysComputed.clear();
    m_revealed = false;
    m_header->setCorner(m_channel); // not to go with the content
    delete m_content;
    m_content = nullptr;
    if (!m_desk.isActive()) {
        return;
    }
    for (const domain::FormRule& rule : m_desk.guide().rules) {
        if (rule.kind == domain::RuleKind::Computed && rule.when.isUndefined()) {
            m_alwaysComputed.unite(QSet<QString>(rule.targets.begin(), rule.targets.end()));
        }
    }
    m_folding = true;
    makeSections();
    m_folding = false;
    placeChannel();
    showSections();
    orderWalk();
    refresh();
    // What comes back from a draft shows first what is still to be done.
    std::size_t unfinished = 0;
    while (unfinished < m_parts.size() && isFinished(unfinished)) {
        ++unfinished;
    }
    foldFinishedBefore(unfinished);
}

void FormPane::makeSections()
{
    m_content = new QWidget;
    m_content->setProperty("role", QStringLiteral("plain"));
    auto* column = new QVBoxLayout(m_content);
    const int pad = m_theme.k(16);
    column->setContentsMargins(pad, m_theme.k(8), pad, pad);
    column->setSpacing(0);
    std::size_t open = 0;
    for (const FormPart& plan : formPartsOf(m_desk.guide())) {
        const std::size_t i = m_parts.size();
        m_parts.push_back({plan, nullptr, false});
        auto* section = new Section(
            m_theme, plan.title, [this, i](QWidget* parent) { return buildFields(i, parent); }, m_content);
        m_parts[i].section = section;
        column->addWidget(section);
        open += plan.fields.size();
        section->setOpen(open <= kOpenAtOnce || i == 0);
        spaceSection(*section);
        connect(section, &Section::opened, this, [this, i](bool isOpen) { sectionToggled(i, isOpen); });
    }
    column->addStretch(1);
    m_scroll->setWidget(m_content);
}

/// Summary lines stand close, open sections apart.
void FormPane::spaceSection(const Section& section)
{
    section.layout()->setContentsMargins(0, section.isOpen() ? m_theme.k(8) : 0, 0, 0);
}

void FormPane::sectionToggled(std::size_t part, bool open)
{
    spaceSection(*m_parts[part].section);
    if (!open) {
        summarise(part);
        return;
    }
    m_parts[part].pinned = m_parts[part].pinned || !m_folding;
    orderWalk();
    refresh();
    Q_EMIT structureChanged();
}

QWidget* FormPane::buildFields(std::size_t part, QWidget* parent)
{
    auto* grid = new FormGrid(m_theme, parent);
    for (const int place : m_parts[part].plan.fields) {
        addEntry(place, part, *grid);
    }
    grid->flow();
    return grid;
}

void FormPane::addEntry(int place, std::size_t part, FormGrid& grid)
{
    const domain::GuideField& field = m_desk.guide().fields[static_cast<std::size_t>(place)];
    Entry entry;
    entry.field = field;
    entry.grid = &grid;
    entry.section = part;
    entry.input = FieldInput::make(m_theme, field, &grid, m_alwaysComputed.contains(field.key));
    entry.box = new FormField(m_theme, field.label, entry.input->widget(), &grid);
    entry.box->setObjectName(QStringLiteral("field.") + field.key);
    entry.input->widget()->setObjectName(field.key);
    if (!field.hint.isEmpty()) {
        entry.input->setHint(field.hint);
        entry.input->widget()->setToolTip(field.hint);
    }
    const QCborValue value = domain::formValue(m_desk.intake(), field.key);
    entry.input->setValue(value);
    entry.shown = m_revealed || !domain::isBlank(value);
    grid.add(entry.box, FormGrid::spanFor(field));
    entry.state.required = true; // no mark yet
    QSet<FormGrid*> moved;
    applyState(entry, stateOf(field.key), moved);
    showNote(entry);
    // The trail of the desk is the one undo of the form: an editor's own would fight it.
    entry.input->widget()->installEventFilter(this);
    const int order = static_cast<int>(part) * kFieldOrder + place;
    m_boxes.insert(entry.box, order);
    m_orders.insert(field.key, order);
    connect(entry.input, &FieldInput::edited, this, [this, order] {
        if (const auto found = m_entries.find(order); found != m_entries.end()) {
            take(found->second);
        }
    });
    m_entries.insert_or_assign(order, std::move(entry));
}

void FormPane::orderWalk()
{
    m_walk.clear();
    for (const auto& [order, entry] : m_entries) {
        m_walk.add(entry.input->widget(), entry.state.required);
    }
}

bool FormPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

FormPane::Entry* FormPane::entryOf(QWidget* widget)
{
    for (QWidget* at = widget; at != nullptr && at != this; at = at->parentWidget()) {
        if (const auto found = m_boxes.constFind(at); found != m_boxes.constEnd()) {
            return &m_entries.at(*found);
        }
    }
    return nullptr;
}

FormPane::Entry* FormPane::entryOf(const QString& key)
{
    const auto order = m_orders.constFind(key);
    return order == m_orders.constEnd() ? nullptr : &m_entries.at(*order);
}

FormField* FormPane::fieldFor(const QString& key) const
{
    const auto order = m_orders.constFind(key);
    return order == m_orders.constEnd() ? nullptr : m_entries.at(*order).box;
}

QString FormPane::currentField()
{
    const Entry* entry = entryOf(QApplication::focusWidget());
    return entry == nullptr ? QString() : entry->field.key;
}

void FormPane::focusMoved(QWidget* old, QWidget* now)
{
    m_header->setActive(now != nullptr && isAncestorOf(now));
    Entry* left = entryOf(old);
    Entry* entered = entryOf(now);
    if (left == entered) {
        return;
    }
    if (left != nullptr) {
        left->input->leave();
        m_desk.endTyping();
        if (left->edited && !left->shown) {
            left->shown = true;
            refresh();
        }
    }
    if (entered != nullptr) {
        entered->input->enter();
        m_desk.notePlace({desk::Place::Region::Form, entered->field.key});
    }
}

bool FormPane::focusField(const QString& key)
{
    if (!stateOf(key).visible) {
        return false;
    }
    for (const Part& part : m_parts) {
        const bool here = std::ranges::any_of(part.plan.fields, [this, &key](int place) {
            return m_desk.guide().fields[static_cast<std::size_t>(place)].key == key;
        });
        if (here) {
            part.section->setOpen(true);
        }
    }
    if (Entry* entry = entryOf(key)) {
        entry->box->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void FormPane::focusFirst()
{
    if (m_entries.empty()) {
        return;
    }
    QWidget* first = m_entries.begin()->second.input->widget();
    const bool stays =
        first->isVisible() && m_entries.begin()->second.state.required && FieldWalk::isEmpty(*first);
    QWidget* missing = stays ? first : m_walk.nextRequired(first);
    if (missing == nullptr && !first->isVisible()) {
        leaveForm();
        return;
    }
    (missing != nullptr ? missing : first)->setFocus(Qt::OtherFocusReason);
}

} // namespace ow::ui
