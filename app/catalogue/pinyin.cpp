// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/pinyin.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace ow::catalogue {

namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

void addNew(QStringList& list, const QString& word)
{
    if (!list.contains(word)) {
        list.append(word);
    }
}

} // namespace

Result<Pinyin> Pinyin::builtin()
{
    QFile file(QStringLiteral(":/onewindow/pinyin/readings.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, QStringLiteral("the table of readings is not in the program"));
    }
    return fromJson(file.readAll());
}

Result<Pinyin> Pinyin::fromJson(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject syllables = root.value(QLatin1String("syllables")).toObject();
    const QJsonObject phrases = root.value(QLatin1String("phrases")).toObject();
    if (syllables.isEmpty()) {
        return fail(ErrorCode::Internal, QStringLiteral("the table of readings has no syllables"));
    }
    Pinyin pinyin;
    pinyin.m_readings.reserve(8192);
    for (auto it = syllables.begin(); it != syllables.end(); ++it) {
        const QString syllable = it.key();
        for (const QChar character : it.value().toString()) {
            pinyin.m_readings[character].append(syllable);
        }
    }
    for (auto it = phrases.begin(); it != phrases.end(); ++it) {
        for (const QJsonValue& way : it.value().toArray()) {
            if (way.toString().split(QLatin1Char(' ')).size() != it.key().size()) {
                return fail(ErrorCode::Internal, QStringLiteral("a phrase needs one syllable a character"),
                            it.key());
            }
            pinyin.m_phrases[it.key()].append(way.toString());
        }
        pinyin.m_longestPhrase = std::max(pinyin.m_longestPhrase, static_cast<int>(it.key().size()));
    }
    return pinyin;
}

QStringList Pinyin::readings(QChar character) const
{
    return m_readings.value(character);
}

std::vector<QStringList> Pinyin::readingsOf(QStringView text) const
{
    std::vector<QStringList> all(static_cast<std::size_t>(text.size()));
    for (qsizetype at = 0; at < text.size();) {
        qsizetype taken = 1;
        for (qsizetype size = std::min<qsizetype>(m_longestPhrase, text.size() - at); size > 1; --size) {
            const auto phrase = m_phrases.constFind(text.mid(at, size).toString());
            if (phrase == m_phrases.constEnd()) {
                continue;
            }
            for (const QString& way : *phrase) {
                const QStringList parts = way.split(QLatin1Char(' '));
                for (qsizetype i = 0; i < size; ++i) {
                    addNew(all[static_cast<std::size_t>(at + i)], parts[i]);
                }
            }
            taken = size;
            break;
        }
        if (taken == 1) {
            const QChar character = text[at];
            const bool latin = character.unicode() < 0x80 && character.isLetterOrNumber();
            all[static_cast<std::size_t>(at)] =
                latin ? QStringList{QString(character.toLower())} : m_readings.value(character);
        }
        at += taken;
    }
    return all;
}

} // namespace ow::catalogue
