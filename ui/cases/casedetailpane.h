// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "domain/guide.h"
#include "ui/cases/caseactpane.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class FactGrid;
class KeyButton;
class MessageLine;
class PaneHeader;
class Pill;
class PrimaryButton;
class TimelineList;
class UnmaskRow;

/// One case at the right of the list: its state and light, the facts with masked numbers, its papers, every
/// act on it, and the page's primary action, which opens the newest paper. Shows what it is given; asks
/// nobody.
class CaseDetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit CaseDetailPane(const Theme& theme, QWidget* parent = nullptr);

    /// `guide` is that of the case's version, or null when this window does not have it.
    void showCase(const desk::CaseDetail& detail, const domain::Guide* guide, bool training);
    /// The whole numbers of the case that is shown, until another is or their time is up.
    void showUnmasked(const desk::Unmasked& unmasked);
    /// Asks why they are wanted, or hides them.
    void toggleUnmask();
    /// Says comparisonWanted() when there is an undecided duplicate.
    void compare();
    /// Nothing is chosen.
    void clear();

    [[nodiscard]] const std::optional<desk::CaseDetail>& detail() const { return m_detail; }

    /// A paper is being fetched or made: the primary action waits and says so.
    void setBusy(bool busy);
    /// Opens the newest paper; nothing when there is none.
    void openNewest();
    /// What the person may do about the case that is shown.
    void setOffers(const desk::CaseOffers& offers);
    /// The act the case waits for, or the newest paper.
    void primaryAct();
    /// The menu of acts, by key.
    void openActs();

    [[nodiscard]] TimelineList& timeline() { return *m_timeline; }

Q_SIGNALS:
    void paperWanted(const QString& caseNumber, const QString& paperNumber);
    void actWanted(ow::ui::CaseAct act, const QString& caseNumber);
    /// The case shown and an open one of the same applicant and item are to be looked at side by side.
    void comparisonWanted(const QString& caseNumber, const QString& other);
    void unmaskWanted(const QString& caseNumber, ow::desk::UnmaskReason reason);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeFoot();
    void showFacts();
    void showHead(const desk::CaseDetail& detail);
    void showPapers(const desk::CaseDetail& detail);
    void showAction();
    void act(CaseAct act);
    [[nodiscard]] bool waitsForAct() const;
    void layOut();

    const Theme& m_theme;
    std::optional<desk::CaseDetail> m_detail;
    std::optional<domain::Guide> m_guide;
    std::optional<desk::Unmasked> m_unmasked;
    bool m_busy = false;
    QWidget* m_content;
    QWidget* m_head = nullptr;
    Pill* m_state = nullptr;
    MessageLine* m_light = nullptr;
    QLabel* m_item = nullptr;
    QLabel* m_about = nullptr;
    MessageLine* m_trouble = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_facts = nullptr;
    FactGrid* m_grid = nullptr;
    UnmaskRow* m_unmask = nullptr;
    KeyButton* m_twin = nullptr;
    PaneHeader* m_papersHead = nullptr;
    QWidget* m_papers = nullptr;
    QVBoxLayout* m_paperRows = nullptr;
    PaneHeader* m_actsHead = nullptr;
    TimelineList* m_timeline = nullptr;
    QWidget* m_foot = nullptr;
    QLabel* m_why = nullptr;
    KeyButton* m_more = nullptr;
    PrimaryButton* m_open = nullptr;
    std::vector<CaseAct> m_offered;
    QLabel* m_nothing;
};

} // namespace ow::ui
