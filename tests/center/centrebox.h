// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/centredatabase.h"

#include <QByteArray>
#include <QCborMap>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace ow::test {

/// What a command of onewindow-center said.
struct Said
{
    int exitCode = -1;
    QList<QCborMap> lines; ///< --json, one object a line
    QCborMap error;
};

/// A real centre in a folder of its own: the built executable, its commands and its server process.
class CentreBox
{
public:
    CentreBox(); ///< makes the centre JT62 with li01 (clerk), wang02 (chief)
    ~CentreBox();

    /// A command with --data and --json; `secret` goes to descriptor 0.
    Said run(const QStringList& arguments, const QByteArray& secret = {}) const;
    void start(const QStringList& more = {}); ///< `more`: options beside --listen of the windows' port
    void kill();                              ///< SIGKILL, and waits for the end
    int terminate();                          ///< SIGTERM; the exit code
    void tellToEnd();                         ///< SIGTERM, and does not wait
    int ended();                              ///< waits; the exit code

    /// Where windows call.
    [[nodiscard]] int port() const { return m_port; }

    /// Of the server.
    [[nodiscard]] qint64 pid() const { return m_server ? m_server->processId() : 0; }

    /// A proxy stands before the centre: windows call this port from now on.
    void callAt(int port) { m_port = port; }

    /// For `--listen unix:…`.
    [[nodiscard]] QString socket() const { return path(QStringLiteral("center.sock")); }

    /// What the server has said on stderr so far.
    [[nodiscard]] QByteArray log() const;

    [[nodiscard]] QString path(const QString& name) const;

    [[nodiscard]] QString data() const { return path(QStringLiteral("data")); }

    [[nodiscard]] QByteArray authority() const;
    [[nodiscard]] QString enrolCode(const QString& station, const QStringList& more = {}) const;

    /// Empty with SQLite.
    [[nodiscard]] const QString& databaseUrl() const { return m_database.url(); }

    /// Runs SQL beside the centre's back; with SQLite the server must be stopped.
    void tellDatabase(const QString& sql) const;

    /// Everything the database holds, as it lies on the disk or as its own tool dumps it.
    [[nodiscard]] QByteArray databaseBytes() const;

    /// Every line of `export`.
    [[nodiscard]] QList<QCborMap> exported() const;

    /// Where the clients of this centre write every exchange down, one JSON object a line.
    [[nodiscard]] QString traffic() const { return path(QStringLiteral("traffic.jsonl")); }

    /// Asks the checker whether all traffic so far keeps to docs/api/openapi.yaml; empty = it does.
    [[nodiscard]] QString contractFaults(bool everyOperation = false) const;

private:
    QTemporaryDir m_folder;
    CentreDatabase m_database;
    std::unique_ptr<QProcess> m_server;
    int m_port = 0;
};

} // namespace ow::test
