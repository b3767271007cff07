// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/duplicatedecision.h"
#include "desk/paperdesk.h"
#include "desk/printdesk.h"
#include "ui/cases/caseactpane.h"
#include "ui/cases/casebrowser.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class ActionCatalog;
class CaseActView;
class CaseDetailPane;
class CaseFilterBar;
class CaseListPane;
class DataTable;
class DuplicateView;
class KeyButton;
class PaperView;
class SegmentBar;

/// 办件: the cases of this window in six lists, searched by `/`, narrowed by the bar below, ordered by any
/// column (its head, or the digits); the chosen one beside them, its papers over them. Under 1000 px of
/// logical width the chosen case takes the place of the list. Everything by keyboard; Esc goes one step back
/// and loses nothing.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    CasesPage(const Theme& theme, desk::Workplace& workplace, desk::CaseDesk& cases, desk::PaperDesk& papers,
              desk::PrintDesk& printer, QWidget* parent = nullptr);

    /// Where the pages of a supplement and of a signed promise come from besides files; before addActions().
    void setScanDesk(desk::ScanDesk& scan);

    /// Gives the page's keys to the catalogue, under the id the frame knows the page by.
    void addActions(ActionCatalog& actions, const QString& page);

    /// The application on the desk beside an open case of the same applicant and item.
    void compareOnDesk(const domain::Intake& intake, const QString& other);

    /// Goes to one case, whatever is listed.
    void showCase(const QString& number);

    [[nodiscard]] DataTable& table();

    [[nodiscard]] CaseDetailPane& detail() { return *m_detail; }

    [[nodiscard]] DuplicateView& duplicates() { return *m_duplicates; }

    [[nodiscard]] PaperView& paperView() { return *m_paper; }

    [[nodiscard]] bool isPaperOpen() const;

    /// An act on a case is under way in place of the list.
    [[nodiscard]] bool isActOpen() const;

    [[nodiscard]] CaseActView& actView() { return *m_act; }

    /// What was taken in for a case goes to the disk, before the station is locked.
    void saveNow();
    /// Before the person goes: an error when something could not be saved and is still here.
    [[nodiscard]] QFuture<domain::Result<void>> putAside();

public Q_SLOTS:
    /// The ledger or the centre's answers have changed; looked at when the page is shown.
    void refresh();
    void openPaper(const QString& caseNumber, const QString& paperNumber);

Q_SIGNALS:
    /// The comparison with the application on the desk has ended: with what was said, or (nothing said) left.
    void comparedOnDesk(const std::optional<ow::desk::TwinDecision>& said);
    /// For the banner; the page itself says what it could not show.
    void failed(const ow::domain::Error& error);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    void makePanes(desk::PrintDesk& printer);
    void connectBrowser();
    void takeList();
    void takeCase(const desk::CaseDetail& detail);
    void toggleNarrowing();
    void narrowed();
    void unmask(const QString& caseNumber, desk::UnmaskReason reason);
    void printAgain();
    void connectDuplicates();
    void recordPrint(const QString& caseNumber, const QString& paperNumber);
    void takeCounts();
    void startFilter();
    void leaveFilter();
    void enterDetail();
    void leaveDetail();
    void closePaper();
    void connectActs();
    void takeOffers();
    void closeAct();
    void takeDone(const desk::ActDone& done);
    void forget();
    void adaptWidth();
    [[nodiscard]] bool pressedLetter(int key);
    void layOut();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::CaseDesk& m_cases;
    desk::PaperDesk& m_papers;
    CaseBrowser m_browser;
    QTimer m_typing;
    int m_paperQuestion = 0;
    bool m_narrow = false;
    bool m_onDesk = false; ///< the application on the desk is being compared: leaving goes back to it
    bool m_inDetail = false;
    bool m_printAfter = false; ///< the paper being fetched is to be printed
    QStackedWidget* m_outer = nullptr;
    QWidget* m_browse = nullptr;
    QWidget* m_bar = nullptr;
    QLabel* m_title = nullptr;
    SegmentBar* m_segments = nullptr;
    QLineEdit* m_filter = nullptr;
    KeyButton* m_narrowButton = nullptr;
    CaseFilterBar* m_narrowing = nullptr;
    CaseListPane* m_list = nullptr;
    CaseDetailPane* m_detail = nullptr;
    CaseActView* m_act = nullptr;
    PaperView* m_paper = nullptr;
    DuplicateView* m_duplicates = nullptr;
};

} // namespace ow::ui
