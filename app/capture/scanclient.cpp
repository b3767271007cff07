// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scanclient.h"

#include <variant>

namespace ow::capture {

using domain::Error;
using domain::ErrorCode;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

template <class... Kinds> struct Overloaded : Kinds...
{
    using Kinds::operator()...;
};
template <class... Kinds> Overloaded(Kinds...) -> Overloaded<Kinds...>;

} // namespace

ScanClient::ScanClient(SaneSourceOptions options)
    : m_options(std::move(options))
    , m_timer(this)
    , m_tray(PageSource::kRoom,
             [this] { QMetaObject::invokeMethod(this, &ScanClient::goOn, Qt::QueuedConnection); })
    , m_helper({m_options.helper, m_options.arguments, m_options.environment}, this)
    , m_reader(maxScanReplyBytes(m_options.limits), MessageReader::Pace::Stream)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScanClient::onSilence);
    connect(&m_helper, &pipe::HelperProcess::output, this, &ScanClient::onOutput);
    connect(&m_helper, &pipe::HelperProcess::gone, this, &ScanClient::onHelperGone);
    connect(&m_helper, &pipe::HelperProcess::started, this, &ScanClient::helperStarted);
}

void ScanClient::find()
{
    if (m_state == State::Closing) {
        m_searchWanted = true;
        return;
    }
    if (m_state != State::Idle) {
        Q_EMIT searchFailed({ErrorCode::ScannerBusy, u"a run is under way"_s, {}});
        return;
    }
    ask(ScanCommand::List);
    enter(State::Searching);
}

void ScanClient::scan(const ScanProfile& profile)
{
    if (m_state == State::Searching || m_state == State::Closing) {
        m_wanted = profile;
        return;
    }
    if (m_state != State::Idle) {
        Q_EMIT failed({ErrorCode::ScannerBusy, u"a run is under way"_s, {}}, 0);
        return;
    }
    m_pages = 0;
    m_feeds = profile.source == ScanSource::Feeder;
    ask(ScanCommand::Scan, profile);
    enter(State::Starting);
}

void ScanClient::cancel()
{
    switch (m_state) {
    case State::Starting:
    case State::Reading:
    case State::HoldBack:
        ask(ScanCommand::Cancel);
        enter(State::Cancelling);
        break;
    case State::Searching:
    case State::Closing:
        if (m_wanted) {
            m_wanted.reset();
            Q_EMIT failed({ErrorCode::Cancelled, {}, {}}, 0);
        }
        break;
    case State::Idle:
    case State::Cancelling:
        break;
    }
}

bool ScanClient::isRunning() const
{
    return m_state == State::Starting || m_state == State::Reading || m_state == State::HoldBack ||
           m_state == State::Cancelling;
}

void ScanClient::becomeIdle()
{
    enter(State::Idle);
    if (std::exchange(m_searchWanted, false)) {
        find(); // a run that is wanted too begins at its end
    } else if (const std::optional<ScanProfile> wanted = std::exchange(m_wanted, std::nullopt)) {
        scan(*wanted);
    }
}

void ScanClient::ask(ScanCommand command, const ScanProfile& profile)
{
    if (!m_helper.isThere()) {
        m_reader = MessageReader(maxScanReplyBytes(m_options.limits), MessageReader::Pace::Stream);
        m_helper.start();
    }
    m_helper.write(messageStart(scanRequestHead({command, profile, m_options.limits}), 0));
}

std::chrono::milliseconds ScanClient::patienceOf(State state) const
{
    switch (state) {
    case State::Searching:
        return m_options.searchPatience;
    case State::Starting:
        return m_options.startPatience;
    case State::Reading:
        return m_options.linePatience;
    case State::Cancelling:
        return m_options.cancelPatience;
    case State::Closing:
        return m_options.closePatience;
    case State::Idle:
    case State::HoldBack:
        break;
    }
    return {};
}

