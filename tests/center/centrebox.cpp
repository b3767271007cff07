// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/centrebox.h"

#include <QCborValue>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <csignal>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

const QString kProgram = QString::fromUtf16(OW_BINARY_DIR) + u"/bin/onewindow-center"_s;
constexpr int kPatience = 60'000; // ms; a limit against hanging, not a measurement

QCborMap parsed(const QByteArray& line)
{
    return QCborMap::fromJsonObject(QJsonDocument::fromJson(line).object());
}

} // namespace

CentreBox::CentreBox()
{
    REQUIRE(m_folder.isValid());
    const Said made =
        run(QStringList{u"init"_s, u"--hall"_s, u"JT62"_s, u"--hall-name"_s, u"Test hall"_s,
                        u"--escrow-file"_s, path(u"escrow.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s} +
                m_database.initArguments(),
            "quiet mountain river 9\n");
    REQUIRE(made.exitCode == 0);
    for (const auto& [id, roles] : {std::pair{u"li01"_s, u"clerk"_s}, std::pair{u"wang02"_s, u"chief"_s}}) {
        const Said added = run({u"user"_s, u"add"_s, u"--id"_s, id, u"--name"_s, u"Somebody"_s, u"--roles"_s,
                                roles, u"--password-fd"_s, u"0"_s},
                               "three green lamps 5\n");
        REQUIRE(added.exitCode == 0);
    }
}

CentreBox::~CentreBox()
{
    if (m_server)
        kill();
}

QString CentreBox::path(const QString& name) const
{
    return m_folder.filePath(name);
}

Said CentreBox::run(const QStringList& arguments, const QByteArray& secret) const
{
    QProcess process;
    process.start(kProgram, arguments + QStringList{u"--data"_s, data(), u"--json"_s});
    REQUIRE(process.waitForStarted(kPatience));
    process.write(secret);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(kPatience));
    Said said;
    said.exitCode = process.exitCode();
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            said.lines << parsed(line);
    }
    said.error = parsed(process.readAllStandardError().trimmed());
    return said;
}

void CentreBox::start(const QStringList& more)
{
    m_server = std::make_unique<QProcess>();
    m_server->setStandardErrorFile(path(u"server.log"_s), QIODevice::Append);
    m_server->start(
        kProgram,
        QStringList{u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s} + more);
    REQUIRE(m_server->waitForStarted(kPatience));
    while (!m_server->canReadLine())
        REQUIRE(m_server->waitForReadyRead(kPatience));
    m_port = static_cast<int>(parsed(m_server->readLine()).value(u"port"_s).toInteger());
    REQUIRE(m_port > 0);
}

void CentreBox::kill()
{
    m_server->kill();
    m_server->waitForFinished(kPatience);
    m_server.reset();
}

int CentreBox::terminate()
{
    tellToEnd();
    return ended();
}

void CentreBox::tellToEnd()
{
    ::kill(static_cast<pid_t>(m_server->processId()), SIGTERM);
}

int CentreBox::ended()
{
    REQUIRE(m_server->waitForFinished(kPatience));
    const int code = m_server->exitStatus() == QProcess::NormalExit ? m_server->exitCode() : -1;
    m_server.reset();
    return code;
}

QByteArray CentreBox::log() const
{
    QFile file(path(u"server.log"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray CentreBox::authority() const
{
    QFile file(data() + u"/tls/ca.pem"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString CentreBox::enrolCode(const QString& station, const QStringList& more) const
{
    const Said said = run(QStringList{u"enroll-code"_s, u"--station"_s, station} + more);
    REQUIRE(said.exitCode == 0);
    return said.lines.value(0).value(u"code"_s).toString();
}

void CentreBox::tellDatabase(const QString& sql) const
{
    QProcess tool;
    if (CentreDatabase::isPostgres())
        tool.start(u"psql"_s, {u"-qX"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, sql, m_database.url()});
    else
        tool.start(u"sqlite3"_s, {data() + u"/center.db"_s, sql});
    REQUIRE(tool.waitForFinished(kPatience));
    REQUIRE(tool.exitCode() == 0);
}

QByteArray CentreBox::databaseBytes() const
{
    if (CentreDatabase::isPostgres()) {
        QProcess dump;
        dump.start(u"pg_dump"_s, {m_database.url()});
        REQUIRE(dump.waitForFinished(kPatience));
        REQUIRE(dump.exitCode() == 0);
        return dump.readAllStandardOutput();
    }
    QFile database(data() + u"/center.db"_s);
    REQUIRE(database.open(QIODevice::ReadOnly));
    return database.readAll();
}

QList<QCborMap> CentreBox::exported() const
{
    const Said said = run({u"export"_s});
    REQUIRE(said.exitCode == 0);
    return said.lines;
}

QString CentreBox::contractFaults(bool everyOperation) const
{
    const QString source = QString::fromUtf16(OW_SOURCE_DIR);
    QStringList arguments{source + u"/tests/center/check_contract.py"_s, source + u"/docs/api/openapi.yaml"_s,
                          traffic()};
    if (everyOperation)
        arguments << u"--every-operation"_s;
    QProcess checker;
    checker.setProcessChannelMode(QProcess::MergedChannels);
    checker.start(u"python3"_s, arguments);
    if (!checker.waitForFinished(kPatience) || checker.exitStatus() != QProcess::NormalExit)
        return u"the checker did not run"_s;
    const QString said = QString::fromUtf8(checker.readAll());
    return checker.exitCode() == 0 ? QString() : said + u"failed"_s;
}

} // namespace ow::test
