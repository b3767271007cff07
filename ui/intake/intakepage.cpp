// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakepage.h"

#include "domain/legaldate.h"
#include "ui/intake/actionpane.h"
#include "ui/intake/casebar.h"
#include "ui/intake/emptydesk.h"
#include "ui/intake/findingpane.h"
#include "ui/intake/formpane.h"
#include "ui/intake/materialpane.h"
#include "ui/intake/situationpane.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QDateTime>
#include <QGridLayout>
#include <QStackedLayout>

#include <array>

namespace ow::ui {

namespace {

constexpr int kWide = 1720; // logical width from which the outer columns are wider
constexpr int kGuide = 264;
constexpr int kGuideWide = 340;
constexpr int kMaterials = 404;
constexpr int kMaterialsWide = 620;

} // namespace

IntakePage::IntakePage(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk,
                       desk::Finder& finder, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_desk(desk)
    , m_finder(finder)
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyDesk(theme, workplace, desk, finder, this))
    , m_work(new QWidget(this))
    , m_grid(new QGridLayout(m_work))
    , m_bar(new CaseBar(theme, workplace, desk, m_work))
    , m_regions(new RegionBar(theme, desk, m_work))
    , m_situation(new SituationPane(theme, desk, m_work))
    , m_form(new FormPane(theme, desk, m_work))
    , m_materials(new MaterialPane(theme, workplace, desk, m_work))
    , m_findings(new FindingPane(theme, desk, m_work))
    , m_actions(new ActionPane(theme, desk, m_work))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_work);
    connectParts();
    connect(&theme, &Theme::changed, this, [this] { arrange(true); });
    arrange(true);
    m_empty->refresh();
}

IntakePage::~IntakePage() = default;

PageInfo IntakePage::info()
{
    return {QStringLiteral("intake"), tr("Intake"), QStringLiteral("inbox"), domain::Clerk};
}

void IntakePage::connectParts()
{
    connect(&m_desk, &desk::IntakeDesk::changed, this, &IntakePage::refresh);
    connect(&m_desk, &desk::IntakeDesk::draftSaved, this, [this](qint64 at) {
        if (m_desk.isActive()) {
            const QString time = domain::legalTime(at).toString(QStringLiteral("HH:mm:ss"));
            Q_EMIT draftSavedText(tr("Draft saved %1").arg(time));
        }
    });
    connect(&m_desk, &desk::IntakeDesk::draftFailed, this,
            [this](const domain::Error& error) { say(Tone::Block, errorText(error.code).sentence()); });
    connect(&m_workplace, &desk::Workplace::personChanged, m_empty, &EmptyDesk::refresh);
    connect(&m_workplace, &desk::Workplace::rulesLoaded, m_empty, &EmptyDesk::refresh);
    connect(m_empty, &EmptyDesk::itemChosen, this, &IntakePage::beginItem);
    connect(m_empty, &EmptyDesk::draftChosen, this, &IntakePage::resumeDraft);
    connect(m_empty, &EmptyDesk::thrownAway, this, &IntakePage::thrownAway);
    connect(m_empty, &EmptyDesk::messagePosted, this, &IntakePage::messagePosted);
    connect(m_empty, &EmptyDesk::searchWanted, this, &IntakePage::searchWanted);
    connect(m_bar, &CaseBar::guideWanted, this, [this] { focusRegion(IntakeRegion::Guide); });
    connect(m_regions, &RegionBar::chosen, this, &IntakePage::focusRegion);
    connect(m_form, &FormPane::earlierWanted, this, &IntakePage::bringEarlier);
    connect(&m_desk, &desk::IntakeDesk::restored, this, [this](const desk::Place& place) {
        m_form->takeOver();
        m_situation->refresh();
        m_materials->refresh();
        goToPlace(place);
    });
    connect(m_form, &FormPane::structureChanged, this, &IntakePage::orderTabs);
    connect(m_form, &FormPane::completed, this, [this] { focusRegion(IntakeRegion::Materials); });
    connect(m_materials, &MaterialPane::refused, this,
            [this](const QString& sentence) { say(Tone::Block, sentence); });
    connect(m_materials, &MaterialPane::countsChanged, this,
            [this] { m_regions->refresh(m_materials->missing()); });
    connect(m_findings, &FindingPane::wanted, this, &IntakePage::goTo);
    connect(m_actions, &ActionPane::answered, this, &IntakePage::decide);
    connect(m_actions, &ActionPane::holdWanted, this, &IntakePage::putAside);
}

