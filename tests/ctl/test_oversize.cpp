// SPDX-License-Identifier: GPL-3.0-or-later
// 大件运输 at and around every limit of 超限运输车辆行驶公路管理规定 (交通运输部令2016年第62号): what `ctl
// intake` answers.
#include "ctl/ctlbox.h"

#include <catch2/catch.hpp>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

CtlAnswer tried(const CtlBox& box, const QJsonObject& order)
{
    box.write(u"order.json"_s, order);
    return box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s});
}

QStringList codes(const CtlAnswer& answer, const QString& effect)
{
    QStringList found;
    for (const QJsonValue& one : answer.json.value(u"findings"_s).toArray()) {
        if (one.toObject().value(u"effect"_s) == effect) {
            found << one.toObject().value(u"code"_s).toString();
        }
    }
    return found;
}

QString sentence(const CtlAnswer& answer, const QString& code)
{
    for (const QJsonValue& one : answer.json.value(u"findings"_s).toArray()) {
        if (one.toObject().value(u"code"_s) == code) {
            return one.toObject().value(u"sentence"_s).toString();
        }
    }
    return {};
}

/// A vehicle; lengths in m, masses in kg, as written on a form.
struct Vehicle
{
    const char* hei;
    const char* wid;
    const char* len;
    int mass;
    int axles;
    bool train;
    int drive; ///< 0 = not said
    const char* expected;
};

QJsonArray axlesOf(int count, int mass)
{
    QJsonArray rows;
    for (int i = 1; i <= count; ++i) {
        const int load = mass / count + (i == 1 ? mass % count : 0);
        rows.append(QJsonArray{i, load, 4, i == 1 ? u""_s : u"1.35"_s});
    }
    return rows;
}

QJsonObject orderOf(const QString& item, const Vehicle& vehicle)
{
    QJsonObject order = oversizeOrder();
    order[u"item"_s] = item;
    QJsonObject fields = order.value(u"fields"_s).toObject();
    fields[u"totalHei"_s] = QString::fromLatin1(vehicle.hei);
    fields[u"totalWid"_s] = QString::fromLatin1(vehicle.wid);
    fields[u"totalLen"_s] = QString::fromLatin1(vehicle.len);
    fields[u"totalMass"_s] = vehicle.mass;
    fields[u"goodsMass"_s] = 5000;
    fields[u"goodsSize"_s] = u"10×2×2"_s;
    fields[u"carriage"_s] = u"液压多轴线"_s;
    fields[u"axles"_s] = axlesOf(vehicle.axles, vehicle.mass);
    fields.remove(u"driveAxles"_s);
    if (vehicle.drive > 0) {
        fields[u"driveAxles"_s] = vehicle.drive;
    }
    if (!vehicle.train) {
        fields.remove(u"trailerPlate"_s);
    }
    if (item == u"62-JT-XK-0007"_s) {
        fields.remove(u"provinces"_s);
    }
    order[u"fields"_s] = fields;
    return order;
}

