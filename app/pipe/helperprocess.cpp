// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipe/helperprocess.h"

#include <QProcessEnvironment>

namespace ow::pipe {

void startAsHelper(QProcess& process, const HelperProgram& program)
{
    process.setProgram(program.path);
    process.setArguments(program.arguments);
    if (!program.environment.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto entry = program.environment.begin(); entry != program.environment.end(); ++entry) {
            environment.insert(entry.key(), entry.value());
        }
        process.setProcessEnvironment(environment);
    }
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

HelperProcess::HelperProcess(HelperProgram program, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
{
}

HelperProcess::~HelperProcess()
{
    drop();
    for (QProcess* killed : findChildren<QProcess*>(QString(), Qt::FindDirectChildrenOnly)) {
        killed->waitForFinished(); // killed already, not yet reaped; on a thread of its own
    }
}

bool HelperProcess::isThere() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void HelperProcess::start()
{
    if (isThere()) {
        return;
    }
    drop();
    ++m_count;
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this,
            [this] { Q_EMIT output(m_process->readAllStandardOutput()); });
    connect(m_process.get(), &QProcess::started, this, [this] { Q_EMIT started(m_process->processId()); });
    connect(m_process.get(), &QProcess::finished, this, [this] { lose(Gone::Ended); });
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this, count = m_count](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart && count == m_count) { // `finished` is not emitted then
                lose(Gone::NotStarted);
            }
        },
        Qt::QueuedConnection); // not while its user still writes to it
    startAsHelper(*m_process, m_program);
}

void HelperProcess::write(const QByteArray& bytes)
{
    if (isThere()) {
        m_process->write(bytes);
    }
}

void HelperProcess::drop()
{
    if (!m_process) {
        return;
    }
    ++m_count;
    QProcess* process = m_process.release();
    process->disconnect(this);
    process->setParent(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill(); // also ends one that is stopped
}

void HelperProcess::lose(Gone reason)
{
    if (m_process) {
        const int exitCode = m_process->exitCode();
        drop();
        Q_EMIT gone(reason, exitCode);
    }
}

} // namespace ow::pipe
