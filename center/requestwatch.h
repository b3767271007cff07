// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/http.h"

#include <functional>

namespace ow::center {

/// Sees every answer that goes out: writes it down where lines are wanted. A line says what was asked (the
/// route's pattern, never the path or the query, which hold numbers of cases), the status, the time it took,
/// and the first eight digits of the certificate's SHA-256 instead of a name. Nothing personal can be in it.
class RequestWatch final : public HttpObserver
{
public:
    /// One line, without its end; from the server's threads, several at once.
    using WriteLine = std::function<void(const QByteArray& line)>;

    explicit RequestWatch(WriteLine writeLine);

    void opened() override;
    void closed() override;
    void answered(const Exchange& exchange) override;

private:
    WriteLine m_writeLine; ///< may be empty: no log
};

} // namespace ow::center
