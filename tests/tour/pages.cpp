// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/pages.h"

#include "ui/capture/pagecanvas.h"
#include "ui/capture/pageviewer.h"
#include "ui/intake/intakepage.h"
#include "ui/widgets/materiallist.h"

namespace ow::tour {

namespace {

constexpr std::size_t kSheets = 10; // of SANE's test feeder
constexpr int kScanMs = 120'000;

} // namespace

int PageJourney::row() const
{
    const auto* list = m_stage.shell.intakePage().findChild<ui::MaterialList*>();
    for (int row = 0; row < list->count(); ++row) {
        if (list->row(row).id == m_material) {
            return row;
        }
    }
    return -1;
}

bool PageJourney::scan()
{
    Driver& driver = m_stage.driver;
    const desk::IntakeDesk& desk = m_stage.shell.intake();
    const auto* list = m_stage.shell.intakePage().findChild<ui::MaterialList*>();
    driver.key(Qt::Key_F4);
    driver.key(Qt::Key_Home);
    m_material = list->row(list->currentRow()).id;
    driver.key(Qt::Key_3, Qt::AltModifier); // grey 200 dpi from the feeder
    driver.key(Qt::Key_F9);
    return driver.until(
               "the feeder is empty and its pages are here",
               [this, &desk] {
                   const auto* paper = desk.intake().material(m_material);
                   return paper != nullptr && paper->files.size() >= kSheets && desk.filesUnderWay() == 0;
               },
               kScanMs) &&
           driver.show("进纸器扫描", QStringLiteral("56-scanned"), [this, list] {
               return row() >= 0 && static_cast<std::size_t>(list->row(row()).pages.size()) >= kSheets;
           });
}

bool PageJourney::edit()
{
    Driver& driver = m_stage.driver;
    const auto* list = m_stage.shell.intakePage().findChild<ui::MaterialList*>();
    const auto file = [this](std::size_t at) {
        return m_stage.shell.intake().intake().material(m_material)->files[at];
    };
    driver.key(Qt::Key_Home);
    for (int i = 0; i < list->count() && list->currentRow() != row(); ++i) {
        driver.key(Qt::Key_Down); // what is here stands behind what is missing
    }
    driver.key(Qt::Key_Right);
    driver.key(Qt::Key_Right);
    driver.key(Qt::Key_Return);
    const auto viewer = [this] { return m_stage.shell.intakePage().findChild<ui::PageViewer*>(); };
    const auto drawn = [&viewer] {
        return viewer() != nullptr && viewer()->isVisible() && viewer()->canvas().scale() > 0;
    };
    if (!driver.until("the page is open", drawn)) {
        return false;
    }
    driver.key(Qt::Key_R);
    if (!driver.show("页面旋转", QStringLiteral("57-page-turned"),
                     [&] { return drawn() && file(1).edit.quarterTurns == 1; })) {
        return false;
    }
    driver.key(Qt::Key_C);
    for (int i = 0; i < 3; ++i) {
        driver.key(Qt::Key_Down, Qt::ShiftModifier); // turned, the left edge lies on top
    }
    driver.look(QStringLiteral("58-page-cutting"));
    driver.key(Qt::Key_Return);
    if (!driver.show("页面裁切", QStringLiteral("59-page-cut"),
                     [&] { return drawn() && file(1).edit.cutLeft > 0; })) {
        return false;
    }
    const QString moved = file(1).blob;
    driver.key(Qt::Key_Left, Qt::AltModifier);
    const bool first = driver.show("页面换序", QStringLiteral("60-page-moved"),
                                   [&] { return drawn() && file(0).edit.cutLeft > 0; });
    driver.key(Qt::Key_Escape);
    return first && file(0).blob == moved &&
           driver.until("the page is closed", [&viewer] { return !viewer()->isVisible(); });
}

bool PageJourney::run()
{
    return scan() && edit();
}

} // namespace ow::tour
