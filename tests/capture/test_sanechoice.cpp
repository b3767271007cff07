// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/sanechoice.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::capture;

namespace {

/// The words of some drivers, from their manual pages and sources.
struct Driver
{
    const char* name;
    QStringList sources;
    const char* flatbed; ///< empty: it has none
    const char* feeder;
    const char* duplex;
};

const std::vector<Driver>& drivers()
{
    static const std::vector<Driver> all{
        {"test",
         {u"Flatbed"_s, u"Automatic Document Feeder"_s},
         "Flatbed",
         "Automatic Document Feeder",
         "Automatic Document Feeder"}, // two sides by another option, or refused there
        {"fujitsu", {u"ADF Front"_s, u"ADF Back"_s, u"ADF Duplex"_s}, "", "ADF Front", "ADF Duplex"},
        {"canon_dr",
         {u"Flatbed"_s, u"ADF Front"_s, u"ADF Back"_s, u"ADF Duplex"_s},
         "Flatbed",
         "ADF Front",
         "ADF Duplex"},
        {"airscan", {u"Flatbed"_s, u"ADF"_s, u"ADF Duplex"_s}, "Flatbed", "ADF", "ADF Duplex"},
        {"hpaio", {u"Flatbed"_s, u"ADF"_s, u"Duplex"_s}, "Flatbed", "ADF", "Duplex"},
        {"brother4",
         {u"FlatBed"_s, u"Automatic Document Feeder(left aligned)"_s,
          u"Automatic Document Feeder(left aligned,Duplex)"_s},
         "FlatBed",
         "Automatic Document Feeder(left aligned)",
         "Automatic Document Feeder(left aligned,Duplex)"},
        {"avision", {u"Normal"_s, u"ADF Front"_s, u"ADF Back"_s}, "Normal", "ADF Front", "ADF Front"},
        {"plustek", {u"Normal"_s, u"Transparency"_s, u"Negative"_s}, "Normal", "", ""},
    };
    return all;
}

QString orEmpty(const std::optional<QString>& chosen)
{
    return chosen.value_or(QString());
}

} // namespace

TEST_CASE("the source is found whatever a driver calls it")
{
    for (const Driver& driver : drivers()) {
        INFO(driver.name);
        CHECK(orEmpty(chooseSource(driver.sources, ScanSource::Flatbed, false)) ==
              QLatin1StringView(driver.flatbed));
        CHECK(orEmpty(chooseSource(driver.sources, ScanSource::Feeder, false)) ==
              QLatin1StringView(driver.feeder));
        CHECK(orEmpty(chooseSource(driver.sources, ScanSource::Feeder, true)) ==
              QLatin1StringView(driver.duplex));
    }
}

TEST_CASE("the mode is found whatever a driver calls it")
{
    const QStringList brother{u"Black & White"_s, u"Gray[Error Diffusion]"_s, u"True Gray"_s,
                              u"24bit Color"_s, u"24bit Color[Fast]"_s};
    CHECK(chooseMode(brother, ScanMode::Colour) == u"24bit Color"_s);
    CHECK(chooseMode(brother, ScanMode::Grey) == u"True Gray"_s);
    CHECK(chooseMode(brother, ScanMode::BlackWhite) == u"Black & White"_s);
    const QStringList genesys{u"Color"_s, u"Gray"_s};
    CHECK(chooseMode(genesys, ScanMode::Colour) == u"Color"_s);
    CHECK_FALSE(chooseMode(genesys, ScanMode::BlackWhite));
    const QStringList pixma{u"Color"_s, u"Gray"_s, u"48 bits color"_s, u"16 bits gray"_s, u"Lineart"_s};
    CHECK(chooseMode(pixma, ScanMode::Colour) == u"Color"_s);
    CHECK(chooseMode(pixma, ScanMode::Grey) == u"Gray"_s);
    const QStringList umax{u"Color Lineart"_s, u"Color Halftone"_s, u"Lineart"_s, u"Halftone"_s, u"Color"_s};
    CHECK(chooseMode(umax, ScanMode::BlackWhite) == u"Lineart"_s);
    CHECK(chooseMode(umax, ScanMode::Colour) == u"Color"_s);
}

TEST_CASE("the resolution is the next finer one")
{
    CHECK(chooseDpi({75, 150, 200, 300, 600}, 300) == 300);
    CHECK(chooseDpi({600, 150, 300}, 200) == 300);
    CHECK(chooseDpi({75, 150}, 300) == 150);
    CHECK(chooseDpi({}, 300) == 0);
}