/// 规定 Art. 3 for what needs a permission at all; the classes by the table of the unified handling.
constexpr Vehicle kVehicles[] = {
    // Dimensions, one at a time over a train of six axles and 40 t
    {"4", "2.55", "18.1", 40000, 6, true, 2, "none"},
    {"4.000001", "2.55", "18.1", 40000, 6, true, 2, "I"},
    {"4.2", "2.55", "18.1", 40000, 6, true, 2, "I"},
    {"4.200001", "2.55", "18.1", 40000, 6, true, 2, "II"},
    {"4.5", "2.55", "18.1", 40000, 6, true, 2, "II"},
    {"4.500001", "2.55", "18.1", 40000, 6, true, 2, "III"},
    {"4", "2.551", "18.1", 40000, 6, true, 2, "I"},
    {"4", "3", "18.1", 40000, 6, true, 2, "I"},
    {"4", "3.01", "18.1", 40000, 6, true, 2, "II"},
    {"4", "3.75", "18.1", 40000, 6, true, 2, "II"},
    {"4", "3.751", "18.1", 40000, 6, true, 2, "III"},
    {"4", "2.55", "18.11", 40000, 6, true, 2, "I"},
    {"4", "2.55", "20", 40000, 6, true, 2, "I"},
    {"4", "2.55", "20.01", 40000, 6, true, 2, "II"},
    {"4", "2.55", "28", 40000, 6, true, 2, "II"},
    {"4", "2.55", "28.01", 40000, 6, true, 2, "III"},
    {"4.2", "3", "20", 49000, 6, true, 2, "I"},
    {"4.5", "3.75", "28", 100000, 10, true, 2, "II"},
    {"4.5", "3.75", "28", 100001, 10, true, 2, "III"},
    // Masses: over the limit of Art. 3 is not class Ⅰ any more
    {"4", "2.55", "18.1", 18000, 2, false, 0, "none"},
    {"4", "2.55", "18.1", 18001, 2, false, 0, "II"},
    {"4", "2.55", "18.1", 25000, 3, false, 0, "none"},
    {"4", "2.55", "18.1", 25001, 3, false, 0, "II"},
    {"4", "2.55", "18.1", 27000, 3, true, 0, "none"},
    {"4", "2.55", "18.1", 27001, 3, true, 0, "II"},
    {"4", "2.55", "18.1", 31000, 4, false, 0, "none"},
    {"4", "2.55", "18.1", 31001, 4, false, 0, "II"},
    {"4", "2.55", "18.1", 36000, 4, true, 0, "none"},
    {"4", "2.55", "18.1", 36001, 4, true, 0, "II"},
    {"4", "2.55", "18.1", 43000, 5, true, 0, "none"},
    {"4", "2.55", "18.1", 43001, 5, true, 0, "II"},
    {"4", "2.55", "18.1", 46000, 6, true, 1, "none"},
    {"4", "2.55", "18.1", 46001, 6, true, 1, "II"},
    {"4", "2.55", "18.1", 49000, 6, true, 2, "none"},
    {"4", "2.55", "18.1", 49001, 6, true, 2, "II"},
    {"4", "2.55", "18.1", 49000, 8, true, 2, "none"},
    {"4", "2.55", "18.1", 49001, 8, true, 2, "II"},
    {"4", "2.55", "18.1", 46001, 8, true, 1, "II"},
    {"4", "2.55", "18.1", 100000, 8, true, 2, "II"},
    {"4", "2.55", "18.1", 100001, 8, true, 2, "III"},
};

struct Days
{
    int statutory;
    int promised;
};

Days daysOf(const QString& item, const QString& name)
{
    const bool across = item == u"62-JT-XK-0006"_s;
    if (name == u"III"_s) {
        return across ? Days{20, 12} : Days{15, 8};
    }
    if (name == u"II"_s) {
        return across ? Days{10, 6} : Days{5, 3};
    }
    return across ? Days{5, 3} : Days{2, 1};
}

} // namespace

TEST_CASE("the class of a transport follows the limits at and around each of them")
{
    const CtlBox box;
    for (const QString& item : {u"62-JT-XK-0006"_s, u"62-JT-XK-0007"_s}) {
        for (const Vehicle& vehicle : kVehicles) {
            const CtlAnswer answer = tried(box, orderOf(item, vehicle));
            const QString expected = QString::fromLatin1(vehicle.expected);
            INFO(item.toStdString() << " " << vehicle.hei << " " << vehicle.wid << " " << vehicle.len << " "
                                    << vehicle.mass << " kg on " << vehicle.axles
                                    << " axles: " << answer.out.toStdString());
            REQUIRE(answer.exitCode == 0);
            CHECK(answer.json.value(u"class"_s) == expected);
            const Days days = daysOf(item, expected);
            CHECK(answer.json.value(u"statutoryDays"_s) == days.statutory);
            CHECK(answer.json.value(u"promisedDays"_s) == days.promised);
            const bool needless = expected == u"none"_s;
            CHECK(codes(answer, u"notRequired"_s) ==
                  (needless ? QStringList{u"rule.withinLimits"_s} : QStringList()));
            CHECK(codes(answer, u"correctNow"_s).isEmpty());
            CHECK(codes(answer, u"notOurs"_s).isEmpty());
            // Class Ⅲ owes drawings and an escort plan, which the order has; the others owe no more.
            CHECK(codes(answer, u"supplement"_s).isEmpty());
        }
    }
}

