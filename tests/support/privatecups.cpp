// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatecups.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#include <catch2/catch.hpp>

namespace ow::test {

namespace {

constexpr int kPatienceMs = 20'000;

const char kBackend[] = R"(#!/bin/sh
# shelf:FOLDER keeps each job as FOLDER/JOB.pdf. The files `empty` and `broken` there say how the printer is.
[ $# -eq 0 ] && exit 0
folder="${DEVICE_URI#shelf:}"
while [ -e "$folder/empty" ]; do
    echo "STATE: +media-empty-error" >&2
    sleep 0.05
done
echo "STATE: -media-empty-error" >&2
[ -e "$folder/broken" ] && exit 1
cat ${6:+"$6"} > "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1.pdf"
)";

const char kPpd[] = R"ppd(*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SHELF.PPD"
*Product: "(Shelf)"
*Manufacturer: "OneWindow"
*ModelName: "Shelf"
*ShortNickName: "Shelf"
*NickName: "Shelf"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsManualCopies: True
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper: ""
*InputSlot Lower/Lower: ""
*CloseUI: *InputSlot
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
)ppd";

const char kCupsd[] = R"(Listen %1/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel warn
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
<Location />
Order allow,deny
Allow all
</Location>
)";

const char kFiles[] = R"(ServerRoot %1/root
RequestRoot %1/spool
CacheDir %1/cache
StateDir %1/state
TempDir %1/tmp
ServerBin %1/bin
AccessLog %1/access_log
ErrorLog %1/error_log
PageLog %1/page_log
)";

QString programPath(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStringLiteral("/usr/sbin/") + name : found;
}

} // namespace

PrivateCups::PrivateCups()
{
    REQUIRE(m_folder.isValid());
    const QDir folder(m_folder.path());
    for (const char* name : {"root/ppd", "spool", "cache", "state", "tmp", "out", "bin/backend"}) {
        REQUIRE(folder.mkpath(QString::fromLatin1(name)));
    }
    for (const char* name : {"filter", "daemon", "driver", "notifier", "cgi-bin"}) {
        const QString part = QString::fromLatin1(name);
        QFile::link(QStringLiteral("/usr/lib/cups/") + part, folder.filePath(QStringLiteral("bin/") + part));
    }
    write(QStringLiteral("cupsd.conf"), QString::fromLatin1(kCupsd).arg(m_folder.path()).toUtf8());
    write(QStringLiteral("cups-files.conf"), QString::fromLatin1(kFiles).arg(m_folder.path()).toUtf8());
    write(QStringLiteral("shelf.ppd"), kPpd);
    write(QStringLiteral("bin/backend/shelf"), kBackend, true);
    m_cupsd.setStandardErrorFile(QProcess::nullDevice());
    m_cupsd.start(programPath(QStringLiteral("cupsd")),
                  {QStringLiteral("-f"), QStringLiteral("-c"), folder.filePath(QStringLiteral("cupsd.conf")),
                   QStringLiteral("-s"), folder.filePath(QStringLiteral("cups-files.conf"))});
    REQUIRE(m_cupsd.waitForStarted(kPatienceMs)); // cups-daemon is in installer/packages.txt
    const QDeadlineTimer deadline(kPatienceMs);
    QLocalSocket socket;
    do {
        socket.connectToServer(server());
        QThread::msleep(10);
    } while (socket.state() != QLocalSocket::ConnectedState && !deadline.hasExpired());
    REQUIRE(socket.state() == QLocalSocket::ConnectedState);
    run(QStringLiteral("lpadmin"),
        {QStringLiteral("-p"), QStringLiteral("paper"), QStringLiteral("-E"), QStringLiteral("-v"),
         QStringLiteral("shelf:") + folder.filePath(QStringLiteral("out")), QStringLiteral("-P"),
         folder.filePath(QStringLiteral("shelf.ppd")), QStringLiteral("-o"),
         QStringLiteral("printer-error-policy=abort-job")});
    run(QStringLiteral("lpadmin"), {QStringLiteral("-d"), QStringLiteral("paper")});
}

PrivateCups::~PrivateCups()
{
    setPaperEmpty(false);
    stop();
}

QString PrivateCups::server() const
{
    return m_folder.filePath(QStringLiteral("cups.sock"));
}

QByteArray PrivateCups::output(int job) const
{
    QFile file(m_folder.filePath(QStringLiteral("out/%1.pdf").arg(job)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PrivateCups::setPaperEmpty(bool empty)
{
    flag(QStringLiteral("empty"), empty);
}

void PrivateCups::setBroken(bool broken)
{
    flag(QStringLiteral("broken"), broken);
}

void PrivateCups::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(programPath(program), QStringList{QStringLiteral("-h"), server()} + arguments);
    REQUIRE(process.waitForFinished(kPatienceMs));
    REQUIRE(process.exitCode() == 0);
}

void PrivateCups::stop()
{
    if (m_cupsd.state() != QProcess::NotRunning) {
        m_cupsd.terminate();
        if (!m_cupsd.waitForFinished(kPatienceMs)) {
            m_cupsd.kill();
            m_cupsd.waitForFinished();
        }
    }
}

void PrivateCups::write(const QString& name, const QByteArray& text, bool program)
{
    QFile file(m_folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
    if (program) { // readable by its owner only: cupsd then runs it as the one who runs cupsd
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

void PrivateCups::flag(const QString& name, bool on)
{
    const QString path = m_folder.filePath(QStringLiteral("out/") + name);
    if (on) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
    } else {
        QFile::remove(path);
    }
}

} // namespace ow::test
