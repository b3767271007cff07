// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ow::record {

/// A one-time code as an administrator reads it out: K7QM-3D0R-… in seven groups of four (Crockford's base
/// 32). The first three groups are the secret (60 bits, good for minutes and one use); the last four are the
/// beginning of the SHA-256 of the authority's certificate (80 bits), by which a device knows the centre
/// before it sends anything.
struct EnrolCode
{
    QString secret;      ///< 12 characters
    QString fingerprint; ///< 16 characters

    /// From at least 8 random bytes and the 32 bytes of the fingerprint.
    [[nodiscard]] static EnrolCode make(const QByteArray& random, const QByteArray& authorityFingerprint);
    /// What the last four groups say of a certificate (DER).
    [[nodiscard]] static QString fingerprintOf(const QByteArray& certificate);
    /// As typed: case, blanks and hyphens do not matter, O is 0, I and L are 1. Nothing when it cannot be a
    /// code.
    [[nodiscard]] static std::optional<EnrolCode> parse(const QString& typed);
    [[nodiscard]] QString text() const;
};

} // namespace ow::record
