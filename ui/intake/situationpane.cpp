// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/situationpane.h"

#include "ui/intake/choicerow.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollpane.h"

#include <QApplication>
#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kYes = 1;
constexpr int kNo = 0;

/// "Ⅲ类（超Ⅱ类任一上限）" is a name and its fine print.
ChoiceRow::Words wordsOf(const domain::GuideSituation& situation)
{
    const qsizetype bracket = situation.name.indexOf(u'（');
    ChoiceRow::Words words{situation.name, {}, situation.note};
    if (bracket > 0 && situation.name.endsWith(u'）')) {
        words.name = situation.name.left(bracket);
        const QString inner = situation.name.mid(bracket + 1).chopped(1);
        words.small = words.small.isEmpty() ? inner : inner + u'；' + words.small;
    }
    if (situation.statutoryDays) {
        words.limit = SituationPane::tr("by law %1 d").arg(*situation.statutoryDays);
    }
    return words;
}

} // namespace

SituationPane::SituationPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_header(new PaneHeader(theme, tr("Guide and situation"), {}, this))
    , m_scroll(new ScrollPane(this))
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget* /*old*/, QWidget* now) { focusMoved(now); });
}

SituationPane::~SituationPane()
{
    // The children lose the focus when they go, and nobody is left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void SituationPane::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
}

void SituationPane::rebuild()
{
    m_groups.clear();
    m_computed.clear();
    m_questions.clear();
    delete m_content;
    m_content = nullptr;
    if (!m_desk.isActive()) {
        return;
    }
    const domain::Guide& guide = m_desk.guide();
    m_content = new QWidget;
    m_content->setProperty("role", QStringLiteral("plain"));
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, m_theme.k(6), 0, m_theme.k(16));
    m_column->setSpacing(0);
    for (const domain::GuideAxis& axis : guide.axes) {
        if (axis.computed) {
            addComputed(axis);
        } else {
            addAxis(axis);
        }
    }
    for (const domain::GuideMaterial& material : guide.materials) {
        if (!material.requiredWhen.isEmpty()) {
            addQuestion(material);
        }
    }
    addGuideWords(guide);
    m_column->addStretch(1);
    m_scroll->setWidget(m_content);
    refresh();
}

QLabel* SituationPane::addHead(const QString& title, const QString& note)
{
    auto* head = new QLabel(title, m_content);
    head->setProperty("type", QStringLiteral("bold"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(m_theme.k(16), m_theme.k(6), m_theme.k(16), m_theme.k(4));
    row->setSpacing(m_theme.k(8));
    row->addWidget(head);
    auto* quiet = new QLabel(note, m_content);
    setTone(*quiet, Tone::Second);
    row->addWidget(quiet, 1);
    m_column->addLayout(row);
    return head;
}

void SituationPane::addText(const QString& text)
{
    auto* label = new QLabel(text, m_content);
    label->setWordWrap(true);
    setTone(*label, Tone::Second);
    label->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), m_theme.k(4));
    m_column->addWidget(label);
}

void SituationPane::addLine()
{
    m_column->addSpacing(m_theme.k(6));
    auto* line = new QFrame(m_content);
    line->setProperty("role", QStringLiteral("line"));
    m_column->addWidget(line);
    m_column->addSpacing(m_theme.k(4));
}

void SituationPane::addAxis(const domain::GuideAxis& axis)
{
    if (axis.situations.empty()) {
        return;
    }
    addHead(axis.name);
    auto* group = new QButtonGroup(m_content);
    group->setObjectName(axis.id);
    int place = 0;
    for (const domain::GuideSituation& situation : axis.situations) {
        auto* choice = new ChoiceRow(m_theme, wordsOf(situation), m_content);
        choice->setObjectName(situation.id);
        group->addButton(choice, place++);
        m_column->addWidget(choice);
    }
    // Only what a person does: refresh() checks the chosen one without saying so.
    connect(group, &QButtonGroup::idClicked, this, [this, id = axis.id, group](int at) {
        m_desk.chooseSituation(id, group->button(at)->objectName());
    });
    m_groups.push_back(group);
}

void SituationPane::addComputed(const domain::GuideAxis& axis)
{
    Computed computed;
    computed.axis = axis.id;
    auto* head = new QLabel(axis.name, m_content);
    head->setProperty("type", QStringLiteral("bold"));
    computed.note = new QLabel(m_content);
    setTone(*computed.note, Tone::Second);
    computed.why = new KeyButton(m_theme, tr("Why?"), KeyButton::Look::Link, m_content);
    computed.why->setObjectName(QStringLiteral("why.") + axis.id);
    computed.why->setAccessibleName(tr("Why: %1").arg(axis.name));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(m_theme.k(16), m_theme.k(6), m_theme.k(16), m_theme.k(4));
    row->setSpacing(m_theme.k(8));
    row->addWidget(head);
    row->addWidget(computed.note);
    row->addStretch(1);
    row->addWidget(computed.why);
    m_column->addLayout(row);
    computed.sentence = new MessageLine(m_theme, m_content);
    computed.sentence->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), m_theme.k(4));
    m_column->addWidget(computed.sentence);
    for (const domain::GuideSituation& situation : axis.situations) {
        auto* choice = new ChoiceRow(m_theme, wordsOf(situation), m_content);
        choice->setObjectName(situation.id);
        choice->setAutoExclusive(false);
        choice->setFocusPolicy(Qt::NoFocus);
        choice->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_column->addWidget(choice);
        computed.rows.push_back(choice);
    }
    connect(computed.why, &KeyButton::clicked, this, [this, id = axis.id, line = computed.sentence] {
        line->setMessage(Tone::Second, line->text().isEmpty() ? m_desk.form().axisWhy.value(id) : QString());
    });
    m_computed.push_back(computed);
}