TEST_CASE("a class three transport on several trips keeps its drawings and its long limit")
{
    const CtlBox box;
    QJsonObject order = with(oversizeOrder(), u"situations.handling"_s, u"S04"_s);
    order = with(order, u"materials"_s, QJsonArray{});
    const CtlAnswer answer = tried(box, order);
    INFO(answer.out.toStdString());
    CHECK(answer.json.value(u"statutoryDays"_s) == 20);
    QStringList missing;
    for (const QJsonValue& one : answer.json.value(u"findings"_s).toArray()) {
        missing << one.toObject().value(u"material"_s).toString();
    }
    for (const QString& id : {u"M01"_s, u"M02"_s, u"M03"_s, u"M04"_s, u"M05"_s, u"M06"_s, u"M07"_s}) {
        CHECK(missing.contains(id));
    }
    CHECK_FALSE(missing.contains(u"M08"_s));
}

TEST_CASE("goods that divide and a licence without large goods and a ban are not accepted")
{
    const CtlBox box;
    const CtlAnswer divided = tried(box, with(oversizeOrder(), u"fields.divisible"_s, true));
    INFO(divided.out.toStdString());
    CHECK(codes(divided, u"notOurs"_s) == QStringList{u"rule.divisibleGoods"_s});
    const CtlAnswer scope =
        tried(box, with(oversizeOrder(), u"fields.licenceScope"_s, QJsonArray{u"道路普通货物运输"_s}));
    CHECK(codes(scope, u"notOurs"_s) == QStringList{u"rule.scopeLacking"_s});
    CHECK(sentence(scope, u"rule.scopeLacking"_s).contains(u"经营范围为道路普通货物运输，不含大型物件运输"));
    const CtlAnswer banned = tried(box, with(oversizeOrder(), u"fields.runningBan"_s, true));
    CHECK(codes(banned, u"notOurs"_s) == QStringList{u"rule.underBan"_s});
}

TEST_CASE("axle loads over the limit are advice and never more")
{
    const CtlBox box;
    const auto loaded = [&box](const QString& carriage, const QJsonArray& loads) {
        QJsonArray rows;
        int total = 0;
        for (qsizetype i = 0; i < loads.size(); ++i) {
            rows.append(QJsonArray{i + 1, loads.at(i), 4, u"1.35"_s});
            total += loads.at(i).toInt();
        }
        QJsonObject order = with(oversizeOrder(), u"fields.axles"_s, rows);
        order = with(order, u"fields.totalMass"_s, total);
        order = with(order, u"fields.goodsMass"_s, 5000);
        return tried(box, with(order, u"fields.carriage"_s, carriage));
    };
    const auto advice = [](const CtlAnswer& answer) {
        INFO(answer.out.toStdString());
        CHECK(codes(answer, u"notOurs"_s).isEmpty());
        CHECK(codes(answer, u"supplement"_s).isEmpty());
        CHECK(codes(answer, u"correctNow"_s).isEmpty());
        return codes(answer, u"willBeRefused"_s);
    };
    const QString flatbed = u"普通平板"_s;
    const QString hydraulic = u"液压多轴线"_s;
    CHECK(advice(loaded(flatbed, {7000, 10000, 13000, 10000, 10000, 10000})).isEmpty());
    CHECK(advice(loaded(flatbed, {7000, 10000, 13001, 10000, 10000, 9999})) ==
          QStringList{u"rule.flatbedMax"_s});
    CHECK(advice(loaded(flatbed, {10000, 10000, 10001})) == QStringList{u"rule.flatbedMean"_s});
    CHECK(advice(loaded(hydraulic, {16000, 18000, 20000, 18000})).isEmpty());
    CHECK(advice(loaded(hydraulic, {15999, 18000, 20001, 18000})) == QStringList{u"rule.hydraulicMax"_s});
    CHECK(advice(loaded(hydraulic, {18000, 18001, 18000})) == QStringList{u"rule.hydraulicMean"_s});
    const CtlAnswer heavy = loaded(flatbed, {10000, 10000, 10001});
    CHECK(sentence(heavy, u"rule.flatbedMean"_s).contains(u"平均轴荷 10000.33 kg 超过 10000 kg"));
}

