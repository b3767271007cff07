// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDebug>
#include <QStringView>
#include <QtGlobal>

namespace ow::record {

/// Key material or a password: in locked memory where the system grants it, overwritten before it is freed,
/// moved but copied only on purpose (clone), never printed. Not shared between threads without the caller's
/// own order.
class SecretBytes final
{
public:
    SecretBytes() noexcept = default;
    /// `size` zero bytes, to be filled through data().
    explicit SecretBytes(qsizetype size);
    /// A copy of bytes the caller still has to wipe himself.
    [[nodiscard]] static SecretBytes copyOf(QByteArrayView bytes);
    /// The bytes of a typed password: Unicode NFC, then UTF-8, so that every input method gives the same key.
    [[nodiscard]] static SecretBytes fromPassword(QStringView typed);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

    [[nodiscard]] char* data() noexcept { return m_data; }

    [[nodiscard]] const char* data() const noexcept { return m_data; }

    [[nodiscard]] QByteArrayView view() const noexcept { return {m_data, m_size}; }

    /// Takes the same time whatever the bytes are.
    [[nodiscard]] bool equals(QByteArrayView other) const noexcept;
    /// Overwrites and forgets.
    void clear() noexcept;

private:
    char* m_data = nullptr;
    qsizetype m_size = 0;
};

QDebug operator<<(QDebug, const SecretBytes&) = delete;

/// Overwrites a buffer so that the compiler cannot leave it out: for the copies Qt makes of a password.
void wipe(char* data, qsizetype size) noexcept;

/// Compares hashes and MACs in a time that depends on the lengths only.
[[nodiscard]] bool equalBytes(QByteArrayView a, QByteArrayView b) noexcept;

} // namespace ow::record
