// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <cups/cups.h>

#include <chrono>
#include <initializer_list>
#include <memory>

/// The part of libcups that speaks: connections, requests, answers and their faults. Only for CupsQueues.
namespace ow::devices::cups {

struct HttpCloser
{
    void operator()(http_t* http) const { httpClose(http); }
};

struct IppDeleter
{
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};

using Connection = std::unique_ptr<http_t, HttpCloser>;
using Ipp = std::unique_ptr<ipp_t, IppDeleter>;

/// PrintServiceGone when nobody answers in time. `server`: a socket's path or host:port; empty: that of this
/// PC.
[[nodiscard]] domain::Result<Connection> connectTo(const QString& server, std::chrono::milliseconds patience);

/// What the service has just answered, as ours. Its own sentence is English and names no person.
[[nodiscard]] tl::unexpected<domain::Error> lastFault(const QString& queue);

[[nodiscard]] Ipp newRequest(ipp_op_t operation, const QString& uri, const char* uriName);
void wantAttributes(ipp_t* request, std::initializer_list<const char*> names);
/// Takes the request over, as libcups does.
[[nodiscard]] domain::Result<Ipp> ask(http_t* http, Ipp request, const QString& queue);

[[nodiscard]] QString printerUri(const QString& queue);
[[nodiscard]] QStringList texts(ipp_attribute_t* attribute);

} // namespace ow::devices::cups
