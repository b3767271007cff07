// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/helper/scandriver.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace ow::capture {

/// What a simulated scanner is to do; JSON on the command line of the helper.
struct ScanScript
{
    int sheets = 3; ///< in the feeder; the glass always has one
    QString folder; ///< pictures to give, in the order of their names; empty: made-up letters
    QString fault;  ///< what happens at sheet `at`: short, jam, cover, empty, io, busy, crash, hang, stay
                    ///< (never lets the device go)
    int at = 1;     ///< 1 … counted over one run
    bool absent = false; ///< no device at all
    int lineDelayUs = 0; ///< the patience a real device asks for
};

[[nodiscard]] domain::Result<ScanScript> readScanScript(const QByteArray& json);

/// A scanner for training and for tests: a flatbed with a feeder for both sides that gives pages of any
/// mode, size and resolution, and can be told to fail as real ones do, the ways of a broken driver included
/// (it really crashes, it really hangs).
class ScanSimulator final : public ScanDriver
{
public:
    explicit ScanSimulator(ScanScript script);

    [[nodiscard]] domain::Result<std::vector<ScanDevice>> devices() override;
    [[nodiscard]] domain::Result<void> open(const ScanProfile& profile) override;
    [[nodiscard]] domain::Result<std::optional<ScanFrame>> startPage() override;
    [[nodiscard]] domain::Result<std::optional<qsizetype>> read(std::span<uchar> into) override;

    [[nodiscard]] bool feeds() const override { return m_profile.source == ScanSource::Feeder; }

    void close() override;

private:
    [[nodiscard]] bool loadPicture();
    [[nodiscard]] domain::Result<void> fail() const;
    void drawLine(int y);
    void drawText(int y);
    void drawNumber(int y);
    void drawSeal(int y);
    void paint(int from, int to, QRgb colour);
    void packLine(std::span<uchar> out) const;

    const ScanScript m_script;
    ScanProfile m_profile;
    ScanFrame m_frame;
    int m_sheet = 0; ///< page of this run, 1 …
    int m_line = 0;
    QStringList m_pictures;
    QImage m_picture;
    std::vector<QRgb> m_pixels; ///< of one line
};

} // namespace ow::capture
