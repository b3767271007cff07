// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ctlbox.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

const QString kGuides = QString::fromUtf16(OW_SOURCE_DIR) + u"/resources/guides"_s;

/// A folder of the box with copies of the named guides, or of all.
QString copies(const CtlBox& box, QStringList names = {})
{
    const QString folder = box.file(u"guides"_s);
    REQUIRE(QDir().mkpath(folder));
    if (names.isEmpty()) {
        names = QDir(kGuides).entryList({u"*.json"_s});
    }
    for (const QString& name : names) {
        REQUIRE(QFile::copy(kGuides + u'/' + name, folder + u'/' + name));
        REQUIRE(QFile::setPermissions(folder + u'/' + name, QFile::ReadOwner | QFile::WriteOwner));
    }
    return folder;
}

template <class Change> void change(const QString& path, Change&& how)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QJsonObject guide = QJsonDocument::fromJson(file.readAll()).object();
    REQUIRE_FALSE(guide.isEmpty());
    how(guide);
    file.resize(0);
    file.write(QJsonDocument(guide).toJson());
}

/// The faults that are no warnings: {file, path}.
QList<std::pair<QString, QString>> refused(const CtlAnswer& answer)
{
    QList<std::pair<QString, QString>> list;
    for (const QJsonValue& value : answer.json.value(u"faults"_s).toArray()) {
        const QJsonObject fault = value.toObject();
        INFO(answer.out.toStdString());
        CHECK_FALSE(fault.value(u"reason"_s).toString().isEmpty());
        REQUIRE(fault.value(u"warning"_s).isBool());
        if (!fault.value(u"warning"_s).toBool()) {
            list.append({fault.value(u"file"_s).toString(), fault.value(u"path"_s).toString()});
        }
    }
    return list;
}

} // namespace

TEST_CASE("import-guides finds nothing to refuse in the guides that come with the program")
{
    const CtlBox box;
    const QString folder = copies(box);
    const auto before = box.contents();
    const CtlAnswer answer = box.run({u"import-guides"_s, folder, u"--check"_s});
    CHECK(answer.exitCode == 0);
    CHECK(answer.json.value(u"loaded"_s) == 63);
    CHECK(refused(answer).isEmpty());
    CHECK(box.contents() == before);
}

TEST_CASE("import-guides names each seeded fault by file and path and reason")
{
    const CtlBox box;
    const QString good = u"62-JT-XK-0007.v1.json"_s;
    const QString noName = u"62-JT-XK-0006.v1.json"_s;
    const QString strangeMaterial = u"62-JT-GG-0005.v1.json"_s;
    const QString torn = u"62-JT-GG-0004.v1.json"_s;
    const QString wrongType = u"62-JT-GG-0003.v1.json"_s;
    const QString folder = copies(box, {good, noName, strangeMaterial, torn, wrongType});
    change(folder + u'/' + noName, [](QJsonObject& guide) { guide.remove(u"name"_s); });
    change(folder + u'/' + strangeMaterial, [](QJsonObject& guide) {
        QJsonArray axes = guide[u"axes"_s].toArray();
        QJsonObject axis = axes[0].toObject();
        QJsonArray situations = axis[u"situations"_s].toArray();
        QJsonObject second = situations[1].toObject();
        second[u"add"_s] = QJsonArray{u"M03"_s, u"M99"_s};
        situations[1] = second;
        axis[u"situations"_s] = situations;
        axes[0] = axis;
        guide[u"axes"_s] = axes;
    });
    change(folder + u'/' + wrongType, [](QJsonObject& guide) { guide[u"statutoryDays"_s] = u"ten"_s; });
    QFile file(folder + u'/' + torn);
    REQUIRE(file.resize(file.size() / 2));

    const CtlAnswer answer = box.run({u"import-guides"_s, folder, u"--check"_s});
    INFO(answer.out.toStdString());
    CHECK(answer.exitCode == 0);
    CHECK(answer.json.value(u"loaded"_s) == 1);
    const auto faults = refused(answer);
    const auto has = [&faults](const QString& name, const QString& path) {
        return std::any_of(faults.begin(), faults.end(), [&](const auto& fault) {
            return fault.first == name && fault.second.startsWith(path);
        });
    };
    CHECK(has(noName, u""_s));
    CHECK(has(strangeMaterial, u"/axes/0/situations/1/add"_s));
    CHECK(has(wrongType, u"/statutoryDays"_s));
    CHECK(has(torn, u""_s));
    CHECK(std::none_of(faults.begin(), faults.end(), [&](const auto& f) { return f.first == good; }));
}

TEST_CASE("import-guides only checks because the centre publishes")
{
    const CtlBox box;
    const CtlAnswer publish = box.run({u"import-guides"_s, kGuides});
    CHECK(publish.exitCode == 1);
    CHECK(publish.error() == u"input.not_allowed"_s);
    const CtlAnswer nowhere = box.run({u"import-guides"_s, box.file(u"nowhere"_s), u"--check"_s});
    CHECK(nowhere.exitCode == 1);
    CHECK(nowhere.error() == u"input.not_found"_s);
}
