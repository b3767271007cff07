// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/guidereader.h"
#include "catalogue/pinyin.h"
#include "record/crypto.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace ow::test {

/// Things the tests of the catalogue begin with.
inline catalogue::GuideReader guideReader()
{
    std::shared_ptr<const record::CryptoProvider> crypto = record::makeBotanProvider();
    auto reader = catalogue::GuideReader::make([crypto](QByteArrayView bytes) { return crypto->sm3(bytes); });
    REQUIRE(reader.has_value());
    return std::move(*reader);
}

inline catalogue::Catalogue builtinCatalogue()
{
    catalogue::Catalogue catalogue;
    catalogue.loadFolder(catalogue::kBuiltinGuides, guideReader());
    REQUIRE(catalogue.size() == 63);
    return catalogue;
}

inline catalogue::Pinyin builtinPinyin()
{
    auto pinyin = catalogue::Pinyin::builtin();
    REQUIRE(pinyin.has_value());
    return std::move(*pinyin);
}

/// A file below tests/data.
inline QByteArray testData(const QString& name)
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + QStringLiteral("/tests/data/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline QJsonObject testJson(const QString& name)
{
    const QJsonObject object = QJsonDocument::fromJson(testData(name)).object();
    REQUIRE_FALSE(object.isEmpty());
    return object;
}

/// pinyin_oracle.json: pinyin-pro 3.29.4 over the names, short names and aliases of the built-in guides, less
/// the two it reads wrongly (船长证 is no long ship, 驾校场地 no 校场).
inline QJsonObject pinyinOracle()
{
    QJsonObject oracle = testJson(QStringLiteral("search/pinyin_oracle.json"));
    oracle.remove(QStringLiteral("船长证"));
    oracle.remove(QStringLiteral("驾校场地"));
    REQUIRE(oracle.size() > 350);
    return oracle;
}

} // namespace ow::test
