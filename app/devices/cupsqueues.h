// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/printqueues.h"

#include <chrono>

namespace ow::devices {

/// CUPS by libcups. The very bytes of a PDF go to the print service, which brings them to the printer:
/// nothing is drawn a second time here, so what comes out is what was sealed into the ledger. The service is
/// that of the PC (or of CUPS_SERVER, client.conf) unless another is named: "/run/cups/cups.sock" or
/// "host:port". Every call connects anew, so one that was restarted is found.
class CupsQueues : public PrintQueues
{
public:
    explicit CupsQueues(QString server = {}, std::chrono::milliseconds patience = std::chrono::seconds(8));

    [[nodiscard]] domain::Result<std::vector<PrintQueueInfo>> list() override;
    [[nodiscard]] domain::Result<PrintTicket> submit(const PrintJob& job) override;
    [[nodiscard]] domain::Result<PrintProgress> look(const PrintTicket& ticket) override;
    [[nodiscard]] domain::Result<void> cancel(const PrintTicket& ticket) override;

private:
    QString m_server;
    std::chrono::milliseconds m_patience;
};

} // namespace ow::devices
