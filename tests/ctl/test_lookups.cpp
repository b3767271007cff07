// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ctlbox.h"

#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sourceFile(const QString& name)
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + u'/' + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

struct Row
{
    QString kind;
    QString value;
    bool valid;
    QString code;
};

std::vector<Row> identifierRows()
{
    std::vector<Row> rows;
    for (const QString& line :
         QString::fromUtf8(sourceFile(u"tests/ctl/identifiers.tsv"_s)).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#')) {
            const QStringList cells = line.split(u'\t');
            REQUIRE(cells.size() == 4);
            rows.push_back({cells[0], cells[1], cells[2] == u"yes"_s, cells[3]});
        }
    }
    return rows;
}

QStringList codes(const QJsonObject& answer)
{
    QStringList list;
    for (const QJsonValue& hit : answer.value(u"hits"_s).toArray()) {
        list << hit.toObject().value(u"code"_s).toString();
    }
    return list;
}

} // namespace

TEST_CASE("check says of every kind of number whether it holds and in Chinese why not")
{
    const CtlBox box;
    const std::vector<Row> rows = identifierRows();
    REQUIRE(rows.size() >= 60);
    for (const Row& row : rows) {
        const CtlAnswer answer = box.run({u"check"_s, row.kind, row.value});
        INFO(row.kind.toStdString() << ' ' << row.value.toStdString() << ": " << answer.out.toStdString());
        CHECK(answer.exitCode == 0);
        CHECK(answer.json.value(u"valid"_s).toBool(!row.valid) == row.valid);
        CHECK(answer.json.value(u"code"_s).toString(u"-"_s) == row.code);
        const QString reason = answer.json.value(u"reason"_s).toString(u"no member"_s);
        CHECK(reason.isEmpty() == (row.code == u"-"_s));
        CHECK((reason.isEmpty() || hasChinese(reason)));
    }
}

TEST_CASE("check refuses a kind it does not know by its name")
{
    const CtlBox box;
    const CtlAnswer answer = box.run({u"check"_s, u"passport"_s, u"E12345678"_s});
    CHECK(answer.exitCode == 1);
    CHECK(answer.error() == u"input.invalid"_s);
    CHECK(answer.errorField() == u"passport"_s);
}

TEST_CASE("the language is Chinese unless English is asked for")
{
    const CtlBox box;
    const QStringList question{u"check"_s, u"mobile"_s, u"12"_s};
    const auto reason = [](const CtlAnswer& answer) { return answer.json.value(u"reason"_s).toString(); };
    CHECK(reason(box.run(question)).startsWith(u"手机号码"_s));
    CHECK(reason(box.run(QStringList{u"--language"_s, u"en"_s} + question)) ==
          u"A mobile number has eleven digits; count them."_s);
    const CtlAnswer other = box.run(QStringList{u"--language"_s, u"fr"_s} + question);
    CHECK(other.exitCode == 2);
    CHECK(other.errorField() == u"language"_s);
}

TEST_CASE("due counts working days as the published holidays say")
{
    const CtlBox box;
    const QJsonArray sums =
        QJsonDocument::fromJson(sourceFile(u"tests/data/calendar/workdays.json"_s))[u"sums"_s].toArray();
    constexpr qsizetype kAsked = 30; // each is a process; the whole table is tested in domain
    REQUIRE(sums.size() > kAsked);
    for (qsizetype i = 0; i < kAsked; ++i) {
        // The last rows run out of the calendar.
        const QJsonArray row = sums[i * (sums.size() - 1) / (kAsked - 1)].toArray();
        const CtlAnswer answer = box.run({u"due"_s, row[0].toString(), QString::number(row[1].toInt())});
        INFO(row[0].toString().toStdString() << " + " << row[1].toInt());
        CHECK(answer.exitCode == 0);
        CHECK(answer.json.value(u"due"_s) == row[2]);
        CHECK(answer.json.value(u"certain"_s) == row[3]);
    }
    const CtlAnswer beyond = box.run({u"due"_s, u"2031-03-03"_s, u"5"_s});
    CHECK(beyond.json.value(u"due"_s) == u"2031-03-10"_s);
    CHECK(beyond.json.value(u"certain"_s) == false);
}

