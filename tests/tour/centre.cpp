// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/centre.h"

#include <QFile>
#include <QTest>

namespace ow::tour {

namespace {

constexpr int kStartMs = 20'000;
constexpr int kEndMs = 5'000;

} // namespace

Centre::Centre(QString program, QString data)
    : m_program(std::move(program))
    , m_data(std::move(data))
{
}

Centre::~Centre()
{
    m_process.terminate();
    m_process.waitForFinished(kEndMs);
}

bool Centre::start()
{
    const QString portFile = m_data + QStringLiteral(".tour-port");
    QFile::remove(portFile);
    m_process.start(m_program,
                    {QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
                     QStringLiteral("127.0.0.1:") + m_port, QStringLiteral("--port-file"), portFile});
    return QTest::qWaitFor(
        [this, &portFile] {
            QFile file(portFile);
            if (!file.open(QIODevice::ReadOnly)) {
                return false;
            }
            const QString port = QString::fromLatin1(file.readAll()).trimmed();
            if (port.isEmpty()) {
                return false;
            }
            m_port = port;
            return true;
        },
        kStartMs);
}

void Centre::cut()
{
    m_process.kill();
    m_process.waitForFinished(kEndMs);
}

} // namespace ow::tour
