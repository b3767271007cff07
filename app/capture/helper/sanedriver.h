// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/helper/scandriver.h"

#include <sane/sane.h>

namespace ow::capture {

class SaneOptions;

/// The scanners of SANE. Three-pass colour (a lamp for each of red, green and blue; not built since the
/// 1990s) is refused as ScannerUnsupported.
class SaneDriver final : public ScanDriver
{
public:
    SaneDriver() = default;
    ~SaneDriver() override;
    Q_DISABLE_COPY_MOVE(SaneDriver)

    [[nodiscard]] domain::Result<std::vector<ScanDevice>> devices() override;
    [[nodiscard]] domain::Result<void> open(const ScanProfile& profile) override;
    [[nodiscard]] domain::Result<std::optional<ScanFrame>> startPage() override;
    [[nodiscard]] domain::Result<std::optional<qsizetype>> read(std::span<uchar> into) override;

    [[nodiscard]] bool feeds() const override { return m_feeds; }

    void close() override;

private:
    [[nodiscard]] domain::Result<void> begin();
    [[nodiscard]] domain::Result<void> setUp(const ScanProfile& profile);
    [[nodiscard]] domain::Result<void> setSource(const SaneOptions& options, const ScanProfile& profile);
    [[nodiscard]] domain::Result<void> setMode(const SaneOptions& options, ScanMode mode);
    void setArea(const SaneOptions& options, QSize millimetres) const;

    bool m_begun = false;
    SANE_Handle m_device = nullptr;
    bool m_sheetFed = false; ///< by the device's own word; for those without a choice of source
    bool m_feeds = false;
    int m_dpi = 0;
};

/// What a status means for people.
[[nodiscard]] domain::ErrorCode scanErrorOf(SANE_Status status);

} // namespace ow::capture