TEST_CASE("what does not fit together is named with both figures")
{
    const CtlBox box;
    const CtlAnswer heavier = tried(box, with(oversizeOrder(), u"fields.goodsMass"_s, u"86000"_s));
    CHECK(codes(heavier, u"correctNow"_s) == QStringList{u"rule.goodsHeavier"_s});
    CHECK(sentence(heavier, u"rule.goodsHeavier"_s).contains(u"货物质量 86000 kg 不小于车货总质量 86000 kg"));
    const CtlAnswer differing = tried(box, with(oversizeOrder(), u"fields.totalMass"_s, 90000));
    CHECK(codes(differing, u"hint"_s) == QStringList{u"rule.loadsDiffer"_s});
    const CtlAnswer longer = tried(box, with(oversizeOrder(), u"fields.goodsSize"_s, u"70×4.2×3.1"_s));
    CHECK(codes(longer, u"hint"_s) == QStringList{u"rule.goodsLarger"_s});
    const CtlAnswer backwards = tried(box, with(oversizeOrder(), u"fields.dateTo"_s, u"2026-11-30"_s));
    CHECK(codes(backwards, u"correctNow"_s) == QStringList{u"rule.dateOrder"_s});
    CHECK(sentence(backwards, u"rule.dateOrder"_s).contains(u"2026-11-30 早于"));

    const QJsonObject repeated = with(oversizeOrder(), u"situations.handling"_s, u"S04"_s);
    const CtlAnswer half = tried(box, with(repeated, u"fields.dateTo"_s, u"2027-06-01"_s));
    CHECK(codes(half, u"correctNow"_s).isEmpty());
    const CtlAnswer over = tried(box, with(repeated, u"fields.dateTo"_s, u"2027-06-02"_s));
    CHECK(codes(over, u"correctNow"_s) == QStringList{u"rule.repeatedTooLong"_s});
}

TEST_CASE("an address to post to is demanded with posting and forgotten without")
{
    const CtlBox box;
    const CtlAnswer posted = tried(box, with(oversizeOrder(), u"fields.delivery"_s, u"邮寄"_s));
    CHECK(codes(posted, u"correctNow"_s) == QStringList{u"field.required"_s});
    const CtlAnswer kept = tried(box, with(oversizeOrder(), u"fields.postAddr"_s, u"兰州"_s));
    INFO(kept.out.toStdString());
    CHECK(kept.json.value(u"findings"_s) == QJsonArray());
}

TEST_CASE(
    "a transport within the limits is answered as needing no permission and a divisible one is declined")
{
    const CtlBox box;
    writeSamples(box);
    REQUIRE(box.run({u"--training"_s, u"init"_s}).exitCode == 0);
    const auto taken = [&box](const QJsonObject& order) {
        box.write(u"order.json"_s, order);
        return box.run({u"--training"_s, u"intake"_s, box.file(u"order.json"_s)});
    };
    const CtlAnswer needless = taken(orderOf(u"62-JT-XK-0007"_s, kVehicles[0]));
    INFO(needless.out.toStdString());
    CHECK(needless.json.value(u"state"_s) == u"notRequired"_s);
    CHECK(needless.json.value(u"class"_s) == u"none"_s);
    const CtlAnswer declined = taken(with(oversizeOrder(), u"fields.divisible"_s, true));
    INFO(declined.out.toStdString());
    CHECK(declined.json.value(u"state"_s) == u"declined"_s);
    CHECK(declined.json.value(u"class"_s) == u"III"_s);
    const CtlAnswer accepted = taken(oversizeOrder());
    INFO(accepted.out.toStdString());
    CHECK(accepted.json.value(u"state"_s) == u"accepted"_s);
    CHECK(accepted.json.value(u"class"_s) == u"III"_s);
    CHECK(accepted.json.value(u"paperMade"_s) == true);
}
