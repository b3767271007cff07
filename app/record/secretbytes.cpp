// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/secretbytes.h"

#include <QString>

#include <botan/mem_ops.h>

#include <cstring>
#include <utility>

namespace ow::record {

// Botan's allocator keeps small blocks in a locked pool and falls back to the heap where the system grants
// none; both are overwritten on the way out.

SecretBytes::SecretBytes(qsizetype size)
    : m_data(size > 0 ? static_cast<char*>(Botan::allocate_memory(static_cast<std::size_t>(size), 1))
                      : nullptr)
    , m_size(size > 0 ? size : 0)
{
    if (m_size > 0)
        std::memset(m_data, 0, static_cast<std::size_t>(m_size));
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes copy(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(copy.m_data, bytes.data(), static_cast<std::size_t>(bytes.size()));
    return copy;
}

SecretBytes SecretBytes::fromPassword(QStringView typed)
{
    QString normal = typed.toString().normalized(QString::NormalizationForm_C);
    QByteArray utf8 = normal.toUtf8();
    SecretBytes bytes = copyOf(utf8);
    wipe(utf8.data(), utf8.size());
    // What Qt copied on the way; the text the person typed stays with its owner.
    wipe(reinterpret_cast<char*>(normal.data()), normal.size() * qsizetype(sizeof(QChar)));
    return bytes;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

bool SecretBytes::equals(QByteArrayView other) const noexcept
{
    return equalBytes(view(), other);
}

void SecretBytes::clear() noexcept
{
    if (m_data == nullptr)
        return;
    // deallocate_memory overwrites before it frees.
    Botan::deallocate_memory(m_data, static_cast<std::size_t>(m_size), 1);
    m_data = nullptr;
    m_size = 0;
}

void wipe(char* data, qsizetype size) noexcept
{
    if (data != nullptr && size > 0)
        Botan::secure_scrub_memory(data, static_cast<std::size_t>(size));
}

bool equalBytes(QByteArrayView a, QByteArrayView b) noexcept
{
    if (a.size() != b.size())
        return false;
    return Botan::constant_time_compare(reinterpret_cast<const std::uint8_t*>(a.data()),
                                        reinterpret_cast<const std::uint8_t*>(b.data()),
                                        static_cast<std::size_t>(a.size()));
}

} // namespace ow::record
