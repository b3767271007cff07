// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caseactpane.h"

#include "domain/formvalue.h"
#include "ui/cases/casefacts.h"
#include "ui/intake/fieldinput.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/answerwords.h"
#include "ui/words/statewords.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

using domain::Answer;

constexpr int kLineWidth = 720; ///< px at 100 %: one line of words, not the width of a screen

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseActPane)
};

bool needsReason(Answer answer, const desk::CaseToAct& seen)
{
    if (answer == Answer::Decline) {
        return seen.answer != Answer::Decline && seen.answer != Answer::PassOn;
    }
    return answer == Answer::PassOn && seen.answer != Answer::PassOn;
}

QString aboutOf(const desk::CaseToAct& seen)
{
    return seen.guide->name + u'·' + seen.number;
}

} // namespace

QString caseActWord(CaseAct act)
{
    switch (act) {
    case CaseAct::Supplement:
        return Words::tr("Supplement");
    case CaseAct::Supply:
        return Words::tr("Promised materials");
    case CaseAct::Answer:
        return Words::tr("Answer the application");
    case CaseAct::AnswerTask:
        return Words::tr("Done as the chief asked");
    case CaseAct::Correct:
        return Words::tr("Correct on the spot");
    case CaseAct::SignPromise:
        return Words::tr("Keep the signed promise");
    case CaseAct::PassOn:
        return Words::tr("Pass on");
    case CaseAct::Advise:
        return Words::tr("Advice slip");
    case CaseAct::Withdraw:
        return Words::tr("Withdraw");
    }
    return {};
}

std::vector<CaseAct> openActs(const desk::CaseOffers& offers)
{
    std::vector<CaseAct> acts;
    const auto add = [&acts](bool open, CaseAct act) {
        if (open) {
            acts.push_back(act);
        }
    };
    add(offers.supplement, CaseAct::Supplement);
    add(offers.answer, CaseAct::Answer);
    add(offers.supply, CaseAct::Supply);
    add(offers.answerTask, CaseAct::AnswerTask);
    add(offers.signPromise, CaseAct::SignPromise);
    add(offers.correct, CaseAct::Correct);
    add(offers.advise, CaseAct::Advise);
    add(offers.passOn, CaseAct::PassOn);
    add(offers.withdraw, CaseAct::Withdraw);
    return acts;
}

CaseActPane::CaseActPane(const Theme& theme, desk::ActDesk& desk, QWidget* parent)
    : ActFrame(theme, parent)
    , m_theme(theme)
    , m_desk(desk)
{
    connect(this, &ActFrame::triggered, this, &CaseActPane::act);
}

void CaseActPane::begin(CaseAct act, const desk::CaseToAct& seen)
{
    m_act = act;
    m_seen = seen;
    m_answer = act == CaseAct::PassOn ? Answer::PassOn : seen.answer;
    m_line = nullptr;
    m_inputs.clear();
    setTitle(caseActWord(act), aboutOf(seen));
    auto* body = new QWidget(this);
    auto* down = new QVBoxLayout(body);
    down->setContentsMargins(m_theme.k(16), m_theme.k(12), m_theme.k(16), m_theme.k(12));
    down->setSpacing(m_theme.k(12));
    auto* facts = new FactGrid(m_theme, FactGrid::Size::Dense, body);
    facts->setFacts(actFacts(seen));
    down->addWidget(facts);
    others().clear();
    switch (act) {
    case CaseAct::Answer:
        buildAnswer(body);
        break;
    case CaseAct::Correct:
        buildCorrections(body);
        break;
    case CaseAct::Withdraw:
        m_line = addLine(body, tr("Why the applicant withdraws"), {}, true);
        break;
    case CaseAct::AnswerTask:
        m_line = addLine(body, tr("What was done"), {}, false);
        break;
    case CaseAct::Advise:
        m_line = addLine(body, tr("What was asked"), {}, true);
        break;
    case CaseAct::PassOn:
        m_line = addLine(body, tr("Passed on to"), {}, seen.answer == Answer::PassOn);
        break;
    case CaseAct::SignPromise: // PromisePane's
    case CaseAct::Supplement:
    case CaseAct::Supply:
        break; // SupplementPane's
    }
    down->addStretch(1);
    setBody(body);
    showOthers(act == CaseAct::Answer);
    refresh();
}

void CaseActPane::clear()
{
    // Hidden is not gone: nothing of a person stays in the widgets.
    m_seen = {};
    m_line = nullptr;
    m_inputs.clear();
    others().clear();
    setTitle({}, {});
    setBody(new QWidget(this));
}

FieldEdit* CaseActPane::addLine(QWidget* body, const QString& label, const QString& value, bool optional)
{
    auto* edit = new FieldEdit(m_theme, body);
    edit->setText(value);
    auto* field = new FormField(m_theme, label, edit, body);
    field->setMaximumWidth(m_theme.k(kLineWidth));
    field->setOptional(optional);
    static_cast<QVBoxLayout*>(body->layout())->addWidget(field);
    connect(edit, &QLineEdit::textChanged, this, &CaseActPane::refresh);
    return edit;
}

