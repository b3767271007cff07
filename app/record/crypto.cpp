// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/crypto.h"

namespace ow::record {

namespace {

bool isKnownSuite(quint8 byte)
{
    return byte == static_cast<quint8>(Suite::Sm4Gcm) || byte == static_cast<quint8>(Suite::Aes256Gcm);
}

tl::unexpected<domain::Error> wrongKey()
{
    return domain::fail(domain::ErrorCode::CryptoFailed, QStringLiteral("a key of 32 bytes is needed"));
}

} // namespace

qsizetype cipherKeySize(Suite suite)
{
    return suite == Suite::Sm4Gcm ? 16 : 32;
}

SecretBytes suiteKey(const CryptoProvider& provider, Suite suite, const SecretBytes& key)
{
    QByteArray label("OW1 suite");
    label += static_cast<char>(suite);
    QByteArray full = provider.hmacSm3(key.view(), label);
    SecretBytes cut = SecretBytes::copyOf(QByteArrayView(full).first(cipherKeySize(suite)));
    wipe(full.data(), full.size());
    return cut;
}

Result<QByteArray> CryptoProvider::seal(Suite suite, const SecretBytes& key, QByteArrayView aad,
                                        QByteArrayView plain) const
{
    if (key.size() != kKeySize)
        return wrongKey();
    const auto nonce = random(kNonceSize);
    if (!nonce)
        return nonce;
    const auto sealed = aeadSeal(suite, suiteKey(*this, suite, key), *nonce, aad, plain);
    if (!sealed)
        return sealed;
    QByteArray out;
    out.reserve(1 + kNonceSize + sealed->size());
    out += static_cast<char>(suite);
    out += *nonce;
    out += *sealed;
    return out;
}

Result<SecretBytes> CryptoProvider::openSecret(const SecretBytes& key, QByteArrayView aad,
                                               QByteArrayView sealed) const
{
    if (key.size() != kKeySize)
        return wrongKey();
    if (sealed.size() < 1 + kNonceSize + kTagSize)
        return domain::fail(domain::ErrorCode::SealBroken, QStringLiteral("too short for a sealed value"));
    const auto byte = static_cast<quint8>(sealed.front());
    if (!isKnownSuite(byte))
        return domain::fail(domain::ErrorCode::SealBroken, QStringLiteral("unknown suite %1").arg(byte));
    const auto suite = static_cast<Suite>(byte);
    return aeadOpen(suite, suiteKey(*this, suite, key), sealed.sliced(1, kNonceSize), aad,
                    sealed.sliced(1 + kNonceSize));
}

Result<QByteArray> CryptoProvider::open(const SecretBytes& key, QByteArrayView aad,
                                        QByteArrayView sealed) const
{
    return openSecret(key, aad, sealed).map([](const SecretBytes& plain) {
        return plain.view().toByteArray();
    });
}

} // namespace ow::record
