// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/pinyin.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <string>
#include <vector>

namespace ow::catalogue {

/// One way a term can be typed, and which character of the term each unit stands for.
struct SearchKey
{
    std::u16string units;
    std::vector<quint8> characterOf; ///< by unit; terms have at most 255 characters
    std::vector<int> starts;         ///< units a query may begin at, ascending
};

/// What a query and a term are compared as: NFKC, lower case, without brackets, hyphens and spaces; ü is v.
[[nodiscard]] std::u16string normalised(QStringView text);

/// The words of a query: split at spaces and where Chinese and Latin meet ("大件 ys", "大件ys").
[[nodiscard]] QStringList wordsOf(const QString& query);

/// The characters as written; a query may begin at any of them.
[[nodiscard]] SearchKey textKey(QStringView term);

/// Full pinyin, one key for every way to read the polyphones of the term (at most `limit`; then the readings
/// that come first win). A query may begin at any syllable; beginnings that an earlier key has are left out.
/// None for a term without Chinese.
[[nodiscard]] std::vector<SearchKey> pinyinKeys(QStringView term, const Pinyin& pinyin, int limit);

/// First letters of the syllables, otherwise as pinyinKeys.
[[nodiscard]] std::vector<SearchKey> initialKeys(QStringView term, const Pinyin& pinyin, int limit);

} // namespace ow::catalogue
