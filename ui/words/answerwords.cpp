// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/answerwords.h"

#include <QCoreApplication>

namespace ow::ui {

// Without default: the compiler names an answer that has no word.
QString answerVerb(domain::Answer answer)
{
    using domain::Answer;
    const auto word = [](const char* text) { return QCoreApplication::translate("AnswerWord", text); };
    switch (answer) {
    case Answer::Accept:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Accept"));
    case Answer::AcceptDeficient:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Accept, papers follow"));
    case Answer::Notice:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "One-time notice"));
    case Answer::Decline:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Do not accept"));
    case Answer::NotRequired:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "No permit needed"));
    case Answer::PassOn:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Receive and pass on"));
    case Answer::AcceptAndGrant:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Accept and decide"));
    case Answer::ReceiveOnly:
        return word(QT_TRANSLATE_NOOP("AnswerWord", "Receive only"));
    }
    return {};
}

} // namespace ow::ui
