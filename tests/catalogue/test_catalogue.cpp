// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/builtins.h"

#include <QTemporaryDir>

using namespace ow;
using namespace ow::catalogue;

namespace {

const QString kCode = QStringLiteral("62-JT-XK-0040");

domain::Guide guide(const QString& code, int version, const QString& origin, char hash)
{
    domain::Guide made;
    made.ref = {code, version, QByteArray(32, hash)};
    made.origin = origin;
    return made;
}

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray builtinDocument()
{
    QFile file(kBuiltinGuides + QLatin1Char('/') + kCode + QStringLiteral(".v1.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray published(int version)
{
    return builtinDocument()
        .replace("\"version\": 1", QByteArray("\"version\": ").append(QByteArray::number(version)))
        .replace("\"builtin\"", "\"published\"");
}

} // namespace

TEST_CASE("anything published wins over the built-in and the highest published is current")
{
    Catalogue catalogue;
    REQUIRE(catalogue.add(guide(kCode, 3, QStringLiteral("published"), 'c')).has_value());
    REQUIRE(catalogue.add(guide(kCode, 1, QStringLiteral("published"), 'b')).has_value());
    REQUIRE(catalogue.add(guide(kCode, 1, QStringLiteral("builtin"), 'a')).has_value());
    CHECK(catalogue.current(kCode)->ref.sm3 == QByteArray(32, 'c'));
    CHECK(catalogue.find(kCode, 1)->ref.sm3 == QByteArray(32, 'b'));
    CHECK(catalogue.find(domain::GuideRef{kCode, 1, QByteArray(32, 'a')})->origin ==
          QStringLiteral("builtin"));
    CHECK(catalogue.find(domain::GuideRef{kCode, 1, QByteArray(32, 'x')}) == nullptr);
    CHECK(catalogue.find(kCode, 2) == nullptr);
    CHECK(catalogue.current(QStringLiteral("62-JT-XK-9999")) == nullptr);
    CHECK(catalogue.versions(kCode).size() == 3);
    CHECK(catalogue.size() == 3);
}

TEST_CASE("the same document twice is one and another document under its number is refused")
{
    Catalogue catalogue;
    const auto first = catalogue.add(guide(kCode, 2, QStringLiteral("published"), 'a'));
    const auto again = catalogue.add(guide(kCode, 2, QStringLiteral("published"), 'a'));
    REQUIRE(first.has_value());
    REQUIRE(again.has_value());
    CHECK(*first == *again);
    const auto other = catalogue.add(guide(kCode, 2, QStringLiteral("published"), 'b'));
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code == domain::ErrorCode::GuideInvalid);
    CHECK(catalogue.size() == 1);
}

TEST_CASE("a case keeps the guide it began with when a newer one arrives")
{
    Catalogue catalogue;
    const GuidePtr before = *catalogue.add(guide(kCode, 1, QStringLiteral("builtin"), 'a'));
    REQUIRE(catalogue.add(guide(kCode, 2, QStringLiteral("published"), 'b')).has_value());
    CHECK(before->ref.version == 1);
    CHECK(catalogue.current(kCode)->ref.version == 2);
}

TEST_CASE("guides are listed by use and then by code")
{
    Catalogue catalogue;
    for (const char16_t* code : {u"A-1", u"A-2", u"A-3"}) {
        REQUIRE(
            catalogue.add(guide(QString::fromUtf16(code), 1, QStringLiteral("builtin"), 'a')).has_value());
    }
    QStringList codes;
    for (const GuidePtr& listed : catalogue.listByUse({{QStringLiteral("A-3"), 5}})) {
        codes.append(listed->ref.code);
    }
    CHECK(codes == QStringList{QStringLiteral("A-3"), QStringLiteral("A-1"), QStringLiteral("A-2")});
}

TEST_CASE("a folder gives its good documents and names the bad ones")
{
    const QTemporaryDir folder;
    write(folder, kCode + QStringLiteral(".v1.json"), builtinDocument());
    write(folder, kCode + QStringLiteral(".v2.json"), published(2));
    write(folder, kCode + QStringLiteral(".v9.json"), published(3));
    write(folder, QStringLiteral("broken.json"), "{");
    write(folder, QStringLiteral("notes.txt"), "not looked at");
    write(folder, QStringLiteral("huge.json"), QByteArray(GuideReader::kMaxBytes + 1, ' '));

    Catalogue catalogue;
    const auto report = catalogue.loadFolder(folder.path(), test::guideReader());
    CHECK(report.loaded == 2);
    CHECK(catalogue.current(kCode)->ref.version == 2);
    QStringList bad;
    for (const GuideFault& fault : report.faults) {
        if (!fault.warning) {
            bad.append(fault.file);
        }
    }
    CHECK(bad == QStringList{kCode + QStringLiteral(".v9.json"), QStringLiteral("broken.json"),
                             QStringLiteral("huge.json")});
}

TEST_CASE("a folder that is not there is empty")
{
    Catalogue catalogue;
    const auto report = catalogue.loadFolder(QStringLiteral("/nowhere/at/all"), test::guideReader());
    CHECK(report.loaded == 0);
    CHECK(report.faults.empty());
}
