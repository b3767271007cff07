// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/supplementpane.h"

#include "domain/formvalue.h"
#include "ui/cases/paperrows.h"
#include "ui/intake/fieldinput.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/answerwords.h"
#include "ui/words/daywords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ow::ui {

namespace {

using desk::SupplementDesk;
using desk::SupplementItem;
using desk::SupplementState;
using domain::Answer;
using domain::MaterialState;

QLabel* words(QWidget* parent, const QString& text, Tone tone)
{
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

} // namespace

SupplementPane::SupplementPane(const Theme& theme, desk::Workplace& workplace, SupplementDesk& desk,
                               QWidget* parent)
    : ActFrame(theme, parent)
    , m_theme(theme)
    , m_desk(desk)
{
    // One body for all cases: a run of the scanner must outlive a change of theme.
    auto* body = new QWidget(this);
    m_papers = new PaperRows(theme, workplace, desk, tr("What is waited for"), *this, body);
    m_fields = new QWidget(body);
    auto* down = new QVBoxLayout(body);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_papers);
    down->addWidget(m_fields);
    down->addStretch(1);
    new QVBoxLayout(m_fields);
    setBody(body);
    connect(m_papers, &PaperRows::marked, this, &SupplementPane::mark);
    connect(m_papers, &PaperRows::notApplicable, this,
            [this](const QString& material) { m_desk.answerQuestion(material, false); });
    connect(&desk, &SupplementDesk::changed, this, &SupplementPane::refresh);
    connect(this, &ActFrame::triggered, this, [this] { write(m_desk.answer()); });
    // Everything that was done is the desk's; the fields are drawn anew in the new sizes.
    connect(&theme, &Theme::changed, this, [this] {
        if (m_desk.isActive()) {
            rebuild();
        }
    });
    showOthers(false);
}

void SupplementPane::setScanDesk(desk::ScanDesk& scan)
{
    m_papers->setScanDesk(scan);
}

void SupplementPane::rebuild()
{
    for (const FieldRow& row : std::exchange(m_rows, {})) {
        delete row.widget;
    }
    auto* down = static_cast<QVBoxLayout*>(m_fields->layout());
    down->setContentsMargins(m_theme.k(16), m_theme.k(12), m_theme.k(16), m_theme.k(12));
    down->setSpacing(m_theme.k(12));
    if (m_desk.isActive()) {
        const bool supply = m_desk.purpose() == SupplementDesk::Purpose::Supply;
        setTitle(supply ? tr("Promised materials") : tr("Supplement"),
                 m_desk.seen().guide->name + u'·' + m_desk.seen().number);
        for (std::size_t i = 0; i < m_desk.items().size(); ++i) {
            if (m_desk.items()[i].material.isEmpty()) {
                m_rows.push_back(fieldRow(i, m_fields));
                down->addWidget(m_rows.back().widget);
            }
        }
    }
    const std::vector<MaterialRow> rows = materialRows();
    m_papers->setVisible(!rows.empty());
    m_fields->setVisible(!m_rows.empty());
    m_papers->start(rows);
    refresh();
}

void SupplementPane::clear()
{
    for (const FieldRow& row : std::exchange(m_rows, {})) {
        delete row.widget;
    }
    m_papers->clear();
    others().clear();
    setTitle({}, {});
}

std::vector<MaterialRow> SupplementPane::materialRows() const
{
    std::vector<MaterialRow> rows;
    if (m_desk.isActive()) {
        for (const SupplementItem& item : m_desk.items()) {
            if (!item.material.isEmpty()) {
                rows.push_back(materialRow(item));
            }
        }
    }
    return rows;
}

MaterialRow SupplementPane::materialRow(const SupplementItem& item) const
{
    MaterialRow row;
    row.id = item.material;
    row.name = item.sentence;
    switch (m_desk.stateOf(item)) {
    case SupplementState::Open:
        row.state = stateWord(MaterialLook::Missing);
        break;
    case SupplementState::Promised:
        row.state = stateWord(MaterialLook::Tolerated);
        break;
    case SupplementState::Done:
        row.state = stateWord(MaterialLook::Verified);
        break;
    }
    QStringList about{item.where};
    if (item.due.isValid()) {
        about << (item.late ? tr("was promised for %1, now late").arg(dayWord(item.due))
                            : tr("promised for %1").arg(dayWord(item.due)));
    }
    about.removeAll(QString());
    row.second = about.join(u'·');
    if (item.asked && m_desk.stateOf(item) != SupplementState::Done) {
        row.action = tr("Does not apply");
        row.key = QStringLiteral("N");
    }
    if (const domain::MaterialIntake* taken = m_desk.taken(item.material)) {
        for (const domain::MaterialFile& file : taken->files) {
            row.pages.push_back({file.blob, file.edit, file.pages, file.incomplete});
        }
    }
    return row;
}