void ScanClient::enter(State state)
{
    m_state = state;
    const std::chrono::milliseconds patience = patienceOf(state);
    if (patience.count() > 0) {
        m_timer.start(patience);
    } else {
        m_timer.stop();
    }
}

void ScanClient::onOutput(const QByteArray& bytes)
{
    Result<void> read = m_reader.feed(bytes);
    while (read) {
        const std::optional<Message> message = m_reader.take();
        if (!message) {
            return;
        }
        Result<ScanReply> reply = readScanReply(*message, m_options.limits);
        if (!reply) {
            giveUp(ErrorCode::ScannerCrashed, reply.error().detail);
            return;
        }
        take(std::move(*reply));
        if (!m_helper.isThere()) {
            return;
        }
        read = m_reader.feed({});
    }
    giveUp(ErrorCode::ScannerCrashed, read.error().detail);
}

void ScanClient::take(ScanReply reply)
{
    std::visit(Overloaded{[this](const QList<ScanDevice>& devices) {
                              if (m_state == State::Searching) {
                                  Q_EMIT devicesFound(devices);
                                  becomeIdle();
                              }
                          },
                          [this](const ScanProgress& progress) {
                              if (m_state == State::Starting || m_state == State::Reading) {
                                  enter(State::Reading); // a sign of life: patience begins anew
                                  Q_EMIT progressed(progress);
                              }
                          },
                          [this](ScannedPage& page) { takePage(std::move(page)); },
                          [this](const ScanDone&) {
                              if (isRunning()) {
                                  enter(State::Closing);
                                  Q_EMIT finished(m_pages);
                              }
                          },
                          [this](const ScanClosed&) {
                              if (m_state == State::Closing) {
                                  becomeIdle();
                              }
                          },
                          [this](const Error& error) {
                              if (m_state == State::Searching) {
                                  Q_EMIT searchFailed(error);
                                  becomeIdle();
                              } else if (isRunning()) {
                                  enter(State::Closing);
                                  Q_EMIT failed(error, m_pages);
                              }
                          }},
               reply);
}

void ScanClient::takePage(ScannedPage page)
{
    if (m_state != State::Starting && m_state != State::Reading) {
        return; // cancelled while it was on its way; a person no longer expects it
    }
    ++m_pages;
    page.onItsWay = m_tray.ticket();
    enter(m_feeds ? State::HoldBack : State::Starting); // of the glass nothing but the end follows
    Q_EMIT pageArrived(page);
    page = {};
    goOn();
}

/// The next sheet, when there is room for it.
void ScanClient::goOn()
{
    if (m_state == State::HoldBack && m_tray.hasRoom()) {
        ask(ScanCommand::Next);
        enter(State::Starting);
    }
}

void ScanClient::onHelperGone(pipe::HelperProcess::Gone reason, int exitCode)
{
    giveUp(ErrorCode::ScannerCrashed, reason == pipe::HelperProcess::Gone::NotStarted
                                          ? u"the scan helper does not start"_s
                                          : u"the scan helper ended in the middle (code %1)"_s.arg(exitCode));
}

void ScanClient::onSilence()
{
    if (m_state == State::Cancelling) {
        giveUp(ErrorCode::Cancelled, u"it had to be ended"_s);
    } else {
        giveUp(ErrorCode::ScannerHung, u"no sign of life within %1 ms"_s.arg(patienceOf(m_state).count()));
    }
}

void ScanClient::giveUp(ErrorCode code, const QString& detail)
{
    m_helper.drop();
    const State was = m_state;
    if (was == State::Searching) {
        Q_EMIT searchFailed({code, detail, {}});
        becomeIdle();
        return;
    }
    if (was == State::Closing) {
        becomeIdle(); // with a new process: what the old one held is free with it
        return;
    }
    enter(State::Idle);
    if (was == State::Idle) {
        return;
    }
    Q_EMIT failed({was == State::Cancelling ? ErrorCode::Cancelled : code, detail, {}}, m_pages);
}

} // namespace ow::capture
