// SPDX-License-Identifier: GPL-3.0-or-later
// ow_gallery --page signin --theme dark --scale 150 --size 1366x768 --language zh_CN --out picture.png
// Shows one page with sample data; with --out it saves a picture and ends. For looking, not part of the
// product.
#include "translations/words.h"
#include "ui/gallery/pages.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("page"), QStringLiteral("name"),
                                  QStringLiteral("components"));
    const QCommandLineOption themeName(QStringLiteral("theme"), QStringLiteral("light, dark, contrast"),
                                       QStringLiteral("name"), QStringLiteral("light"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("percent"),
                                   QStringLiteral("percent"), QStringLiteral("100"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("pixels"), QStringLiteral("WxH"),
                                  QStringLiteral("1366x768"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("language"),
                                      QStringLiteral("name"), QStringLiteral("zh_CN"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("picture"), QStringLiteral("file"));
    parser.addOptions({page, themeName, scale, size, language, out});
    parser.addHelpOption();
    parser.process(application);

    ow::words::install(application, parser.value(language));
    const auto theme = ow::ui::Theme::load();
    if (!theme) {
        QTextStream(stderr) << theme.error().detail << '\n';
        return 1;
    }
    for (const ow::ui::ThemeId id : ow::ui::kThemeIds) {
        if (parser.value(themeName) == ow::ui::themeKey(id)) {
            (*theme)->apply(application, id, parser.value(scale).toInt());
        }
    }
    const QString name = parser.value(page);
    const std::unique_ptr<QWidget> shown = ow::ui::samples::makePage(name, **theme);
    if (!shown) {
        QTextStream(stderr) << ow::ui::samples::pageNames().join(u' ') << '\n';
        return 1;
    }
    const QStringList pixels = parser.value(size).split(u'x');
    shown->resize(pixels.value(0).toInt(), pixels.value(1).toInt());
    shown->show();
    shown->activateWindow();
    QTimer::singleShot(150, shown.get(), [&] { ow::ui::samples::afterShown(name, *shown); });
    if (parser.isSet(out)) {
        QTimer::singleShot(450, shown.get(), [&] {
            const bool saved = shown->grab().save(parser.value(out));
            QTextStream(stdout) << parser.value(out) << ' ' << shown->width() << 'x' << shown->height()
                                << '\n';
            QApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
