// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace ow::pipe {

/// What a helper process is started as.
struct HelperProgram
{
    QString path;
    QStringList arguments = {};
    QMap<QString, QString> environment = {}; ///< set beside our own
};

/// Starts `process` as a helper: its errors are read by nobody, because what decoders and drivers print may
/// quote a file or a card; its pipes are not buffered, because pages are large. For a thread that waits for
/// the process itself; all others take HelperProcess.
void startAsHelper(QProcess& process, const HelperProgram& program);

/// A helper process and its replacements, one at a time. One that is dropped, or ended, is not heard of any
/// more; it is killed at once, reaped when the system says so, and nobody waits for that but the destructor.
///
/// Lives on the thread of whoever uses it, which must be a worker thread: a process that the kernel does not
/// let go keeps the destructor waiting.
class HelperProcess : public QObject
{
    Q_OBJECT

public:
    enum class Gone {
        NotStarted, ///< no such program, or it may not be run
        Ended,      ///< in the middle, by itself or by a signal
    };

    explicit HelperProcess(HelperProgram program, QObject* parent = nullptr);
    ~HelperProcess() override;

    /// Starts one unless one is there.
    void start();

    [[nodiscard]] bool isThere() const;

    void write(const QByteArray& bytes); ///< shared, not copied; nothing when none is there

    void drop();

Q_SIGNALS:
    void started(qint64 processId);
    void output(const QByteArray& bytes);
    /// Not asked for. `exitCode`: of Ended.
    void gone(ow::pipe::HelperProcess::Gone reason, int exitCode);

private:
    void lose(Gone reason);

    const HelperProgram m_program;
    std::unique_ptr<QProcess> m_process;
    int m_count = 0; ///< of processes, so that what is said late of one is not taken for its replacement's
};

} // namespace ow::pipe
