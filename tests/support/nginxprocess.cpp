// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginxprocess.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <catch2/catch.hpp>
#include <unistd.h>

#include <tuple>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000; // a bound against hanging, not a measurement
constexpr int kPortTries = 20;

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

QByteArray read(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// What surrounds a site on a Debian machine, and every path nginx would write to outside the folder.
QByteArray surroundings(const QByteArray& folder)
{
    // Started by root, the workers would be another user, who may not enter the folder.
    QByteArray text = ::geteuid() == 0 ? "user root;\n" : "";
    text += "daemon off;\nworker_processes 1;\npid " + folder + "/nginx.pid;\nerror_log " + folder +
            "/main.log;\nevents { worker_connections 512; }\nhttp {\naccess_log off;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        text += QByteArray(kind) + "_temp_path " + folder + '/' + kind + ";\n";
    return text + "include " + folder + "/site.conf;\n}\n";
}

} // namespace

NginxProcess::NginxProcess(const QString& tlsFolder, const QString& socket)
{
    REQUIRE(m_folder.isValid());
    write(m_folder.filePath(u"nginx.conf"_s), surroundings(QFile::encodeName(m_folder.path())));
    for (int i = 0; i < kPortTries; ++i) {
        // Below the range the system takes ports for outgoing connections from.
        m_port = QRandomGenerator::global()->bounded(20'000, 32'000);
        writeSite(tlsFolder, socket);
        if (tryStart())
            return;
    }
    FAIL("nginx does not start: " << read(m_folder.filePath(u"main.log"_s)).toStdString());
}

NginxProcess::~NginxProcess()
{
    stop();
}

void NginxProcess::stop()
{
    if (!m_process)
        return;
    // SIGTERM: killed outright, the master would leave its worker behind.
    m_process->terminate();
    if (!m_process->waitForFinished(kPatienceMs))
        m_process->kill();
    m_process.reset();
}

void NginxProcess::writeSite(const QString& tlsFolder, const QString& socket)
{
    QByteArray site = read(QString::fromUtf16(OW_SOURCE_DIR) + u"/installer/center/nginx.conf"_s);
    const QByteArray here = "listen 127.0.0.1:" + QByteArray::number(m_port) + " ssl http2;";
    // As often as they stand there: a place that has moved is a place a hall would miss.
    const std::tuple<const char*, QByteArray, int> places[] = {
        {"listen 443 ssl http2;", here, 1},
        {"listen [::]:443 ssl http2;", "", 1},
        {"/var/lib/onewindow/tls", QFile::encodeName(tlsFolder), 3},
        {"unix:/run/onewindow/center.sock;", "unix:" + QFile::encodeName(socket) + ';', 1},
        {"/var/log/nginx", QFile::encodeName(m_folder.path()), 2},
    };
    for (const auto& [place, filling, times] : places) {
        INFO(place);
        REQUIRE(site.count(place) == times);
        site.replace(place, filling);
    }
    write(m_folder.filePath(u"site.conf"_s), site);
}

bool NginxProcess::tryStart()
{
    const QString program = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    INFO("nginx-light must be installed (installer/packages.txt)");
    REQUIRE_FALSE(program.isEmpty());
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(m_folder.filePath(u"main.log"_s), QIODevice::Append);
    m_process->start(program, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s)});
    REQUIRE(m_process->waitForStarted(kPatienceMs));
    // Written once it listens. Whether it is this one that listens, it says itself: it ends on a taken port.
    const QString pidFile = m_folder.filePath(u"nginx.pid"_s);
    constexpr int kStepMs = 5;
    for (int waited = 0; waited < kPatienceMs; waited += kStepMs) {
        if (QFile::exists(pidFile))
            return true;
        if (m_process->waitForFinished(kStepMs) || m_process->state() == QProcess::NotRunning)
            break;
    }
    stop();
    return false;
}

QByteArray NginxProcess::logs() const
{
    return read(m_folder.filePath(u"onewindow.access.log"_s)) +
           read(m_folder.filePath(u"onewindow.error.log"_s));
}

} // namespace ow::test
