// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/segments.h"

#include "record/entry.h"
#include "record/mapreader.h"

#include <QtEndian>

#include <limits>

namespace ow::record {

namespace {

using domain::ErrorCode;

constexpr QByteArrayView kMagic("OWSEG", 5);
constexpr char kFormat = 1;
constexpr char kSegmentLog2 = 20;
constexpr qsizetype kPrefixSize = 7;
constexpr qsizetype kRandomSize = 24;
constexpr qsizetype kSealedSegmentSize = kSegmentSize + kTagSize;
constexpr quint32 kMaxIndex = std::numeric_limits<quint32>::max();

/// One key a blob, so that the counter nonces of two blobs can never meet: HMAC-SM3(key, "OW1 segments" |
/// header).
SecretBytes blobKey(const CryptoProvider& provider, Suite suite, const SecretBytes& key,
                    const QByteArray& header)
{
    QByteArray label("OW1 segments");
    label += header;
    QByteArray full = provider.hmacSm3(key.view(), label);
    SecretBytes cut = SecretBytes::copyOf(QByteArrayView(full).first(cipherKeySize(suite)));
    wipe(full.data(), full.size());
    return cut;
}

tl::unexpected<domain::Error> alreadyDone()
{
    return domain::fail(ErrorCode::SealBroken, QStringLiteral("the blob was finished or failed before"));
}

} // namespace

qint64 sealedBlobSize(qint64 plainSize)
{
    const qint64 segments = qMax<qint64>(1, (plainSize + kSegmentSize - 1) / kSegmentSize);
    return kSegmentHeaderSize + plainSize + segments * kTagSize;
}

std::optional<qint64> plainBlobSize(qint64 sealedSize)
{
    const qint64 payload = sealedSize - kSegmentHeaderSize;
    if (payload < kTagSize)
        return std::nullopt;
    const qint64 segments = (payload + kSealedSegmentSize - 1) / kSealedSegmentSize;
    const qint64 plain = payload - segments * kTagSize;
    if (plain < 0 || sealedBlobSize(plain) != sealedSize)
        return std::nullopt;
    return plain;
}

Result<SegmentKey> SegmentKey::create(const CryptoProvider& provider, Suite suite, const SecretBytes& key,
                                      QByteArrayView context)
{
    const auto random = provider.random(kRandomSize);
    if (!random)
        return tl::unexpected(random.error());
    QByteArray header = kMagic.toByteArray();
    header += kFormat;
    header += static_cast<char>(suite);
    header += kSegmentLog2;
    header += *random;
    return fromHeader(provider, header, key, context);
}

Result<SegmentKey> SegmentKey::fromHeader(const CryptoProvider& provider, QByteArrayView header,
                                          const SecretBytes& key, QByteArrayView context)
{
    if (key.size() != kKeySize)
        return domain::fail(ErrorCode::CryptoFailed, QStringLiteral("a key of 32 bytes is needed"));
    if (header.size() != kSegmentHeaderSize || !header.startsWith(kMagic))
        return domain::fail(ErrorCode::SealBroken, QStringLiteral("no sealed blob"));
    const auto suite = static_cast<Suite>(header.at(6));
    const bool knownSuite = suite == Suite::Sm4Gcm || suite == Suite::Aes256Gcm;
    if (header.at(5) != kFormat || !knownSuite || header.at(7) != kSegmentLog2)
        return domain::fail(ErrorCode::CryptoFailed,
                            QStringLiteral("sealed blob of an unknown format or suite"));
    SegmentKey made;
    made.m_provider = &provider;
    made.m_suite = suite;
    made.m_header = header.toByteArray();
    made.m_context = context.toByteArray();
    made.m_key = blobKey(provider, suite, key, made.m_header);
    return made;
}

QByteArray SegmentKey::nonce(quint32 index, bool last) const
{
    QByteArray nonce = m_header.sliced(kSegmentHeaderSize - kRandomSize, kPrefixSize);
    char counter[4];
    qToBigEndian<quint32>(index, counter);
    nonce.append(counter, sizeof counter);
    nonce.append(last ? '\1' : '\0');
    return nonce;
}

Result<QByteArray> SegmentKey::sealSegment(quint32 index, bool last, QByteArrayView plain) const
{
    return m_provider->aeadSeal(m_suite, m_key, nonce(index, last), m_context, plain);
}

Result<QByteArray> SegmentKey::openSegment(quint32 index, bool last, QByteArrayView sealed) const
{
    // One content has one form: only the final segment may be short, and it is empty only in an empty blob.
    const bool rightSize =
        last ? sealed.size() >= (index == 0 ? kTagSize : kTagSize + 1) : sealed.size() == kSealedSegmentSize;
    if (!rightSize || sealed.size() > kSealedSegmentSize)
        return domain::fail(ErrorCode::SealBroken, QStringLiteral("segment %1 has a wrong size").arg(index));
    return m_provider->aeadOpen(m_suite, m_key, nonce(index, last), m_context, sealed)
        .map([](const SecretBytes& plain) { return plain.view().toByteArray(); });
}

Result<SegmentSealer> SegmentSealer::create(const CryptoProvider& provider, Suite suite,
                                            const SecretBytes& key, QByteArrayView context)
{
    return SegmentKey::create(provider, suite, key, context).map([](SegmentKey&& made) {
        return SegmentSealer(std::move(made));
    });
}

SegmentSealer::SegmentSealer(SegmentKey key)
    : m_key(std::move(key))
{
}

Result<QByteArray> SegmentSealer::push(QByteArrayView plain)
{
    if (m_done)
        return alreadyDone();
    QByteArray out;
    if (!m_headerGiven)
        out = m_key.header();
    m_headerGiven = true;
    while (!plain.isEmpty()) {
        // A full segment waits: only the next byte says that it is not the last.
        if (m_pending.size() == kSegmentSize) {
            const auto sealed = m_index == kMaxIndex
                                    ? domain::fail(ErrorCode::CryptoFailed, QStringLiteral("blob too large"))
                                    : m_key.sealSegment(m_index, false, m_pending);
            if (!sealed) {
                m_done = true;
                return sealed;
            }
            out += *sealed;
            m_pending.resize(0);
            ++m_index;
        }
        const qsizetype taken = qMin(plain.size(), kSegmentSize - m_pending.size());
        m_pending.append(plain.first(taken));
        plain = plain.sliced(taken);
    }
    return out;
}

Result<QByteArray> SegmentSealer::finish()
{
    if (m_done)
        return alreadyDone();
    m_done = true;
    const auto sealed = m_key.sealSegment(m_index, true, m_pending);
    m_pending.clear();
    if (!sealed)
        return sealed;
    return m_headerGiven ? *sealed : m_key.header() + *sealed;
}

SegmentOpener::SegmentOpener(const CryptoProvider& provider, const SecretBytes& key, QByteArrayView context)
    : m_provider(&provider)
    , m_secret(key.clone())
    , m_context(context.toByteArray())
{
}

Result<QByteArray> SegmentOpener::failWith(domain::Error error)
{
    m_done = true;
    m_pending.clear();
    return tl::unexpected(std::move(error));
}

Result<QByteArray> SegmentOpener::push(QByteArrayView sealed)
{
    if (m_done)
        return alreadyDone();
    QByteArray out;
    while (!sealed.isEmpty()) {
        const qsizetype wanted = m_key ? kSealedSegmentSize : kSegmentHeaderSize;
        if (m_key && m_pending.size() == wanted) {
            const auto plain = m_index == kMaxIndex
                                   ? domain::fail(ErrorCode::SealBroken, QStringLiteral("blob too large"))
                                   : m_key->openSegment(m_index, false, m_pending);
            if (!plain)
                return failWith(plain.error());
            out += *plain;
            m_pending.resize(0);
            ++m_index;
        }
        const qsizetype taken = qMin(sealed.size(), wanted - m_pending.size());
        m_pending.append(sealed.first(taken));
        sealed = sealed.sliced(taken);
        if (!m_key && m_pending.size() == kSegmentHeaderSize) {
            auto key = SegmentKey::fromHeader(*m_provider, m_pending, m_secret, m_context);
            if (!key)
                return failWith(key.error());
            m_key.emplace(std::move(*key));
            m_pending.resize(0);
        }
    }
    return out;
}

Result<QByteArray> SegmentOpener::finish()
{
    if (m_done)
        return alreadyDone();
    if (!m_key)
        return failWith({ErrorCode::SealBroken, QStringLiteral("cut off in the header"), {}});
    auto plain = m_key->openSegment(m_index, true, m_pending);
    if (!plain)
        return failWith(plain.error());
    m_done = true;
    m_pending.clear();
    return plain;
}

BlobHasher::BlobHasher(const CryptoProvider& provider, const SecretBytes& blobIdKey)
    : m_id(provider.hmacSm3Digest(blobIdKey.view()))
    , m_plain(provider.sm3Digest())
{
}

void BlobHasher::add(QByteArrayView bytes)
{
    m_id->add(bytes);
    m_plain->add(bytes);
    m_size += bytes.size();
}

BlobHasher::Sums BlobHasher::finish()
{
    return {toHex(m_id->finish()), toHex(m_plain->finish()), std::exchange(m_size, 0)};
}

} // namespace ow::record
