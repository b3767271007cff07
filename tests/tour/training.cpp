// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/training.h"

#include "ui/capture/scanpanel.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/devicespage.h"
#include "ui/intake/intakepage.h"
#include "ui/settings/scanprofilegroup.h"
#include "ui/settings/settingspage.h"
#include "ui/training/trainingpage.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLabel>

#include <algorithm>

namespace ow::tour {

namespace {

constexpr int kDayMs = 60'000;

/// A button with these words can be seen.
bool isOffered(const QWidget& page, const QString& words)
{
    const auto buttons = page.findChildren<ui::KeyButton*>();
    return std::ranges::any_of(buttons, [&words](const ui::KeyButton* button) {
        return button->text() == words && button->isVisible() && button->isEnabled();
    });
}

bool says(const QWidget& page, const QString& words)
{
    const auto lines = page.findChildren<ui::MessageLine*>();
    return std::ranges::any_of(
        lines, [&words](const ui::MessageLine* line) { return line->text().startsWith(words); });
}

} // namespace

bool TrainingDay::fillDay()
{
    Driver& driver = m_stage.driver;
    const ui::TrainingPage& page = m_stage.shell.trainingPage();
    if (!m_stage.door.openPage(ui::TrainingPage::info().id)) {
        return false;
    }
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    if (!driver.until(
            "the sample day is made",
            [&page] { return isOffered(page, ui::TrainingPage::tr("Look at the cases")); }, kDayMs)) {
        return false;
    }
    return driver.show("演练", QStringLiteral("04-training"),
                       [&page] { return isOffered(page, ui::TrainingPage::tr("Look at the cases")); });
}

bool TrainingDay::readCard()
{
    Driver& driver = m_stage.driver;
    const desk::IntakeDesk& desk = m_stage.shell.intake();
    if (!m_stage.door.openPage(QStringLiteral("intake")) ||
        !m_stage.counter.begin(QStringLiteral("dlyscyzgzhz"), QStringLiteral("62-JT-GG-0001"))) {
        return false;
    }
    driver.key(Qt::Key_F8);
    return driver.show("读身份证", QStringLiteral("05-card"),
                       [&desk] { return !desk.intake().applicant.idNumber.isEmpty(); });
}

/// Looks for the camera, and gives it a profile of its own.
bool TrainingDay::setCamera()
{
    Driver& driver = m_stage.driver;
    const QString look = ui::ScanPanel::tr("Look for devices");
    driver.key(Qt::Key_F4);
    if (!driver.until("devices can be looked for",
                      [this, &look] { return isOffered(m_stage.shell.intakePage(), look); }) ||
        !driver.goTo(look)) {
        return false;
    }
    driver.key(Qt::Key_Space);
    if (!m_stage.door.openPage(ui::SettingsPage::info().id) ||
        !driver.goTo(ui::ScanProfileGroup::tr("Add a profile"))) {
        return false;
    }
    driver.key(Qt::Key_Space);
    driver.type(QStringLiteral("高拍仪"));
    QString camera;
    const auto offered = [&camera] {
        const auto* box = qobject_cast<QComboBox*>(QApplication::focusWidget());
        const int row =
            box == nullptr ? -1 : box->findData(QStringLiteral("camera:"), Qt::UserRole, Qt::MatchStartsWith);
        camera = row < 0 ? QString() : box->itemText(row);
        return row >= 0;
    };
    return driver.goTo(ui::ScanProfileGroup::tr("Device")) &&
           driver.until("the camera is offered", offered) && driver.choose(camera) &&
           driver.show("扫描方案", QStringLiteral("06-camera-profile"), [] { return true; });
}

bool TrainingDay::takePicture()
{
    Driver& driver = m_stage.driver;
    const desk::IntakeDesk& desk = m_stage.shell.intake();
    if (!m_stage.door.openPage(QStringLiteral("intake"))) {
        return false;
    }
    driver.key(Qt::Key_F4);
    driver.key(Qt::Key_Home);
    driver.key(Qt::Key_6, Qt::AltModifier);
    const auto* panel = m_stage.shell.intakePage().findChild<ui::ScanPanel*>();
    const auto live = [panel] {
        const auto labels = panel->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) {
            return label->accessibleName() == ui::ScanPanel::tr("What the document camera sees") &&
                   label->isVisible() && !label->pixmap().isNull();
        });
    };
    if (!driver.show("高拍仪取景", QStringLiteral("07-camera"), live)) {
        return false;
    }
    driver.key(Qt::Key_F9);
    return driver.show("高拍仪拍照", QStringLiteral("08-camera-taken"), [&desk] {
        return desk.filesUnderWay() == 0 &&
               std::ranges::any_of(desk.intake().materials,
                                   [](const auto& material) { return !material.files.empty(); });
    });
}

/// Answers it, whereupon the slip comes by itself.
bool TrainingDay::slip()
{
    const QDir slips(m_stage.shell.devices().state(desk::DeviceKind::SlipPrinter).name);
    const QString made = QStringLiteral("receipt-0001.png");
    const QString kept = QStringLiteral("09-slip.png");
    QImage picture;
    if (!m_stage.counter.decide({}) ||
        !m_stage.driver.until("the slip is printed", [&] { return picture.load(slips.filePath(made)); }) ||
        !picture.save(QDir(m_stage.driver.folder()).filePath(kept))) {
        return false;
    }
    m_stage.driver.note("80 毫米小票", kept);
    return true;
}

bool TrainingDay::testDevices()
{
    Driver& driver = m_stage.driver;
    const ui::DevicesPage& page = m_stage.shell.devicesPage();
    if (!m_stage.door.openPage(ui::DevicesPage::info().id)) {
        return false;
    }
    driver.key(Qt::Key_F8);
    if (!driver.goTo(ui::DevicesPage::tr("Print a test"))) {
        return false;
    }
    driver.key(Qt::Key_Space);
    driver.shoot(m_stage.counter.last().caseNumber);
    return driver.show("设备测试", QStringLiteral("09-devices"), [&page] {
        return says(page, ui::DevicesPage::tr("Sent. Both edges of the slip must be complete.")) &&
               says(page, ui::DevicesPage::tr("Read: %1, %2").section(u'%', 0, 0)) &&
               says(page,
                    ui::DevicesPage::tr("A case number: elsewhere it opens case %1").section(u'%', 0, 0));
    });
}

bool TrainingDay::run()
{
    m_stage.counter.setTraining(true);
    const bool done = m_stage.door.switchTraining() && m_stage.door.enterTraining() && fillDay() &&
                      readCard() && setCamera() && takePicture() && slip() && testDevices() &&
                      m_stage.door.leave() && m_stage.door.switchTraining();
    m_stage.counter.setTraining(false);
    return done;
}

} // namespace ow::tour
