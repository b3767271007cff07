// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakekit.h"

#include "ledger/ledgerthread.h"
#include "ui/frame/topbar.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QInputMethodEvent>
#include <QPushButton>

namespace ow::test {

namespace {

constexpr record::KdfCost kCheap{8, 1, 1};

desk::WorkplaceOptions optionsFor(const QString& folder, const domain::Clock& clock,
                                  const record::CryptoProvider& crypto)
{
    desk::WorkplaceOptions options;
    options.folder = QDir(folder).filePath(QStringLiteral("data"));
    options.mirrorFolder = QDir(folder).filePath(QStringLiteral("mirror"));
    options.helper =
        QDir(QString::fromUtf16(OW_BINARY_DIR)).filePath(QStringLiteral("bin/onewindow-capture"));
    options.machineId = QByteArrayLiteral("test");
    options.clock = &clock;
    options.crypto = &crypto;
    options.kdf = kCheap;
    options.sync = false;
    return options;
}

template <class T> void demand(const domain::Result<T>& result)
{
    if (!result) {
        qFatal("%s %s", errorName(result.error().code).data(), qUtf8Printable(result.error().detail));
    }
}

} // namespace

IntakeKit::IntakeKit(const ui::Theme& theme, QSize size)
    : folder(std::make_unique<QTemporaryDir>())
    , clock(QDateTime::currentMSecsSinceEpoch()) // a clock behind the build is doubtful and gives no number
    , crypto(record::makeBotanProvider())
    , workplace(std::make_unique<desk::Workplace>(optionsFor(folder->path(), clock, *crypto)))
    , signIn(std::make_unique<desk::SignInDesk>(*workplace))
    , desk(std::make_unique<desk::IntakeDesk>(*workplace))
    , finder(std::make_unique<desk::Finder>(*workplace))
    , window(std::make_unique<ui::MainWindow>(theme))
{
    demand(await(workplace->loadRules()));
    demand(await(signIn->beginTraining()));
    demand(await(signIn->signIn(desk::SignInDesk::trainingUser(), desk::SignInDesk::trainingPassword())));
    page = new ui::IntakePage(theme, *workplace, *desk, *finder);
    window->addPage(ui::IntakePage::info(), page);
    page->addActions(window->actions());
    QObject::connect(page, &ui::IntakePage::messagePosted, &window->banner(), &ui::Banner::post);
    QObject::connect(page, &ui::IntakePage::titleChanged, &window->topBar(), &ui::TopBar::setTitle);
    QObject::connect(page, &ui::IntakePage::decided, page,
                     [this](const desk::Decided& done) { decided.push_back(done); });
    window->setRoles(domain::AnyPerson);
    window->showPage(ui::IntakePage::info().id);
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) {
        qFatal("the window does not become active");
    }
}

IntakeKit::~IntakeKit()
{
    // What the ledger still writes answers to desks and pages that are alive.
    workplace->shutDown();
    QCoreApplication::sendPostedEvents();
}

void IntakeKit::withScanner()
{
    scan = std::make_unique<desk::ScanDesk>(*workplace);
    page->setScanDesk(*scan);
    scan->findDevices();
    const bool found = QTest::qWaitFor(
        [this] { return scan->state() == desk::ScanDesk::State::Idle && !scan->devices().isEmpty(); },
        30'000);
    if (!found) {
        qFatal("no simulated scanner");
    }
}

QWidget* IntakeKit::editor(const QString& key) const
{
    return page->findChild<QWidget*>(key);
}

void IntakeKit::type(const QString& key, const QString& text) const
{
    QWidget* field = editor(key);
    if (field == nullptr) {
        qFatal("no field %s", qUtf8Printable(key));
    }
    field->setFocus(Qt::TabFocusReason);
    QWidget* target = field->focusProxy() != nullptr ? field->focusProxy() : field;
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80) {
            QTest::keyClick(target, letter.toLatin1());
        } else {
            // As an input method commits it.
            QInputMethodEvent commit;
            commit.setCommitString(QString(letter));
            QApplication::sendEvent(target, &commit);
        }
    }
}