void SituationPane::refreshComputed(Computed& computed)
{
    const QString chosen = m_desk.form().situations.value(computed.axis);
    for (ChoiceRow* row : computed.rows) {
        row->setChecked(row->objectName() == chosen);
    }
    const QString why = m_desk.form().axisWhy.value(computed.axis);
    computed.note->setText(chosen.isEmpty() ? tr("follows from the form") : tr("by the rules"));
    computed.why->setVisible(!why.isEmpty());
    if (!computed.sentence->text().isEmpty() && computed.sentence->text() != why) {
        computed.sentence->setMessage(Tone::Second, why);
    }
}

/// One chosen per axis; the groups of the axes the clerk chooses on stand first.
void SituationPane::refreshAxes()
{
    std::size_t group = 0;
    std::size_t place = 0;
    const auto& chosen = m_desk.situation().chosen;
    for (const domain::GuideAxis& axis : m_desk.guide().axes) {
        if (axis.situations.empty() || place >= chosen.size()) {
            continue;
        }
        const QString id = chosen[place++]->id;
        if (axis.computed || group >= m_groups.size()) {
            continue;
        }
        for (QAbstractButton* button : m_groups[group]->buttons()) {
            if (button->objectName() == id && !button->isChecked()) {
                button->setChecked(true);
            }
        }
        ++group;
    }
    for (Computed& computed : m_computed) {
        refreshComputed(computed);
    }
}

void SituationPane::addQuestion(const domain::GuideMaterial& material)
{
    auto* box = new QWidget(m_content);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(m_theme.k(16), m_theme.k(6), m_theme.k(16), 0);
    column->setSpacing(0);
    auto* words = new QLabel(tr("%1: does this apply? %2").arg(material.name, material.requiredWhen), box);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.k(24));
    auto* group = new QButtonGroup(box);
    group->setObjectName(material.id);
    for (const auto& [word, answer] : {std::pair(tr("1 Yes"), kYes), std::pair(tr("2 No"), kNo)}) {
        auto* choice = new QRadioButton(word, box);
        choice->setAccessibleName(words->text() + u' ' + word);
        group->addButton(choice, answer);
        row->addWidget(choice);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_column->addWidget(box);
    connect(group, &QButtonGroup::idClicked, this,
            [this, id = material.id](int answer) { m_desk.answerQuestion(id, answer == kYes); });
    m_groups.push_back(group);
    m_questions.insert(material.id, {box, group});
}

void SituationPane::addGuideWords(const domain::Guide& guide)
{
    if (!guide.conditions.isEmpty()) {
        addLine();
        addHead(tr("Conditions"), tr("%n item(s)", nullptr, static_cast<int>(guide.conditions.size())));
        int place = 0;
        for (const QString& condition : guide.conditions) {
            addText(QStringLiteral("%1. %2").arg(++place).arg(condition));
        }
    }
    if (!guide.basis.empty()) {
        addLine();
        addHead(tr("Legal basis"));
        for (const domain::LegalBasis& basis : guide.basis) {
            addText(basis.law + basis.article);
        }
    }
    addLine();
    addHead(tr("Handling"));
    addText(tr("Department: %1").arg(guide.leadDepartment));
    addText(tr("Result: %1").arg(guide.resultName));
    addText(guide.feeCharged ? tr("Fee: %1").arg(guide.feeNote) : tr("No fee"));
    addText(tr("Visits: %1").arg(guide.visits));
}

void SituationPane::refresh()
{
    if (!m_desk.isActive() || m_content == nullptr) {
        return;
    }
    const domain::ResolvedSituation& situation = m_desk.situation();
    refreshAxes();
    for (auto question = m_questions.cbegin(); question != m_questions.cend(); ++question) {
        const bool due = std::ranges::any_of(situation.materials, [&question](const domain::DueMaterial& m) {
            return m.material->id == question.key();
        });
        question->box->setVisible(due);
        const auto answer = m_desk.intake().answers.constFind(question.key());
        if (answer != m_desk.intake().answers.constEnd()) {
            question->answers->button(*answer ? kYes : kNo)->setChecked(true);
        } else if (QAbstractButton* given = question->answers->checkedButton()) {
            question->answers->setExclusive(false); // undone: asked again
            given->setChecked(false);
            question->answers->setExclusive(true);
        }
    }
}

void SituationPane::focusFirst()
{
    if (!m_groups.empty()) {
        QAbstractButton* chosen = m_groups.front()->checkedButton();
        (chosen != nullptr ? chosen : m_groups.front()->buttons().constFirst())
            ->setFocus(Qt::OtherFocusReason);
    }
}

bool SituationPane::focusQuestion(const QString& material)
{
    const auto found = m_questions.constFind(material);
    if (found == m_questions.constEnd() || found->box->isHidden()) {
        return false;
    }
    found->answers->button(kYes)->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(found->box);
    return true;
}

void SituationPane::focusMoved(QWidget* now)
{
    m_header->setActive(now != nullptr && isAncestorOf(now));
}

void SituationPane::keyPressEvent(QKeyEvent* event)
{
    const int place = event->key() - Qt::Key_1;
    auto* focused = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    QButtonGroup* group = focused == nullptr ? nullptr : focused->group();
    if (place >= 0 && place < 9 && group != nullptr && place < group->buttons().size()) {
        QAbstractButton* button = group->buttons().at(place);
        button->setFocus(Qt::OtherFocusReason);
        button->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
