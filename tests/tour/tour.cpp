// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour.h"

#include "tour/oversize.h"
#include "ui/cases/casespage.h"
#include "ui/intake/intakepage.h"
#include "ui/papers/paperpages.h"
#include "ui/papers/paperview.h"
#include "ui/shell/gate.h"
#include "ui/signin/personlist.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>
#include <QUrl>

#include <cstdio>

namespace ow::tour {

namespace {

constexpr int kMostKeys = 65; // beyond the typed text of the form

/// The charter filing (省际包车客运标志牌备案) of a made-up company; its numbers pass their checks.
QMap<QString, QString> charterFields()
{
    return {{QStringLiteral("orgName"), QStringLiteral("甘肃丙丁旅游客运有限公司")},
            {QStringLiteral("uscc"), QStringLiteral("113212810144222637")},
            {QStringLiteral("legalRep"), QStringLiteral("李四")},
            {QStringLiteral("orgAddr"), QStringLiteral("兰州市城关区")},
            {QStringLiteral("division"), QStringLiteral("620102")},
            {QStringLiteral("agentName"), QStringLiteral("王二")},
            {QStringLiteral("agentId"), QStringLiteral("11010519491231002X")},
            {QStringLiteral("mobile"), QStringLiteral("13900000001")},
            {QStringLiteral("delivery"), QStringLiteral("窗口领取")},
            {QStringLiteral("plate"), QStringLiteral("甘A12345")},
            {QStringLiteral("charterFrom"), QStringLiteral("兰州")},
            {QStringLiteral("charterTo"), QStringLiteral("西安")},
            {QStringLiteral("via"), QStringLiteral("天水")},
            {QStringLiteral("dateFrom"), QStringLiteral("20261202")},
            {QStringLiteral("dateTo"), QStringLiteral("20261206")},
            {QStringLiteral("driver"), QStringLiteral("赵六")}};
}

QString samplePdf(const QString& folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("sample-material.pdf"));
    QPdfWriter writer(path);
    QPainter painter(&writer);
    painter.drawText(400, 400, QStringLiteral("包车客运合同（样张）"));
    return path;
}

} // namespace

Tour::Tour(ui::Shell& shell, Centre& centre, TourOptions options)
    : m_shell(shell)
    , m_centre(centre)
    , m_options(std::move(options))
    , m_driver(shell.window(), m_options.folder)
{
    QObject::connect(&shell.intakePage(), &ui::IntakePage::decided, &shell,
                     [this](const desk::Decided& decided) {
                         m_last = decided;
                         ++m_decided;
                     });
    QObject::connect(&shell, &ui::Shell::paperMade, &shell,
                     [this](const QString& number, const QString& paper) { keepPaper(number, paper); });
}

int Tour::run()
{
    m_timer.start();
    const bool done = enrol() && signIn() && accept() && notice() && declineOffline() && reconnect() &&
                      oversize() && lookAtCases() && lookAtPages();
    return writeReport() && done ? 0 : 1;
}

bool Tour::enrol()
{
    m_driver.look(QStringLiteral("01-first-start"));
    m_driver.type(m_centre.url());
    m_driver.key(Qt::Key_Tab);
    m_driver.type(m_options.code);
    m_driver.key(Qt::Key_Return);
    return m_driver.until("the window is enrolled",
                          [this] { return m_shell.gate().page()->isEnabled() && m_shell.isEnrolled(); });
}

bool Tour::signIn()
{
    QTest::qWait(300);
    m_driver.look(QStringLiteral("02-sign-in"));
    auto* people = m_shell.gate().page()->findChild<ui::PersonList*>();
    if (people == nullptr) {
        return false;
    }
    people->setFocus();
    m_driver.key(Qt::Key_Home);
    for (int i = 0;
         i < 10 && people->currentPerson() != nullptr && people->currentPerson()->id != m_options.user; ++i) {
        m_driver.key(Qt::Key_Down);
    }
    m_driver.key(Qt::Key_Tab);
    m_driver.type(m_options.password);
    m_driver.key(Qt::Key_Return);
    if (!m_driver.until("somebody is signed in", [this] { return !m_shell.window().isGated(); })) {
        return false;
    }
    if (!m_driver.until("the centre answers", [this] {
            return m_shell.connection().status().line == desk::LineStatus::Line::Online;
        })) {
        return false;
    }
    m_driver.look(QStringLiteral("03-intake-empty"));
    return true;
}

bool Tour::begin(const QString& query, const QString& picture)
{
    m_driver.key(Qt::Key_F2);
    m_driver.type(query);
    QTest::qWait(200);
    if (!picture.isEmpty()) {
        m_driver.look(picture);
    }
    m_driver.key(Qt::Key_Return);
    return m_driver.until("an application is open", [this] { return m_shell.intake().isActive(); });
}

void Tour::fillCharter()
{
    m_driver.key(Qt::Key_F3);
    m_driver.fillForm(charterFields());
}

void Tour::giveMaterials(int count)
{
    m_driver.key(Qt::Key_F4);
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(samplePdf(m_options.folder))});
    QGuiApplication::clipboard()->setMimeData(files);
    m_driver.key(Qt::Key_Home);
    for (int i = 0; i < count; ++i) {
        if (i == 0) {
            m_driver.key(Qt::Key_V, Qt::ControlModifier);
            static_cast<void>(m_driver.until("the file is taken in",
                                             [this] { return m_shell.intake().filesUnderWay() == 0; }));
        } else {
            m_driver.key(Qt::Key_Space);
        }
        m_driver.key(Qt::Key_Home); // missing ones stand first
    }
}

