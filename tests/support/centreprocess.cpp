// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/centreprocess.h"

#include <QCborArray>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <csignal>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000; // a bound against hanging, not a measurement
constexpr int kPortTries = 20;

QCborMap parsed(const QByteArray& line)
{
    return QCborMap::fromJsonObject(QJsonDocument::fromJson(line).object());
}

QString program()
{
    return QFile::decodeName(OW_CENTRE_PROGRAM);
}

/// Below the range the system takes ports for outgoing connections from, so that nobody can sit on it while
/// the centre is down.
quint16 randomPort()
{
    return static_cast<quint16>(QRandomGenerator::global()->bounded(20'000, 32'000));
}

} // namespace

const QString CentreProcess::kClerk = u"li01"_s;
const QString CentreProcess::kChief = u"wang02"_s;
const QString CentreProcess::kPassword = u"three green lamps 5"_s;

CentreProcess::CentreProcess()
{
    REQUIRE(m_folder.isValid());
    command(QStringList{u"init"_s, u"--hall"_s, u"JT62"_s, u"--hall-name"_s, u"甘肃省政务大厅"_s,
                        u"--escrow-file"_s, file(u"escrow.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s} +
                m_database.initArguments(),
            "quiet mountain river 9\n");
    const QByteArray password = kPassword.toUtf8() + '\n';
    for (const auto& [id, name, roles] :
         {std::tuple{kClerk, u"马尕让"_s, u"clerk"_s}, std::tuple{kChief, u"王首席"_s, u"chief"_s}}) {
        command({u"user"_s, u"add"_s, u"--id"_s, id, u"--name"_s, name, u"--roles"_s, roles,
                 u"--password-fd"_s, u"0"_s},
                password);
    }
}

CentreProcess::~CentreProcess()
{
    if (m_server)
        killNow();
}

QUrl CentreProcess::urlAt(quint16 port)
{
    return QUrl(u"https://127.0.0.1:"_s + QString::number(port));
}

void CentreProcess::start()
{
    REQUIRE_FALSE(m_server);
    const bool first = m_port == 0;
    for (int i = 0; i < kPortTries; ++i) {
        if (first)
            m_port = randomPort();
        if (tryStart())
            return;
        REQUIRE(first);
    }
    FAIL("no port could be had");
}

bool CentreProcess::tryStart()
{
    const QString portFile = file(u"port"_s);
    QFile::remove(portFile);
    m_server = std::make_unique<QProcess>();
    m_server->setStandardOutputFile(QProcess::nullDevice());
    m_server->setStandardErrorFile(file(u"centre.log"_s), QIODevice::Append);
    m_server->start(program(), {u"serve"_s, u"--data"_s, data(), u"--listen"_s,
                                u"127.0.0.1:"_s + QString::number(m_port), u"--port-file"_s, portFile});
    REQUIRE(m_server->waitForStarted(kPatienceMs));
    // The file appears, whole, once the centre listens. Only the process itself is waited on, so that no
    // event of the test runs in between.
    constexpr int kStepMs = 5;
    for (int waited = 0; waited < kPatienceMs; waited += kStepMs) {
        if (QFile::exists(portFile))
            return true;
        if (m_server->waitForFinished(kStepMs) || m_server->state() == QProcess::NotRunning) {
            m_server.reset();
            return false;
        }
    }
    FAIL("the centre neither listens nor ends");
    return false;
}

void CentreProcess::stop()
{
    REQUIRE(m_server);
    ::kill(static_cast<pid_t>(m_server->processId()), SIGTERM);
    REQUIRE(m_server->waitForFinished(kPatienceMs));
    CHECK(m_server->exitStatus() == QProcess::NormalExit);
    CHECK(m_server->exitCode() == 0);
    m_server.reset();
}

void CentreProcess::killNow()
{
    if (!m_server)
        return;
    m_server->kill();
    m_server->waitForFinished(kPatienceMs);
    m_server.reset();
}

QList<QCborMap> CentreProcess::command(const QStringList& arguments, const QByteArray& secret) const
{
    QProcess process;
    process.start(program(), arguments + QStringList{u"--data"_s, data(), u"--json"_s});
    REQUIRE(process.waitForStarted(kPatienceMs));
    process.write(secret);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(kPatienceMs));
    INFO(arguments.join(u' ').toStdString() << ": " << process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    QList<QCborMap> lines;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            lines << parsed(line);
    }
    return lines;
}

QString CentreProcess::enrolCode(const QString& station, bool replace) const
{
    QStringList arguments{u"enroll-code"_s, u"--station"_s, station};
    if (replace)
        arguments << u"--replace"_s;
    const QString code = command(arguments).value(0).value(u"code"_s).toString();
    REQUIRE_FALSE(code.isEmpty());
    return code;
}

QHash<QString, KeptEntry> CentreProcess::kept() const
{
    QHash<QString, KeptEntry> all;
    for (const QCborMap& line : command({u"export"_s})) {
        for (const QCborValue& value : line.value(u"entries"_s).toArray()) {
            const QCborMap map = value.toMap();
            KeptEntry& entry = all[map.value(u"id"_s).toString()];
            entry.caseNumber = line.value(u"number"_s).toString();
            entry.caseState = line.value(u"state"_s).toString();
            entry.openTasks = static_cast<int>(line.value(u"open_tasks"_s).toInteger());
            entry.device = map.value(u"device"_s).toString();
            entry.kind = map.value(u"kind"_s).toString();
            entry.outcome = map.value(u"outcome"_s).toString();
            entry.flags = map.value(u"flags"_s).toString();
            entry.seq = map.value(u"seq"_s).toInteger();
            ++entry.times;
        }
    }
    return all;
}

qint64 CentreProcess::lastSeqOf(const QString& device) const
{
    for (const QCborMap& line : command({u"device"_s, u"list"_s})) {
        if (line.value(u"id"_s).toString() == device)
            return line.value(u"last_seq"_s).toInteger();
    }
    return 0;
}

} // namespace ow::test
