// SPDX-License-Identifier: GPL-3.0-or-later
// What FormPane shows of answers: what rules make of them, what is wrong with them, and their summaries.
#include "desk/casedesk.h"
#include "domain/formvalue.h"
#include "ui/intake/channelbutton.h"
#include "ui/intake/fieldinput.h"
#include "ui/intake/formgrid.h"
#include "ui/intake/formpane.h"
#include "ui/intake/offerrow.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ow::ui {

namespace {

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

bool isFault(const domain::Finding& finding)
{
    return !finding.field.isEmpty() && finding.code != QLatin1StringView("field.required");
}

} // namespace

domain::FieldState FormPane::stateOf(const QString& key) const
{
    return m_desk.isActive() ? m_desk.form().fields.value(key) : domain::FieldState();
}

void FormPane::take(Entry& entry)
{
    entry.edited = true;
    if (!entry.state.computed) {
        m_desk.setField(entry.field.key, entry.input->value());
    }
}

void FormPane::takeOver()
{
    for (auto& [order, entry] : m_entries) {
        if (entry.state.computed) {
            continue;
        }
        const QCborValue value = domain::formValue(m_desk.intake(), entry.field.key);
        if (entry.input->value() != value &&
            !(domain::isBlank(value) && domain::isBlank(entry.input->value()))) {
            entry.input->setValue(value);
            entry.shown = entry.shown || !domain::isBlank(value);
        }
    }
    refresh();
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
    applyStates();
    for (auto& [order, entry] : m_entries) {
        showFinding(entry, byField.value(entry.field.key));
        showNote(entry);
    }
    m_channel->refresh();
    m_offer->refresh();
    m_header->setNote(missing > 0 ? tr("%n required field(s) empty", nullptr, missing)
                                  : tr("Everything required is filled in"));
}

void FormPane::applyStates()
{
    const domain::FormState& form = m_desk.form();
    std::vector<std::pair<Entry*, domain::FieldState>> changed;
    bool moves = false;
    for (auto& [order, entry] : m_entries) {
        const auto state = form.fields.constFind(entry.field.key);
        if (state != form.fields.constEnd() && !(*state == entry.state)) {
            moves = moves || state->visible != entry.state.visible;
            changed.emplace_back(&entry, *state);
        }
    }
    if (changed.empty()) {
        return;
    }
    const auto apply = [this, &changed] {
        QSet<FormGrid*> moved;
        for (auto& [entry, state] : changed) {
            applyState(*entry, state, moved);
        }
        for (FormGrid* grid : moved) {
            grid->flow();
        }
    };
    if (!moves) {
        apply();
        return;
    }
    keepPlace([this, &apply] {
        apply();
        showSections();
    });
    Q_EMIT structureChanged();
}

void FormPane::applyState(Entry& entry, const domain::FieldState& state, QSet<FormGrid*>& moved)
{
    const domain::FieldState before = entry.state;
    entry.state = state;
    if (state.visible != before.visible) {
        entry.grid->setShown(entry.box, state.visible);
        moved.insert(entry.grid);
    }
    if (state.computed != before.computed) {
        entry.input->setComputed(state.computed);
        if (!state.computed) {
            entry.input->setValue(domain::formValue(m_desk.intake(), entry.field.key));
        }
    }
    if (state.computed) {
        entry.input->setValue(state.value);
    }
    if (state.options != before.options) {
        entry.input->setOptions(state.options.isEmpty() ? entry.field.options : state.options);
    }
    if (state.required != before.required || state.computed != before.computed) {
        entry.box->setOptional(!state.required && !state.computed);
        m_walk.setRequired(entry.input->widget(), state.required);
    }
    entry.box->setWhy(state.why);
}

void FormPane::showSections()
{
    for (const Part& part : m_parts) {
        const bool any = std::ranges::any_of(part.plan.fields, [this](int place) {
            return stateOf(m_desk.guide().fields[static_cast<std::size_t>(place)].key).visible;
        });
        if (part.section->isHidden() == any) {
            part.section->setVisible(any);
        }
    }
}

