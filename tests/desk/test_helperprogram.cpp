// SPDX-License-Identifier: GPL-3.0-or-later
// Where a program finds its helpers: in a build tree and as the packages install it.
#include "desk/helperprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using ow::desk::usualCaptureHelper;

namespace {

void touch(const QString& path)
{
    QFile file(path);
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    REQUIRE(file.open(QIODevice::WriteOnly));
}

} // namespace

TEST_CASE("a helper that lies beside the program is taken")
{
    const QTemporaryDir folder;
    touch(folder.filePath(u"bin/onewindow-capture"_s));
    touch(folder.filePath(u"libexec/onewindow/onewindow-capture"_s));
    CHECK(usualCaptureHelper(folder.filePath(u"bin"_s)) == folder.filePath(u"bin/onewindow-capture"_s));
}

TEST_CASE("an installed program looks for its helpers in libexec below the same prefix")
{
    const QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkpath(u"bin"_s));
    const QString installed = folder.filePath(u"libexec/onewindow/onewindow-capture"_s);
    CHECK(usualCaptureHelper(folder.filePath(u"bin"_s)) == installed); // named before it is there
    touch(installed);
    CHECK(usualCaptureHelper(folder.filePath(u"bin"_s)) == installed);
    // A folder of the same name is no helper.
    REQUIRE(QDir(folder.path()).mkpath(u"bin/onewindow-capture"_s));
    CHECK(usualCaptureHelper(folder.filePath(u"bin"_s)) == installed);
}
