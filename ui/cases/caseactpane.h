// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "ui/cases/actframe.h"

#include <QMap>

namespace ow::ui {

class FieldEdit;
class FieldInput;

/// What can be done about a case from its page, in the order the menu has it.
enum class CaseAct { Supplement, Supply, Answer, AnswerTask, Correct, SignPromise, PassOn, Advise, Withdraw };

[[nodiscard]] QString caseActWord(CaseAct act);
/// Those that are open, the most urgent first; the first of them is the primary action of the page.
[[nodiscard]] std::vector<CaseAct> openActs(const desk::CaseOffers& offers);

/// One act on a received case that needs little: the open answer with what pre-flight finds, a correction, a
/// reason, a question.
class CaseActPane : public ActFrame
{
    Q_OBJECT

public:
    CaseActPane(const Theme& theme, desk::ActDesk& desk, QWidget* parent = nullptr);

    void begin(CaseAct act, const desk::CaseToAct& seen);
    void clear();
    /// The clerk has looked at a doubtful clock: what was tried is tried again.
    void writeAgain();

Q_SIGNALS:
    void wrote(const ow::desk::ActDone& done);
    void failed(const ow::domain::Error& error);

private:
    void buildAnswer(QWidget* body);
    void buildCorrections(QWidget* body);
    FieldEdit* addLine(QWidget* body, const QString& label, const QString& value, bool optional);
    void refresh();
    void act();
    void answer(domain::Answer answer);
    void wait(const desk::ActDesk::Answered& answered);

    const Theme& m_theme;
    desk::ActDesk& m_desk;
    desk::CaseToAct m_seen;
    CaseAct m_act = CaseAct::Advise;
    domain::Answer m_answer = domain::Answer::Accept;
    FieldEdit* m_line = nullptr;         ///< reason, question, what was done or who confirms; of the body
    QMap<QString, FieldInput*> m_inputs; ///< of corrections, by field
};

} // namespace ow::ui
