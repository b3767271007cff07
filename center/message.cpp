// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/message.h"

#include <QDateTime>

#include <algorithm>

namespace ow::center {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

beast::string_view viewOf(const QByteArray& bytes)
{
    return beast::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace

RequestHead headOf(const HeadParser& parser)
{
    const auto& message = parser.get();
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    RequestHead head;
    head.method = bytesOf(message.method_string());
    head.path = mark < 0 ? target : target.left(mark);
    head.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    if (const auto length = parser.content_length())
        head.contentLength = static_cast<qint64>(std::min<std::uint64_t>(*length, INT64_MAX));
    head.blobId = bytesOf(message["X-Blob-Id"]);
    head.contentSm3 = bytesOf(message["X-Content-SM3"]);
    head.uploadLength = bytesOf(message["Upload-Length"]);
    head.uploadOffset = bytesOf(message["Upload-Offset"]);
    head.range = bytesOf(message[http::field::range]);
    head.ifRange = bytesOf(message[http::field::if_range]);
    return head;
}

std::optional<QByteArray> onlyHeader(const HeadMessage& message, std::string_view name)
{
    const beast::string_view wanted(name.data(), name.size());
    if (message.count(wanted) != 1)
        return std::nullopt;
    return bytesOf(message[wanted]);
}

bool wantsContinue(const HeadMessage& message)
{
    return beast::iequals(message[http::field::expect], "100-continue");
}

bool isNoHttp(const boost::system::error_code& error)
{
    // All that Beast's parser has to say has its own category.
    return error && error.category() == http::make_error_code(http::error::bad_method).category();
}

AnswerMessage answerMessage(const Response& response, bool headOnly, bool close)
{
    AnswerMessage answer(static_cast<http::status>(response.status), 11);
    answer.set("X-OneWindow", "1");
    answer.set("X-OneWindow-Time", std::to_string(QDateTime::currentMSecsSinceEpoch()));
    answer.set(http::field::cache_control, "no-store");
    for (const auto& [name, value] : response.headers)
        answer.set(viewOf(name), viewOf(value));
    if (!response.contentType.isEmpty())
        answer.set(http::field::content_type, viewOf(response.contentType));
    answer.keep_alive(!close);
    if (!headOnly)
        answer.body().assign(response.body.constData(), static_cast<size_t>(response.body.size()));
    // A source's bytes are sent behind the header, piece by piece.
    if (response.source)
        answer.content_length(static_cast<std::uint64_t>(response.source->size()));
    else if (response.status != 204)
        answer.content_length(answer.body().size());
    return answer;
}

} // namespace ow::center
