// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/idcard.h"
#include "domain/result.h"

#include <QFuture>

#include <stop_token>

namespace ow::devices {

/// A reader of identity cards. Lives on the thread that made it and never makes it wait; one card at a time.
///
/// Errors: ReaderFailed (no reader, no library, a reader that crashed, hung or answered nonsense), CardAbsent
/// (nobody put a card down in time), CardUnreadable (a card, but not one that can be read), Cancelled, and
/// NotAllowed while another read is under way.
class CardReader
{
public:
    CardReader() = default;
    CardReader(const CardReader&) = delete;
    CardReader& operator=(const CardReader&) = delete;
    virtual ~CardReader() = default;

    /// Waits for a card and reads it. `stop` ends it with Cancelled. The future always ends with a result.
    [[nodiscard]] virtual QFuture<domain::Result<IdCard>> read(std::stop_token stop = {}) = 0;
    /// Whether there is a reader that could read now; reads no card.
    [[nodiscard]] virtual QFuture<domain::Result<void>> probe() = 0;

    /// For one that is no longer wanted: a read under way ends with Cancelled. The future ends when it may be
    /// destroyed without waiting. Nothing may be asked of it any more.
    [[nodiscard]] virtual QFuture<void> retire() { return QtFuture::makeReadyFuture(); }
};

} // namespace ow::devices