void SupplementPane::mark(const QString& material)
{
    const domain::MaterialIntake* slot = m_desk.taken(material);
    const bool here = slot != nullptr && slot->state == MaterialState::Received;
    m_desk.setMaterialState(material, here ? MaterialState::Missing : MaterialState::Received);
    const auto asked = std::ranges::find_if(m_desk.items(), [&material](const SupplementItem& item) {
        return item.material == material && item.asked;
    });
    if (asked != m_desk.items().end()) {
        m_desk.answerQuestion(material, true);
    }
    // What is still missing comes next, as in the intake.
    const auto open = std::ranges::find_if(m_desk.items(), [this](const SupplementItem& item) {
        return !item.material.isEmpty() && m_desk.stateOf(item) != SupplementState::Done;
    });
    if (!here && open != m_desk.items().end()) {
        m_papers->choose(open->material);
    }
}

SupplementPane::FieldRow SupplementPane::fieldRow(std::size_t at, QWidget* parent)
{
    const SupplementItem& item = m_desk.items()[at];
    FieldRow row;
    row.item = at;
    row.widget = new QWidget(parent);
    auto* across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(m_theme.k(12));
    row.state = new MessageLine(m_theme, row.widget);
    row.state->setFixedWidth(m_theme.k(112));
    across->addWidget(row.state, 0, Qt::AlignTop);
    const domain::GuideField* field = m_desk.seen().guide->field(item.field);
    if (field == nullptr) {
        across->addWidget(words(row.widget, item.sentence, Tone::Plain), 1);
        return row;
    }
    FieldInput* input = FieldInput::make(m_theme, *field, row.widget);
    input->setValue(domain::formValue(m_desk.intake(), item.field));
    row.field = new FormField(m_theme, field->label, input->widget(), row.widget);
    row.field->setMessageKept(true);
    connect(input, &FieldInput::edited, this,
            [this, input, key = item.field] { m_desk.setField(key, input->value()); });
    across->addWidget(row.field, 1);
    return row;
}

void SupplementPane::refresh()
{
    if (!m_desk.isActive() || m_desk.seen().number.isEmpty()) {
        return;
    }
    for (const FieldRow& row : m_rows) {
        if (row.item < m_desk.items().size()) {
            const SupplementItem& item = m_desk.items()[row.item];
            const bool open = m_desk.stateOf(item) == SupplementState::Open;
            row.state->setMessage(open ? Tone::Block : Tone::Ok, open ? tr("to correct") : tr("corrected"));
            if (row.field != nullptr) {
                row.field->setState(open ? FieldState::Error : FieldState::Normal,
                                    open ? item.sentence : QString());
            }
        }
    }
    m_papers->setRows(materialRows());
    refreshFoot();
}

void SupplementPane::refreshFoot()
{
    const int open = m_desk.openCount();
    const bool busy = m_desk.filesUnderWay() > 0;
    if (m_desk.purpose() == SupplementDesk::Purpose::Supply) {
        const int here = static_cast<int>(m_desk.items().size()) - open;
        showOthers(false);
        setFoot(busy        ? tr("Files are still being taken in.")
                : here == 0 ? tr("Nothing is here yet.")
                            : tr("%n of the promised material(s) here.", nullptr, here),
                tr("Record the supply"), !busy && here > 0);
        return;
    }
    const Answer answer = m_desk.answer();
    const bool whole = answer != Answer::Notice;
    setFoot(busy ? tr("Files are still being taken in.")
            : whole
                ? tr("Everything the notice asked for is here.")
                : tr("%n thing(s) of the notice still missing; it is kept until they come.", nullptr, open),
            whole ? answerVerb(answer) : answerVerb(Answer::Accept), whole && !busy);
    refreshOthers();
}

void SupplementPane::refreshOthers()
{
    others().clear();
    // Queued: writing refreshes this menu, and an action must not go while it speaks.
    const auto offer = [this](const QString& word, Answer answer) {
        connect(
            others().addAction(word), &QAction::triggered, this, [this, answer] { write(answer); },
            Qt::QueuedConnection);
    };
    offer(tr("Receive the supplement, answer later"), Answer::ReceiveOnly);
    if (m_desk.answer() == Answer::Notice) {
        offer(tr("Do not accept, for what is missing"), Answer::Decline);
        offer(tr("Second notice (chief)"), Answer::Notice);
    }
    showOthers(true);
}

void SupplementPane::write(Answer answer)
{
    if (!m_desk.isActive() || m_desk.isWriting()) {
        return;
    }
    m_asked = answer;
    const bool supply = m_desk.purpose() == SupplementDesk::Purpose::Supply;
    const auto answered = supply ? m_desk.supply() : m_desk.resubmit(answer);
    setBusy(true);
    whenAnswered(answered, this, [this](const domain::Result<desk::ActDone>& done) {
        setBusy(false);
        if (done) {
            Q_EMIT wrote(*done);
        } else {
            refresh();
            Q_EMIT failed(done.error());
        }
    });
}

void SupplementPane::writeAgain()
{
    m_desk.confirmClock();
    write(m_asked);
}

void SupplementPane::keyPressEvent(QKeyEvent* event)
{
    const bool free = m_desk.isActive() && !isBusy() && m_papers->isVisible();
    if (free && event->key() == Qt::Key_F9) {
        m_papers->scan();
        return;
    }
    if (free && event->matches(QKeySequence::Paste)) {
        m_papers->paste();
        return;
    }
    ActFrame::keyPressEvent(event);
}

} // namespace ow::ui
