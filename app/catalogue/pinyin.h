// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace ow::catalogue {

/// How Chinese characters are read, without tones. The table is made at build time (resources/pinyin);
/// phrases fix the reading of polyphones where the word decides it (银行, 会计), every other polyphone keeps
/// all its readings. Immutable after reading; any thread.
class Pinyin
{
public:
    /// The table built into the program. Internal when it is broken.
    [[nodiscard]] static domain::Result<Pinyin> builtin();
    [[nodiscard]] static domain::Result<Pinyin> fromJson(const QByteArray& json);

    /// All readings of one character; empty for what is not in the table.
    [[nodiscard]] QStringList readings(QChar character) const;

    /// One list per UTF-16 unit of the text: the readings of that place, phrases considered; a Latin letter
    /// or digit reads as itself in lower case; anything else (brackets, spaces) has none.
    [[nodiscard]] std::vector<QStringList> readingsOf(QStringView text) const;

private:
    QHash<QChar, QStringList> m_readings;
    QHash<QString, QStringList> m_phrases;
    int m_longestPhrase = 0;
};

} // namespace ow::catalogue
