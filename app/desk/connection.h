// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"
#include "sync/fetchanswers.h"

#include <QFuture>
#include <QObject>
#include <QSemaphore>
#include <QThread>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace ow::sync {
class Enroller;
class Fetcher;
class Pusher;
} // namespace ow::sync

namespace ow::desk {

/// The line to the centre as the status strip shows it.
struct LineStatus
{
    enum class Line { None, Unknown, Online, Offline, Refused }; ///< None: training, or never enrolled
    Line line = Line::None;
    qint64 entries = 0;  ///< waiting: 待同步
    qint64 oldestAt = 0; ///< UTC ms of the oldest; 0 = none
    qint64 materials = 0;
    std::optional<domain::Error> fault;
    friend bool operator==(const LineStatus&, const LineStatus&) = default;
};

/// Connects the window to its centre: enrols it once, and after that pushes in the background from sign-in to
/// sign-out, on a thread of its own. Work at the desk never waits for it. Lives on the GUI thread.
class Connection : public QObject
{
    Q_OBJECT

public:
    explicit Connection(Workplace& workplace, QObject* parent = nullptr);
    ~Connection() override; ///< ends the sync thread

    /// Makes this PC a window of a hall and opens its new profile. EnrolCodeWrong, CertificateWrong,
    /// Unreachable …
    [[nodiscard]] QFuture<domain::Result<void>> enrol(const QUrl& centre, const QString& code,
                                                      const QString& deviceName);

    [[nodiscard]] const LineStatus& status() const { return m_status; }

    /// 立即重试.
    void retryNow();

    /// Asks for people, published guides and proposals now, and not only every ten minutes.
    void fetchNow();

Q_SIGNALS:
    void statusChanged();
    void settled();       ///< the centre answered: lists may look again
    void peopleChanged(); ///< who may sign in here, and their roles
    void proposalsSeen(const std::vector<ow::sync::WaitingProposal>& proposals);

private:
    void follow();
    void start(const QUrl& centre, const QByteArray& authority, const QByteArray& certificate,
               const QByteArray& key);
    void startFetcher(const QUrl& centre, const QByteArray& authority, const QByteArray& certificate,
                      const QByteArray& key);
    void stop();
    void setStatus(const LineStatus& status);

    Workplace& m_workplace;
    std::unique_ptr<sync::Enroller> m_enroller;
    QThread m_thread;
    sync::Pusher* m_pusher = nullptr;   ///< lives on m_thread and deletes itself there
    sync::Fetcher* m_fetcher = nullptr; ///< likewise
    QSemaphore m_gone;                  ///< one for each of them that is deleted
    int m_made = 0;
    LineStatus m_status;
};

} // namespace ow::desk
