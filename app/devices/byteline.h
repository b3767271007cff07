// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace ow::devices {

/// Where the bytes of a receipt go: "/dev/usb/lp0" (a character device, or a plain file), or
/// "tcp://192.168.1.20:9100". Blocking with an end: every step has the whole deadline of the line, so a
/// printer that takes nothing costs that and no more. Worker threads only.
class ByteLine
{
public:
    /// ReceiptFailed when it cannot be opened; InvalidInput for an address that is neither.
    [[nodiscard]] static domain::Result<ByteLine> open(const QString& address,
                                                       std::chrono::milliseconds patience);
    /// Whether open() would understand the address.
    [[nodiscard]] static bool isAddress(const QString& address);

    ByteLine(ByteLine&& other) noexcept;
    ByteLine& operator=(ByteLine&& other) noexcept;
    ByteLine(const ByteLine&) = delete;
    ByteLine& operator=(const ByteLine&) = delete;
    ~ByteLine();

    [[nodiscard]] domain::Result<void> write(const QByteArray& bytes);
    /// Up to `most` bytes, as many as come within `patience`; none from a line that only takes.
    [[nodiscard]] QByteArray read(qsizetype most, std::chrono::milliseconds patience);

private:
    ByteLine(int descriptor, bool answers, std::chrono::milliseconds patience)
        : m_descriptor(descriptor)
        , m_answers(answers)
        , m_patience(patience)
    {
    }

    int m_descriptor = -1;
    bool m_answers = false;
    std::chrono::milliseconds m_patience{0};
};

} // namespace ow::devices