void IntakeKit::fillCharter() const
{
    // Check characters by GB 32100 and GB 11643, worked out in Python.
    type(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    type(QStringLiteral("uscc"), QStringLiteral("91620100MA71K2345G"));
    type(QStringLiteral("legalRep"), QStringLiteral("李四"));
    type(QStringLiteral("orgAddr"), QStringLiteral("兰州市城关区庆阳路1号"));
    type(QStringLiteral("division"), QStringLiteral("620102"));
    type(QStringLiteral("agentName"), QStringLiteral("王二"));
    type(QStringLiteral("agentId"), QStringLiteral("62010219900307123X"));
    type(QStringLiteral("mobile"), QStringLiteral("13900010001"));
    type(QStringLiteral("delivery"), QStringLiteral("1"));
    type(QStringLiteral("plate"), QStringLiteral("甘A12345"));
    type(QStringLiteral("charterFrom"), QStringLiteral("兰州市"));
    type(QStringLiteral("charterTo"), QStringLiteral("西安市"));
    type(QStringLiteral("via"), QStringLiteral("定西市、天水市、宝鸡市"));
    type(QStringLiteral("dateFrom"), QStringLiteral("20261202"));
    type(QStringLiteral("dateTo"), QStringLiteral("2026-12-06"));
    type(QStringLiteral("driver"), QStringLiteral("赵六"));
}

void IntakeKit::fillOversize() const
{
    type(QStringLiteral("applicantKind"), QStringLiteral("2"));
    type(QStringLiteral("applicantName"), QStringLiteral("甘肃甲乙大件运输有限公司"));
    type(QStringLiteral("applicantNo"), QStringLiteral("91620100MA71K2345G"));
    type(QStringLiteral("division"), QStringLiteral("620102"));
    type(QStringLiteral("applicantAddr"), QStringLiteral("兰州市城关区庆阳路1号"));
    type(QStringLiteral("licenceScope"), QStringLiteral("3"));
    type(QStringLiteral("runningBan"), QStringLiteral("2"));
    type(QStringLiteral("agentName"), QStringLiteral("王二"));
    type(QStringLiteral("agentId"), QStringLiteral("62010219900307123X"));
    type(QStringLiteral("mobile"), QStringLiteral("13900010001"));
    type(QStringLiteral("delivery"), QStringLiteral("1"));
    type(QStringLiteral("goodsName"), QStringLiteral("220kV主变压器"));
    type(QStringLiteral("goodsMass"), QStringLiteral("72000"));
    type(QStringLiteral("goodsSize"), QStringLiteral("10.8×3×3.1"));
    type(QStringLiteral("divisible"), QStringLiteral("2"));
    type(QStringLiteral("carriage"), QStringLiteral("2"));
    type(QStringLiteral("tractorPlate"), QStringLiteral("甘A00001"));
    type(QStringLiteral("trailerPlate"), QStringLiteral("甘A0001挂"));
    fillAxles();
    type(QStringLiteral("driveAxles"), QStringLiteral("2"));
    type(QStringLiteral("totalLen"), QStringLiteral("32.6"));
    type(QStringLiteral("totalWid"), QStringLiteral("4.2"));
    type(QStringLiteral("totalHei"), QStringLiteral("4.48"));
    type(QStringLiteral("totalMass"), QStringLiteral("118600"));
    type(QStringLiteral("origin"), QStringLiteral("兰州市榆中县"));
    type(QStringLiteral("dest"), QStringLiteral("酒泉市瓜州县"));
    type(QStringLiteral("route"), QStringLiteral("榆中县甲厂，G30连霍高速，瓜州县乙变电站"));
    type(QStringLiteral("dateFrom"), QStringLiteral("20261202"));
    type(QStringLiteral("dateTo"), QStringLiteral("20261206"));
}

void IntakeKit::fillAxles() const
{
    QWidget* table = editor(QStringLiteral("axles"));
    table->setFocus(Qt::TabFocusReason);
    const QStringList loads{QStringLiteral("7000"), QStringLiteral("10800"), QStringLiteral("10800")};
    for (int axle = 0; axle < 9; ++axle) {
        const QString load = loads.value(axle, QStringLiteral("15000"));
        const QString spacing = axle == 0 ? QString() : QStringLiteral("1.5");
        for (const QString& cell : {load, QStringLiteral("8"), spacing}) {
            for (const QChar letter : cell) {
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
    }
}

void IntakeKit::receiveMaterials() const
{
    press(Qt::Key_F4);
    for (std::size_t i = 0; i < desk->situation().materials.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    }
}

QString IntakeKit::primary() const
{
    const auto* button = page->findChild<QPushButton*>(QStringLiteral("intake.primary"));
    return button == nullptr ? QString() : button->text();
}

void IntakeKit::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
}

std::vector<desk::CaseLine> IntakeKit::cases()
{
    desk::CaseDesk cases(*workplace);
    const auto lines = await(cases.list(desk::CaseList::All));
    demand(lines);
    return *lines;
}

} // namespace ow::test
