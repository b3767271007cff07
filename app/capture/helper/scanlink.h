// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/scanwire.h"

#include <optional>

namespace ow::capture {

/// The helper's end of the two pipes. Blocks where it says so; a client that is gone ends the process.
class ScanLink
{
public:
    ScanLink(int from, int to)
        : m_from(from)
        , m_to(to)
    {
    }

    /// Waits for the next command. None when the client has gone or talks nonsense.
    [[nodiscard]] std::optional<ScanRequest> next();

    /// Looks, without waiting, whether the run is to end: `cancel` came, or the client has gone.
    [[nodiscard]] bool cancelled();

    /// Waits until the client has room for it.
    void say(const QJsonObject& head, const QByteArray& body = {});

private:
    [[nodiscard]] bool receive();
    [[nodiscard]] std::optional<ScanRequest> take();

    int m_from;
    int m_to;
    MessageReader m_reader{0, MessageReader::Pace::Stream};
    bool m_gone = false;
};

} // namespace ow::capture
