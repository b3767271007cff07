// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/courierintake.h"

#include "record/chain.h"

#include <QFile>
#include <QtEndian>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using record::CourierItem;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBatchBytes = 700 * 1024; ///< as windows do over the line
constexpr qint64 kPiece = 256 * 1024;
constexpr qint64 kMaxBlob = 64LL * 1024 * 1024;
constexpr int kDepth = 8;

/// Every {"blob": id, "sm3": sum} of a body.
void gatherSums(const QCborValue& value, QHash<QString, QString>& to, int depth)
{
    if (depth > kDepth)
        return;
    if (value.isArray()) {
        for (const QCborValue& one : value.toArray())
            gatherSums(one, to, depth + 1);
    } else if (value.isMap()) {
        const QCborMap map = value.toMap();
        const QString blob = map.value("blob"_L1).toString();
        const QString sum = map.value("sm3"_L1).toString();
        if (BlobStore::isId(blob) && !sum.isEmpty())
            to.insert(blob, sum);
        for (const auto& [key, member] : map)
            gatherSums(member, to, depth + 1);
    }
}

domain::Error refusedBy(const Problem& problem)
{
    return {ErrorCode::NotAllowed, QString(problem.cls) + u": "_s + problem.detail, problem.field};
}

} // namespace

domain::Result<void> CourierIntake::checkHead(const record::CourierHead& head)
{
    const Vault& vault = m_opened.centre->vault;
    if (head.centre != record::courierCentre(vault.provider(), m_opened.centre->keys.publicKey))
        return fail(ErrorCode::NotAllowed, u"the file is for another centre"_s, u"centre"_s);
    const auto device = m_opened.store->device(head.device);
    if (!device)
        return tl::unexpected(device.error());
    if (!*device || (*device)->revokedAt || (*device)->hall != head.hall)
        return fail(ErrorCode::NotAllowed,
                    *device && (*device)->revokedAt ? u"the device is revoked"_s : u"no such device"_s,
                    u"device"_s);
    if (head.first > (*device)->lastSeq + 1)
        return fail(
            ErrorCode::ChainBroken,
            u"entries from %1 on are missing: read earlier files in first"_s.arg((*device)->lastSeq + 1),
            u"first"_s);
    auto key =
        vault.openSecret("device", (*device)->id, "mac_key", (*device)->macKeySealed, (*device)->lastSeq);
    if (!key)
        return tl::unexpected(key.error());
    m_chain = {(*device)->lastSeq, (*device)->lastHash, std::move(*key)};
    m_head = head;
    return {};
}

domain::Result<void> CourierIntake::walk(const record::CourierReader::Sink& sink)
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), u"--in"_s);
    record::CourierReader reader(m_opened.centre->vault.provider());
    const QByteArray start = file.read(record::kMaxCourierHead + 64);
    const auto head = reader.readHead(start);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return fail(ErrorCode::EntryInvalid, u"no courier file"_s, u"--in"_s);
    if (auto good = checkHead(**head); !good)
        return good;
    if (auto opened = reader.open(m_opened.centre->keys.signingKey); !opened)
        return opened;
    if (!file.seek(reader.bodyAt()))
        return fail(ErrorCode::FileUnreadable, file.errorString(), u"--in"_s);
    for (;;) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty())
            break;
        if (auto pushed = reader.push(piece, sink); !pushed)
            return pushed;
    }
    return reader.finish(sink);
}

/// An entry the centre has must be the very same; one it does not have must continue the device's chain under
/// its key. Only then is what its body says believed.
domain::Result<void> CourierIntake::prove(const record::WireEntry& wire)
{
    const record::CryptoProvider& provider = m_opened.centre->vault.provider();
    const record::Entry& entry = wire.entry;
    if (entry.header.device != m_head.device || !wire.bodyBytes)
        return fail(ErrorCode::MacWrong, u"an entry of another device, or without its body"_s);
    if (auto good = record::verifyBody(provider, entry, *wire.bodyBytes); !good)
        return good;
    if (entry.header.seq <= m_chain.seq) {
        const auto known = m_opened.store->entry(entry.header.id);
        if (!known)
            return tl::unexpected(known.error());
        // One that was refused is not kept; it proves nothing, and does no harm.
        if (!*known)
            return {};
        if (!record::equalBytes((*known)->entry.hash, entry.hash))
            return fail(ErrorCode::MacWrong, u"entry %1 is another one here"_s.arg(entry.header.seq));
    } else {
        if (entry.header.seq != m_chain.seq + 1)
            return fail(ErrorCode::ChainBroken, u"entries are missing before %1"_s.arg(entry.header.seq));
        auto good = record::verifyLink(provider, m_chain.hash, entry).and_then([&] {
            return record::verifyMac(provider, m_chain.macKey, entry);
        });
        if (!good)
            return fail(ErrorCode::MacWrong, u"entry %1 is not of this device"_s.arg(entry.header.seq));
        m_chain = {entry.header.seq, entry.hash, record::nextMacKey(provider, m_chain.macKey)};
    }
    if (const auto body = record::parseBody(*wire.bodyBytes))
        gatherSums(body->what, m_sums, 0);
    return {};
}