TEST_CASE("due refuses what is no date or no number of days by name")
{
    const CtlBox box;
    for (const auto& [date, days, field] :
         {std::tuple{u"2026-02-30"_s, u"5"_s, u"date"_s}, std::tuple{u"tomorrow"_s, u"5"_s, u"date"_s},
          std::tuple{u"2026-11-23"_s, u"five"_s, u"days"_s},
          std::tuple{u"2026-11-23"_s, u"2601"_s, u"days"_s}}) {
        const CtlAnswer answer = box.run({u"due"_s, date, days});
        CHECK(answer.exitCode == 1);
        CHECK(answer.error() == u"input.invalid"_s);
        CHECK(answer.errorField() == field);
    }
}

TEST_CASE("search finds an item by code and name and alias and pinyin and initials and past a slip")
{
    const CtlBox box;
    for (const auto& [text, code, how, matched] :
         {std::tuple{u"xk0007"_s, u"62-JT-XK-0007"_s, u"code"_s, u"XK-0007"_s},
          std::tuple{u"超限运输"_s, u"62-JT-XK-0006"_s, u"text"_s, u"超限运输"_s},
          std::tuple{u"挖路"_s, u"62-JT-XK-0008"_s, u"text"_s, u"挖路"_s},
          std::tuple{u"黑名单"_s, u"62-JT-GG-0005"_s, u"text"_s, u"黑名单"_s},
          std::tuple{u"cx"_s, u"62-JT-XK-0006"_s, u"initials"_s, u"超限"_s},
          std::tuple{u"dajianyunshu"_s, u"62-JT-XK-0007"_s, u"pinyin"_s, u"大件运输"_s}}) {
        const CtlAnswer answer = box.run({u"search"_s, text});
        INFO(text.toStdString() << ": " << answer.out.toStdString());
        CHECK(answer.exitCode == 0);
        const QJsonArray hits = answer.json.value(u"hits"_s).toArray();
        const auto hit = std::find_if(hits.begin(), hits.end(), [&code = code](const QJsonValue& one) {
            return one.toObject().value(u"code"_s) == code;
        });
        REQUIRE(hit != hits.end());
        CHECK((*hit).toObject().value(u"how"_s) == how);
        CHECK((*hit).toObject().value(u"matched"_s) == matched);
        CHECK(hasChinese((*hit).toObject().value(u"name"_s).toString()));
    }
}

TEST_CASE("search has no hits for what is in no guide")
{
    const CtlBox box;
    const CtlAnswer answer = box.run({u"search"_s, u"鑫鑫鑫"_s});
    CHECK(answer.exitCode == 0);
    CHECK(answer.json.value(u"hits"_s).isArray());
    CHECK(codes(answer.json).isEmpty());
}

TEST_CASE("bad usage ends with 2 and the words on stderr and the error object on stdout")
{
    const CtlBox box;
    for (const QStringList& arguments :
         {QStringList{}, QStringList{u"destroy"_s}, QStringList{u"case"_s},
          QStringList{u"cases"_s, u"JT62"_s}, QStringList{u"--nonsense"_s, u"cases"_s},
          QStringList{u"--password-fd"_s, u"secret"_s, u"cases"_s},
          QStringList{u"--password-fd"_s, u"-1"_s, u"cases"_s},
          QStringList{u"--password"_s, u"secret"_s, u"cases"_s}}) {
        const CtlAnswer answer = box.run(arguments);
        INFO(arguments.join(u' ').toStdString());
        CHECK(answer.exitCode == 2);
        CHECK_FALSE(answer.error().isEmpty());
        CHECK(answer.err.contains("onewindow-ctl ["));
    }
}

TEST_CASE("help is an answer and names every command but no way to say a password")
{
    const CtlBox box;
    const CtlAnswer answer = box.runPlain({u"--help"_s});
    CHECK(answer.exitCode == 0);
    CHECK(answer.err.isEmpty());
    for (const char* command :
         {"init", "verify", "cases", "case NUMBER", "sync", "import-guides DIR --check", "search TEXT",
          "check KIND VALUE", "due DATE DAYS", "intake FILE.json [--dry-run]"}) {
        INFO(command);
        CHECK(answer.out.contains(command));
    }
    CHECK(answer.out.contains("--password-fd N"));
    CHECK_FALSE(answer.out.contains("--password "));
}

TEST_CASE("without json the answer is one member a line")
{
    const CtlBox box;
    const CtlAnswer answer = box.runPlain({u"check"_s, u"mobile"_s, u"13993100001"_s});
    CHECK(answer.exitCode == 0);
    CHECK(answer.out == "valid: true\nreason: \n");
}
