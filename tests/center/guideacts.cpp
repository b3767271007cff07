// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/guideacts.h"

#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray& document)
{
    return QJsonDocument::fromJson(document).object();
}

record::GuideRef refOf(const TestDevice& device, const QByteArray& document)
{
    // A document that is none still needs a header that can be written.
    const QJsonObject object = parsed(document);
    return {object[u"code"_s].toString(u"62-JT-XK-0001"_s), object[u"version"_s].toInteger(2),
            QString::fromLatin1(device.provider->sm3(document).toHex())};
}

} // namespace

void addAdministrators(const CentreBox& box)
{
    for (const QString& id : {kZhao, kQian}) {
        REQUIRE(box.run({u"user"_s, u"add"_s, u"--id"_s, id, u"--name"_s, u"Somebody"_s, u"--roles"_s,
                         u"administrator"_s, u"--password-fd"_s, u"0"_s},
                        "three green lamps 5\n")
                    .exitCode == 0);
    }
}

QByteArray builtinGuide(const QString& code)
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + u"/resources/guides/"_s + code + u".v1.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray newVersion(const QByteArray& document, const std::function<void(QJsonObject&)>& change,
                      int version)
{
    QJsonObject object = parsed(document);
    object[u"version"_s] = version;
    object[u"origin"_s] = u"published"_s;
    change(object);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

record::WireEntry propose(TestDevice& device, const QString& actor, const QByteArray& base,
                          const QByteArray& document)
{
    const record::GuideRef before = refOf(device, base);
    Wish wish;
    wish.kind = u"publish"_s;
    wish.actor = actor;
    wish.guide = refOf(device, document);
    wish.what = {{u"step"_s, u"propose"_s},
                 {u"base"_s,
                  QCborMap{{u"code"_s, before.code}, {u"version"_s, before.version}, {u"sm3"_s, before.sm3}}},
                 {u"document"_s, QString::fromUtf8(document)},
                 {u"text"_s, u"quicker from now on"_s}};
    return device.write(wish);
}

record::WireEntry answer(TestDevice& device, const QString& actor, const QString& step,
                         const record::WireEntry& proposal)
{
    Wish wish;
    wish.kind = u"publish"_s;
    wish.actor = actor;
    wish.guide = proposal.entry.header.guide;
    wish.what = {{u"step"_s, step}, {u"proposal"_s, proposal.entry.header.id}};
    return device.write(wish);
}

} // namespace ow::test