void IntakePage::beginItem(const QString& code)
{
    if (!m_desk.isActive()) {
        m_finder.noteUse(code);
        begun(m_desk.begin(code));
        return;
    }
    if (m_desk.isDeciding()) {
        return;
    }
    m_desk.putAside().then(this, [this, code](const domain::Result<void>& aside) {
        if (!aside || m_desk.isActive()) {
            begun(aside);
            return;
        }
        m_finder.noteUse(code);
        begun(m_desk.begin(code));
    });
}

void IntakePage::resumeDraft(const QString& id)
{
    m_desk.resume(id).then(this, [this](const domain::Result<void>& done) { begun(done); });
}

void IntakePage::begun(const domain::Result<void>& done)
{
    if (!done) {
        say(Tone::Block, errorText(done.error().code).sentence());
    }
}

void IntakePage::refresh()
{
    const QString draft = m_desk.isActive() ? m_desk.intake().draftId : QString();
    if (draft != m_draft) {
        m_draft = draft;
        openApplication();
        return;
    }
    if (!m_desk.isActive()) {
        return;
    }
    m_bar->refresh();
    m_situation->refresh();
    m_form->refresh();
    m_materials->refresh();
    m_findings->refresh();
    m_actions->refresh();
    m_regions->refresh(m_materials->missing());
}

void IntakePage::openApplication()
{
    // While an answer is written its parts are disabled and nobody has the focus: it is this page's then.
    const QWidget* focus = QApplication::focusWidget();
    const bool hadFocus = isVisible() && (focus == nullptr || focus == this || isAncestorOf(focus));
    const desk::Place place = m_desk.place(); // where the cursor stood when it was put aside
    m_actions->cancelReason();
    setWorking(m_desk.isDeciding());
    m_form->rebuild();
    m_situation->rebuild();
    m_materials->rebuild();
    m_stack->setCurrentWidget(m_desk.isActive() ? m_work : m_empty);
    Q_EMIT draftSavedText({});
    if (!m_desk.isActive()) {
        m_empty->refresh();
        Q_EMIT titleChanged(info().word);
        if (hadFocus) {
            m_empty->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    Q_EMIT titleChanged(m_desk.guide().name);
    refresh();
    orderTabs();
    showRegion(IntakeRegion::Form);
    m_form->focusFirst();
    goToPlace(place);
}

void IntakePage::goTo(const domain::Finding& finding)
{
    if (!finding.field.isEmpty()) {
        showRegion(IntakeRegion::Form);
        m_form->focusField(finding.field);
    } else if (finding.code == QLatin1StringView("material.asked")) {
        showRegion(IntakeRegion::Guide);
        m_situation->focusQuestion(finding.material);
    } else if (!finding.material.isEmpty()) {
        showRegion(IntakeRegion::Materials);
        m_materials->focusMaterial(finding.material);
    } else if (const QString other = m_desk.duplicateOf(finding); !other.isEmpty()) {
        Q_EMIT comparisonWanted(other);
    } else {
        m_findings->list()->setFocus(Qt::OtherFocusReason);
    }
}

void IntakePage::showRegion(IntakeRegion region)
{
    m_region = region;
    m_regions->setCurrent(region);
    const bool one = m_width == WidthClass::OneRegion;
    const bool all = m_width == WidthClass::ThreeColumns;
    m_situation->setVisible(all || region == IntakeRegion::Guide);
    m_form->setVisible(all || region == IntakeRegion::Form || (!one && region == IntakeRegion::Materials));
    m_materials->setVisible(!one || region == IntakeRegion::Materials);
}

void IntakePage::focusRegion(IntakeRegion region)
{
    showRegion(region);
    switch (region) {
    case IntakeRegion::Guide:
        m_situation->focusFirst();
        break;
    case IntakeRegion::Form:
        m_form->focusFirst();
        break;
    case IntakeRegion::Materials:
        m_materials->focusList();
        m_desk.notePlace({desk::Place::Region::Materials, {}});
        break;
    }
}

void IntakePage::orderTabs()
{
    QWidget* before = nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_bar, m_regions, m_situation, m_form, m_materials,
                                                         m_findings, m_actions}) {
        for (QWidget* widget : part->findChildren<QWidget*>()) {
            // A box that hands the focus to its first button is a place for Tab as well, and must not stay
            // behind.
            const bool box = widget->isAncestorOf(widget->focusProxy());
            const bool stop =
                (box || ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)) &&
                widget->window() == window();
            if (stop && before != nullptr) {
                setTabOrder(before, widget);
            }
            before = stop ? widget : before;
        }
    }
}

