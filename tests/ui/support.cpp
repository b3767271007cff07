// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

#include <catch2/catch.hpp>

namespace ow::ui::tests {

Theme& theme()
{
    static const std::unique_ptr<Theme> made = [] {
        auto loaded = Theme::load();
        REQUIRE(loaded);
        (*loaded)->apply(*qApp, ThemeId::Light, 100);
        return std::move(*loaded);
    }();
    return *made;
}

void setTheme(ThemeId id, int percent)
{
    Theme& one = theme();
    if (one.id() != id || one.metrics().percent() != percent) {
        one.apply(*qApp, id, percent);
    }
}

void show(QWidget& page, QSize size)
{
    page.resize(size);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
}

} // namespace ow::ui::tests