bool Tour::decide(const QString& picture)
{
    m_driver.look(picture);
    const int before = m_decided;
    const int papersBefore = m_papers;
    m_driver.key(Qt::Key_Return, Qt::ControlModifier);
    if (!m_driver.until("the case is decided", [this, before] { return m_decided > before; }) ||
        !m_driver.until("its paper is made", [this, papersBefore] { return m_papers > papersBefore; })) {
        return false;
    }
    m_cases.append(QJsonObject{{QStringLiteral("number"), m_last.caseNumber},
                               {QStringLiteral("outcome"), QString(domain::stateKey(m_last.state))}});
    m_driver.look(picture + QStringLiteral("-done"));
    return true;
}

bool Tour::accept()
{
    if (!begin(QStringLiteral("sjbck"), QStringLiteral("04-search"))) {
        return false;
    }
    m_driver.look(QStringLiteral("05-intake-begun"));
    fillCharter();
    giveMaterials(4);
    // An item decided on the spot is granted in the same act.
    return decide(QStringLiteral("06-intake-ready")) && m_last.state == domain::CaseState::Granted;
}

bool Tour::notice()
{
    if (!begin(QStringLiteral("sjbck"), {})) {
        return false;
    }
    fillCharter();
    giveMaterials(2);
    return decide(QStringLiteral("07-intake-notice")) &&
           m_last.state == domain::CaseState::AwaitingSupplement;
}

bool Tour::declineOffline()
{
    m_centre.cut();
    // A passenger station's licence (道路客运站经营许可) belongs to the county.
    if (!begin(QStringLiteral("dlkyzjyxk"), {})) {
        return false;
    }
    m_driver.fillForm({{QStringLiteral("orgName"), QStringLiteral("临夏某客运站有限公司")}});
    if (!decide(QStringLiteral("08-intake-decline")) || m_last.state != domain::CaseState::Declined) {
        return false;
    }
    const bool offline = m_driver.until("the strip says it is offline", [this] {
        return m_shell.connection().status().line == desk::LineStatus::Line::Offline;
    });
    m_driver.look(QStringLiteral("09-offline"));
    return offline;
}

bool Tour::reconnect()
{
    if (!m_centre.start()) {
        return false;
    }
    m_shell.connection().retryNow();
    return isAllThere();
}

bool Tour::isAllThere()
{
    return m_driver.until(
        "everything is at the centre",
        [this] {
            const desk::LineStatus& status = m_shell.connection().status();
            return status.line == desk::LineStatus::Line::Online && status.entries == 0 &&
                   status.materials == 0;
        },
        60'000);
}

bool Tour::oversize()
{
    OversizeJourney journey(m_shell, m_driver);
    if (!journey.first(samplePdf(m_options.folder)) || !decide(QStringLiteral("14-oversize-first"))) {
        return false;
    }
    if (!journey.again()) {
        return false;
    }
    const int before = m_driver.keys();
    const bool decided = decide(QStringLiteral("17-oversize-ready"));
    m_oversizeKeys = journey.keysAgain() + m_driver.keys() - before;
    std::fprintf(stderr, "tour: a repeat customer's class three journey took %d keys\n", m_oversizeKeys);
    return decided && m_last.state == domain::CaseState::Accepted && m_oversizeKeys <= kMostKeys;
}

bool Tour::lookAtPages()
{
    if (!isAllThere()) {
        return false;
    }
    int place = 20;
    for (const ui::PageInfo& page : m_shell.window().pages()) {
        m_shell.window().showPage(page.id);
        QTest::qWait(300);
        m_driver.look(QStringLiteral("%1-page-%2").arg(place++).arg(page.id));
    }
    m_driver.key(Qt::Key_L, Qt::ControlModifier);
    QTest::qWait(300);
    m_driver.look(QStringLiteral("30-locked"));
    return m_shell.window().isGated();
}

bool Tour::lookAtCases()
{
    m_driver.key(Qt::Key_2, Qt::ControlModifier);
    const bool there = m_driver.until("the cases page is shown", [this] {
        return m_shell.window().currentPage() == QLatin1StringView("cases");
    });
    QTest::qWait(500);
    m_driver.key(Qt::Key_Home);
    QTest::qWait(500);
    m_driver.look(QStringLiteral("10-cases"));
    m_driver.key(Qt::Key_Return, Qt::ControlModifier);
    ui::PaperPages& pages = m_shell.casesPage().paperView().pages();
    const bool drawn = m_driver.until("the paper is drawn", [&pages] { return !pages.picture(0).isNull(); });
    m_driver.look(QStringLiteral("11-paper"), [&pages] { return !pages.picture(0).isNull(); });
    m_driver.key(Qt::Key_Escape);
    m_driver.key(Qt::Key_F1);
    m_driver.look(QStringLiteral("12-keys"));
    m_driver.key(Qt::Key_Escape);
    return there && drawn;
}

void Tour::keepPaper(const QString& caseNumber, const QString& paperNumber)
{
    m_shell.papers()
        .open(caseNumber, paperNumber)
        .then(&m_shell, [this, caseNumber](const domain::Result<desk::FinishedPaper>& paper) {
            if (!paper) {
                std::fprintf(stderr, "tour: no paper: %s\n", qPrintable(paper.error().detail));
                return;
            }
            QFile file(QDir(m_options.folder).filePath(caseNumber + QStringLiteral(".pdf")));
            if (file.open(QIODevice::WriteOnly) && file.write(paper->pdf) == paper->pdf.size()) {
                ++m_papers;
            }
        });
}

bool Tour::writeReport() const
{
    const QJsonObject report{{QStringLiteral("cases"), m_cases},
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
