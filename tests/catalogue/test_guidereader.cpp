// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/builtins.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

using namespace ow;
using namespace ow::catalogue;

namespace {

QByteArray document(const QString& code)
{
    QFile file(kBuiltinGuides + QLatin1Char('/') + code + QStringLiteral(".v1.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A change of the document of 62-JT-XK-0007 and the fault that must be named.
struct Seeded
{
    const char* what;
    const char* find; ///< regular expression, replaced once
    const char* replace;
    const char* path;
    const char* reason; ///< part of it
};

constexpr Seeded kSeeded[] = {
    {"a member is missing", "\"shortName\": \"[^\"]*\",", "", "", "“shortName” is missing"},
    {"an unknown member", "\"format\": 1,", "\"format\": 1, \"colour\": 1,", "", "“colour” is not known"},
    {"an unknown member inside", "\"charged\": false", "\"charged\": false, \"sum\": 3", "/fee", "“sum”"},
    {"a later format", "\"format\": 1", "\"format\": 2", "/format", "is more than 1"},
    {"a text where a number belongs", "\"statutoryDays\": 15", "\"statutoryDays\": \"15\"", "/statutoryDays",
     "kind of value"},
    {"a negative limit", "\"promisedDays\": 8", "\"promisedDays\": -1", "/promisedDays", "less than 0"},
    {"too many days", "\"statutoryDays\": 15", "\"statutoryDays\": 99999", "/statutoryDays",
     "more than 3650"},
    {"a code in small letters", "\"62-JT-XK-0007\"", "\"62-jt-xk-0007\"", "/code", "not written as it must"},
    {"a path as code", "\"62-JT-XK-0007\"", "\"../62-JT\"", "/code", "not written as it must"},
    {"an unknown role of the window", "\"accept\"", "\"refuse\"", "/windowRole", "none of the allowed"},
    {"an unknown check of a field", "\"id18_or_uscc\"", "\"passport\"", "/fields/2/rule",
     "none of the allowed"},
    {"an empty name", "\"name\": \"道路运输经营许可证\"", "\"name\": \"\"", "/materials/1/name",
     "shorter than 1"},
    {"a least value that is no decimal", "\"min\": \"0.5\"", "\"min\": \"0,5\"", "/fields/27/min",
     "not written"},
    {"the same alias twice", "\"超限证\"", "\"大件运输证\"", "/aliases", "same member twice"},
    {"no media", "(?s)\"media\": \\[.*?\\]", "\"media\": []", "/materials/0/media", "fewer than 1"},
    {"a type nobody has rules for", "\"typeCode\": \"01\"", "\"typeCode\": \"33\"", "/typeCode", "no regime"},
    {"a type by the wrong name", "\"type\": \"行政许可\"", "\"type\": \"行政确认\"", "/type", "行政许可"},
    {"a built-in of version 2", "\"version\": 1", "\"version\": 2", "/version", "version 1"},
    {"a promise longer than the law", "\"promisedDays\": 8", "\"promisedDays\": 16", "/promisedDays", "16"},
    {"a situation promised too long", "\"promisedDays\": 1\n", "\"promisedDays\": 3\n",
     "/axes/0/situations/0/promisedDays", "longer than the law's 2"},
    {"on the spot within 8 days", "\"timed\"", "\"on_the_spot\"", "/handling", "belong together"},
    {"a material id twice", "\"id\": \"M02\"", "\"id\": \"M01\"", "/materials/1/id", "“M01” is used twice"},
    {"tolerable without days", ",\\s*\"tolerableDays\": 3", "", "/materials/1/tolerableDays", "needs days"},
    {"days without tolerable", "\"tolerable\": true", "\"tolerable\": false", "/materials/1/tolerableDays",
     "only a tolerable one"},
    {"an added material nobody knows", "(?s)\"add\": \\[\\s*\"M05\"", "\"add\": [\"M77\"",
     "/axes/0/situations/2/add/0", "no material “M77”"},
    {"a dropped material nobody knows", "(?s)\"drop\": \\[\\s*\"M02\"", "\"drop\": [\"M78\"",
     "/axes/1/situations/2/drop/0", "no material “M78”"},
    {"added and dropped", "(?s)\"drop\": \\[\\s*\"M02\"", "\"drop\": [\"M08\"", "/axes/1/situations/2/drop",
     "both added and dropped"},
    {"a situation id twice", "\"id\": \"S04\"", "\"id\": \"S02\"", "/axes/1/situations/1/id",
     "“S02” is used twice"},
    {"an axis id twice", "\"id\": \"handling\"", "\"id\": \"class\"", "/axes/1/id", "“class” is used twice"},
    {"a default that is not there", "\"default\": \"S01\"", "\"default\": \"S09\"", "/axes/0/default",
     "“S09”"},
    {"the default of another axis", "\"default\": \"S00\"", "\"default\": \"S01\"", "/axes/1/default",
     "“S01”"},
    {"a key twice", "\"key\": \"applicantName\"", "\"key\": \"applicantKind\"", "/fields/1/key",
     "used twice"},
    {"choices without a choice", "\"key\": \"applicantName\",",
     "\"key\": \"applicantName\", \"options\": [\"a\"],", "/fields/1/options", "choices belong"},
    {"a table without columns", "(?s),\\s*\"columns\": \\[.*?\\]", "", "/fields/19/columns",
     "columns belong"},
    {"greatest below least", "\"max\": \"15\"", "\"max\": \"0.45\"", "/fields/27/max",
     "less than the least value"},
    {"a greatest value of a text", "\"key\": \"goodsName\",", "\"key\": \"goodsName\", \"max\": \"3\",",
     "/fields/12/min", "only a number"},
    {"a length of a date", "\"key\": \"dateTo\",", "\"key\": \"dateTo\", \"maxLength\": 3,",
     "/fields/36/maxLength", "only typed text"},
    {"a section nobody knows", "\"section\": \"goods\"", "\"section\": \"cargo\"", "/fields/12/section",
     "no section “cargo”"},
    {"a section twice", "\"id\": \"goods\"", "\"id\": \"contact\"", "/sections/2/id", "used twice"},
    {"a type for half of the columns", "(?s)\"columnTypes\": \\[.*?\\]", "\"columnTypes\": [\"number\"]",
     "/fields/19/columnTypes", "one for each column"},
    {"an optional column nobody knows", "(?s)\"optionalColumns\": \\[.*?\\]",
     "\"optionalColumns\": [\"轮距\"]", "/fields/19/optionalColumns/0", "no column “轮距”"},
    {"rows across without a table", "\"key\": \"goodsName\",", "\"key\": \"goodsName\", \"across\": true,",
     "/fields/12/across", "only the rows of a table"},
    {"a rule of an unknown kind", "\"kind\": \"computed\"", "\"kind\": \"guessed\"", "/rules/0/kind",
     "none of the allowed"},
    {"a rule with an unknown member", "\"id\": \"vehicleKind\"", "\"id\": \"vehicleKind\", \"if\": true",
     "/rules/0", "“if” is not known"},
    {"a rule twice", "\"id\": \"axleSum\"", "\"id\": \"axleCount\"", "/rules/2/id", "used twice"},
    {"a rule for a field nobody knows", "\"targets\": \\[\"axleSum\"\\]", "\"targets\": [\"axleTotal\"]",
     "/rules/2/targets/0", "no field “axleTotal”"},
    {"an expression over a field nobody knows", "\\[\"blank\", \"trailerPlate\"\\]",
     "[\"blank\", \"trailer\"]", "/rules/0/value/1/1", "no field “trailer”"},
    {"an operation nobody knows", "\\[\"count\", ", "[\"tally\", ", "/rules/1/value", "no operation “tally”"},
    {"a column nobody knows", "\"column\", \"axles\", \"轴荷（kg）\"", "\"column\", \"axles\", \"轴荷\"",
     "/rules/1/value/1/2", "no column “轴荷”"},
    {"a text where a decimal belongs", "\\[\"field\", \"totalHei\"\\], \"4[.]5\"",
     "[\"field\", \"totalHei\"], \"4,5 m\"", "/rules/9/when/2", "no number"},
    {"a choice that is not offered", "\\[\"field\", \"vehicleKind\"\\], \"汽车列车\"",
     "[\"field\", \"vehicleKind\"], \"列车\"", "/rules/5/when/1/2", "cannot be chosen"},
    {"a computed choice that is not offered", "\"载货汽车\", \"汽车列车\"\\], \"why\"",
     "\"卡车\", \"汽车列车\"], \"why\"", "/rules/0/value", "“卡车” is not offered"},
    {"a situation nobody knows", "\"value\": \"S03\"", "\"value\": \"S09\"", "/rules/9/value",
     "“S09” is not offered"},
    {"a sentence with a place nobody knows", "[{]goodsMass[}]", "{goodsWeight}", "/rules/26/sentence",
     "no field “goodsWeight”"},
    {"a check that says nothing", ", \"sentence\": \"[^\"]*\"", "", "/rules/18/sentence",
     "a sentence belongs"},
    {"rules in a circle", "\\[\"sum\", \\[\"column\", \"axles\", \"轴荷（kg）\"\\]\\]",
     "[\"+\", [\"field\", \"axleSum\"], 1]", "/rules/2", "wait for each other: axleSum"},
    {"a day that never was", "\"confidence\"", "\"inForceSince\": \"2022-02-30\", \"confidence\"",
     "/inForceSince", "2022-02-30"},
};

QByteArray seed(const Seeded& seeded)
{
    QString text = QString::fromUtf8(document(QStringLiteral("62-JT-XK-0007")));
    const auto match = QRegularExpression(QString::fromUtf8(seeded.find)).match(text);
    REQUIRE(match.hasMatch());
    return text.replace(match.capturedStart(), match.capturedLength(), QString::fromUtf8(seeded.replace))
        .toUtf8();
}

} // namespace

TEST_CASE("all 63 built-in guides are valid and named as they say")
{
    Catalogue catalogue;
    const auto report = catalogue.loadFolder(kBuiltinGuides, test::guideReader());
    for (const GuideFault& fault : report.faults) {
        INFO(fault.file.toStdString() << fault.path.toStdString() << ": " << fault.reason.toStdString());
        CHECK(fault.warning);
    }
    CHECK(report.loaded == 63);
    CHECK(catalogue.size() == 63);
}

TEST_CASE("the pairs of tolerable days beyond the promise are the 147 counted by hand of another language")
{
    // tests/data/guides/tolerance_pairs.json is counted in Python from the documents.
    const int expected =
        test::testJson(QStringLiteral("guides/tolerance_pairs.json")).value(QStringLiteral("pairs")).toInt();
    CHECK(expected == 147);
    Catalogue catalogue;
    int pairs = 0;
    for (const GuideFault& fault : catalogue.loadFolder(kBuiltinGuides, test::guideReader()).faults) {
        CHECK(fault.path.endsWith(QStringLiteral("/tolerableDays")));
        ++pairs;
    }
    CHECK(pairs == expected);
}

TEST_CASE("every seeded fault is named with its file and path and reason")
{
    const GuideReader reader = test::guideReader();
    for (const Seeded& seeded : kSeeded) {
        INFO(seeded.what);
        const GuideReading reading = reader.examine(seed(seeded), QStringLiteral("seeded.json"));
        CHECK_FALSE(reading.usable());
        bool named = false;
        for (const GuideFault& fault : reading.faults) {
            UNSCOPED_INFO(fault.path.toStdString() << ": " << fault.reason.toStdString());
            CHECK(fault.file == QStringLiteral("seeded.json"));
            named = named || (!fault.warning && fault.path == QString::fromUtf8(seeded.path) &&
                              fault.reason.contains(QString::fromUtf8(seeded.reason)));
        }
        CHECK(named);
    }
}

TEST_CASE("several faults are all reported and the first error is what read says")
{
    const GuideReader reader = test::guideReader();
    QByteArray text = document(QStringLiteral("62-JT-XK-0007"));
    text.replace("\"timed\"", "\"later\"").replace("\"省级\"", "\"乡级\"");
    const GuideReading reading = reader.examine(text, QStringLiteral("two.json"));
    CHECK(reading.faults.size() == 2);
    const auto read = reader.read(text, QStringLiteral("two.json"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == domain::ErrorCode::GuideInvalid);
    CHECK(read.error().field == reading.faults.front().path);
    CHECK(read.error().detail.startsWith(QStringLiteral("two.json: ")));
}

TEST_CASE("what is no strict JSON is refused before anything else looks at it")
{
    const GuideReader reader = test::guideReader();
    const QByteArray good = document(QStringLiteral("62-JT-XK-0007"));
    const QByteArray bad[] = {
        QByteArray(),
        QByteArray("["),
        QByteArray("[]"),
        QByteArray("null"),
        QByteArray(good).append("x"),
        good.left(good.size() / 2),
        QByteArray(good).replace("\"format\": 1", "\"format\": 1, \"format\": 1"),
        QByteArray(good).replace("\"format\": 1", "\"format\": 1.5"),
        QByteArray(good).replace("省内大件运输", "\xff\xfe"),
        QByteArray("{\"name\":\"").append(QByteArray(5000, 'a')).append("\"}"),
        QByteArray(GuideReader::kMaxBytes + 1, ' '),
    };
    for (const QByteArray& text : bad) {
        INFO(text.left(60).toStdString());
        const GuideReading reading = reader.examine(text, QStringLiteral("bad.json"));
        CHECK_FALSE(reading.usable());
        CHECK_FALSE(reading.faults.empty());
    }
}

TEST_CASE("a document of nothing but faults stops at the bound")
{
    QByteArray text = "{\"materials\": [";
    for (int i = 0; i < 90; ++i) {
        text += i == 0 ? "1" : ",1";
    }
    text += "]}";
    CHECK(test::guideReader().examine(text, QStringLiteral("many.json")).faults.size() == kMaxFaults);
}

TEST_CASE("the oversize guide arrives in the domain as its document says")
{
    const auto read =
        test::guideReader().read(document(QStringLiteral("62-JT-XK-0007")), QStringLiteral("f"));
    REQUIRE(read.has_value());
    const domain::Guide& guide = *read;
    CHECK(guide.ref.code == QStringLiteral("62-JT-XK-0007"));
    CHECK(guide.ref.version == 1);
    CHECK(guide.name == QStringLiteral("公路超限运输许可（省内跨市州大件运输）"));
    CHECK(guide.origin == QStringLiteral("builtin"));
    CHECK(guide.statutoryDays == 15);
    CHECK(guide.promisedDays == 8);
    CHECK(guide.handling == domain::Handling::Timed);
    CHECK(guide.windowRole == domain::WindowRole::Accept);
    CHECK(guide.forNatural);
    CHECK(guide.forLegal);
    REQUIRE(guide.basis.size() == 3);
    CHECK(guide.basis[1].article == QStringLiteral("第三十五条、第三十六条第（二）项、第三十八条"));
    REQUIRE(guide.axes.size() == 2);
    CHECK(guide.axes[0].id == QStringLiteral("class"));
    CHECK(guide.axes[0].computed);
    CHECK(guide.axes[0].situations[2].add == QStringList{QStringLiteral("M05"), QStringLiteral("M06")});
    CHECK(guide.axes[0].situations[2].promisedDays == 8);
    CHECK(guide.axes[1].id == QStringLiteral("handling"));
    CHECK_FALSE(guide.axes[1].computed);
    CHECK(guide.axes[1].defaultSituation == QStringLiteral("S00"));
    CHECK_FALSE(guide.axes[1].situations[0].promisedDays.has_value());
    REQUIRE(guide.materials.size() == 8);
    CHECK(guide.materials[1].tolerable);
    CHECK(guide.materials[1].tolerableDays == 3);
    CHECK_FALSE(guide.materials[4].base);
    const domain::GuideField* width = guide.field(QStringLiteral("totalWid"));
    REQUIRE(width != nullptr);
    CHECK(width->type == domain::FieldType::Number);
    CHECK(width->min == QStringLiteral("0.5"));
    CHECK(width->unit == QStringLiteral("m"));
    const domain::GuideField* axles = guide.field(QStringLiteral("axles"));
    REQUIRE(axles != nullptr);
    CHECK(axles->columns.size() == 4);
    CHECK(guide.resultName == QStringLiteral("超限运输车辆通行证（省内）"));
    CHECK(guide.doubt.startsWith(QStringLiteral("市州内跨县")));
    CHECK(guide.sections.size() == 6);
    CHECK(guide.sections.front().title == QStringLiteral("申请人"));
    CHECK(axles->across);
    CHECK(axles->section == QStringLiteral("vehicle"));
    CHECK(axles->span == 12);
    CHECK(axles->columnTypes == std::vector<domain::FieldType>(4, domain::FieldType::Number));
    CHECK(axles->optionalColumns == QStringList{QStringLiteral("轴距（m）")});
    CHECK_FALSE(axles->hint.isEmpty());
    const auto scope = std::ranges::find(guide.rules, QStringLiteral("scopeLacking"), &domain::FormRule::id);
    REQUIRE(scope != guide.rules.end());
    CHECK(scope->kind == domain::RuleKind::Valid);
    CHECK(scope->effect == domain::Effect::NotOurs);
    CHECK(scope->targets == QStringList{QStringLiteral("licenceScope")});
    CHECK(scope->source == QStringLiteral("《超限运输车辆行驶公路管理规定》"));
}

TEST_CASE("an article that was never compared with the law is not carried to where papers could print it")
{
    const auto read =
        test::guideReader().read(document(QStringLiteral("62-JT-XK-0004")), QStringLiteral("f"));
    REQUIRE(read.has_value());
    bool found = false;
    for (const domain::LegalBasis& basis : read->basis) {
        if (basis.law.contains(QStringLiteral("竣（交）工验收办法"))) {
            found = true;
            CHECK(basis.article.isEmpty());
        }
    }
    CHECK(found);
}

TEST_CASE("the identity of a guide is the SM3 of its bytes as openssl computes it")
{
    const QJsonObject digests = test::testJson(QStringLiteral("guides/sm3.json"));
    const Catalogue catalogue = test::builtinCatalogue();
    CHECK(digests.size() == 63);
    for (const GuidePtr& guide : catalogue.listByUse()) {
        CHECK(QString::fromLatin1(guide->ref.sm3.toHex()) == digests.value(guide->ref.code).toString());
    }
}
