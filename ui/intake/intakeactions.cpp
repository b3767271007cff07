// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the intake page, apart from what its parts do with them.
#include "ui/capture/scanpanel.h"
#include "ui/frame/actioncatalog.h"
#include "ui/intake/actionpane.h"
#include "ui/intake/findingpane.h"
#include "ui/intake/formpane.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/materialpane.h"
#include "ui/intake/situationpane.h"

#include <QApplication>

namespace ow::ui {

namespace {

constexpr int kRegions = 3;

/// What the parts do with keys of their own.
void noteKeys(ActionCatalog& actions)
{
    const QString page = IntakePage::info().id;
    // Ctrl+Enter is the frame's: it presses the one primary action of whichever page is shown.
    actions.note(IntakePage::tr("Space"), IntakePage::tr("Material is here"), page);
    actions.note(IntakePage::tr("Del"), IntakePage::tr("Take the chosen or the last page off"), page);
    actions.note(IntakePage::tr("Del"), IntakePage::tr("Throw a draft away, on the list of drafts"), page);
    actions.note(QStringLiteral("← →"), IntakePage::tr("Choose a page of the material; Enter opens it large"),
                 page);
    actions.note(QStringLiteral("Alt ← →"), IntakePage::tr("Change the order of pages"), page);
    actions.note(QStringLiteral("O"), IntakePage::tr("Compared with the original"), page);
    actions.note(QStringLiteral("U"), IntakePage::tr("Reuse the earlier scan that is offered"), page);
    actions.note(QStringLiteral("Shift U"), IntakePage::tr("Show the next earlier scan"), page);
    actions.note(QStringLiteral("R C L"), IntakePage::tr("Large page: turn, cut, level"), page);
    actions.note(QStringLiteral("+ − 0 1"), IntakePage::tr("Large page: zoom, fit, full size"), page);
    actions.note(QStringLiteral("1–9"), IntakePage::tr("Choose a situation or an option"), page);
}

} // namespace

void IntakePage::setScanDesk(desk::ScanDesk& scan)
{
    m_scanPanel = new ScanPanel(m_theme, scan, m_materials);
    m_materials->setScanPanel(m_scanPanel);
    m_materials->setScanDesk(scan);
    connect(m_scanPanel, &ScanPanel::scanWanted, m_materials, [this] { m_materials->scan(); });
}

void IntakePage::addActions(ActionCatalog& actions)
{
    if (m_scanPanel != nullptr) {
        m_scanPanel->addActions(actions, info().id);
    }
    const auto add = [this, &actions](const char* id, const QString& word, const QKeySequence& keys,
                                      auto what) {
        QAction* action = actions.add(
            {QStringLiteral("intake.") + QLatin1StringView(id), word, keys, QStringLiteral("intake")});
        connect(action, &QAction::triggered, this, [this, what] {
            if (m_desk.isActive() && !m_desk.isDeciding()) {
                what();
            }
        });
        return action;
    };
    add("form", tr("Applicant and form"), Qt::Key_F3, [this] { focusRegion(IntakeRegion::Form); });
    add("materials", tr("Materials"), Qt::Key_F4, [this] { focusRegion(IntakeRegion::Materials); });
    add("hold", tr("Put aside, next applicant"), Qt::Key_F5, [this] { putAside(); });
    add("region", tr("Next region"), Qt::Key_F6, [this] { stepRegion(1); });
    add("regionBack", tr("Previous region"), Qt::SHIFT | Qt::Key_F6, [this] { stepRegion(-1); });
    add("finding", tr("Next finding"), Qt::Key_F7, [this] { m_findings->step(1); });
    add("findingBack", tr("Previous finding"), Qt::SHIFT | Qt::Key_F7, [this] { m_findings->step(-1); });
    add("card", tr("Read the identity card"), Qt::Key_F8, [this] { readCard(); });
    add("file", tr("File for the current material"), Qt::Key_F9, [this] {
        focusRegion(IntakeRegion::Materials);
        m_materials->scan();
    });
    add("accept", tr("Accept, or go to what stands in the way"), Qt::Key_F10, [this] { acceptOrGo(); });
    add("paste", tr("Paste into the current material"), Qt::CTRL | Qt::Key_V,
        [this] { m_materials->pasteFiles(); });
    add("fault", tr("Next field with a fault"), Qt::CTRL | Qt::Key_G, [this] {
        showRegion(IntakeRegion::Form);
        m_form->revealAll();
        if (!m_form->focusNextFault()) {
            say(Tone::Info, tr("Nothing is wrong in the form."));
        }
    });
    add("earlier", tr("Fill in as last time"), Qt::CTRL | Qt::Key_R, [this] { bringEarlier(); });
    add("redo", tr("Do again"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { redo(); });
    // Also where no application is open: a draft that was thrown away comes back.
    QAction* undoAction = actions.add({QStringLiteral("intake.undo"), tr("Undo the last step"),
                                       Qt::CTRL | Qt::Key_Z, QStringLiteral("intake")});
    connect(undoAction, &QAction::triggered, this, [this] {
        if (!m_desk.isDeciding()) {
            undo();
        }
    });
    noteKeys(actions);
}

IntakeRegion IntakePage::regionNow() const
{
    const QWidget* focus = QApplication::focusWidget();
    if (m_situation->isAncestorOf(focus)) {
        return IntakeRegion::Guide;
    }
    if (m_form->isAncestorOf(focus)) {
        return IntakeRegion::Form;
    }
    return m_materials->isAncestorOf(focus) ? IntakeRegion::Materials : m_region;
}

void IntakePage::stepRegion(int by)
{
    const int next = (static_cast<int>(regionNow()) + by + kRegions) % kRegions;
    focusRegion(static_cast<IntakeRegion>(next));
}

} // namespace ow::ui
