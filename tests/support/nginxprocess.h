// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace ow::test {

/// A private nginx on a port of its own, started from installer/center/nginx.conf as it is shipped, with only
/// the places filled in that every hall fills in. It must be installed: without it the test fails.
class NginxProcess
{
public:
    /// `tlsFolder` as `onewindow-center init` made it; `socket` of the centre's --listen unix:….
    NginxProcess(const QString& tlsFolder, const QString& socket);
    ~NginxProcess();
    NginxProcess(const NginxProcess&) = delete;
    NginxProcess& operator=(const NginxProcess&) = delete;

    [[nodiscard]] int port() const { return m_port; }

    /// Access and error log so far.
    [[nodiscard]] QByteArray logs() const;

private:
    void writeSite(const QString& tlsFolder, const QString& socket);
    [[nodiscard]] bool tryStart();
    void stop();

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    int m_port = 0;
};

} // namespace ow::test
