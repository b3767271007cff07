// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/oversize.h"

#include "ui/intake/formpane.h"
#include "ui/intake/intakepage.h"
#include "ui/widgets/messageline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHash>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace ow::tour {

namespace {

constexpr int kMostFields = 60;
constexpr int kAxles = 9;

const QString kApplicant = QStringLiteral("91620100MA71K2345G");

/// A made-up transport of a transformer; the numbers pass their checks.
const QHash<QString, QString>& answers()
{
    static const QHash<QString, QString> list{
        {QStringLiteral("applicantName"), QStringLiteral("甘肃甲乙大件运输有限公司")},
        {QStringLiteral("applicantNo"), kApplicant},
        {QStringLiteral("division"), QStringLiteral("620102")},
        {QStringLiteral("applicantAddr"), QStringLiteral("兰州市城关区庆阳路1号")},
        {QStringLiteral("agentName"), QStringLiteral("王二")},
        {QStringLiteral("agentId"), QStringLiteral("62010219900307123X")},
        {QStringLiteral("mobile"), QStringLiteral("13900010001")},
        {QStringLiteral("goodsName"), QStringLiteral("220kV主变压器")},
        {QStringLiteral("goodsMass"), QStringLiteral("72000")},
        {QStringLiteral("goodsSize"), QStringLiteral("10.8×3×3.1")},
        {QStringLiteral("tractorPlate"), QStringLiteral("甘A00001")},
        {QStringLiteral("trailerPlate"), QStringLiteral("甘A0001挂")},
        {QStringLiteral("driveAxles"), QStringLiteral("2")},
        {QStringLiteral("totalLen"), QStringLiteral("32.6")},
        {QStringLiteral("totalWid"), QStringLiteral("4.2")},
        {QStringLiteral("totalHei"), QStringLiteral("4.48")},
        {QStringLiteral("totalMass"), QStringLiteral("118600")},
        {QStringLiteral("origin"), QStringLiteral("兰州市榆中县")},
        {QStringLiteral("dest"), QStringLiteral("酒泉市瓜州县")},
        {QStringLiteral("route"), QStringLiteral("榆中县甲厂，G30连霍高速，瓜州县乙变电站")},
        {QStringLiteral("dateFrom"), QStringLiteral("20261202")},
        {QStringLiteral("dateTo"), QStringLiteral("20261206")}};
    return list;
}

/// Choices by their digit: those are keys and no text.
const QHash<QString, Qt::Key>& choices()
{
    static const QHash<QString, Qt::Key> list{
        {QStringLiteral("applicantKind"), Qt::Key_2}, {QStringLiteral("licenceScope"), Qt::Key_3},
        {QStringLiteral("runningBan"), Qt::Key_2},    {QStringLiteral("delivery"), Qt::Key_1},
        {QStringLiteral("divisible"), Qt::Key_2},     {QStringLiteral("carriage"), Qt::Key_2}};
    return list;
}

} // namespace

OversizeJourney::OversizeJourney(ui::Shell& shell, Driver& driver)
    : m_shell(shell)
    , m_driver(driver)
{
}

bool OversizeJourney::begin()
{
    m_driver.key(Qt::Key_F2);
    m_driver.type(QStringLiteral("sndj"));
    m_driver.key(Qt::Key_Return);
    return m_driver.until("the oversize application is open", [this] {
        return m_shell.intake().isActive() &&
               m_shell.intake().guide().ref.code == QLatin1StringView("62-JT-XK-0007");
    });
}

void OversizeJourney::fillAxles()
{
    for (int axle = 0; axle < kAxles; ++axle) {
        const QString load = axle == 0  ? QStringLiteral("7000")
                             : axle < 3 ? QStringLiteral("10800")
                                        : QStringLiteral("15000");
        for (const QString& cell :
             {load, QStringLiteral("8"), axle == 0 ? QString() : QStringLiteral("1.5")}) {
            m_driver.type(cell);
            m_driver.key(Qt::Key_Return);
        }
    }
}

bool OversizeJourney::fillIn()
{
    auto* form = m_shell.intakePage().findChild<ui::FormPane*>();
    for (int i = 0; i < kMostFields && !form->currentField().isEmpty(); ++i) {
        const QString field = form->currentField();
        if (field == QLatin1StringView("axles")) {
            fillAxles();
        } else if (const auto choice = choices().constFind(field); choice != choices().constEnd()) {
            m_driver.key(*choice);
        } else {
            m_driver.type(answers().value(field));
        }
        const bool lines = field == QLatin1StringView("route");
        m_driver.key(lines ? Qt::Key_Down : Qt::Key_Return, lines ? Qt::ControlModifier : Qt::NoModifier);
    }
    return m_driver.until("the rules find class three", [this] { return isClassThree(); });
}

