// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/formpane.h"

#include "desk/casedesk.h"
#include "domain/formvalue.h"
#include "ui/intake/fieldinput.h"
#include "ui/intake/formgrid.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr std::size_t kPartSize = 40;   // fields of one section at most
constexpr std::size_t kOpenAtOnce = 60; // more are built when they are opened
constexpr int kFieldOrder = 1000;       // places of one section in the order of the form

bool isAgentKey(const QString& key)
{
    return key.startsWith(QLatin1StringView("agent")) || key == QLatin1StringView("mobile");
}

bool isDeliveryKey(const QString& key)
{
    return key == QLatin1StringView("delivery") || key == QLatin1StringView("postAddr");
}

bool isPrivate(const domain::GuideField& field)
{
    return field.rule.startsWith(QLatin1StringView("id18")) || field.rule == QLatin1StringView("uscc") ||
           field.rule == QLatin1StringView("mobile");
}

/// The sentence of a finding begins with the label; under the field that would be said twice.
QString messageOf(const domain::Finding& finding, const QString& label)
{
    if (finding.code == QLatin1StringView("field.required")) {
        return FormPane::tr("Please fill this in.");
    }
    const QString lead = QStringLiteral("“%1”").arg(label);
    if (!finding.sentence.startsWith(lead)) {
        return finding.sentence;
    }
    QString rest = finding.sentence.mid(lead.size());
    while (!rest.isEmpty() && (rest.front() == u':' || rest.front() == u'：' || rest.front().isSpace())) {
        rest.remove(0, 1);
    }
    return rest;
}

} // namespace

FormPane::FormPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_header(new PaneHeader(theme, tr("Applicant and form"), QStringLiteral("F3"), this))
    , m_scroll(new QScrollArea(this))
    , m_walk(this)
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    connect(qApp, &QApplication::focusChanged, this, &FormPane::focusMoved);
    connect(&m_walk, &FieldWalk::complete, this, &FormPane::leaveForm);
}

