// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of one case in a folder, by the real executable.
#include "ctl/ctlbox.h"
#include "record/crypto.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString takenCase(const CtlBox& box)
{
    writeSamples(box);
    REQUIRE(box.run({u"--training"_s, u"init"_s}).exitCode == 0);
    box.write(u"order.json"_s, completeOrder());
    const CtlAnswer taken = box.run({u"--training"_s, u"intake"_s, box.file(u"order.json"_s)});
    INFO(taken.out.toStdString());
    REQUIRE(taken.exitCode == 0);
    return taken.json.value(u"number"_s).toString();
}

CtlAnswer exported(const CtlBox& box, const QString& number, const QString& folder)
{
    return box.run({u"--training"_s, u"export-case"_s, number, u"--out"_s, folder});
}

} // namespace

TEST_CASE("an exported case is whole and its files are what came in and the ledger says that it was exported")
{
    const CtlBox box;
    const QString number = takenCase(box);
    const QString folder = box.file(u"out"_s);
    const CtlAnswer answer = exported(box, number, folder);
    INFO(answer.out.toStdString() << answer.err.toStdString());
    REQUIRE(answer.exitCode == 0);
    CHECK(answer.json.value(u"missing"_s) == 0);
    CHECK(answer.json.value(u"papers"_s).toInt() >= 1);

    // What came in, byte for byte, under whatever name.
    QList<QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        contents << bytesOf(path);
        ++count;
        CAPTURE(path.toStdString());
        CHECK((QFile(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        CHECK(!path.contains(u"马尕让"_s));
    }
    for (const auto& sample : {u"form.pdf"_s, u"card.png"_s, u"card.jpg"_s}) {
        CHECK(contents.contains(bytesOf(box.file(sample))));
    }
    CHECK((QFile(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);

    // The manifest names every file but itself.
    const QJsonObject manifest = QJsonDocument::fromJson(bytesOf(folder + u"/manifest.json"_s)).object();
    CHECK(manifest.value(u"case"_s) == number);
    const QJsonArray listed = manifest.value(u"files"_s).toArray();
    CHECK(listed.size() == count - 1);
    const auto crypto = ow::record::makeBotanProvider();
    for (const QJsonValue& one : listed) {
        const QByteArray bytes = bytesOf(folder + u'/' + one.toObject().value(u"path"_s).toString());
        CHECK(one.toObject().value(u"size"_s).toInteger() == bytes.size());
        CHECK(one.toObject().value(u"sm3"_s).toString().toLatin1() == crypto->sm3(bytes).toHex());
    }

    // A person can read it, in Chinese.
    const QString index = QString::fromUtf8(bytesOf(folder + u"/index.html"_s));
    CHECK(index.contains(number));
    CHECK(index.contains(u"马尕让"_s));
    CHECK(index.contains(u"11010519491231002X"_s));
    CHECK(index.contains(u"已受理"_s));

    // The entries as they were hashed, with their bodies; the export itself came before the files and so is
    // not among them, but in the ledger.
    const QList<QByteArray> lines = bytesOf(folder + u"/entries.jsonl"_s).split('\n');
    CHECK(lines.size() - 1 == answer.json.value(u"entries"_s).toInt());
    for (const QByteArray& line : lines.first(lines.size() - 1)) {
        const QJsonObject wire = QJsonDocument::fromJson(line).object();
        const QByteArray body = QByteArray::fromBase64(wire.value(u"body"_s).toString().toLatin1());
        CHECK(crypto->sm3(body).toHex() == wire.value(u"body_hash"_s).toString().toLatin1());
    }
    const CtlAnswer opened = box.run({u"--training"_s, u"case"_s, number});
    QStringList kinds;
    for (const QJsonValue& entry : opened.json.value(u"entries"_s).toArray()) {
        kinds << entry.toObject().value(u"kind"_s).toString();
    }
    CHECK(kinds.count(u"export"_s) == 1);
}

TEST_CASE("a folder with something in it and a case nobody knows are refused and nothing is written")
{
    const CtlBox box;
    const QString number = takenCase(box);
    REQUIRE(QDir().mkpath(box.file(u"full"_s)));
    box.write(u"full/.hidden"_s, QByteArray("x"));
    const CtlAnswer full = exported(box, number, box.file(u"full"_s));
    CHECK(full.error() == u"input.invalid"_s);
    CHECK(full.errorField() == u"out"_s);
    CHECK(QDir(box.file(u"full"_s)).entryList(QDir::Files | QDir::Hidden) == QStringList{u".hidden"_s});
    CHECK(exported(box, u"YL-W00-20261123-9999-0"_s, box.file(u"none"_s)).error() == u"input.not_found"_s);
    CHECK(!QDir(box.file(u"none"_s)).exists());
    CHECK(box.run({u"--training"_s, u"export-case"_s, number}).errorField() == u"out"_s);
    const CtlAnswer opened = box.run({u"--training"_s, u"case"_s, number});
    for (const QJsonValue& entry : opened.json.value(u"entries"_s).toArray()) {
        CHECK(entry.toObject().value(u"kind"_s) != u"export"_s);
    }
}