bool OversizeJourney::askWhy()
{
    const QWidget* why = nullptr;
    m_driver.key(Qt::Key_F4);
    m_driver.key(Qt::Key_F6); // around the end to the guide
    if (!m_driver.goTo("the question why", [&why](const QWidget& widget) {
            why = widget.objectName().startsWith(QLatin1StringView("why.")) ? &widget : nullptr;
            return why != nullptr;
        })) {
        return false;
    }
    m_driver.key(Qt::Key_Space);
    return m_driver.show("为什么？", QStringLiteral("18-why"), [this] {
        const auto lines = m_shell.intakePage().findChildren<ui::MessageLine*>();
        const QString said = m_shell.intake().form().axisWhy.value(QStringLiteral("class"));
        return std::ranges::any_of(lines, [&said](const ui::MessageLine* line) {
            return line->isVisible() && !said.isEmpty() && line->text() == said;
        });
    });
}

bool OversizeJourney::isClassThree() const
{
    return m_shell.intake().form().situations.value(QStringLiteral("class")) == QLatin1StringView("S03");
}

bool OversizeJourney::isReady() const
{
    return m_shell.intake().filesUnderWay() == 0 && m_shell.intake().answer() == domain::Answer::Accept;
}

bool OversizeJourney::first(const QString& materialFile)
{
    if (!begin()) {
        return false;
    }
    m_driver.key(Qt::Key_F3);
    m_driver.key(Qt::Key_Tab, Qt::ShiftModifier); // who applies stands before the name
    if (!fillIn() || !askWhy()) {
        return false;
    }
    m_driver.key(Qt::Key_F4);
    for (int i = 0; i < 3; ++i) {
        m_driver.key(Qt::Key_Space); // what may not follow later stands first
    }
    auto* papers = new QMimeData;
    papers->setUrls({QUrl::fromLocalFile(materialFile)});
    QGuiApplication::clipboard()->setMimeData(papers);
    m_driver.key(Qt::Key_V, Qt::ControlModifier); // the licence, compared with its original
    if (!m_driver.until("the licence is taken in", [this] {
            const auto* licence = m_shell.intake().intake().material(QStringLiteral("M02"));
            return licence != nullptr && !licence->files.empty() && m_shell.intake().filesUnderWay() == 0;
        })) {
        return false;
    }
    m_driver.key(Qt::Key_O);
    m_driver.key(Qt::Key_Home);
    for (int i = 0; i < 6 && !isReady(); ++i) {
        m_driver.key(Qt::Key_Space);
    }
    return m_driver.until("nothing stands in the way", [this] { return isReady(); });
}

bool OversizeJourney::again()
{
    const int before = m_driver.keys();
    if (!begin()) {
        return false;
    }
    m_driver.key(Qt::Key_Tab); // past the name to the number
    m_driver.type(kApplicant);
    if (!m_driver.until("the customer is known", [this] { return m_shell.intake().earlier().has_value(); })) {
        return false;
    }
    m_driver.key(Qt::Key_R, Qt::ControlModifier);
    if (!fillIn()) {
        return false;
    }
    if (!m_driver.show("大件运输 Ⅲ 类", QStringLiteral("15-oversize-form"),
                       [this] { return isClassThree(); })) {
        return false;
    }
    m_driver.key(Qt::Key_F4);
    m_driver.key(Qt::Key_Home); // what was handed in before and serves again stands first
    m_driver.key(Qt::Key_U);    // the licence of last time serves again
    if (!m_driver.until("the earlier licence is taken", [this] {
            const auto* licence = m_shell.intake().intake().material(QStringLiteral("M02"));
            return licence != nullptr && licence->reused.has_value();
        })) {
        return false;
    }
    m_driver.key(Qt::Key_Home);
    if (!m_driver.show("材料沿用", QStringLiteral("19-oversize-reused"), [] { return true; })) {
        return false;
    }
    for (int i = 0; i < 3; ++i) {
        m_driver.key(Qt::Key_Space);
    }
    m_driver.key(Qt::Key_2, Qt::AltModifier); // the feeder
    m_driver.key(Qt::Key_F9);
    if (!m_driver.until(
            "the feeder is empty and its pages are here",
            [this] {
                const auto* paper = m_shell.intake().intake().material(QStringLiteral("M03"));
                return paper != nullptr && paper->files.size() >= 10 && m_shell.intake().filesUnderWay() == 0;
            },
            120'000)) {
        return false;
    }
    m_driver.look(QStringLiteral("16-oversize-scanned"));
    m_driver.key(Qt::Key_Home);
    for (int i = 0; i < 6 && !isReady(); ++i) {
        m_driver.key(Qt::Key_Space);
    }
    m_keysAgain = m_driver.keys() - before;
    return m_driver.until("nothing stands in the way", [this] { return isReady(); });
}

} // namespace ow::tour
