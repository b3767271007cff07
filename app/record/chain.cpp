// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/chain.h"

#include <algorithm>

namespace ow::record {

namespace {

using domain::ErrorCode;

QString atSeq(const Entry& entry)
{
    return QStringLiteral("entry %1 of %2").arg(entry.header.seq).arg(entry.header.device);
}

Result<void> need(bool good, ErrorCode code, const char* reason, const Entry& entry)
{
    if (good)
        return {};
    return domain::fail(code, QLatin1StringView(reason), atSeq(entry));
}

} // namespace

Result<Appended> appendToChain(const CryptoProvider& provider, const ChainState& state, EntryHeader header,
                               const QCborMap& what)
{
    if (state.macKey.size() != kKeySize || state.hash.size() != kHashSize)
        return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("the chain has no key or no last hash"));
    if (header.seq != 0 && header.seq != state.seq + 1)
        return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("does not follow the last entry"),
                            QStringLiteral("seq"));
    header.seq = state.seq + 1;
    auto salt = provider.random(16);
    if (!salt)
        return tl::unexpected(salt.error());
    auto bodyBytes = writeBody({std::move(*salt), what});
    if (!bodyBytes)
        return tl::unexpected(bodyBytes.error());
    auto headerBytes = writeHeader(header);
    if (!headerBytes)
        return tl::unexpected(headerBytes.error());

    Appended made;
    made.entry.header = std::move(header);
    made.entry.headerBytes = std::move(*headerBytes);
    made.entry.bodyHash = provider.sm3(*bodyBytes);
    made.entry.prev = state.hash;
    made.entry.hash = entryHash(provider, made.entry.prev, made.entry.headerBytes, made.entry.bodyHash);
    made.entry.mac = provider.hmacSm3(state.macKey.view(), made.entry.hash);
    made.bodyBytes = std::move(*bodyBytes);
    made.next = {made.entry.header.seq, made.entry.hash, nextMacKey(provider, state.macKey)};
    return made;
}

SecretBytes nextMacKey(const CryptoProvider& provider, const SecretBytes& key)
{
    SecretBytes message(1 + key.size());
    message.data()[0] = 0x02;
    std::copy_n(key.data(), key.size(), message.data() + 1);
    QByteArray hash = provider.sm3(message.view());
    SecretBytes next = SecretBytes::copyOf(hash);
    wipe(hash.data(), hash.size());
    return next;
}

Result<void> verifyHash(const CryptoProvider& provider, const Entry& entry)
{
    const QByteArray hash = entryHash(provider, entry.prev, entry.headerBytes, entry.bodyHash);
    return need(equalBytes(hash, entry.hash), ErrorCode::ChainBroken,
                "the hash is not that of header, prev and body hash", entry);
}

Result<void> verifyLink(const CryptoProvider& provider, QByteArrayView prevHash, const Entry& entry)
{
    if (auto own = verifyHash(provider, entry); !own)
        return own;
    return need(equalBytes(prevHash, entry.prev), ErrorCode::ChainBroken,
                "does not continue the entry before", entry);
}

Result<void> verifyBody(const CryptoProvider& provider, const Entry& entry, QByteArrayView bodyBytes)
{
    return need(equalBytes(provider.sm3(bodyBytes), entry.bodyHash), ErrorCode::ChainBroken,
                "the body is not the one that was hashed", entry);
}

Result<void> verifyMac(const CryptoProvider& provider, const SecretBytes& key, const Entry& entry)
{
    return need(equalBytes(provider.hmacSm3(key.view(), entry.hash), entry.mac), ErrorCode::MacWrong,
                "the MAC is not made with this device's key", entry);
}

} // namespace ow::record