/// Makes a change of the layout and scrolls so that the field with the cursor stays where it is on screen.
void FormPane::keepPlace(const std::function<void()>& change)
{
    QWidget* focus = QApplication::focusWidget();
    const bool here = m_content != nullptr && focus != nullptr && m_content->isAncestorOf(focus);
    const int before = here ? focus->mapTo(m_scroll, QPoint(0, 0)).y() : 0;
    change();
    if (!here || !focus->isVisible()) {
        return;
    }
    for (const Part& part : m_parts) {
        if (QWidget* fields = part.section->content(); fields != nullptr && fields->layout() != nullptr) {
            fields->layout()->activate();
        }
        part.section->layout()->activate();
    }
    m_content->layout()->activate();
    m_content->resize(m_content->width(),
                      qMax(m_content->sizeHint().height(), m_scroll->viewport()->height()));
    const int after = focus->mapTo(m_scroll, QPoint(0, 0)).y();
    QScrollBar* bar = m_scroll->verticalScrollBar();
    bar->setMaximum(qMax(0, m_content->height() - m_scroll->viewport()->height()));
    bar->setValue(bar->value() + after - before);
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

/// A table says its sum, and that it agrees with what a rule holds it against.
void FormPane::showNote(Entry& entry)
{
    if (entry.field.type != domain::FieldType::Table) {
        return;
    }
    QString note = entry.input->note();
    for (const domain::FormRule& rule : m_desk.guide().rules) {
        const bool compares = rule.kind == domain::RuleKind::Valid && rule.targets.size() == 2 &&
                              rule.targets.contains(entry.field.key);
        if (!compares || note.isEmpty() || m_desk.form().findings.contains(rule.id)) {
            continue;
        }
        const QString other =
            rule.targets.front() == entry.field.key ? rule.targets.back() : rule.targets.front();
        const domain::GuideField* total = m_desk.guide().field(other);
        if (total != nullptr && !domain::isBlank(domain::formValue(m_desk.effective(), other))) {
            note = tr("%1, agrees with %2").arg(note, total->label);
            break;
        }
    }
    entry.box->setNote(note);
}

void FormPane::revealAll()
{
    if (!m_revealed) {
        m_revealed = true;
        refresh();
    }
}

void FormPane::leaveForm()
{
    for (const domain::Finding& finding : m_desk.findings()) {
        if (finding.code != QLatin1StringView("field.required")) {
            continue;
        }
        const Entry* entry = entryOf(finding.field);
        const bool folded = entry == nullptr || !entry->box->isVisible();
        if (folded && focusField(finding.field)) {
            return; // its section had not been opened
        }
    }
    Q_EMIT completed();
}

bool FormPane::focusNextFault()
{
    std::vector<std::pair<int, QString>> faults;
    const auto collect = [this, &faults](bool wanted) {
        int order = 0;
        for (const Part& part : m_parts) {
            for (const int place : part.plan.fields) {
                const QString& key = m_desk.guide().fields[static_cast<std::size_t>(place)].key;
                ++order;
                if (std::ranges::any_of(m_desk.findings(), [&key, wanted](const domain::Finding& finding) {
                        return finding.field == key && isFault(finding) == wanted;
                    })) {
                    faults.emplace_back(order, key);
                }
            }
        }
    };
    collect(true);
    if (faults.empty()) {
        collect(false);
    }
    if (faults.empty()) {
        return false;
    }
    const QString here = currentField();
    const auto at = std::ranges::find(faults, here, &std::pair<int, QString>::second);
    const bool last = at == faults.end() || at + 1 == faults.end();
    return focusField((last ? faults.front() : *(at + 1)).second);
}

bool FormPane::isFinished(std::size_t part) const
{
    bool any = false;
    for (const int place : m_parts[part].plan.fields) {
        const QString& key = m_desk.guide().fields[static_cast<std::size_t>(place)].key;
        any = any || !domain::isBlank(domain::formValue(m_desk.effective(), key));
        if (std::ranges::any_of(m_desk.findings(), [&key](const domain::Finding& finding) {
                return finding.field == key && domain::displacesAcceptance(finding.effect);
            })) {
            return false;
        }
    }
    return any;
}

void FormPane::foldFinishedBefore(std::size_t part)
{
    std::vector<std::size_t> finished;
    for (std::size_t i = 0; i < part && i < m_parts.size(); ++i) {
        if (m_parts[i].section->isOpen() && !m_parts[i].pinned && isFinished(i)) {
            finished.push_back(i);
        }
    }
    if (finished.empty()) {
        return;
    }
    keepPlace([this, &finished] {
        m_folding = true;
        for (const std::size_t i : finished) {
            m_parts[i].section->setOpen(false);
        }
        m_folding = false;
    });
}

QString FormPane::sourceWord(domain::AnswerSource source)
{
    switch (source) {
    case domain::AnswerSource::Typed:
        return tr("Typed");
    case domain::AnswerSource::Card:
        return tr("Off the card");
    case domain::AnswerSource::Earlier:
        return tr("As last time");
    case domain::AnswerSource::Code:
        return tr("By the code gun");
    }
    return {};
}

void FormPane::summarise(std::size_t part)
{
    QStringList values;
    QStringList sources; // in the order of the fields, each once
    for (const int place : m_parts[part].plan.fields) {
        const domain::GuideField& field = m_desk.guide().fields[static_cast<std::size_t>(place)];
        const QString text = domain::formValue(m_desk.effective(), field.key).toString();
        if (text.isEmpty()) {
            continue;
        }
        if (!m_desk.form().fields.value(field.key).computed) {
            const QString source = sourceWord(m_desk.intake().sources.value(field.key));
            if (!sources.contains(source)) {
                sources << source;
            }
        }
        const QString unit = field.unit.isEmpty() ? QString() : u' ' + field.unit;
        values << (isPrivateField(field) ? desk::maskedNumber(text) : text + unit);
    }
    // Only a finished section folds to its summary with the check.
    m_parts[part].section->header().setSummary(
        isFinished(part) ? SectionSummary{values.join(u'·'), sources.join(u'、')} : SectionSummary{});
}

} // namespace ow::ui
