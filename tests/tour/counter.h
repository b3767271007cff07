// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/driver.h"
#include "ui/cases/caseactpane.h"
#include "ui/shell/shell.h"

#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <QString>

namespace ow::tour {

/// What a clerk does at the counter again and again: an application from the search to its answer, and an act
/// on a case. Keeps what came of it, to be held against window and centre.
class Counter
{
public:
    /// Both outlive this.
    Counter(ui::Shell& shell, Driver& driver);

    /// By the search box, with what is typed there, until this item is begun.
    [[nodiscard]] bool begin(const QString& query, const QString& code, const QString& picture = {});
    /// Any form, field after field as Enter leads: what is typed, or "#2" for the digit of a choice.
    void fillIn(const QHash<QString, QString>& answers);
    /// The form of the charter filing (省际包车客运标志牌备案) of a made-up company; its numbers pass their
    /// checks. `other` stands in place of single answers.
    void fillCharter(const QMap<QString, QString>& other = {});
    /// The first as a file, the others looked at on paper.
    [[nodiscard]] bool giveMaterials(int count);
    /// The one answer the findings call for.
    [[nodiscard]] bool decide(const QString& picture);
    /// Another answer, by the words of its menu.
    [[nodiscard]] bool decideOtherwise(const QString& words);

    /// What the last decision came to.
    [[nodiscard]] const desk::Decided& last() const { return m_last; }

    /// Cases of the training are no cases: from here on they are not kept.
    void setTraining(bool training) { m_training = training; }

    [[nodiscard]] const QJsonArray& cases() const { return m_cases; }

    /// A PDF to be taken in; made once.
    [[nodiscard]] const QString& sampleFile();

    /// By its number in the search box; until it is shown.
    [[nodiscard]] bool openCase(const QString& number);
    /// M and the word of the act, until its pane is open.
    [[nodiscard]] bool beginAct(ui::CaseAct act);
    /// Ctrl+Enter, until it is written and the case stands as it should; with the paper shown when it has
    /// one.
    [[nodiscard]] bool finishAct(domain::CaseState state, bool paper);
    /// One of the case's papers, by the word of its kind; until it is drawn.
    [[nodiscard]] bool openPaper(const QString& kind);
    /// Esc, back to the case.
    [[nodiscard]] bool closePaper();
    [[nodiscard]] bool isCaseShown(const QString& number) const;
    [[nodiscard]] bool isPaperDrawn() const;
    [[nodiscard]] bool isAllAtCentre(); ///< waits for it

private:
    [[nodiscard]] bool search(const char* what, const QString& text, const QString& first);
    [[nodiscard]] bool awaitDecision(int decided, int papers);
    void keepPaper(const QString& caseNumber, const QString& paperNumber);

    ui::Shell& m_shell;
    Driver& m_driver;
    QJsonArray m_cases;
    QString m_sample;
    desk::Decided m_last;
    bool m_training = false;
    int m_decided = 0;
    int m_papers = 0;
};

} // namespace ow::tour
