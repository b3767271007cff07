// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/samplefiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <utility>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;

namespace {

class Folder
{
public:
    QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

ErrorCode codeOf(const ow::domain::Result<ExaminedFile>& file)
{
    REQUIRE_FALSE(file);
    return file.error().code;
}

} // namespace

TEST_CASE("a file is read from its path and its title is its name without the folder")
{
    const Folder folder;
    const QByteArray bytes = pngFile();
    FileIntake intake(options());
    const auto file = intake.examineFile(folder.put(u"行驶证 正本.png"_s, bytes)).result();
    REQUIRE(file);
    CHECK(file->title == u"行驶证 正本.png");
    CHECK(file->bytes == bytes);
}

TEST_CASE("the content decides and not the extension")
{
    const Folder folder;
    FileIntake intake(options());
    CHECK(intake.examineFile(folder.put(u"a.jpg"_s, pngFile())).result()->kind == FileKind::Png);
    CHECK(codeOf(intake.examineFile(folder.put(u"b.jpg"_s, "a letter")).result()) ==
          ErrorCode::FileWrongType);
}

TEST_CASE("a file that has no bytes or too many is refused without being decoded")
{
    const Folder folder;
    FileIntake intake(options());
    CHECK(codeOf(intake.examineFile(folder.put(u"empty.pdf"_s, {})).result()) == ErrorCode::FileTruncated);
    QFile large(folder.path(u"large.pdf"_s));
    REQUIRE(large.open(QIODevice::WriteOnly));
    REQUIRE(large.resize(qint64(65) << 20));
    large.close();
    CHECK(codeOf(intake.examineFile(large.fileName()).result()) == ErrorCode::FileTooLarge);
    CHECK(codeOf(intake.examineBytes(QByteArray(qsizetype(65) << 20, 'x'), u"large"_s).result()) ==
          ErrorCode::FileTooLarge);
}

TEST_CASE("a file of exactly the limit is taken")
{
    FileIntakeOptions with = options();
    const QByteArray bytes = jpegFile();
    with.limits.maxBytes = bytes.size();
    CHECK(examine(bytes, with));
    with.limits.maxBytes = bytes.size() - 1;
    CHECK(codeOf(examine(bytes, with)) == ErrorCode::FileTooLarge);
}

TEST_CASE("what is not a plain file is refused without waiting for it")
{
    const Folder folder;
    FileIntake intake(options());
    const QString pipe = folder.path(u"pipe.jpg"_s);
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(codeOf(intake.examineFile(pipe).result()) == ErrorCode::FileUnreadable);
    CHECK(codeOf(intake.examineFile(folder.path(u"."_s)).result()) == ErrorCode::FileUnreadable);
    CHECK(codeOf(intake.examineFile(folder.path(u"missing.jpg"_s)).result()) == ErrorCode::FileUnreadable);
    CHECK(codeOf(intake.examineFile({}).result()) == ErrorCode::FileTruncated);
}

TEST_CASE("a title holds nothing that changes how a line is read")
{
    FileIntake intake(options());
    const auto file = intake.examineBytes(pngFile({4, 4}), u"\u202Egnp.exe\nline\u2028.png"_s).result();
    REQUIRE(file);
    CHECK(file->title == u"gnp.exeline.png");
    CHECK(intake.examineBytes(pngFile({4, 4}), QString(500, u'长')).result()->title.size() == 120);
}

TEST_CASE("an error names the title of its file and never its folder")
{
    const Folder folder;
    FileIntake intake(options());
    const auto file = intake.examineFile(folder.put(u"letter.jpg"_s, "a letter")).result();
    REQUIRE_FALSE(file);
    CHECK(file.error().field == u"letter.jpg");
    CHECK_FALSE(file.error().detail.contains(u'/'));
}

TEST_CASE("files beyond the bound of the queue are refused at once and the others are done")
{
    FileIntakeOptions with = options();
    with.maxWaiting = 3;
    FileIntake intake(with);
    const QByteArray bytes = jpegFile({2000, 3000});
    std::vector<QFuture<ow::domain::Result<ExaminedFile>>> futures;
    for (int i = 0; i < 40; ++i) {
        futures.push_back(intake.examineBytes(bytes, QString::number(i)));
        REQUIRE(intake.waiting() <= 3);
    }
    int taken = 0;
    int refused = 0;
    for (const auto& future : futures) {
        const auto file = future.result();
        taken += file ? 1 : 0;
        refused += !file && file.error().code == ErrorCode::NotAllowed ? 1 : 0;
    }
    CHECK(taken >= 3);
    CHECK(refused > 0);
    CHECK(taken + refused == 40);
}

TEST_CASE("bytes that wait have a bound too")
{
    FileIntakeOptions with = options();
    with.maxWaitingBytes = 10;
    FileIntake intake(with);
    CHECK(codeOf(intake.examineBytes(pngFile(), u"large"_s).result()) == ErrorCode::NotAllowed);
}

TEST_CASE("the answer is given on the thread of its context")
{
    FileIntake intake(options());
    QObject context;
    QThread* seen = nullptr;
    intake.examineBytes(pngFile({4, 4}), u"a.png"_s)
        .then(&context, [&seen](const ow::domain::Result<ExaminedFile>& file) {
            seen = file ? QThread::currentThread() : nullptr;
            QCoreApplication::exit();
        });
    QCoreApplication::exec();
    CHECK(seen == QThread::currentThread());
}
