// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/examinedfile.h"
#include "capture/filelimits.h"
#include "domain/result.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>
#include <stop_token>

namespace ow::capture {

class HelperClient;
class IntakeQueue;

struct FileIntakeOptions
{
    QString helper; ///< path of onewindow-capture; given by the composition root
    FileLimits limits;
    std::chrono::milliseconds timeout = std::chrono::seconds(20); ///< per file, start of the helper included
    int maxWaiting = 200;                                         ///< files waiting for their turn
    qint64 maxWaitingBytes = qint64(128) << 20; ///< of files given as bytes; those given by path wait on disk
};

/// Takes files in: by dialog, drop (a path) or paste (bytes). One after another they are read on a thread of
/// its own and decoded from end to end by a helper process with limits on memory and time, so that a hostile
/// or broken file costs its own answer and nothing else. A helper that crashes or hangs is replaced before
/// the next file.
///
/// Errors: FileUnreadable, FileTooLarge, FileTruncated, FileWrongType, FileEncrypted, FileTooManyPages,
/// FilePixels (the file's), HelperCrashed, HelperTimeout (ours), NotAllowed (too many waiting), Cancelled.
/// `Error::field` is the title of the file, for the sentence a person reads.
///
/// Threads: every function from the thread it lives in (the GUI's); none waits but the destructor, for the
/// read of one file under way to notice. Futures always end, with a result, also when this object goes away
/// first.
class FileIntake : public QObject
{
    Q_OBJECT
public:
    explicit FileIntake(FileIntakeOptions options, QObject* parent = nullptr);
    ~FileIntake() override;

    /// Ends what is under way and what waits; nothing is examined afterwards. Call it before those go who
    /// wait for an answer.
    void stop();

    /// `stop` takes it out of the queue, or stops it under way: the future ends with Cancelled.
    [[nodiscard]] QFuture<domain::Result<ExaminedFile>> examineFile(const QString& path,
                                                                    std::stop_token stop = {});
    /// For what has no path: a pasted picture (as PNG), a page of a scanner. `title` is what a person reads.
    [[nodiscard]] QFuture<domain::Result<ExaminedFile>> examineBytes(QByteArray bytes, const QString& title,
                                                                     std::stop_token stop = {});

    /// Files not yet begun.
    [[nodiscard]] int waiting() const;

Q_SIGNALS:
    /// A helper process runs; said again after each replacement. Emitted from the thread of the intake's own.
    void helperStarted(qint64 processId);

private:
    QFuture<domain::Result<ExaminedFile>> enqueue(const QString& path, QByteArray bytes, const QString& title,
                                                  std::stop_token stop);

    std::shared_ptr<IntakeQueue> m_queue;
    QThread m_thread;
    HelperClient* m_client; ///< lives in and dies with m_thread
};

} // namespace ow::capture
