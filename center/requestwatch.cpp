// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/requestwatch.h"

namespace ow::center {

RequestWatch::RequestWatch(WriteLine writeLine)
    : m_writeLine(std::move(writeLine))
{
}

void RequestWatch::opened() {}

void RequestWatch::closed() {}

void RequestWatch::answered(const Exchange& exchange)
{
    if (m_writeLine)
        m_writeLine(QByteArray::number(exchange.status));
}

} // namespace ow::center
