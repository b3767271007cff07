// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/sanesource.h"

#include <QImage>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/types.h>

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

namespace ow::capture::test {

/// SANE's own test device, alone, in a private configuration: `lines` go into its test.conf.
class TestDevice
{
public:
    explicit TestDevice(const QStringList& lines = {});

    [[nodiscard]] SaneSourceOptions options() const;
    /// What the program scanimage makes of the same device: the independent witness.
    [[nodiscard]] QImage byScanimage(const QStringList& arguments) const;

private:
    QTemporaryDir m_folder;
};

/// The helper's own simulator.
[[nodiscard]] SaneSourceOptions simulated(const QByteArray& script);

[[nodiscard]] ScanProfile profile(ScanSource source, ScanMode mode = ScanMode::Colour, int dpi = 75,
                                  QSize millimetres = {100, 80});

/// A source whose runs are waited for.
class Scanning
{
public:
    explicit Scanning(SaneSourceOptions options);

    /// Begins a run; what was known of the last one is forgotten.
    void start(const ScanProfile& profile);
    /// Until it is over, and over it must be one day.
    void finish();
    void run(const ScanProfile& profile);
    /// Until lines have come of page `number`.
    void reachPage(int number);

    [[nodiscard]] pid_t helper() const { return m_helper; }

    /// "VmHWM:" of /proc/PID/status, KiB.
    [[nodiscard]] static qint64 memoryOf(pid_t process, const char* what);

    SaneSource source;
    std::function<void(const ScannedPage&)> onPage; ///< in place of `pages`
    std::vector<ScannedPage> pages;
    ScanProgress progress;
    bool over = false;
    int count = -1; ///< as finished() or failed() said
    std::optional<domain::Error> error;

private:
    std::atomic<pid_t> m_helper = 0;
};

/// The page as libtiff reads it, black and white.
[[nodiscard]] QImage readTiff(const QByteArray& bytes);

/// The mean of how far the grey values of two pictures of one size are from each other.
[[nodiscard]] double distance(const QImage& a, const QImage& b);

} // namespace ow::capture::test