FormPane::~FormPane()
{
    // The children lose the focus when they go, and nobody is left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

std::vector<FormPane::Part> FormPane::partsOf(const domain::Guide& guide)
{
    Part applicant{tr("Applicant"), {}, nullptr};
    Part agent{tr("Agent and contact"), {}, nullptr};
    Part subject{tr("What is applied for"), {}, nullptr};
    Part delivery{tr("Delivery of the result"), {}, nullptr};
    std::vector<Part> parts;
    for (std::size_t i = 0; i < guide.fields.size(); ++i) {
        const domain::GuideField& field = guide.fields[i];
        Part& part = !field.common              ? subject
                     : isAgentKey(field.key)    ? agent
                     : isDeliveryKey(field.key) ? delivery
                                                : applicant;
        part.fields.push_back(static_cast<int>(i));
    }
    for (const Part& whole : {applicant, agent, subject, delivery}) {
        for (std::size_t from = 0; from < whole.fields.size(); from += kPartSize) {
            const std::size_t to = std::min(whole.fields.size(), from + kPartSize);
            Part part{whole.title, {}, nullptr};
            if (whole.fields.size() > kPartSize) {
                part.title = tr("%1, %2 to %3").arg(whole.title).arg(from + 1).arg(to);
            }
            part.fields.assign(whole.fields.begin() + static_cast<std::ptrdiff_t>(from),
                               whole.fields.begin() + static_cast<std::ptrdiff_t>(to));
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

void FormPane::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
}

void FormPane::rebuild()
{
    m_walk.clear();
    m_entries.clear();
    m_boxes.clear();
    m_parts.clear();
    m_revealed = false;
    delete m_content;
    m_content = nullptr;
    if (!m_desk.isActive()) {
        return;
    }
    m_content = new QWidget;
    m_content->setProperty("role", QStringLiteral("plain"));
    auto* column = new QVBoxLayout(m_content);
    const int pad = m_theme.k(16);
    column->setContentsMargins(pad, m_theme.k(8), pad, pad);
    column->setSpacing(m_theme.k(8));
    m_parts = partsOf(m_desk.guide());
    std::size_t open = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        auto* section = new Section(
            m_theme, m_parts[i].title, [this, i](QWidget* parent) { return buildFields(i, parent); },
            m_content);
        m_parts[i].section = section;
        column->addWidget(section);
        open += m_parts[i].fields.size();
        section->setOpen(open <= kOpenAtOnce || i == 0);
        connect(section, &Section::opened, this, [this, i](bool isOpen) {
            if (isOpen) {
                orderWalk();
                refresh();
                Q_EMIT structureChanged();
            } else {
                summarise(i);
            }
        });
    }
    column->addStretch(1);
    m_scroll->setWidget(m_content);
    orderWalk();
    refresh();
}

QWidget* FormPane::buildFields(std::size_t part, QWidget* parent)
{
    auto* grid = new FormGrid(m_theme, parent);
    for (const int place : m_parts[part].fields) {
        addEntry(place, part, grid);
    }
    grid->flow();
    return grid;
}

void FormPane::addEntry(int place, std::size_t part, QWidget* parent)
{
    const domain::GuideField& field = m_desk.guide().fields[static_cast<std::size_t>(place)];
    Entry entry;
    entry.field = field;
    entry.section = part;
    entry.input = FieldInput::make(m_theme, field, parent);
    entry.box = new FormField(m_theme, field.label, entry.input->widget(), parent);
    entry.box->setObjectName(QStringLiteral("field.") + field.key);
    entry.input->widget()->setObjectName(field.key);
    const QCborValue value = domain::formValue(m_desk.intake(), field.key);
    entry.input->setValue(value);
    entry.shown = m_revealed || !domain::isBlank(value);
    entry.required = domain::isRequired(field, m_desk.intake());
    entry.box->setOptional(!entry.required);
    static_cast<FormGrid*>(parent)->add(entry.box, FormGrid::spanFor(field));
    const int order = static_cast<int>(part) * kFieldOrder + place;
    m_boxes.insert(entry.box, order);
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
        m_walk.add(entry.input->widget(), entry.required);
    }
}

void FormPane::take(Entry& entry)
{
    entry.edited = true;
    m_desk.setField(entry.field.key, entry.input->value());
}

void FormPane::refresh()
{
    if (!m_desk.isActive()) {
        return;
    }
    QHash<QString, const domain::Finding*> byField;
    int missing = 0;
    for (const domain::Finding& finding : m_desk.findings()) {
        if (!finding.field.isEmpty() && !byField.contains(finding.field)) {
            byField.insert(finding.field, &finding);
        }
        missing += finding.code == QLatin1StringView("field.required") ? 1 : 0;
    }
    for (auto& [order, entry] : m_entries) {
        showRequired(entry);
        showFinding(entry, byField.value(entry.field.key));
    }
    m_header->setNote(missing > 0 ? tr("%n required field(s) empty", nullptr, missing)
                                  : tr("Everything required is filled in"));
}

void FormPane::showRequired(Entry& entry)
{
    const bool required = domain::isRequired(entry.field, m_desk.intake());
    if (required != entry.required) {
        entry.required = required;
        entry.box->setOptional(!required);
        m_walk.setRequired(entry.input->widget(), required);
    }
}

void FormPane::showFinding(Entry& entry, const domain::Finding* finding)
{
    FieldState state = FieldState::Normal;
    QString message;
    if (finding != nullptr && (entry.shown || m_revealed)) {
        state = domain::displacesAcceptance(finding->effect) ? FieldState::Error : FieldState::Warn;
        message = messageOf(*finding, entry.field.label);
    }
    if (entry.box->state() != state || entry.box->message() != message) {
        entry.box->setState(state, message);
    }
}

void FormPane::revealAll()
{
    if (!m_revealed) {
        m_revealed = true;
        refresh();
    }
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
    const auto found =
        std::ranges::find_if(m_entries, [&key](const auto& pair) { return pair.second.field.key == key; });
    return found == m_entries.end() ? nullptr : &found->second;
}

FormField* FormPane::fieldFor(const QString& key) const
{
    for (const auto& [order, entry] : m_entries) {
        if (entry.field.key == key) {
            return entry.box;
        }
    }
    return nullptr;
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
        if (left->edited && !left->shown) {
            left->shown = true;
            refresh();
        }
    }
    if (entered != nullptr) {
        entered->input->enter();
    }
}

bool FormPane::focusField(const QString& key)
{
    for (const Part& part : m_parts) {
        const bool here = std::ranges::any_of(part.fields, [this, &key](int place) {
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
    const bool stays = m_entries.begin()->second.required && FieldWalk::isEmpty(*first);
    QWidget* missing = stays ? first : m_walk.nextRequired(first);
    (missing != nullptr ? missing : first)->setFocus(Qt::OtherFocusReason);
}

void FormPane::leaveForm()
{
    for (const domain::Finding& finding : m_desk.findings()) {
        if (finding.code == QLatin1StringView("field.required") && entryOf(finding.field) == nullptr &&
            focusField(finding.field)) {
            return; // its section had not been opened yet
        }
    }
    Q_EMIT completed();
}

void FormPane::summarise(std::size_t part)
{
    QStringList values;
    bool sound = true;
    for (const int place : m_parts[part].fields) {
        const domain::GuideField& field = m_desk.guide().fields[static_cast<std::size_t>(place)];
        sound = sound && std::ranges::none_of(m_desk.findings(), [&field](const domain::Finding& finding) {
                    return finding.field == field.key && domain::displacesAcceptance(finding.effect);
                });
        const QString text = domain::formValue(m_desk.intake(), field.key).toString();
        if (!text.isEmpty()) {
            values << (isPrivate(field) ? desk::maskedNumber(text) : text);
        }
    }
    // Only a finished section folds to its summary with the check.
    m_parts[part].section->header().setSummary(sound ? SectionSummary{values.join(u'·'), tr("Typed")}
                                                     : SectionSummary{});
}

} // namespace ow::ui
