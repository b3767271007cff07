// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/recordsample.h"
#include "record/seal.h"

#include <catch2/catch.hpp>

using namespace ow::record;
using namespace ow::record::sample;

TEST_CASE("a sealed column opens only in its own table and row and column and version")
{
    const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'C'));
    const ColumnPlace place{"draft", "17", "form", 3};
    OW_TAKE(sealed, sealColumn(provider(), Suite::Sm4Gcm, key, place, "private"));
    OW_TAKE(opened, openColumn(provider(), key, place, sealed));
    CHECK(opened == "private");
    const ColumnPlace others[] = {
        {"drafu", "17", "form", 3}, {"draft", "18", "form", 3},
        {"draft", "17", "for", 3},  {"draft", "17", "form", 2},
        {"draft", "17", "form", 4}, {"draft1", "7", "form", 3},
        {"draft", "17f", "orm", 3}, {"", "", "", 0},
    };
    for (const ColumnPlace& other : others)
        CHECK_FALSE(openColumn(provider(), key, other, sealed).has_value());
}

TEST_CASE("an empty value is sealed like any other")
{
    const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'C'));
    OW_TAKE(sealed, sealColumn(provider(), Suite::Aes256Gcm, key, {"t", "1", "c", 0}, ""));
    CHECK(sealed.size() == 1 + kNonceSize + kTagSize);
    OW_TAKE(opened, openColumn(provider(), key, {"t", "1", "c", 0}, sealed));
    CHECK(opened.isEmpty());
}
