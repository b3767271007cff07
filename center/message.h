// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included by connections only: Boost costs half a minute in every unit that sees it.

#include "center/http.h"

#include <boost/beast/http.hpp>

#include <optional>

namespace ow::center {

using HeadParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
using HeadMessage = boost::beast::http::request_header<>;
using AnswerMessage = boost::beast::http::response<boost::beast::http::string_body>;

/// What a request says of itself. Who asks is not in it: that is the connection's to know.
[[nodiscard]] RequestHead headOf(const HeadParser& parser);

/// The value of a header that stands there exactly once; none otherwise. Two of a kind are how a caller and
/// a proxy would be told apart wrongly.
[[nodiscard]] std::optional<QByteArray> onlyHeader(const HeadMessage& message, std::string_view name);

/// Whether the caller waits to be told that its body is wanted (Expect: 100-continue).
[[nodiscard]] bool wantsContinue(const HeadMessage& message);

/// Bytes that are no HTTP; any other error is a connection that went away.
[[nodiscard]] bool isNoHttp(const boost::system::error_code& error);

/// The answer as it goes out, marker and clock included.
[[nodiscard]] AnswerMessage answerMessage(const Response& response, bool headOnly, bool close);

} // namespace ow::center
