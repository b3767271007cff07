// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/courier.h"

#include "record/canonical.h"
#include "record/mapreader.h"

#include <QtEndian>

namespace ow::record {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr QByteArrayView kMagic("OWC1\x01", 5);
constexpr qsizetype kItemHead = 5; ///< kind(1), length(4)

constexpr QLatin1StringView kSignature("signature");

void putLength(QByteArray& to, qsizetype length)
{
    const auto big = qToBigEndian(static_cast<quint32>(length));
    to.append(reinterpret_cast<const char*>(&big), sizeof big);
}

qsizetype lengthAt(QByteArrayView bytes, qsizetype at)
{
    return qsizetype(qFromBigEndian<quint32>(bytes.data() + at));
}

QByteArray framed(const QByteArray& bytes)
{
    QByteArray made;
    putLength(made, bytes.size());
    return made + bytes;
}

QCborMap headMap(const CourierHead& head)
{
    return {{QStringLiteral("v"), 1},
            {QStringLiteral("device"), head.device},
            {QStringLiteral("hall"), head.hall},
            {QStringLiteral("id"), head.id},
            {QStringLiteral("centre"), head.centre},
            {QStringLiteral("part"), head.part},
            {QStringLiteral("first"), head.first},
            {QStringLiteral("last"), head.last},
            {QStringLiteral("at"), head.at}};
}

Result<CourierHead> parseHead(QByteArrayView bytes)
{
    const auto value = parseCanonical(bytes);
    if (!value || !value->isMap())
        return fail(ErrorCode::EntryInvalid, QStringLiteral("no courier file"), QStringLiteral("head"));
    MapReader reader(value->toMap());
    CourierHead head;
    if (reader.integer(QLatin1StringView("v"), 1, kMaxInteger) != 1)
        reader.refuse(QStringLiteral("v"), QStringLiteral("a newer version"));
    head.device = reader.token(QLatin1StringView("device"));
    head.hall = reader.token(QLatin1StringView("hall"));
    head.id = reader.uuid(QLatin1StringView("id"));
    head.centre = reader.hexText(QLatin1StringView("centre"), kHashSize);
    head.part = static_cast<int>(reader.integer(QLatin1StringView("part"), 1, 9999));
    head.first = reader.integer(QLatin1StringView("first"), 1, kMaxInteger);
    head.last = reader.integer(QLatin1StringView("last"), head.first, kMaxInteger);
    head.at = reader.integer(QLatin1StringView("at"), 0, kMaxInteger);
    reader.close();
    if (reader.error())
        return tl::unexpected(*reader.error());
    return head;
}

QByteArray contextOf(const QByteArray& head)
{
    return QByteArray("OW1 courier") + framed(head);
}

bool isKnown(quint8 kind)
{
    return kind >= static_cast<quint8>(CourierItem::Kind::Entry) &&
           kind <= static_cast<quint8>(CourierItem::Kind::Piece);
}

} // namespace

QString courierCentre(const CryptoProvider& provider, QByteArrayView publicKey)
{
    return toHex(provider.sm3(publicKey));
}

CourierWriter::CourierWriter(SegmentSealer sealer, QByteArray start)
    : m_sealer(std::move(sealer))
    , m_start(std::move(start))
{
}

Result<CourierWriter> CourierWriter::create(const CryptoProvider& provider, const CourierHead& head,
                                            QByteArrayView publicKey)
{
    const auto bytes = writeCanonical(headMap(head));
    const auto key = provider.randomSecret(kKeySize);
    if (!bytes || !key)
        return tl::unexpected(bytes ? key.error() : bytes.error());
    const auto envelope = provider.sm2EncryptTo(publicKey, key->view());
    if (!envelope)
        return tl::unexpected(envelope.error());
    auto sealer = SegmentSealer::create(provider, Suite::Sm4Gcm, *key, contextOf(*bytes));
    if (!sealer)
        return tl::unexpected(sealer.error());
    return CourierWriter(std::move(*sealer), kMagic.toByteArray() + framed(*bytes) + framed(*envelope));
}

Result<QByteArray> CourierWriter::put(const CourierItem& item)
{
    if (item.bytes.size() > kMaxCourierItem)
        return fail(ErrorCode::InvalidInput, QStringLiteral("too large for a courier file"));
    QByteArray clear(1, static_cast<char>(item.kind));
    putLength(clear, item.bytes.size());
    clear += item.bytes;
    auto sealed = m_sealer.push(clear);
    return sealed ? Result<QByteArray>(std::exchange(m_start, {}) + *sealed) : sealed;
}

Result<QByteArray> CourierWriter::finish()
{
    auto sealed = m_sealer.finish();
    return sealed ? Result<QByteArray>(std::exchange(m_start, {}) + *sealed) : sealed;
}

CourierReader::CourierReader(const CryptoProvider& provider)
    : m_provider(&provider)
{
}

