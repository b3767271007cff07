// SPDX-License-Identifier: GPL-3.0-or-later
// ow_intake_look --scene ready --theme light --scale 150 --size 1366x768 --out picture.png
// Saves a picture of the intake page at work. For looking, not part of the product.
#include "translations/words.h"
#include "ui/intake/intakekit.h"
#include "ui/widgets/materiallist.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QPainter>
#include <QTextStream>

namespace {

QByteArray scannedPage(int number, double degrees)
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(QColor(250, 248, 240));
    QPainter painter(&page);
    painter.translate(620, 877);
    painter.rotate(degrees);
    painter.translate(-620, -877);
    painter.fillRect(420, 140, 400, 34, Qt::black);
    for (int y = 260; y < 1500; y += 52) {
        for (int x = 140; x < 1080 - (y * number) % 300; x += 34) {
            painter.fillRect(x, y, 26, 24, QColor(60, 58, 55));
        }
    }
    painter.setPen(QPen(QColor(190, 40, 30), 8));
    painter.drawEllipse(760, 1250, 260, 260);
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "jpeg", 85);
    return jpeg;
}

/// page-list, page-scan, page-view, page-cut, page-zoom, page-incomplete: four scans, the second one askew,
/// the third incomplete.
void playPages(ow::test::IntakeKit& kit, const QString& scene)
{
    using ow::test::IntakeKit;
    if (scene == QLatin1String("page-scan")) {
        kit.withScanner();
    }
    kit.press(Qt::Key_F4);
    const auto* list = kit.page->findChild<ow::ui::MaterialList*>();
    const QString material = list->row(list->currentRow()).id;
    for (int number = 1; number <= 4; ++number) {
        static_cast<void>(IntakeKit::await(
            kit.desk->addBytes(material, scannedPage(number, number == 2 ? 2.3 : 0), QStringLiteral("page"),
                               ow::domain::FileOrigin::Scanner, number == 3)));
    }
    kit.desk->setGrade(material, ow::domain::TrustGrade::B);
    kit.desk->editFile(material, 3, {.quarterTurns = 1});
    kit.press(Qt::Key_Right);
    kit.press(Qt::Key_Right);
    QTest::qWait(1500);
    if (scene == QLatin1String("page-list") || scene == QLatin1String("page-scan")) {
        return;
    }
    kit.press(Qt::Key_Return);
    QTest::qWait(1500);
    if (scene == QLatin1String("page-cut")) {
        kit.press(Qt::Key_C);
        kit.press(Qt::Key_Right, Qt::ShiftModifier);
        kit.press(Qt::Key_Tab);
        kit.press(Qt::Key_Down, Qt::ShiftModifier);
    } else if (scene == QLatin1String("page-zoom")) {
        kit.press(Qt::Key_1);
    } else if (scene == QLatin1String("page-incomplete")) {
        kit.press(Qt::Key_Right);
    }
    QTest::qWait(1200);
}

/// reuse, reuse-taken, reuse-page: a company that was here before with scans of two licences comes again;
/// they are offered, the first is taken, its page is looked at.
void playReuse(ow::test::IntakeKit& kit, const QString& scene)
{
    using ow::test::IntakeKit;
    const QString item = QStringLiteral("62-JT-GG-0003");
    for (int visit = 0; visit < 2; ++visit) {
        kit.page->beginItem(item);
        kit.fillCharter();
        kit.receiveMaterials();
        for (const QString& licence : {QStringLiteral("M03"), QStringLiteral("M04")}) {
            static_cast<void>(IntakeKit::await(kit.desk->addBytes(licence, scannedPage(visit + 1, 0),
                                                                  QStringLiteral("licence"),
                                                                  ow::domain::FileOrigin::Scanner)));
            kit.desk->setGrade(licence, ow::domain::TrustGrade::B);
            kit.desk->setValidUntil(licence, kit.workplace->today().addDays(90 + visit));
        }
        static_cast<void>(IntakeKit::await(kit.desk->decide(ow::domain::Answer::Accept)));
    }
    kit.page->beginItem(item);
    kit.fillCharter();
    QTest::qWait(1000);
    kit.press(Qt::Key_F4);
    if (scene == QLatin1String("reuse")) {
        return;
    }
    kit.press(Qt::Key_U);
    kit.press(Qt::Key_End);
    if (scene == QLatin1String("reuse-page")) {
        kit.press(Qt::Key_Return);
    }
    QTest::qWait(2500);
}