void IntakePage::arrange(bool force)
{
    const WidthClass width = m_theme.metrics().widthClass(window()->width());
    const bool wide = window()->width() >= m_theme.k(kWide);
    m_situation->setMinimumWidth(m_theme.k(wide ? kGuideWide : kGuide));
    m_materials->setMinimumWidth(m_theme.k(wide ? kMaterialsWide : kMaterials));
    const bool one = width == WidthClass::OneRegion;
    m_situation->setMaximumWidth(width == WidthClass::ThreeColumns ? m_situation->minimumWidth()
                                                                   : QWIDGETSIZE_MAX);
    m_materials->setMaximumWidth(one ? QWIDGETSIZE_MAX : m_materials->minimumWidth());
    m_actions->setFixedWidth(one ? QWIDGETSIZE_MAX : m_materials->minimumWidth());
    if (one) {
        m_actions->setMinimumWidth(0);
    }
    if (width == m_width && !force) {
        return;
    }
    m_width = width;
    for (QWidget* part : std::initializer_list<QWidget*>{m_bar, m_regions, m_situation, m_form, m_materials,
                                                         m_findings, m_actions}) {
        m_grid->removeWidget(part);
    }
    m_bar->setVisible(!one);
    m_bar->setGuideFolded(width == WidthClass::TwoColumns);
    m_regions->setVisible(one);
    m_situation->setHeaderVisible(!one);
    m_form->setHeaderVisible(!one);
    m_materials->setHeaderVisible(!one);
    m_findings->setOneRow(one);
    m_actions->setFlat(one);
    m_grid->addWidget(m_bar, 0, 0, 1, 3);
    m_grid->addWidget(m_regions, 1, 0, 1, 3);
    const bool all = width == WidthClass::ThreeColumns;
    m_grid->addWidget(m_situation, 2, 0, 1, all ? 1 : 2);
    m_grid->addWidget(m_form, 2, all ? 1 : 0, 1, all ? 1 : one ? 3 : 2);
    m_grid->addWidget(m_materials, 2, one ? 0 : 2, 1, one ? 3 : 1);
    m_grid->addWidget(m_findings, 3, 0, 1, one ? 3 : 2);
    m_grid->addWidget(m_actions, one ? 4 : 3, one ? 0 : 2, 1, one ? 3 : 1);
    m_grid->setRowStretch(2, 1);
    m_grid->setColumnStretch(1, 1);
    showRegion(m_region);
}

void IntakePage::say(Tone tone, const QString& sentence)
{
    m_thrownAway = false;
    Q_EMIT messagePosted({tone, sentence, {}, {}});
}

void IntakePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(false);
}

void IntakePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrange(false);
    if (!m_desk.isActive()) {
        m_empty->refresh();
    }
}

void IntakePage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_desk.isActive()) {
        m_empty->setFocus(Qt::OtherFocusReason);
    } else {
        m_form->focusFirst();
    }
}

} // namespace ow::ui
