// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included by the server and its connections only: Boost costs half a minute in every unit that sees it.

#include "center/httpserver.h"

// Boost 1.74 forgets this one.
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ow::center {

/// A connection as the server sees it: something that can be told to end.
class LiveConnection : public std::enable_shared_from_this<LiveConnection>
{
public:
    LiveConnection() = default;
    LiveConnection(const LiveConnection&) = delete;
    LiveConnection& operator=(const LiveConnection&) = delete;
    virtual ~LiveConnection() = default;
    /// Closes when no request is under way; otherwise the request is the last one.
    virtual void closeWhenIdle() = 0;
    virtual void closeNow() = 0;
};

/// What all connections of one server have in common.
struct ConnectionShared
{
    const HttpServerOptions& options;
    HttpHandler& handler;
    HttpObserver& observer;
    // Sealing and fsync of blobs happen here, so that a slow disk never keeps other connections waiting.
    boost::asio::thread_pool disk{2};
    std::atomic<bool> stopping{false};
    std::mutex mutex;
    std::unordered_set<LiveConnection*> live; // under mutex; each takes itself out in its destructor
    std::function<void()> empty;              // under mutex

    ConnectionShared(const HttpServerOptions& given, HttpHandler& answers, HttpObserver& watches)
        : options(given)
        , handler(answers)
        , observer(watches)
    {
    }

    [[nodiscard]] bool isFull();
    void add(LiveConnection* connection);
    void remove(LiveConnection* connection);
    void closeIdle();
    void closeAll();
    /// Calls back once, when the last connection is gone (at once if there is none).
    void whenEmpty(std::function<void()> done);

private:
    [[nodiscard]] std::vector<std::shared_ptr<LiveConnection>> all();
};

void startConnection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls,
                     ConnectionShared& shared);
void startConnection(boost::asio::local::stream_protocol::socket socket, ConnectionShared& shared);

} // namespace ow::center
