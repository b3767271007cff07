// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/progressdesk.h"
#include "ui/frame/pageinfo.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace ow::ui {

class ActionCatalog;
class AnswerList;
class KeyButton;
class MessageLine;
class PrimaryButton;

/// 进度: somebody at the counter or on the telephone asks how far it is. One field for the number, the code,
/// the identifier, the telephone or the name; beside it the answer in sentences to be read out, with nothing
/// of the person in them. Ctrl+Enter goes to the case.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    ProgressPage(const Theme& theme, desk::Workplace& workplace, QWidget* parent = nullptr);

    [[nodiscard]] static PageInfo info();
    void addActions(ActionCatalog& actions);

    /// Asks at once: from the search box or a code gun.
    void ask(const QString& text);

    [[nodiscard]] QLineEdit& question() { return *m_question; }

    [[nodiscard]] AnswerList& answers() { return *m_answers; }

    /// What is to be read out now; empty when nothing is chosen.
    [[nodiscard]] QString sentences() const;

Q_SIGNALS:
    void caseWanted(const QString& number);
    /// The slip that goes with the newest paper of the case.
    void slipWanted(const QString& caseNumber, const QString& paperNumber);
    void failed(const ow::domain::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeAnswer();
    [[nodiscard]] QLabel* sentence(const char* type);
    void askNow();
    void take(const desk::ProgressReport& report);
    void choose(int row);
    void openCase();
    void forget();
    [[nodiscard]] QString asOfSentence() const;
    void layOut();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::ProgressDesk m_desk;
    desk::ProgressReport m_report;
    QTimer m_typing;
    quint64 m_asked = 0;
    QBoxLayout* m_across;
    QWidget* m_bar = nullptr;
    QLineEdit* m_question = nullptr;
    AnswerList* m_answers = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_side = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_words = nullptr;
    QLabel* m_item = nullptr;
    QLabel* m_number = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_next = nullptr;
    QLabel* m_items = nullptr;
    QLabel* m_collect = nullptr;
    MessageLine* m_doubt = nullptr;
    QWidget* m_foot = nullptr;
    QLabel* m_asOf = nullptr;
    KeyButton* m_slip = nullptr;
    PrimaryButton* m_open = nullptr;
};

} // namespace ow::ui
