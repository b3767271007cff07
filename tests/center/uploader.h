// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/desk.h"

#include <QByteArray>
#include <QSslSocket>

#include <memory>

namespace ow::test {

/// Bytes that are not the same anywhere.
[[nodiscard]] QByteArray noise(qsizetype size, quint32 seed = 1);

/// A material and how it goes up in chunks, by hand.
struct Material
{
    QByteArray content;
    QByteArray id;
    QByteArray sm3;

    [[nodiscard]] QByteArray path() const { return "/v1/blobs/" + id; }
};

inline constexpr qint64 kKiB = 1024;
inline constexpr qint64 kMiB = 1024 * kKiB;

class Uploader
{
public:
    explicit Uploader(Desk& desk)
        : m_desk(desk)
    {
    }

    [[nodiscard]] Material material(qsizetype size, char name = 'c') const;

    Reply make(const Material& material);
    Reply makeAs(TestDevice& device, const Material& material);
    /// A chunk of `size` bytes at `offset`, or what the content has of it.
    Reply chunk(const Material& material, qint64 offset, qint64 size);
    Reply chunkAs(TestDevice& device, const Material& material, qint64 offset, qint64 size);

    Reply ask(const Material& material) { return m_desk.device.client.head(material.path()); }

    /// Asks, and sends chunks until the centre has it whole.
    void finish(const Material& material, qint64 chunkSize = kMiB);
    [[nodiscard]] qint64 offset(const Material& material);

    /// A chunk's request of which only `sent` bytes of the body go out; the line stays open.
    [[nodiscard]] std::unique_ptr<QSslSocket> begin(const Material& material, qint64 offset, qint64 size,
                                                    qint64 sent);

    /// An entry of case `serial` names it; the number of the case.
    QByteArray nameInCase(const Material& material, int serial);

private:
    Desk& m_desk;
};

/// Number in a header; -1 without it.
[[nodiscard]] qint64 count(const Reply& reply, const QByteArray& header);

} // namespace ow::test
