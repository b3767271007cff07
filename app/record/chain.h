// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"
#include "record/entry.h"

#include <QByteArray>
#include <QCborMap>

namespace ow::record {

/// Where a device's chain stands: what the next entry continues. Kept in the same transaction as the entry;
/// the old key is overwritten there, so who takes the disk cannot forge what came before
/// (docs/ledger-format.md §5).
struct ChainState
{
    qint64 seq = 0;                      ///< of the last entry; 0 before the first
    QByteArray hash = QByteArray(32, 0); ///< of the last entry; zeros before the first
    SecretBytes macKey;                  ///< k_seq: the key of entry seq + 1; k_0 is the enrolment key

    [[nodiscard]] ChainState clone() const { return {seq, hash, macKey.clone()}; }
};

/// A new entry and where the chain stands after it.
struct Appended
{
    Entry entry;
    QByteArray bodyBytes; ///< clear; the ledger seals it
    ChainState next;
};

/// Makes entry seq + 1: sets header.seq, draws the salt, writes header and body, hashes and authenticates.
/// `header.seq` must be 0 or state.seq + 1. Nothing is stored; `state` stays as it was.
[[nodiscard]] Result<Appended> appendToChain(const CryptoProvider& provider, const ChainState& state,
                                             EntryHeader header, const QCborMap& what);

/// k_{n+1} = SM3(0x02 | k_n).
[[nodiscard]] SecretBytes nextMacKey(const CryptoProvider& provider, const SecretBytes& key);

/// The entry's hash is the one of its header, prev and body hash; ChainBroken else.
[[nodiscard]] Result<void> verifyHash(const CryptoProvider& provider, const Entry& entry);
/// The entry is true in itself (verifyHash) and continues `prevHash`; ChainBroken else.
[[nodiscard]] Result<void> verifyLink(const CryptoProvider& provider, QByteArrayView prevHash,
                                      const Entry& entry);
/// These are the bytes the entry was written with; ChainBroken else.
[[nodiscard]] Result<void> verifyBody(const CryptoProvider& provider, const Entry& entry,
                                      QByteArrayView bodyBytes);
/// `key` is k_{seq-1}; MacWrong else.
[[nodiscard]] Result<void> verifyMac(const CryptoProvider& provider, const SecretBytes& key,
                                     const Entry& entry);

} // namespace ow::record
