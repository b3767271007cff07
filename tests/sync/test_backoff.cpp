// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <catch2/catch.hpp>

#include <array>

using ow::sync::Backoff;
using namespace std::chrono_literals;

TEST_CASE("the wait doubles from a second and never passes two minutes")
{
    // The largest value a generator over [0, 1) gives, so that what is seen is the ceiling itself.
    Backoff backoff([] { return 1.0; });
    constexpr std::array kCeilings{1'000ms,  2'000ms,  4'000ms,   8'000ms,   16'000ms,
                                   32'000ms, 64'000ms, 120'000ms, 120'000ms, 120'000ms};
    for (const auto ceiling : kCeilings)
        CHECK(backoff.next() == ceiling);
    for (int i = 0; i < 5'000; ++i)
        REQUIRE(backoff.next() == 120'000ms);
}

TEST_CASE("the wait is random over all of its range so that windows do not come back at once")
{
    double value = 0.0;
    Backoff backoff([&value] { return value; });
    CHECK(backoff.next() == 0ms);
    value = 0.25;
    CHECK(backoff.next() == 500ms);
    value = 0.5;
    CHECK(backoff.next() == 2'000ms);
}

TEST_CASE("a centre that names a time is never asked earlier")
{
    double value = 0.0;
    Backoff backoff([&value] { return value; });
    CHECK(backoff.next(7'000ms) == 7'000ms);
    CHECK(backoff.next(0ms) == 0ms);
    // Longer than the cap: the centre's word stands.
    CHECK(backoff.next(600'000ms) == 600'000ms);
    value = 1.0;
    // The own wait is already longer than what was asked for.
    CHECK(backoff.next(2'000ms) == 8'000ms);
}

TEST_CASE("a success lets the next failure begin from a second again")
{
    Backoff backoff([] { return 1.0; });
    CHECK(backoff.next() == 1'000ms);
    CHECK(backoff.next() == 2'000ms);
    CHECK(backoff.failures() == 2);
    backoff.reset();
    CHECK(backoff.failures() == 0);
    CHECK(backoff.next() == 1'000ms);
}
