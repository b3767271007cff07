// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/crypto.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ow::record {

inline constexpr qsizetype kSegmentSize = 1024 * 1024; ///< clear bytes of every segment but the last
inline constexpr qsizetype kSegmentHeaderSize = 32;

/// Bytes of a blob once sealed, and back; nothing for a length no sealed blob has.
[[nodiscard]] qint64 sealedBlobSize(qint64 plainSize);
[[nodiscard]] std::optional<qint64> plainBlobSize(qint64 sealedSize);

/// The key, nonce prefix and suite of one sealed blob, from its 32-byte header (docs/ledger-format.md §6.3):
/// "OWSEG" | format 1 | suite | 20 (log2 of the segment) | 24 random bytes. Nonces are prefix(7) | counter(4)
/// | last(1).
class SegmentKey final
{
public:
    /// A new header for a new blob. `context` is bound into every segment and must be given again to open.
    [[nodiscard]] static Result<SegmentKey> create(const CryptoProvider& provider, Suite suite,
                                                   const SecretBytes& key, QByteArrayView context);
    /// SealBroken for a header that is none; CryptoFailed for a format or suite of a newer version.
    [[nodiscard]] static Result<SegmentKey> fromHeader(const CryptoProvider& provider, QByteArrayView header,
                                                       const SecretBytes& key, QByteArrayView context);

    [[nodiscard]] const QByteArray& header() const { return m_header; }

    /// One segment, for reading a range of a blob: `index` from 0, `last` when it is the final one of the
    /// file.
    [[nodiscard]] Result<QByteArray> openSegment(quint32 index, bool last, QByteArrayView sealed) const;
    [[nodiscard]] Result<QByteArray> sealSegment(quint32 index, bool last, QByteArrayView plain) const;

private:
    SegmentKey() = default;
    [[nodiscard]] QByteArray nonce(quint32 index, bool last) const;

    const CryptoProvider* m_provider = nullptr; ///< outlives this
    Suite m_suite = Suite::Sm4Gcm;
    QByteArray m_header;
    QByteArray m_context;
    SecretBytes m_key;
};

/// Seals a blob that comes in pieces of any size; holds at most one segment. After an error or finish() it
/// only refuses.
class SegmentSealer final
{
public:
    /// The provider outlives the sealer.
    [[nodiscard]] static Result<SegmentSealer> create(const CryptoProvider& provider, Suite suite,
                                                      const SecretBytes& key, QByteArrayView context);

    /// Sealed bytes ready to be written, possibly none.
    [[nodiscard]] Result<QByteArray> push(QByteArrayView plain);
    /// The final segment; an empty blob has one too, so that a cut-off file never looks whole.
    [[nodiscard]] Result<QByteArray> finish();

private:
    explicit SegmentSealer(SegmentKey key);

    SegmentKey m_key;
    QByteArray m_pending;
    quint32 m_index = 0;
    bool m_headerGiven = false;
    bool m_done = false;
};

/// Opens a sealed blob that comes in pieces. What push() gives is authentic and in place; whether the blob is
/// whole is known only from finish(). After an error it only refuses.
class SegmentOpener final
{
public:
    /// The provider outlives the opener.
    SegmentOpener(const CryptoProvider& provider, const SecretBytes& key, QByteArrayView context);

    [[nodiscard]] Result<QByteArray> push(QByteArrayView sealed);
    /// The last clear bytes; SealBroken when the end is missing.
    [[nodiscard]] Result<QByteArray> finish();

private:
    [[nodiscard]] Result<QByteArray> failWith(domain::Error error);

    const CryptoProvider* m_provider;
    SecretBytes m_secret;
    QByteArray m_context;
    std::optional<SegmentKey> m_key;
    QByteArray m_pending;
    quint32 m_index = 0;
    bool m_done = false;
};

/// The id of a blob on disk and on the wire, over content that comes in pieces. The plain hash stays in the
/// body.
class BlobHasher final
{
public:
    BlobHasher(const CryptoProvider& provider, const SecretBytes& blobIdKey);

    void add(QByteArrayView bytes);

    [[nodiscard]] qint64 size() const { return m_size; }

    struct Sums
    {
        QString id;  ///< HMAC-SM3(key, content), 64 lower hex digits
        QString sm3; ///< SM3(content), 64 lower hex digits
        qint64 size = 0;
    };

    [[nodiscard]] Sums finish();

private:
    std::unique_ptr<Digest> m_id;
    std::unique_ptr<Digest> m_plain;
    qint64 m_size = 0;
};

} // namespace ow::record
