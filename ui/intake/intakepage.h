// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/devicedesk.h"
#include "desk/finder.h"
#include "desk/intakedesk.h"
#include "ui/frame/pageinfo.h"
#include "ui/intake/regionbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QStackedLayout;

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class ActionCatalog;
class ActionPane;
class CaseBar;
class EmptyDesk;
class FindingPane;
class FormPane;
class MaterialPane;
class ScanPanel;
class SituationPane;

/// 收件: one application from the choice of the item to the answer. Guide, form and materials stand beside
/// each other, what is in the way and the one primary action below them. Everything is done by keyboard; what
/// is typed is checked at once and kept as a draft by the desk.
class IntakePage : public QWidget
{
    Q_OBJECT

public:
    IntakePage(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk, desk::Finder& finder,
               QWidget* parent = nullptr);
    ~IntakePage() override;

    [[nodiscard]] static PageInfo info();
    /// F3 to F10 and Ctrl+Enter, live while the page is shown.
    void addActions(ActionCatalog& actions);

    /// For F8; outlives this.
    void setDevices(desk::DeviceDesk& devices) { m_devices = &devices; }

    /// The scanner of this window, before addActions(). Without one F9 asks for files.
    void setScanDesk(desk::ScanDesk& scan);

    [[nodiscard]] bool isActive() const { return m_desk.isActive(); }

    /// What the code gun has read, into the empty text field the cursor stands in. False when it stands in
    /// none: the code means something else.
    bool takeCode(const QString& code);

    /// The banner's action was taken. True when it was this page's: the clerk has looked at a doubtful clock,
    /// and the answer that waited for it is given.
    bool takeBannerAction();

public Q_SLOTS:
    /// Begins an application; one that is open is put aside first.
    void beginItem(const QString& code);
    void resumeDraft(const QString& id);
    /// What was said of the application and an open case: noted with it, or it is not taken in again.
    void takeTwin(const ow::desk::TwinDecision& said);

Q_SIGNALS:
    /// The answer is in the ledger; the page is empty again.
    void decided(const ow::desk::Decided& decided);
    /// "草稿已存 09:42:16" for the top bar; empty when nothing is open.
    void draftSavedText(const QString& text);
    /// For the banner.
    void messagePosted(const ow::ui::BannerMessage& message);
    /// For the top bar where there is room for one region only: the item, or 收件.
    void titleChanged(const QString& title);
    void searchWanted();
    /// The open case of a duplicate, to be seen beside what is on the desk, which stays there.
    void comparisonWanted(const QString& number);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void connectParts();
    void refresh();
    void openApplication();
    void arrange(bool force);
    void orderTabs();
    void putAside();
    void undo();
    void redo();
    void bringEarlier();
    void thrownAway(const QString& name);
    void bringBack();
    void goToPlace(const desk::Place& place);
    void decide(domain::Answer answer, const QString& reason);
    void setWorking(bool working);
    void finish(const domain::Result<desk::Decided>& done);
    void acceptOrGo();
    void goTo(const domain::Finding& finding);
    void showRegion(IntakeRegion region);
    void focusRegion(IntakeRegion region);
    void stepRegion(int by);
    [[nodiscard]] IntakeRegion regionNow() const;
    void say(Tone tone, const QString& sentence);
    void readCard();
    void takeCard(const desk::IdCard& card);
    void begun(const domain::Result<void>& done);
    /// The field of the applicant's name while it is empty: no paper is written to nobody.
    [[nodiscard]] QString namelessField() const;

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::IntakeDesk& m_desk;
    desk::Finder& m_finder;
    desk::DeviceDesk* m_devices = nullptr;
    QStackedLayout* m_stack;
    EmptyDesk* m_empty;
    QWidget* m_work;
    QGridLayout* m_grid;
    CaseBar* m_bar;
    RegionBar* m_regions;
    SituationPane* m_situation;
    FormPane* m_form;
    MaterialPane* m_materials;
    ScanPanel* m_scanPanel = nullptr;
    FindingPane* m_findings;
    ActionPane* m_actions;
    QPointer<QWidget> m_cameFrom; ///< has the focus again when a decision failed

    struct Asked
    {
        domain::Answer answer = domain::Answer::Accept;
        QString reason;
        bool clock = false; ///< waits for a look at the clock
    };

    Asked m_asked;             ///< the last answer tried
    bool m_thrownAway = false; ///< the banner offers to bring a draft back
    QString m_draft;           ///< the application the parts were built for
    WidthClass m_width = WidthClass::ThreeColumns;
    IntakeRegion m_region = IntakeRegion::Form;
};

} // namespace ow::ui
