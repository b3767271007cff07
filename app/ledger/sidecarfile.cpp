// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sidecarfile.h"

#include "record/entry.h"

#include <QFile>
#include <QtEndian>

#include <boost/crc.hpp>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QByteArrayView kMagic("OWSJ\x01", 5);
constexpr qsizetype kMaxDevice = 64; ///< a token
constexpr qsizetype kFrameHead = 20;
constexpr qsizetype kSummed = 16; ///< of the frame's head, by its own sum
constexpr qint64 kMaxSeal = record::kMaxEntryBytes + 64;

quint32 crcOf(QByteArrayView bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return crc.checksum();
}

template <class Number> void put(QByteArray& to, Number number)
{
    const Number big = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&big), sizeof big);
}

template <class Number> Number take(QByteArrayView from, qsizetype at)
{
    return qFromBigEndian<Number>(from.data() + at);
}

QByteArray entryAad(const QString& device, qint64 seq)
{
    QByteArray aad("OW1 sidecar");
    const QByteArray name = device.toUtf8();
    put(aad, static_cast<quint32>(name.size()));
    aad += name;
    put(aad, static_cast<quint64>(seq));
    return aad;
}

/// Reads the head of the file into `extent`; false when it is cut off or none.
bool readHead(QFile& file, SidecarExtent& extent)
{
    QByteArray head = file.read(kMagic.size() + 4);
    if (head.size() < kMagic.size() + 4) {
        extent.end = QByteArrayView(kMagic).startsWith(head.left(kMagic.size())) ? SidecarEnd::Torn
                                                                                 : SidecarEnd::Damaged;
        return false;
    }
    const auto length = qsizetype(take<quint32>(head, kMagic.size()));
    extent.end = SidecarEnd::Damaged;
    if (!head.startsWith(kMagic) || length == 0 || length > kMaxDevice)
        return false;
    head += file.read(length + 4);
    const qsizetype summed = kMagic.size() + 4 + length;
    if (head.size() < summed + 4) {
        extent.end = SidecarEnd::Torn;
        return false;
    }
    if (take<quint32>(head, summed) != crcOf(QByteArrayView(head).first(summed)))
        return false;
    extent.device = QString::fromUtf8(head.sliced(kMagic.size() + 4, length));
    extent.goodBytes = head.size();
    extent.end = SidecarEnd::Whole;
    return true;
}

/// The next frame; none at the end or the first fault, which `extent` then names.
std::optional<QByteArray> readFrame(QFile& file, SidecarExtent& extent, qint64& seq)
{
    const QByteArray head = file.read(kFrameHead);
    if (head.size() < kFrameHead) {
        extent.end = head.isEmpty() ? SidecarEnd::Whole : SidecarEnd::Torn;
        return std::nullopt;
    }
    extent.end = SidecarEnd::Damaged;
    seq = static_cast<qint64>(take<quint64>(head, 0));
    const auto length = qint64(take<quint32>(head, 8));
    if (take<quint32>(head, kSummed) != crcOf(QByteArrayView(head).first(kSummed)) || seq < 1 ||
        (extent.lastSeq > 0 && seq != extent.lastSeq + 1) || length < 1 || length > kMaxSeal)
        return std::nullopt;
    QByteArray seal = file.read(length);
    if (seal.size() < length) {
        extent.end = SidecarEnd::Torn;
        return std::nullopt;
    }
    if (take<quint32>(head, 12) != crcOf(seal))
        return std::nullopt;
    extent.end = SidecarEnd::Whole;
    return seal;
}

} // namespace

Result<SidecarExtent> walkSidecar(const QString& path, const SidecarSink& sink)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, QStringLiteral("no journal there"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    SidecarExtent extent;
    if (!readHead(file, extent))
        return extent;
    for (;;) {
        qint64 seq = 0;
        auto seal = readFrame(file, extent, seq);
        if (!seal)
            return file.error() == QFileDevice::NoError ? Result<SidecarExtent>(std::move(extent))
                                                        : fail(ErrorCode::FileUnreadable, file.errorString());
        if (sink) {
            if (auto taken = sink(seq, *seal); !taken)
                return tl::unexpected(taken.error());
        }
        extent.starts.push_back(extent.goodBytes);
        extent.firstSeq = extent.firstSeq == 0 ? seq : extent.firstSeq;
        extent.lastSeq = seq;
        extent.goodBytes += kFrameHead + seal->size();
        extent.lastSeal = std::move(*seal);
    }
}

QByteArray sidecarHead(const QString& device)
{
    const QByteArray name = device.toUtf8();
    QByteArray head = kMagic.toByteArray();
    put(head, static_cast<quint32>(name.size()));
    head += name;
    put(head, crcOf(head));
    return head;
}

QByteArray sidecarFrame(qint64 seq, const QByteArray& seal)
{
    QByteArray frame;
    frame.reserve(kFrameHead + seal.size());
    put(frame, static_cast<quint64>(seq));
    put(frame, static_cast<quint32>(seal.size()));
    put(frame, crcOf(seal));
    put(frame, crcOf(frame));
    frame += seal;
    return frame;
}

Result<QByteArray> sealForSidecar(const record::CryptoProvider& crypto, const record::SecretBytes& key,
                                  const record::WireEntry& entry)
{
    const record::EntryHeader& header = entry.entry.header;
    return record::writeWire(entry).and_then([&](const QByteArray& text) {
        return crypto.seal(record::Suite::Sm4Gcm, key, entryAad(header.device, header.seq), text);
    });
}

Result<record::WireEntry> openFromSidecar(const record::CryptoProvider& crypto,
                                          const record::SecretBytes& key, const QString& device, qint64 seq,
                                          const QByteArray& seal)
{
    const auto text = crypto.open(key, entryAad(device, seq), seal);
    if (!text)
        return tl::unexpected(text.error());
    auto entry = record::parseWire(*text);
    if (entry && (entry->entry.header.device != device || entry->entry.header.seq != seq))
        return fail(ErrorCode::SealBroken, QStringLiteral("another entry than the journal says"));
    return entry;
}

} // namespace ow::ledger
