// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour.h"

#include "tour/caselist.h"
#include "tour/chief.h"
#include "tour/drafts.h"
#include "tour/guides.h"
#include "tour/looks.h"
#include "tour/oversize.h"
#include "tour/pages.h"
#include "tour/promise.h"
#include "tour/receiving.h"
#include "tour/supplement.h"
#include "tour/training.h"
#include "ui/intake/intakepage.h"
#include "ui/shell/gate.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace ow::tour {

namespace {

constexpr int kMostKeys = 65; // beyond the typed text of the form
const QString kClerk = QStringLiteral("zhangsan");
const QString kCharter = QStringLiteral("62-JT-GG-0003");
const QString kCharterKeys = QStringLiteral("sjbck");

} // namespace

Tour::Tour(ui::Shell& shell, desk::Workplace& workplace, Centre& centre, TourOptions options)
    : m_centre(centre)
    , m_options(std::move(options))
    , m_driver(shell.window(), m_options.folder)
    , m_door(shell, workplace, m_driver, m_options.password)
    , m_counter(shell, m_driver)
    , m_stage{shell, workplace, m_driver, m_door, m_counter}
{
}

int Tour::run()
{
    m_timer.start();
    const bool done = firstStart() && morning() && oversize() && atTheCounter() && chiefAndClerk() &&
                      evening() && m_counter.isAllAtCentre();
    return writeReport() && done ? 0 : 1;
}

bool Tour::firstStart()
{
    m_driver.look(QStringLiteral("01-first-start"));
    if (!m_door.enrol(m_centre.url(), m_options.code)) {
        return false;
    }
    m_driver.look(QStringLiteral("02-sign-in"));
    return TrainingDay(m_stage).run();
}

bool Tour::morning()
{
    if (!m_door.enter(kClerk)) {
        return false;
    }
    m_driver.look(QStringLiteral("03-intake-empty"));
    return accept() && notice() && declineOffline();
}

bool Tour::accept()
{
    if (!m_counter.begin(kCharterKeys, kCharter, QStringLiteral("10-search"))) {
        return false;
    }
    m_driver.look(QStringLiteral("11-intake-begun"));
    m_counter.fillCharter();
    // An item decided on the spot is granted in the same act.
    return m_counter.giveMaterials(4) && m_counter.decide(QStringLiteral("12-intake-ready")) &&
           m_driver.show("即办件", QStringLiteral("12-on-the-spot"),
                         [this] { return m_counter.last().state == domain::CaseState::Granted; });
}

bool Tour::notice()
{
    if (!m_counter.begin(kCharterKeys, kCharter)) {
        return false;
    }
    m_counter.fillCharter();
    const bool given = m_counter.giveMaterials(2) && m_counter.decide(QStringLiteral("13-notice"));
    m_waiting = m_counter.last().caseNumber;
    return given && m_driver.show("一次性告知", QStringLiteral("13-notice-given"), [this] {
        return m_counter.last().state == domain::CaseState::AwaitingSupplement;
    });
}

bool Tour::declineOffline()
{
    m_centre.cut();
    // A passenger station's licence (道路客运站经营许可) belongs to the county.
    if (!m_counter.begin(QStringLiteral("dlkyzjyxk"), QStringLiteral("62-JT-XK-0031"))) {
        return false;
    }
    m_driver.fillForm({{QStringLiteral("orgName"), QStringLiteral("临夏某客运站有限公司")}});
    const bool declined =
        m_counter.decide(QStringLiteral("14-decline")) &&
        m_driver.show("没有网络时不予受理", QStringLiteral("14-offline"), [this] {
            return m_counter.last().state == domain::CaseState::Declined &&
                   m_stage.shell.connection().status().line == desk::LineStatus::Line::Offline;
        });
    if (!declined || !m_centre.start()) {
        return false;
    }
    m_stage.shell.connection().retryNow();
    return m_counter.isAllAtCentre();
}

bool Tour::oversize()
{
    OversizeJourney journey(m_stage.shell, m_driver);
    if (!journey.first(m_counter.sampleFile()) || !m_counter.decide(QStringLiteral("16-oversize-first")) ||
        !journey.again()) {
        return false;
    }
    const int before = m_driver.keys();
    const bool decided = m_counter.decide(QStringLiteral("17-oversize-ready"));
    m_oversizeKeys = journey.keysAgain() + m_driver.keys() - before;
    m_oversize = m_counter.last().caseNumber;
    std::fprintf(stderr, "tour: a repeat customer's class three journey took %d keys\n", m_oversizeKeys);
    return decided && m_counter.last().state == domain::CaseState::Accepted && m_oversizeKeys <= kMostKeys;
}

bool Tour::atTheCounter()
{
    return PromiseJourney(m_stage).run() && ReceivingJourney(m_stage).run() &&
           SupplementJourney(m_stage).run(m_waiting);
}

bool Tour::chiefAndClerk()
{
    DraftJourney drafts(m_stage);
    ChiefJourney chief(m_stage);
    PageJourney pages(m_stage);
    return drafts.run() && chief.run(m_oversize) && m_door.leave() && m_door.enter(kClerk) &&
           chief.cure(m_oversize) && drafts.resume("交还后接着办", QStringLiteral("56-draft-again")) &&
           pages.run();
}

bool Tour::lookAtPages()
{
    int place = 90;
    for (const ui::PageInfo& page : m_stage.shell.window().pages()) {
        if (!m_door.openPage(page.id)) {
            return false;
        }
        m_driver.look(QStringLiteral("%1-page-%2").arg(place++).arg(page.id));
    }
    return true;
}

bool Tour::evening()
{
    return CaseListJourney(m_stage).run(m_oversize, QStringLiteral("91620100MA71K2345G")) &&
           LookJourney(m_stage).run() && lookAtPages() && m_door.leave() && GuideJourney(m_stage).run() &&
           m_door.lock();
}

bool Tour::writeReport() const
{
    const QJsonObject report{{QStringLiteral("cases"), m_counter.cases()},
                             {QStringLiteral("covered"), m_driver.covered()},
                             {QStringLiteral("keys"), m_driver.keys()},
                             {QStringLiteral("typed"), m_driver.typed()},
                             {QStringLiteral("oversizeKeys"), m_oversizeKeys},
                             {QStringLiteral("pointer"), 0},
                             {QStringLiteral("pictures"), m_driver.pictures()},
                             {QStringLiteral("seconds"), static_cast<int>(m_timer.elapsed() / 1000)}};
    QFile file(QDir(m_options.folder).filePath(QStringLiteral("tour.json")));
    const QByteArray bytes = QJsonDocument(report).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace ow::tour