Result<std::optional<CourierHead>> CourierReader::readHead(QByteArrayView bytes)
{
    const auto none = [] { return fail(ErrorCode::EntryInvalid, QStringLiteral("no courier file")); };
    if (bytes.size() < kMagic.size() + 4)
        return QByteArrayView(kMagic).startsWith(bytes.first(std::min(bytes.size(), kMagic.size())))
                   ? Result<std::optional<CourierHead>>(std::nullopt)
                   : none();
    if (!bytes.startsWith(kMagic))
        return none();
    const qsizetype head = lengthAt(bytes, kMagic.size());
    const qsizetype envelopeAt = kMagic.size() + 4 + head;
    if (head > kMaxCourierHead)
        return none();
    if (bytes.size() < envelopeAt + 4)
        return std::nullopt;
    const qsizetype envelope = lengthAt(bytes, envelopeAt);
    if (head + envelope > kMaxCourierHead)
        return none();
    if (bytes.size() < envelopeAt + 4 + envelope)
        return std::nullopt;
    m_headBytes = bytes.sliced(kMagic.size() + 4, head).toByteArray();
    m_envelope = bytes.sliced(envelopeAt + 4, envelope).toByteArray();
    m_bodyAt = envelopeAt + 4 + envelope;
    return parseHead(m_headBytes).map([](CourierHead made) { return std::optional(std::move(made)); });
}

Result<void> CourierReader::open(const SecretBytes& privateKey)
{
    const auto key = m_provider->sm2Decrypt(privateKey, m_envelope);
    if (!key || key->size() != kKeySize)
        return fail(ErrorCode::SealBroken, QStringLiteral("sealed for another key"));
    m_opener.emplace(*m_provider, *key, contextOf(m_headBytes));
    return {};
}

Result<void> CourierReader::take(const QByteArray& clear, const Sink& sink)
{
    m_pending += clear;
    qsizetype at = 0;
    while (m_pending.size() - at >= kItemHead) {
        const auto kind = static_cast<quint8>(m_pending.at(at));
        const qsizetype length = lengthAt(m_pending, at + 1);
        if (!isKnown(kind) || length > kMaxCourierItem)
            return fail(ErrorCode::EntryInvalid, QStringLiteral("an item of an unknown kind"));
        if (m_pending.size() - at < kItemHead + length)
            break;
        const CourierItem item{static_cast<CourierItem::Kind>(kind), m_pending.mid(at + kItemHead, length)};
        if (auto taken = sink(item); !taken)
            return taken;
        at += kItemHead + length;
    }
    m_pending.remove(0, at);
    return {};
}

Result<void> CourierReader::push(QByteArrayView sealed, const Sink& sink)
{
    if (!m_opener)
        return fail(ErrorCode::SealBroken, QStringLiteral("not opened"));
    return m_opener->push(sealed).and_then([&](const QByteArray& clear) { return take(clear, sink); });
}

Result<void> CourierReader::finish(const Sink& sink)
{
    if (!m_opener)
        return fail(ErrorCode::SealBroken, QStringLiteral("not opened"));
    return m_opener->finish()
        .and_then([&](const QByteArray& clear) { return take(clear, sink); })
        .and_then([&]() -> Result<void> {
            return m_pending.isEmpty()
                       ? Result<void>()
                       : fail(ErrorCode::SealBroken, QStringLiteral("the last item is not whole"));
        });
}

namespace {

/// The bytes an answer's signature stands over.
QByteArray answerBytes(const CryptoProvider& provider, QByteArrayView lines)
{
    return QByteArray("OW1 courier answer\n") + provider.sm3(lines);
}

} // namespace

Result<QByteArray> writeCourierAnswer(const CryptoProvider& provider, const SecretBytes& signingKey,
                                      const CourierAnswer& answer)
{
    auto head = writeCanonical(headMap(answer.head));
    if (!head)
        return head;
    QByteArray lines = *head + '\n';
    for (const QCborMap& one : answer.answers) {
        auto line = writeCanonical(one);
        if (!line)
            return line;
        lines += *line + '\n';
    }
    return provider.sm2Sign(signingKey, answerBytes(provider, lines))
        .and_then([&](const QByteArray& signature) {
            return writeCanonical(QCborMap{{QString(kSignature), toHex(signature)}})
                .map([&](const QByteArray& last) -> QByteArray { return lines + last + '\n'; });
        });
}

Result<CourierAnswer> readCourierAnswer(const CryptoProvider& provider, QByteArrayView centrePublicKey,
                                        QByteArrayView bytes)
{
    const auto none = [] { return fail(ErrorCode::EntryInvalid, QStringLiteral("no answer of a courier")); };
    if (bytes.size() > kMaxCourierAnswer || !bytes.endsWith('\n'))
        return none();
    const qsizetype end = bytes.first(bytes.size() - 1).lastIndexOf('\n') + 1;
    const auto last = parseCanonical(bytes.sliced(end, bytes.size() - 1 - end));
    if (end == 0 || !last || !last->isMap())
        return none();
    const QByteArray signature = QByteArray::fromHex(last->toMap().value(kSignature).toString().toLatin1());
    const QByteArrayView lines = bytes.first(end);
    if (!provider.sm2Verify(centrePublicKey, answerBytes(provider, lines), signature))
        return fail(ErrorCode::MacWrong, QStringLiteral("the centre has not signed this answer"));
    CourierAnswer answer;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype stop = lines.indexOf('\n', at);
        const QByteArrayView line = lines.sliced(at, stop - at);
        if (at == 0) {
            auto head = parseHead(line);
            if (!head)
                return tl::unexpected(head.error());
            answer.head = std::move(*head);
        } else {
            const auto value = parseCanonical(line);
            if (!value || !value->isMap())
                return none();
            answer.answers.push_back(value->toMap());
        }
        at = stop + 1;
    }
    return answer;
}

} // namespace ow::record