domain::Result<void> CourierIntake::begin(const QByteArray& bytes)
{
    constexpr qsizetype kId = 64;
    Material material;
    material.id = QString::fromLatin1(bytes.left(kId));
    if (bytes.size() != kId + 8 || !BlobStore::isId(material.id))
        return fail(ErrorCode::EntryInvalid, u"a material without a name"_s);
    material.size = static_cast<qint64>(qFromBigEndian<quint64>(bytes.constData() + kId));
    if (material.size < 0 || material.size > kMaxBlob || !m_sums.contains(material.id))
        return fail(ErrorCode::BlobDamaged, u"a material no entry of the file names"_s, material.id);
    material.sm3 = m_opened.centre->vault.provider().sm3Digest();
    m_material = std::move(material);
    return {};
}

domain::Result<void> CourierIntake::add(const QByteArray& bytes, const BlobStore* blobs)
{
    if (!m_material || m_material->read + bytes.size() > m_material->size)
        return fail(ErrorCode::BlobDamaged, u"more bytes than the material has"_s);
    if (blobs != nullptr && !m_material->incoming) {
        auto incoming = blobs->begin(m_material->id);
        if (!incoming)
            return tl::unexpected(incoming.error());
        m_material->incoming = std::move(*incoming);
    }
    m_material->sm3->add(bytes);
    m_material->read += bytes.size();
    return m_material->incoming
               ? m_material->incoming->add(std::span(bytes.constData(), static_cast<size_t>(bytes.size())))
               : Result<void>();
}

/// The material before, if there was one, is whole.
domain::Result<void> CourierIntake::end(const BlobStore* blobs)
{
    if (!m_material)
        return {};
    const Material material = std::move(*m_material);
    m_material.reset();
    const QString sum = QString::fromLatin1(material.sm3->finish().toHex());
    if (material.read != material.size || sum != m_sums.value(material.id))
        return fail(ErrorCode::BlobDamaged, u"a material is not what its entry says"_s, material.id);
    if (blobs == nullptr) {
        ++m_materials;
        return {};
    }
    if (!material.incoming)
        return {}; // an empty one comes over the line
    return material.incoming->complete().and_then([&] { return keep(*blobs, *material.incoming); });
}

domain::Result<void> CourierIntake::keep(const BlobStore& blobs, IncomingBlob& blob)
{
    Store& store = *m_opened.store;
    const auto naming = blobs.naming();
    const QByteArray mac = m_opened.centre->vault.mac("blob", blob.sm3());
    const auto stored = store.blob(blob.id());
    if (!stored)
        return tl::unexpected(stored.error());
    if (*stored)
        return (*stored)->contentMac == mac
                   ? Result<void>()
                   : fail(ErrorCode::BlobDamaged, u"another content has this id here"_s, blob.id());
    return blobs.keep(blob).and_then([&] {
        return store.inTransaction([&] {
            return store.addBlob({blob.id(), blob.size(), mac, m_head.device, m_now});
        });
    });
}

domain::Result<void> CourierIntake::read(const QString& file)
{
    m_file = file;
    m_entries = 0;
    m_materials = 0;
    return walk([this](const CourierItem& item) -> Result<void> {
               switch (item.kind) {
               case CourierItem::Kind::Entry:
                   ++m_entries;
                   return record::parseWire(item.bytes).and_then([this](const record::WireEntry& wire) {
                       return prove(wire);
                   });
               case CourierItem::Kind::Material:
                   return end(nullptr).and_then([&] { return begin(item.bytes); });
               case CourierItem::Kind::Piece:
                   return add(item.bytes, nullptr);
               }
               return {};
           })
        .and_then([this] { return end(nullptr); });
}

/// One batch through the one way in.
domain::Result<void> CourierIntake::flush(qint64 now)
{
    if (m_batch.isEmpty())
        return {};
    const auto device = m_opened.store->device(m_head.device);
    if (!device || !*device)
        return device ? fail(ErrorCode::NotAllowed, u"no such device"_s) : tl::unexpected(device.error());
    auto answer = m_intake.take(*m_opened.store, **device, {{u"entries"_s, m_batch}}, now);
    if (!answer)
        return tl::unexpected(refusedBy(answer.error()));
    m_answer.answers.push_back(std::move(*answer));
    m_batch = {};
    m_batchBytes = 0;
    return {};
}

domain::Result<record::CourierAnswer> CourierIntake::take(const BlobStore* blobs, qint64 now)
{
    m_now = now;
    m_answer = {};
    auto taken = walk([&](const CourierItem& item) -> Result<void> {
                     switch (item.kind) {
                     case CourierItem::Kind::Entry: {
                         const bool full = m_batch.size() >= EntryIntake::kMaxEntries ||
                                           m_batchBytes + item.bytes.size() > kBatchBytes;
                         if (auto flushed = full ? flush(now) : Result<void>(); !flushed)
                             return flushed;
                         const auto wire = record::parseWire(item.bytes);
                         if (!wire)
                             return tl::unexpected(wire.error());
                         m_batch.append(record::wireMap(*wire));
                         m_batchBytes += item.bytes.size();
                         return {};
                     }
                     case CourierItem::Kind::Material:
                         return flush(now).and_then([&] { return end(blobs); }).and_then([&] {
                             return begin(item.bytes);
                         });
                     case CourierItem::Kind::Piece:
                         return add(item.bytes, blobs);
                     }
                     return {};
                 }).and_then([&] {
                       return end(blobs);
                   }).and_then([&] { return flush(now); });
    if (!taken)
        return tl::unexpected(taken.error());
    m_answer.head = m_head;
    return m_answer;
}

} // namespace ow::center
