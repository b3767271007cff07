// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace ow::tour {

/// The real centre beside the tour, which pulls its plug for a while.
class Centre
{
public:
    Centre(QString program, QString data);
    ~Centre();

    /// Serves; on the port it had before when it had one. False when it does not come up.
    [[nodiscard]] bool start();
    /// The network is cut: the process is killed.
    void cut();

    [[nodiscard]] QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }

private:
    QString m_program;
    QString m_data;
    QString m_port = QStringLiteral("0");
    QProcess m_process;
};

} // namespace ow::tour
