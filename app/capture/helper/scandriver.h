// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "domain/result.h"

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace ow::capture {

/// What the device says about the page that has just begun.
struct ScanFrame
{
    ScanMode mode = ScanMode::Colour; ///< what really comes; may be more than the profile asked for
    int width = 0;                    ///< px
    int lines = -1;                   ///< -1: known only at its end
    int dpi = 0;
    qsizetype bytesPerLine = 0; ///< as sent; the pixels are the first of them
    bool wide = false;          ///< 16 bits a sample, in the order of this machine
};

/// One scanner, as the run needs it: SANE's, or the simulator. Calls wait for the device; the process they
/// are made in is there to be killed.
///
/// Errors: those of `ScanReply`, which the wire lets pass.
class ScanDriver
{
public:
    ScanDriver() = default;
    virtual ~ScanDriver() = default;
    Q_DISABLE_COPY_MOVE(ScanDriver)

    [[nodiscard]] virtual domain::Result<std::vector<ScanDevice>> devices() = 0;

    /// Opens the device of the profile, or the first there is, and tells it what is wanted.
    [[nodiscard]] virtual domain::Result<void> open(const ScanProfile& profile) = 0;

    /// The next page begins; none when no sheet is left.
    [[nodiscard]] virtual domain::Result<std::optional<ScanFrame>> startPage() = 0;

    /// More of the page: so many bytes, 0 when there is nothing yet; none at its end.
    [[nodiscard]] virtual domain::Result<std::optional<qsizetype>> read(std::span<uchar> into) = 0;

    /// True when the device may have another sheet.
    [[nodiscard]] virtual bool feeds() const = 0;

    /// Ends the run, whatever state it is in, and lets the device go.
    virtual void close() = 0;
};

} // namespace ow::capture
