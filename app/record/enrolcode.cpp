// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/enrolcode.h"

#include <QCryptographicHash>
#include <QStringList>

namespace ow::record {

namespace {

constexpr QLatin1StringView kAlphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype kSecretLength = 12;
constexpr qsizetype kFingerprintLength = 16;
constexpr qsizetype kGroup = 4;
constexpr qsizetype kMaxTyped = 128;

QString base32(const QByteArray& bytes, qsizetype length)
{
    QString text;
    unsigned int held = 0;
    int bits = 0;
    for (qsizetype i = 0; i < bytes.size() && text.size() < length; ++i) {
        held = (held << 8U | static_cast<unsigned char>(bytes.at(i))) & 0xfffU;
        for (bits += 8; bits >= 5 && text.size() < length; bits -= 5)
            text += kAlphabet.at((held >> (bits - 5)) & 31U);
    }
    return text;
}

} // namespace

EnrolCode EnrolCode::make(const QByteArray& random, const QByteArray& authorityFingerprint)
{
    return {base32(random, kSecretLength), base32(authorityFingerprint, kFingerprintLength)};
}

QString EnrolCode::fingerprintOf(const QByteArray& certificate)
{
    return base32(QCryptographicHash::hash(certificate, QCryptographicHash::Sha256), kFingerprintLength);
}

std::optional<EnrolCode> EnrolCode::parse(const QString& typed)
{
    if (typed.size() > kMaxTyped)
        return std::nullopt;
    QString plain;
    for (QChar c : typed.toUpper()) {
        if (c == u'-' || c.isSpace())
            continue;
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (!kAlphabet.contains(c))
            return std::nullopt;
        plain += c;
    }
    if (plain.size() != kSecretLength + kFingerprintLength)
        return std::nullopt;
    return EnrolCode{plain.left(kSecretLength), plain.mid(kSecretLength)};
}

QString EnrolCode::text() const
{
    const QString plain = secret + fingerprint;
    QStringList groups;
    for (qsizetype i = 0; i < plain.size(); i += kGroup)
        groups << plain.mid(i, kGroup);
    return groups.join(u'-');
}

} // namespace ow::record
