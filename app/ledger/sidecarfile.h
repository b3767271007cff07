// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/crypto.h"
#include "record/wire.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace ow::ledger {

/// The bytes of a sidecar journal (docs/ledger-format.md §8): entries in the order of their seq, each sealed
/// with a key of its own purpose, in frames whose sums can be checked without any key.
///
///     "OWSJ" | 01 | framed device | crc32
///     seq(8) | length(4) | crc32 of the seal | crc32 of the 16 bytes before | seal        for each entry

/// How a journal ends.
enum class SidecarEnd {
    Whole,
    Torn,    ///< the last frame, or the head of the file, is cut off: what a crash leaves
    Damaged, ///< something stands where a frame should be: no crash does that
};

/// What a walk through a journal has found.
struct SidecarExtent
{
    QString device;       ///< whose; empty when not even the head is whole
    qint64 firstSeq = 0;  ///< 0 = no entry
    qint64 lastSeq = 0;   ///< of the last good frame; every one between is there
    qint64 goodBytes = 0; ///< up to the end of the last good frame
    SidecarEnd end = SidecarEnd::Whole;
    QByteArray lastSeal;        ///< of the last good frame
    std::vector<qint64> starts; ///< where each good frame begins
};

/// Gets every good frame in order; an error ends the walk.
using SidecarSink = std::function<domain::Result<void>(qint64 seq, const QByteArray& seal)>;

/// Walks the file up to its end or the first fault. Needs no key. FileUnreadable; NotFound when there is
/// none.
[[nodiscard]] domain::Result<SidecarExtent> walkSidecar(const QString& file, const SidecarSink& sink = {});

[[nodiscard]] QByteArray sidecarHead(const QString& device);
[[nodiscard]] QByteArray sidecarFrame(qint64 seq, const QByteArray& seal);

/// An entry with its body, sealed for the journal of its device.
[[nodiscard]] domain::Result<QByteArray> sealForSidecar(const record::CryptoProvider& crypto,
                                                        const record::SecretBytes& key,
                                                        const record::WireEntry& entry);
/// SealBroken when it is not the entry `seq` of `device` sealed with this key.
[[nodiscard]] domain::Result<record::WireEntry> openFromSidecar(const record::CryptoProvider& crypto,
                                                                const record::SecretBytes& key,
                                                                const QString& device, qint64 seq,
                                                                const QByteArray& seal);

} // namespace ow::ledger