void play(ow::test::IntakeKit& kit, const QString& scene)
{
    if (scene == QLatin1String("empty")) {
        return;
    }
    if (scene.startsWith(QLatin1String("oversize"))) {
        kit.page->beginItem(QStringLiteral("62-JT-XK-0007"));
        if (scene == QLatin1String("oversize")) {
            kit.fillOversize();
            kit.press(Qt::Key_Tab);
        } else if (scene == QLatin1String("oversize-folded")) {
            kit.fillOversize();
            auto* origin = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("origin")));
            origin->setFocus();
            origin->selectAll();
            kit.press(Qt::Key_Delete);
            kit.editor(QStringLiteral("goodsName"))->setFocus(Qt::TabFocusReason);
            kit.press(Qt::Key_Return);
        }
        if (scene == QLatin1String("oversize-form")) {
            kit.fillOversize();
            kit.editor(QStringLiteral("driveAxles"))->setFocus(Qt::TabFocusReason);
        } else if (scene == QLatin1String("oversize-axles")) {
            kit.fillOversize();
            kit.editor(QStringLiteral("axles"))->setFocus(Qt::TabFocusReason);
        } else if (scene == QLatin1String("oversize-earlier")) {
            kit.fillOversize();
            kit.receiveMaterials();
            (void)ow::test::IntakeKit::await(kit.desk->decide(ow::domain::Answer::Accept));
            kit.page->beginItem(QStringLiteral("62-JT-XK-0007"));
            kit.type(QStringLiteral("applicantNo"), QStringLiteral("91620100MA71K2345G"));
            (void)QTest::qWaitFor([&kit] { return kit.desk->earlier().has_value(); }, 10'000);
        } else if (scene == QLatin1String("oversize-drafts")) {
            kit.fillOversize();
            kit.press(Qt::Key_F5);
            (void)QTest::qWaitFor([&kit] { return !kit.desk->isActive(); }, 10'000);
        }
        return;
    }
    if (scene.startsWith(QLatin1String("reuse"))) {
        playReuse(kit, scene);
        return;
    }
    if (scene.startsWith(QLatin1String("62-"))) { // any item, just begun
        kit.page->beginItem(scene);
        return;
    }
    kit.page->beginItem(QStringLiteral("62-JT-GG-0003"));
    if (scene == QLatin1String("begun")) {
        return;
    }
    kit.fillCharter();
    if (scene == QLatin1String("ready")) {
        kit.receiveMaterials();
    } else if (scene == QLatin1String("pages")) {
        kit.press(Qt::Key_F4);
        QImage page(600, 840, QImage::Format_RGB32);
        page.fill(QColor(250, 248, 240));
        QPainter painter(&page);
        for (int y = 120; y < 760; y += 40) {
            painter.fillRect(60, y, 480, 8, Qt::darkGray);
        }
        painter.end();
        QApplication::clipboard()->setImage(page);
        kit.press(Qt::Key_V, Qt::ControlModifier);
        const bool came =
            QTest::qWaitFor([&kit] { return kit.desk->intake().materials.size() == 1; }, 10'000);
        QTextStream(stdout) << "page taken in: " << came << '\n';
    } else if (scene.startsWith(QLatin1String("page-"))) {
        playPages(kit, scene);
    } else {
        kit.press(Qt::Key_F4);
        kit.press(Qt::Key_Space);
    }
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption scene(QStringLiteral("scene"), QStringLiteral("scene"), QStringLiteral("name"),
                                   QStringLiteral("begun"));
    const QCommandLineOption themeName(QStringLiteral("theme"), QStringLiteral("light, dark, contrast"),
                                       QStringLiteral("name"), QStringLiteral("light"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("percent"),
                                   QStringLiteral("percent"), QStringLiteral("100"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("pixels"), QStringLiteral("WxH"),
                                  QStringLiteral("1366x768"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("picture"), QStringLiteral("file"),
                                 QStringLiteral("intake.png"));
    parser.addOptions({scene, themeName, scale, size, out});
    parser.process(application);
    ow::words::install(application, u"zh_CN");
    const auto theme = ow::ui::Theme::load();
    if (!theme) {
        return 1;
    }
    for (const ow::ui::ThemeId id : ow::ui::kThemeIds) {
        if (parser.value(themeName) == ow::ui::themeKey(id)) {
            (*theme)->apply(application, id, parser.value(scale).toInt());
        }
    }
    const QStringList pixels = parser.value(size).split(u'x');
    ow::test::IntakeKit kit(**theme, {pixels.value(0).toInt(), pixels.value(1).toInt()});
    play(kit, parser.value(scene));
    QTest::qWait(300);
    const bool saved = kit.window->grab().save(parser.value(out));
    QTextStream(stdout) << parser.value(out) << '\n';
    return saved ? 0 : 1;
}
