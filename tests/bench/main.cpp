// SPDX-License-Identifier: GPL-3.0-or-later
// ow_bench [--quick] [start|form|search|accept|lists|pages|uploads …]: measures the budgets of design §11,
// each in the same run with what it is measured against. JSON on standard output, a table on standard error.
// Nothing is asserted: a machine that is busy with something else is no fault of the program.
#include "bench/benches.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

namespace {

using namespace ow;
using namespace Qt::StringLiterals;

struct Bench
{
    QString name;
    std::function<bench::Figures()> measure;
};

void tell(const bench::Figure& figure)
{
    const auto met = figure.met();
    const QString baseline = figure.baseline ? QString::number(*figure.baseline, 'f', 2) : u"-"_s;
    std::fprintf(stderr, "%10.2f %-3s %10s  %-26s %-4s %s\n", figure.ours, qPrintable(figure.unit),
                 qPrintable(baseline), qPrintable(figure.budgetWords()), met ? (*met ? "met" : "MISS") : "",
                 qPrintable(figure.name));
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"onewindow"_s);
    QStringList wanted = QCoreApplication::arguments().sliced(1);
    if (wanted.size() == 3 && wanted.front() == u"--desk") {
        return bench::runDesk(wanted.at(1), wanted.at(2).toLongLong());
    }
    const bench::Sizes sizes =
        wanted.removeAll(u"--quick"_s) > 0 ? bench::Sizes::quickSizes() : bench::Sizes();
    const auto theme = bench::demand(ui::Theme::load());
    theme->apply(application, ui::ThemeId::Light, 100);
    const std::vector<Bench> benches{{u"start"_s, [&] { return bench::measureStart(sizes); }},
                                     {u"form"_s, [&] { return bench::measureForm(sizes, *theme); }},
                                     {u"search"_s, [&] { return bench::measureSearch(sizes); }},
                                     {u"accept"_s, [&] { return bench::measureAccept(sizes); }},
                                     {u"lists"_s, [&] { return bench::measureLists(sizes); }},
                                     {u"pages"_s, [&] { return bench::measurePages(sizes, *theme); }},
                                     {u"uploads"_s, [&] { return bench::measureUploads(sizes); }}};
    std::fprintf(stderr, "%14s %10s  %-26s\n", "ours", "baseline", "budget");
    QJsonArray figures;
    for (const Bench& one : benches) {
        const bool asked = wanted.removeAll(one.name) > 0;
        if (!asked && QCoreApplication::arguments().size() > (sizes.quick ? 2 : 1)) {
            continue;
        }
        for (const bench::Figure& figure : one.measure()) {
            tell(figure);
            figures.push_back(figure.toJson());
        }
    }
    if (!wanted.isEmpty()) {
        std::fprintf(stderr, "ow_bench: no bench %s\n", qPrintable(wanted.join(u' ')));
        return 2;
    }
    const QJsonObject machine{{u"cores"_s, QThread::idealThreadCount()},
                              {u"system"_s, QSysInfo::prettyProductName()},
                              {u"qt"_s, QString::fromLatin1(qVersion())},
                              {u"build"_s, QStringLiteral(OW_BUILD_TYPE)},
                              {u"platform"_s, QGuiApplication::platformName()}};
    const QJsonObject all{{u"machine"_s, machine}, {u"quick"_s, sizes.quick}, {u"figures"_s, figures}};
    std::printf("%s", QJsonDocument(all).toJson().constData());
    return 0;
}