void CaseActPane::buildAnswer(QWidget* body)
{
    auto* list = new FindingList(m_theme, tr("What stands in the way"), body);
    std::vector<FindingRow> rows;
    for (const domain::Finding& finding : m_seen.findings) {
        rows.push_back({.id = finding.code + finding.field + finding.material,
                        .state = stateWord(finding.effect),
                        .sentence = finding.sentence,
                        .source = finding.source});
    }
    list->setRows(rows);
    list->setMinimumHeight(m_theme.metrics().findingRow *
                           std::max<int>(1, std::min<int>(8, static_cast<int>(rows.size()))));
    static_cast<QVBoxLayout*>(body->layout())->addWidget(list, 1);
    m_line = addLine(body, tr("Reason of a decline"), {}, true);
    const auto other = [this](Answer answer) {
        connect(others().addAction(answerVerb(answer)), &QAction::triggered, this,
                [this, answer] { this->answer(answer); });
    };
    if (m_seen.answer == Answer::AcceptDeficient) {
        other(Answer::Notice);
    }
    if (m_seen.answer == Answer::AcceptAndGrant) {
        other(Answer::Accept);
    }
    if (m_seen.answer != Answer::Decline) {
        other(Answer::Decline);
    }
}

void CaseActPane::buildCorrections(QWidget* body)
{
    for (const domain::GuideField& field : m_seen.guide->fields) {
        const bool wrong = std::ranges::any_of(m_seen.findings, [&field](const domain::Finding& finding) {
            return finding.field == field.key && finding.effect == domain::Effect::CorrectNow;
        });
        if (!wrong) {
            continue;
        }
        FieldInput* input = FieldInput::make(m_theme, field, body);
        input->setValue(domain::formValue(m_seen.file.intake, field.key));
        auto* part = new FormField(m_theme, field.label, input->widget(), body);
        connect(input, &FieldInput::edited, this, &CaseActPane::refresh);
        m_inputs.insert(field.key, input);
        static_cast<QVBoxLayout*>(body->layout())->addWidget(part);
    }
    const domain::Intake& intake = m_seen.file.intake;
    m_line =
        addLine(body, tr("Confirmed by"), intake.agent ? intake.agent->name : intake.applicant.name, false);
}

void CaseActPane::refresh()
{
    const QString text = m_line == nullptr ? QString() : m_line->text().trimmed();
    switch (m_act) {
    case CaseAct::Answer:
        setFoot(domain::displacingCount(m_seen.findings) == 0
                    ? tr("Nothing stands in the way.")
                    : tr("%n thing(s) stand in the way.", nullptr, domain::displacingCount(m_seen.findings)),
                answerVerb(m_seen.answer), true);
        break;
    case CaseAct::Correct:
        setFoot(m_inputs.isEmpty() ? tr("Nothing can be set right on the spot.")
                                   : tr("The applicant confirms what was set right."),
                tr("Record the correction"), !m_inputs.isEmpty() && !text.isEmpty());
        break;
    case CaseAct::PassOn:
        setFoot(tr("The application and its papers go to the authority that decides."), caseActWord(m_act),
                !needsReason(Answer::PassOn, m_seen) || !text.isEmpty());
        break;
    case CaseAct::AnswerTask: {
        const auto tasks = m_seen.file.openTasks();
        setFoot(tasks.empty() ? QString() : tr("The chief asked: %1").arg(tasks.back().text),
                tr("Record and give back"), !text.isEmpty());
        break;
    }
    case CaseAct::Advise:
        setFoot(tr("A slip of what to bring and where to go; it decides nothing."), tr("Give the slip"),
                true);
        break;
    case CaseAct::Withdraw:
        setFoot(tr("The case ends here; the applicant may apply again."), caseActWord(m_act), true);
        break;
    case CaseAct::SignPromise:
    case CaseAct::Supplement:
    case CaseAct::Supply:
        break;
    }
}

void CaseActPane::answer(Answer answer)
{
    m_answer = answer;
    if (needsReason(answer, m_seen) && m_line->text().trimmed().isEmpty()) {
        m_line->setFocus(Qt::OtherFocusReason); // the reason first, then the same answer again
        return;
    }
    wait(m_desk.answer(m_seen, answer, m_line == nullptr ? QString() : m_line->text().trimmed()));
}

void CaseActPane::act()
{
    const QString text = m_line == nullptr ? QString() : m_line->text().trimmed();
    switch (m_act) {
    case CaseAct::Answer:
        // What was typed is the reason of a decline, not a remark to an acceptance.
        answer(m_answer == Answer::Decline && !text.isEmpty() ? m_answer : m_seen.answer);
        break;
    case CaseAct::PassOn:
        answer(Answer::PassOn);
        break;
    case CaseAct::Correct: {
        std::vector<desk::Correction> corrections;
        for (auto it = m_inputs.cbegin(); it != m_inputs.cend(); ++it) {
            corrections.push_back({it.key(), it.value()->value()});
        }
        wait(m_desk.correct(m_seen, corrections, text));
        break;
    }
    case CaseAct::AnswerTask:
        wait(m_desk.answerTask(m_seen, text));
        break;
    case CaseAct::Advise:
        wait(m_desk.advise(m_seen, text));
        break;
    case CaseAct::Withdraw:
        wait(m_desk.withdraw(m_seen, text));
        break;
    case CaseAct::SignPromise:
    case CaseAct::Supplement:
    case CaseAct::Supply:
        break;
    }
}

void CaseActPane::wait(const desk::ActDesk::Answered& answered)
{
    setBusy(true);
    whenAnswered(answered, this, [this](const domain::Result<desk::ActDone>& done) {
        setBusy(false);
        refresh();
        if (done) {
            Q_EMIT wrote(*done);
        } else {
            Q_EMIT failed(done.error());
        }
    });
}

void CaseActPane::writeAgain()
{
    m_desk.confirmClock();
    if (m_act == CaseAct::Answer || m_act == CaseAct::PassOn) {
        answer(m_answer);
    } else {
        act();
    }
}

} // namespace ow::ui
