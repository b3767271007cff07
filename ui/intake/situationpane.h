// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class ChoiceRow;
class KeyButton;
class MessageLine;
class PaneHeader;

/// Guide and situation: one choice per axis (a computed one shows what came out of the form, and why), the
/// questions that decide about conditional materials, then what the guide says. Digits choose on the axis
/// where the focus is.
class SituationPane : public QWidget
{
    Q_OBJECT

public:
    SituationPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);
    ~SituationPane() override;

    /// Off where the tab over the region says the same.
    void setHeaderVisible(bool visible);
    void rebuild();
    void refresh();
    void focusFirst();
    /// Goes to the question about a conditional material; false when it is not asked.
    bool focusQuestion(const QString& material);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// An axis the rules choose on: nothing in it can be clicked.
    struct Computed
    {
        QString axis;
        std::vector<ChoiceRow*> rows; ///< in the guide's order
        QLabel* note = nullptr;
        KeyButton* why = nullptr;
        MessageLine* sentence = nullptr;
    };

    struct Question
    {
        QWidget* box = nullptr;
        QButtonGroup* answers = nullptr;
    };

    void addAxis(const domain::GuideAxis& axis);
    void addComputed(const domain::GuideAxis& axis);
    void refreshAxes();
    void refreshComputed(Computed& computed);
    void addQuestion(const domain::GuideMaterial& material);
    void addGuideWords(const domain::Guide& guide);
    QLabel* addHead(const QString& title, const QString& note = {});
    void addText(const QString& text);
    void addLine();
    void focusMoved(QWidget* now);

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    PaneHeader* m_header;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    std::vector<QButtonGroup*> m_groups; ///< axes the clerk chooses on, and questions, as they stand
    std::vector<Computed> m_computed;
    QHash<QString, Question> m_questions;
};

} // namespace ow::ui
