// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support.h"
#include "ui/theme/stylesheet.h"
#include "ui/words/statewords.h"

#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <cmath>

namespace ow::ui {

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

void checkPairs(const Theme& theme, const QString& kind, double least)
{
    const QJsonObject pairs = theme.table().value(u"contrast").toObject().value(u"pairs").toObject();
    const QJsonArray list = pairs.value(kind).toArray();
    REQUIRE_FALSE(list.isEmpty());
    for (const auto& pair : list) {
        const QStringList names = pair.toString().split(QStringLiteral(" on "));
        const auto front = tokenFromName(names.value(0));
        const auto back = tokenFromName(names.value(1));
        REQUIRE(front);
        REQUIRE(back);
        for (const ThemeId id : kThemeIds) {
            INFO(pair.toString().toStdString() << " in " << themeKey(id).data());
            CHECK(contrast(theme.colorIn(id, *front), theme.colorIn(id, *back)) >= least);
        }
    }
}

} // namespace

TEST_CASE("the contrast formula gives the published figures")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    // #767676 on white is the lightest grey that passes AA.
    CHECK(contrast(QColor(0x76, 0x76, 0x76), Qt::white) == Approx(4.54).margin(0.01));
}

TEST_CASE("every pair of text and ground in the table can be read in all three themes")
{
    checkPairs(tests::theme(), QStringLiteral("text"), 4.5);
}

TEST_CASE("every edge and mark in the table can be seen in all three themes")
{
    checkPairs(tests::theme(), QStringLiteral("ui"), 3.0);
}

TEST_CASE("the style sheet has no mark left in any theme and at any scale")
{
    for (const ThemeId id : kThemeIds) {
        for (const int percent : tests::theme().scales()) {
            tests::setTheme(id, percent);
            const auto sheet = tests::theme().styleSheet();
            REQUIRE(sheet);
            CHECK_FALSE(sheet->contains(u'@'));
            CHECK_FALSE(sheet->contains(QLatin1StringView("/*")));
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

TEST_CASE("a mark that means nothing is named")
{
    const StyleSheetInput input{
        [](QStringView name) { return name == u"text" ? QStringLiteral("#000000") : QString(); },
        [](int px) { return px * 3 / 2; }, 3};
    CHECK(fillStyleSheet(QStringLiteral("a { color: @text; width: @k(10); }"), input).value() ==
          QStringLiteral("a { color: #000000; width: 15px; }"));
    CHECK(fillStyleSheet(QStringLiteral("@k(8,-1) @k(8,-f) @k(8,-2f) @focusWidth"), input).value() ==
          QStringLiteral("11px 10px 8px 3px"));
    CHECK(fillStyleSheet(QStringLiteral("a { color: @tekst; }"), input).error().detail.contains(u"@tekst"));
    CHECK(fillStyleSheet(QStringLiteral("@k(8,-2,-2f)"), input).value() == QStringLiteral("6px"));
    CHECK_FALSE(fillStyleSheet(QStringLiteral("@k(x)"), input));
    CHECK_FALSE(fillStyleSheet(QStringLiteral("@k(8,-x)"), input));
}

TEST_CASE("every size is in the table and lines do not grow with the type")
{
    const Metrics normal(tests::theme().table(), 100);
    const Metrics large(tests::theme().table(), 150);
#define X(name) CHECK(normal.name > 0);
    OW_SIZES(X)
#undef X
    CHECK(normal.railWidth == 76);
    CHECK(large.railWidth == 114);
    CHECK(large.bar == normal.bar);
    CHECK(large.hairline == 1);
}

TEST_CASE("the width of a window counts by the type in it")
{
    const Metrics normal(tests::theme().table(), 100);
    const Metrics large(tests::theme().table(), 150);
    CHECK(normal.widthClass(1366) == WidthClass::ThreeColumns);
    CHECK(normal.widthClass(1199) == WidthClass::TwoColumns);
    CHECK(normal.widthClass(999) == WidthClass::OneRegion);
    CHECK(large.widthClass(1920) == WidthClass::ThreeColumns);
    CHECK(large.widthClass(1366) == WidthClass::OneRegion);
}

TEST_CASE("every icon of the table is drawn and tinted")
{
    IconSet icons;
    const QJsonArray names = tests::theme().table().value(u"icons").toArray();
    REQUIRE(names.size() > 40);
    for (const auto& name : names) {
        INFO(name.toString().toStdString());
        const QImage image = icons.pixmap(name.toString(), QColor(200, 10, 20), 32, 1.0).toImage();
        REQUIRE(image.width() == 32);
        int tinted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() > 200) {
                    CHECK(std::abs(pixel.red() - 200) < 6);
                    ++tinted;
                }
            }
        }
        CHECK(tinted > 4);
    }
    CHECK(icons.pixmap(QStringLiteral("nothing"), Qt::black, 16, 1.0).isNull());
    CHECK(icons.pixmap(QStringLiteral("check"), Qt::black, 16, 2.0).size() == QSize(32, 32));
}

} // namespace ow::ui
