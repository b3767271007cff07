// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/sheetflow.h"
#include "papers/typesetter.h"

#include <catch2/catch.hpp>

using namespace ow::papers;

namespace {

struct Seen
{
    int strip = 0;
    Strip::Spot spot;
};

Strip strip(std::vector<Seen>& seen, int number, double height, bool keep = false, bool atFoot = false)
{
    return {height, 0, keep, atFoot, [&seen, number](std::vector<Piece>& pieces, const Strip::Spot& spot) {
                seen.push_back({number, spot});
                pieces.emplace_back(LinePiece{});
            }};
}

QString words(const TextLine& line)
{
    QString text;
    for (const GlyphPiece& piece : line.pieces) {
        text += QString::fromUcs4(piece.text.data(), static_cast<qsizetype>(piece.text.size()));
    }
    return text;
}

Typesetter typesetter()
{
    auto fonts = FontSet::make();
    REQUIRE(fonts.has_value());
    return Typesetter(std::move(*fonts));
}

} // namespace

TEST_CASE("strips flow to the next sheet and none is lost")
{
    std::vector<Seen> seen;
    std::vector<Strip> strips;
    for (int i = 0; i < 7; ++i) {
        strips.push_back(strip(seen, i, 30));
    }
    const auto sheets = flow(strips, 0, 100);
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[0].pieces.size() == 3);
    CHECK(sheets[2].pieces.size() == 1);
    CHECK(seen[3].spot.first);
    CHECK(seen[2].spot.last);
    CHECK(seen[2].spot.y == Approx(60));
}

TEST_CASE("strips that belong together turn the sheet together")
{
    std::vector<Seen> seen;
    const auto sheets = flow({strip(seen, 0, 60), strip(seen, 1, 30, true), strip(seen, 2, 30)}, 0, 100);
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[1].pieces.size() == 2);
}

TEST_CASE("a chain taller than a sheet parts and loses nothing")
{
    std::vector<Seen> seen;
    std::vector<Strip> strips;
    for (int i = 0; i < 10; ++i) {
        strips.push_back(strip(seen, i, 30, true));
    }
    CHECK(flow(strips, 0, 100).size() == 4);
    CHECK(seen.size() == 10);
}

TEST_CASE("what belongs to the foot sinks to it")
{
    std::vector<Seen> seen;
    CHECK(flow({strip(seen, 0, 10), strip(seen, 1, 20, false, true)}, 0, 100).size() == 1);
    CHECK(seen[1].spot.y == Approx(80));
}

TEST_CASE("a line never begins with a full stop and nothing falls out between lines")
{
    Typesetter setter = typesetter();
    const QString text = QStringLiteral("一二三四五六七八九十。一二三四五六七八九，");
    QString all;
    // Ten characters wide: the full stop would be the eleventh.
    for (const TextLine& line : setter.lines({{text, false}}, {4, 40.01, 0, Qt::black})) {
        CHECK(line.width <= 40.01);
        CHECK_FALSE(words(line).startsWith(u'。'));
        CHECK_FALSE(words(line).startsWith(u'，'));
        all += words(line);
    }
    CHECK(all == text);
}

TEST_CASE("a word longer than the measure is broken and not cut")
{
    Typesetter setter = typesetter();
    const QString text(200, u'W');
    const auto lines = setter.lines({{text, false}}, {4, 30, 8, Qt::black});
    QString all;
    for (const TextLine& line : lines) {
        CHECK(line.width <= 30);
        all += words(line);
    }
    CHECK(lines.size() > 5);
    CHECK(all == text);
}

TEST_CASE("a character that no font has is reported")
{
    Typesetter setter = typesetter();
    (void)setter.line(QStringLiteral("张𠮷"), 4);
    CHECK_FALSE(setter.missing().has_value());
    const char32_t nothing = 0x10FFF0;
    (void)setter.line(QString::fromUcs4(&nothing, 1), 4);
    CHECK(setter.missing() == nothing);
}
