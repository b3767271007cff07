// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/requestwatch.h"

#include "center/api.h"

#include <QDateTime>

namespace ow::center {

namespace {

constexpr qsizetype kShownDigits = 8;
constexpr int kFirstRefusal = 300;

QByteArray lineOf(const Exchange& exchange, const RouteName& route)
{
    const QByteArray device = exchange.head.certificate.toHex().left(kShownDigits);
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' + route.method + ' ' +
           route.pattern + ' ' + QByteArray::number(exchange.status) + ' ' +
           QByteArray::number(static_cast<double>(exchange.took.count()) / 1000, 'f', 1) +
           "ms device=" + (device.isEmpty() ? QByteArray("none") : device);
}

} // namespace

RequestWatch::RequestWatch(Metrics& metrics, WriteLine writeLine)
    : m_metrics(metrics)
    , m_writeLine(std::move(writeLine))
{
}

void RequestWatch::opened()
{
    m_metrics.connectionOpened();
}

void RequestWatch::closed()
{
    m_metrics.connectionClosed();
}

void RequestWatch::answered(const Exchange& exchange)
{
    const size_t route = Api::routeOf(exchange.head);
    m_metrics.answered(route, exchange.status, exchange.took);
    m_metrics.answerSent(exchange.sent);
    if (exchange.status < kFirstRefusal)
        m_metrics.blobReceived(exchange.streamed);
    if (m_writeLine)
        m_writeLine(lineOf(exchange, m_metrics.nameOf(route)));
}

} // namespace ow::center
