// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/guides.h"

#include "ui/guides/changepane.h"
#include "ui/guides/guidespage.h"
#include "ui/today/queuelist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/primarybutton.h"

#include <algorithm>

namespace ow::tour {

namespace {

const QString kPage = QStringLiteral("guides");
const QString kItem = QStringLiteral("62-JT-GG-0007"); // promised 7 of 15 days
constexpr int kCentreMs = 60'000;                      // the centre publishes, and the window asks

} // namespace

bool GuideJourney::choose()
{
    Driver& driver = m_stage.driver;
    auto* page = m_stage.shell.window().findChild<ui::GuidesPage*>();
    if (!m_stage.door.openPage(kPage)) {
        return false;
    }
    driver.key(Qt::Key_Slash);
    driver.type(kItem);
    if (!driver.until("the guide is found",
                      [page] { return page->list().count() > 0 && page->list().row(0).id == kItem; })) {
        return false;
    }
    driver.key(Qt::Key_Return);
    driver.key(Qt::Key_Home);
    return driver.until("the guide is chosen", [page] { return page->list().currentRow() == 0; });
}

bool GuideJourney::propose()
{
    Driver& driver = m_stage.driver;
    auto* page = m_stage.shell.window().findChild<ui::GuidesPage*>();
    const ui::FieldEdit* days = page->change().fieldFor(QStringLiteral("promised"));
    if (days == nullptr ||
        !driver.goTo("the promised days", [days](const QWidget& widget) { return &widget == days; })) {
        return false;
    }
    driver.key(Qt::Key_A, Qt::ControlModifier);
    driver.type(QStringLiteral("4"));
    if (!driver.show("改承诺时限", QStringLiteral("82-guide-change"),
                     [page] { return page->change().action().isEnabled(); })) {
        return false;
    }
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    const auto waits = [page] { // one's own cannot be approved
        return page->change().action().text() == ui::ChangePane::tr("Approve") &&
               !page->change().action().isEnabled();
    };
    return m_stage.counter.isAllAtCentre() && driver.until("the proposal waits", waits, kCentreMs) &&
           driver.show("提请公布", QStringLiteral("83-guide-proposed"), waits);
}

bool GuideJourney::confirm()
{
    Driver& driver = m_stage.driver;
    auto* page = m_stage.shell.window().findChild<ui::GuidesPage*>();
    const auto offered = [page] {
        return page->change().action().text() == ui::ChangePane::tr("Approve") &&
               page->change().action().isEnabled();
    };
    if (!driver.until("the proposal is there to be approved", offered, kCentreMs) ||
        !driver.show("第二人核对", QStringLiteral("84-guide-second"), offered)) {
        return false;
    }
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    const auto isHere = [this] {
        const auto guides = m_stage.workplace.rules()->catalogue.listByUse();
        return std::ranges::any_of(guides, [](const catalogue::GuidePtr& guide) {
            return guide->ref.code == kItem && guide->ref.version == 2 && guide->promisedDays == 4;
        });
    };
    return driver.until("the new version is fetched", isHere, kCentreMs) &&
           driver.show("公布并取回", QStringLiteral("85-guide-published"), isHere);
}

bool GuideJourney::run()
{
    return m_stage.door.enter(QStringLiteral("wangwu")) && choose() && propose() && m_stage.door.leave() &&
           m_stage.door.enter(QStringLiteral("zhaoliu")) && choose() && confirm();
}

} // namespace ow::tour
