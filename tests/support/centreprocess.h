// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/centredatabase.h"

#include <QByteArray>
#include <QCborMap>
#include <QHash>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace ow::test {

/// What the centre keeps of one entry, as its `export` tells it.
struct KeptEntry
{
    QString caseNumber;
    QString caseState;
    QString device;
    QString kind;
    QString outcome;
    QString flags;
    qint64 seq = 0;
    int times = 0;     ///< how often the export has it; more than once is a doubled entry
    int openTasks = 0; ///< of its case
};

/// The built onewindow-center in a folder of its own, stopped, killed and started again on one port. Hall
/// JT62; people: li01 (clerk), wang02 (chief), all with kPassword.
class CentreProcess
{
public:
    CentreProcess();
    ~CentreProcess(); ///< kills

    static const QString kClerk;
    static const QString kChief;
    static const QString kPassword;

    void start();
    void stop();    ///< SIGTERM; it must end well
    void killNow(); ///< SIGKILL, and waits for the end

    [[nodiscard]] bool isRunning() const { return m_server != nullptr; }

    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] QUrl url() const { return urlAt(m_port); }

    [[nodiscard]] static QUrl urlAt(quint16 port);

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] QString data() const { return file(QStringLiteral("data")); }

    /// A command that must succeed: its JSON lines. `secret` goes to descriptor 0.
    QList<QCborMap> command(const QStringList& arguments, const QByteArray& secret = {}) const;
    [[nodiscard]] QString enrolCode(const QString& station, bool replace = false) const;
    /// By id of the entry; only entries that belong to cases.
    [[nodiscard]] QHash<QString, KeptEntry> kept() const;
    /// The last seq the centre has of a device, 0 when it has none.
    [[nodiscard]] qint64 lastSeqOf(const QString& device) const;

private:
    bool tryStart();

    QTemporaryDir m_folder;
    CentreDatabase m_database;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;
};

} // namespace ow::test
