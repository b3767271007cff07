// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/papersample.h"
#include "papers/templatereader.h"
#include "papers/templateshelf.h"
#include "papers/templatetext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace ow;
using namespace Qt::StringLiterals;
using papers::TemplateText;

namespace {

QByteArray source(const QString& name)
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + u"/resources/papers/"_s + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The acceptance template with one piece of text exchanged.
papers::TemplateFaults faultsWith(const QByteArray& before, const QByteArray& after)
{
    QByteArray json = source(u"acceptance-1.json"_s);
    REQUIRE(json.contains(before));
    json.replace(json.indexOf(before), before.size(), after);
    const auto paper = papers::TemplateReader::read(json, u"acceptance-1.json"_s);
    return paper ? papers::TemplateFaults{} : paper.error();
}

QString plainOf(const QString& text, const QMap<QString, QString>& values)
{
    QString words;
    const auto parsed = TemplateText::parse(text);
    REQUIRE(parsed.has_value());
    for (const papers::StyledRun& run : parsed->fill(values)) {
        words += run.text;
    }
    return words;
}

} // namespace

TEST_CASE("a template text puts values in and leaves out options without value")
{
    CHECK(plainOf(u"受理人：{staff}[（{window}）]"_s, {{u"staff"_s, u"张三"_s}, {u"window"_s, u"W03"_s}}) ==
          u"受理人：张三（W03）"_s);
    CHECK(plainOf(u"受理人：{staff}[（{window}）]"_s, {{u"staff"_s, u"张三"_s}}) == u"受理人：张三"_s);
}

TEST_CASE("a value is never read as notation")
{
    CHECK(plainOf(u"{a}"_s, {{u"a"_s, u"**[{b}]**"_s}, {u"b"_s, u"no"_s}}) == u"**[{b}]**"_s);
}

TEST_CASE("bold runs are told apart from plain ones")
{
    const auto text = TemplateText::parse(u"于 **{day}** 办结"_s);
    REQUIRE(text.has_value());
    const papers::StyledText expected{{u"于 "_s, false}, {u"12 月 3 日"_s, true}, {u" 办结"_s, false}};
    CHECK(text->fill({{u"day"_s, u"12 月 3 日"_s}}) == expected);
}

TEST_CASE("broken notation is refused with its place")
{
    CHECK(TemplateText::parse(u"a{b"_s).error().contains(u"'{' at 1"_s));
    CHECK(TemplateText::parse(u"a}"_s).error().contains(u"'}' at 1"_s));
    CHECK(TemplateText::parse(u"**a"_s).error().contains(u"not closed"_s));
    CHECK(TemplateText::parse(u"[{a}"_s).error().contains(u"not closed"_s));
    CHECK(TemplateText::parse(u"[{a}[{b}]]"_s).error().contains(u"inside another"_s));
    CHECK(TemplateText::parse(u"[abc]"_s).error().contains(u"no placeholder"_s));
    CHECK_FALSE(TemplateText::parse(u"{a b}"_s).has_value());
}

TEST_CASE("every template of the program is read and has all four regimes")
{
    const auto& all = tests::shelf().all();
    REQUIRE(all.size() == 14);
    for (const papers::PaperTemplate& paper : all) {
        CHECK(paper.regimes.keys() == QStringList{u"01"_s, u"07"_s, u"10"_s, u"20"_s});
        CHECK(paper.copies.size() == 2);
    }
}

TEST_CASE("the program carries its templates within itself")
{
    const auto shelf = papers::TemplateShelf::builtIn();
    REQUIRE(shelf.has_value());
    CHECK(shelf->all().size() == tests::shelf().all().size());
    CHECK(shelf->find(u"notice"_s, 1) != nullptr);
    CHECK(shelf->find(u"notice"_s, 2) == nullptr);
    CHECK(shelf->latest(papers::PaperKind::Decline, u"99"_s) == nullptr);
}

TEST_CASE("an unknown placeholder is a fault with file and path")
{
    const papers::TemplateFaults faults = faultsWith("{itemCode}", "{itemKode}");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].file == u"acceptance-1.json"_s);
    CHECK(faults[0].path == u"/blocks/2/rows/1/0/value"_s);
    CHECK(faults[0].reason == u"unknown placeholder {itemKode}"_s);
    CHECK(papers::toError(faults).code == domain::ErrorCode::TemplateInvalid);
    CHECK(papers::toError(faults).field == faults[0].path);
}

TEST_CASE("faults of a template are named where they are")
{
    CHECK(faultsWith("\"kind\": \"acceptance\"", "\"kind\": \"poster\"").at(0).path == u"/kind"_s);
    CHECK(faultsWith("\"version\": 1", "\"version\": 0").at(0).path == u"/version"_s);
    CHECK(faultsWith("\"style\": \"flush\"", "\"style\": \"tilted\"").at(0).path == u"/blocks/0/style"_s);
    CHECK(faultsWith("\"type\": \"closing\"", "\"type\": \"clown\"").at(0).reason ==
          u"unknown type of block"_s);
    CHECK(faultsWith("\"sealHint\"", "\"sealHints\"").size() == 2); // one unknown, one missing
    CHECK(faultsWith("\"copy\": \"office\"", "\"copy\": \"third\"").at(0).path == u"/copies/1/copy"_s);
    CHECK(faultsWith("\"promisedDue\"", "\"promissedDue\"").at(0).path == u"/regimes/01/required"_s);
    CHECK(faultsWith("{page}", "{leaf}").at(0).path == u"/phrases/pageOf"_s);
    CHECK(papers::TemplateReader::read("[1", u"x.json"_s)
              .error()
              .at(0)
              .reason.startsWith(u"not a JSON object"_s));
    CHECK(papers::TemplateReader::read(QByteArray(papers::TemplateReader::kMaxBytes + 1, ' '), u"x.json"_s)
              .error()
              .at(0)
              .reason.startsWith(u"larger than"_s));
}

TEST_CASE("a word that not all regimes have may not be used for all")
{
    QByteArray json = source(u"notrequired-1.json"_s);
    const qsizetype at = json.indexOf("\"answer\"");
    json.replace(at, 8, "\"other\"");
    const auto paper = papers::TemplateReader::read(json, u"n.json"_s);
    REQUIRE_FALSE(paper.has_value());
    CHECK(paper.error().at(0).reason == u"unknown placeholder {answer}"_s);
}

TEST_CASE("two templates of one id and version are a fault")
{
    const QTemporaryDir folder;
    for (const QString& name : {u"a.json"_s, u"b.json"_s}) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(source(u"decline-1.json"_s));
    }
    const auto shelf = papers::TemplateShelf::load(folder.path());
    REQUIRE_FALSE(shelf.has_value());
    CHECK(shelf.error().at(0).file == u"b.json"_s);
    CHECK(papers::TemplateShelf::load(folder.filePath(u"none"_s)).error().at(0).reason == u"no templates"_s);
}

TEST_CASE("templates of other regimes hold neither the word licence nor its law")
{
    for (const papers::PaperTemplate& paper : tests::shelf().all()) {
        for (const QString& code : {u"07"_s, u"10"_s, u"20"_s}) {
            CHECK_FALSE(paper.regimes.value(code).title.contains(u"许可"_s));
        }
    }
    for (const QString& name :
         {u"acceptance-1.json"_s, u"notice-1.json"_s, u"decline-1.json"_s, u"notrequired-1.json"_s}) {
        CHECK_FALSE(QString::fromUtf8(source(name)).contains(u"许可法"_s));
    }
}
