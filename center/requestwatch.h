// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/http.h"
#include "center/metrics.h"

#include <functional>

namespace ow::center {

/// Sees every answer that goes out: counts it, and writes it down where lines are wanted. A line says when
/// and what was asked (the route's pattern, never the path or the query, which hold numbers of cases and
/// digits of people), the status, the time it took, and the first eight digits of the certificate's SHA-256,
/// as `device list` shows it. Addresses are not in it: those of the public are personal.
///
///     2026-11-23T09:14:03.120Z POST /v1/entries 200 12.3ms device=3f9a1c20
class RequestWatch final : public HttpObserver
{
public:
    /// One line, without its end; from the server's threads, several at once.
    using WriteLine = std::function<void(const QByteArray& line)>;

    /// `metrics` outlives this.
    explicit RequestWatch(Metrics& metrics, WriteLine writeLine = {});

    void opened() override;
    void closed() override;
    void answered(const Exchange& exchange) override;

private:
    Metrics& m_metrics;
    WriteLine m_writeLine; ///< may be empty: no log
};

} // namespace ow::center
