// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/cupsrequest.h"

namespace ow::devices::cups {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

int giveUp(http_t* /*http*/, void* /*data*/)
{
    return 0;
}

/// Nobody is asked for a password on a terminal: a service that wants one refuses.
const char* noPassword(const char* /*prompt*/, http_t* /*http*/, const char* /*method*/,
                       const char* /*resource*/, void* /*data*/)
{
    return nullptr;
}

} // namespace

Result<Connection> connectTo(const QString& server, std::chrono::milliseconds patience)
{
    cupsSetPasswordCB2(noPassword, nullptr);
    QString host = server.isEmpty() ? QString::fromUtf8(cupsServer()) : server;
    int port = ippPort();
    const qsizetype colon = host.lastIndexOf(u':');
    if (!host.startsWith(u'/') && colon > 0) {
        port = host.mid(colon + 1).toInt();
        host.truncate(colon);
    }
    Connection http(httpConnect2(host.toUtf8().constData(), port, nullptr, AF_UNSPEC,
                                 HTTP_ENCRYPTION_IF_REQUESTED, 1, static_cast<int>(patience.count()),
                                 nullptr));
    if (!http) {
        return fail(ErrorCode::PrintServiceGone, u"the print service does not answer"_s);
    }
    httpSetTimeout(http.get(), double(patience.count()) / 1000.0, giveUp, nullptr);
    return http;
}

tl::unexpected<domain::Error> lastFault(const QString& queue)
{
    const ipp_status_t status = cupsLastError();
    const QString detail =
        u"IPP 0x%1: %2"_s.arg(int(status), 4, 16, QChar(u'0')).arg(QString::fromUtf8(cupsLastErrorString()));
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
    case IPP_STATUS_ERROR_GONE:
        return fail(ErrorCode::PrinterMissing, detail, queue);
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_INTERNAL:
    case IPP_STATUS_ERROR_TIMEOUT:
        return fail(ErrorCode::PrintServiceGone, detail, queue);
    default:
        return fail(ErrorCode::PrintRefused, detail, queue);
    }
}

Ipp newRequest(ipp_op_t operation, const QString& uri, const char* uriName)
{
    Ipp request(ippNewRequest(operation));
    if (!uri.isEmpty()) {
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, uriName, nullptr,
                     uri.toUtf8().constData());
    }
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return request;
}

void wantAttributes(ipp_t* request, std::initializer_list<const char*> names)
{
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes",
                  int(names.size()), nullptr, std::data(names));
}

Result<Ipp> ask(http_t* http, Ipp request, const QString& queue)
{
    Ipp answer(cupsDoRequest(http, request.release(), "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE) {
        return lastFault(queue);
    }
    return answer;
}

QString printerUri(const QString& queue)
{
    char uri[HTTP_MAX_URI];
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", nullptr, "localhost", 0, "/printers/%s",
                     queue.toUtf8().constData());
    return QString::fromUtf8(uri);
}

QStringList texts(ipp_attribute_t* attribute)
{
    QStringList found;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        found.append(QString::fromUtf8(ippGetString(attribute, i, nullptr)));
    }
    return found;
}

} // namespace ow::devices::cups
