// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"
#include "record/segments.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace ow::record {

/// A courier file (OWC1, docs/ledger-format.md §9): what goes from a window to its centre on a stick when the
/// line is down for days. Sealed to the centre's public key (SM2 envelope, segments of 1 MiB); its head is
/// clear and says only whose it is. Writer and reader hold one segment at most; neither does any I/O.
///
/// What stands in it proves itself: entries by their MACs, materials by the SM3 in the entries' bodies.

/// The clear head.
struct CourierHead
{
    QString device;   ///< whose ledger
    QString hall;     ///< of that device
    QString id;       ///< UUID of the batch; its answer has the same
    QString centre;   ///< courierCentre() of who may open it
    int part = 1;     ///< a batch that is too large for one file has several
    qint64 first = 0; ///< seq of the entries in it
    qint64 last = 0;
    qint64 at = 0; ///< UTC ms
    friend bool operator==(const CourierHead&, const CourierHead&) = default;
};

/// One thing in a courier file. Pieces of a material follow its beginning.
struct CourierItem
{
    enum class Kind : quint8 {
        Entry = 1,    ///< one entry as it travels (wire.h)
        Material = 2, ///< a material begins: its id (64 hex digits), then its size (8 bytes, big-endian)
        Piece = 3,    ///< its next bytes, at most kMaxCourierPiece
    };

    Kind kind = Kind::Entry;
    QByteArray bytes;
};

inline constexpr qsizetype kMaxCourierPiece = 256 * 1024;
inline constexpr qsizetype kMaxCourierItem = 512 * 1024;
inline constexpr qsizetype kMaxCourierHead = 4 * 1024; ///< head and envelope, clear

/// SM3 of a public key in hex: how a courier file names its centre.
[[nodiscard]] QString courierCentre(const CryptoProvider& provider, QByteArrayView publicKey);

class CourierWriter final
{
public:
    /// Sealed to `publicKey`. The provider outlives the writer.
    [[nodiscard]] static Result<CourierWriter> create(const CryptoProvider& provider, const CourierHead& head,
                                                      QByteArrayView publicKey);

    /// Bytes for the file, possibly none.
    [[nodiscard]] Result<QByteArray> put(const CourierItem& item);
    /// The last bytes: without them the file is refused as cut off.
    [[nodiscard]] Result<QByteArray> finish();

private:
    CourierWriter(SegmentSealer sealer, QByteArray start);

    SegmentSealer m_sealer;
    QByteArray m_start; ///< magic, head and envelope, until they are given
};

/// Reads a file that comes in pieces of any size. After an error it only refuses. EntryInvalid for what is no
/// courier file, SealBroken for one that was changed, cut off, or is for another key.
class CourierReader final
{
public:
    /// Gets every item in order; what it got counts only when finish() is good.
    using Sink = std::function<Result<void>(const CourierItem& item)>;

    /// The provider outlives the reader.
    explicit CourierReader(const CryptoProvider& provider);

    /// The head, once enough has come: before anything is opened. `bytes` is the beginning of the file.
    [[nodiscard]] Result<std::optional<CourierHead>> readHead(QByteArrayView bytes);
    /// With the private half of the key it was sealed to; after readHead().
    [[nodiscard]] Result<void> open(const SecretBytes& privateKey);

    /// Where the sealed part begins in the file; after readHead().
    [[nodiscard]] qsizetype bodyAt() const { return m_bodyAt; }

    /// From bodyAt() on.
    [[nodiscard]] Result<void> push(QByteArrayView sealed, const Sink& sink);
    [[nodiscard]] Result<void> finish(const Sink& sink);

private:
    [[nodiscard]] Result<void> take(const QByteArray& clear, const Sink& sink);

    const CryptoProvider* m_provider;
    QByteArray m_headBytes;
    QByteArray m_envelope;
    qsizetype m_bodyAt = 0;
    std::optional<SegmentOpener> m_opener;
    QByteArray m_pending; ///< clear bytes of an item that is not whole yet
};

/// The centre's answer to a courier file: lines of canonical JSON (a head, each answer to POST /v1/entries),
/// and a last one with the centre's signature over them. Nothing in it is private.
struct CourierAnswer
{
    CourierHead head; ///< of the file it answers
    QVector<QCborMap> answers;
};

[[nodiscard]] Result<QByteArray> writeCourierAnswer(const CryptoProvider& provider,
                                                    const SecretBytes& signingKey,
                                                    const CourierAnswer& answer);
/// EntryInvalid for what is no answer, MacWrong for one the centre has not signed.
[[nodiscard]] Result<CourierAnswer> readCourierAnswer(const CryptoProvider& provider,
                                                      QByteArrayView centrePublicKey, QByteArrayView bytes);

inline constexpr qsizetype kMaxCourierAnswer = 64 * 1024 * 1024;

} // namespace ow::record
