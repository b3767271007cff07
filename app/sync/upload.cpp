// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/upload.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::BlobReader;
using ledger::Ledger;

constexpr int kMostSurprises = 3;
constexpr int kMostRestarts = 2;
constexpr int kNotFound = 404;
constexpr int kConflict = 409;
constexpr int kWholeStatus = 204;

QString hexOf(const QByteArray& digest)
{
    return QString::fromLatin1(digest.toHex());
}

} // namespace

Upload::Upload(const UploadTools& tools, ledger::BlobStore::Info blob, Tell tell)
    : m_tools(tools)
    , m_blob(std::move(blob))
    , m_tell(std::move(tell))
{
}

void Upload::start()
{
    if (m_blob.size <= kWhole) {
        sendWhole();
    } else {
        ask();
    }
}

/// Borrows the keys, works on the file on a worker, gives the keys back.
void Upload::read(Read work, std::function<void(const Piece&)> next)
{
    auto lending =
        m_tools.ledger.run([](Ledger& ledger) -> Result<BlobReader> { return ledger.blobs().reader(); });
    m_tools.answers.then(std::move(lending), [self = shared_from_this(), work = std::move(work),
                                              next = std::move(next)](const Result<BlobReader>& reader) {
        if (!reader) {
            self->finish({reader.error(), {}, false});
            return;
        }
        auto reading = QtConcurrent::run([work, lent = *reader] { return work(lent); });
        self->m_tools.answers.then(std::move(reading), [self, next](const Result<Piece>& piece) {
            if (piece) {
                next(*piece);
            } else {
                self->finish({piece.error(), {}, false});
            }
        });
    });
}

void Upload::sendWhole()
{
    read(
        [&crypto = m_tools.crypto, id = m_blob.id](const BlobReader& reader) {
            return reader.content(id, kWhole).map([&crypto](const QByteArray& bytes) {
                return Piece{bytes, hexOf(crypto.sm3(bytes))};
            });
        },
        [this](const Piece& piece) {
            m_tools.answers.then(m_tools.link.postBlob(m_blob.id, piece.sm3, piece.bytes),
                                 [self = shared_from_this()](const Result<Reply>& reply) {
                                     if (!reply) {
                                         self->finish({reply.error(), {}, false});
                                     } else if (reply->ok()) {
                                         self->finish({});
                                     } else {
                                         self->refuse(*reply);
                                     }
                                 });
        });
}

void Upload::ask()
{
    m_tools.answers.then(m_tools.link.headBlob(m_blob.id),
                         [self = shared_from_this()](const Result<Reply>& reply) {
                             if (!reply) {
                                 self->finish({reply.error(), {}, false});
                             } else if (reply->status == kNotFound) {
                                 self->make();
                             } else {
                                 self->takeMade(*reply);
                             }
                         });
}

/// The centre must know the hash of the whole before the first chunk, and what is damaged here is found
/// before a byte of it is sent.
void Upload::make()
{
    read(
        [&crypto = m_tools.crypto, id = m_blob.id](const BlobReader& reader) -> Result<Piece> {
            const auto digest = crypto.sm3Digest();
            const auto done = reader.read(id, [&digest](const QByteArray& bytes) -> Result<void> {
                digest->add(bytes);
                return {};
            });
            if (!done) {
                return tl::unexpected(done.error());
            }
            return Piece{{}, hexOf(digest->finish())};
        },
        [this](const Piece& whole) {
            m_tools.answers.then(m_tools.link.makeUpload(m_blob.id, whole.sm3, m_blob.size),
                                 [self = shared_from_this()](const Result<Reply>& reply) {
                                     if (reply) {
                                         self->takeMade(*reply);
                                     } else {
                                         self->finish({reply.error(), {}, false});
                                     }
                                 });
        });
}

/// An answer about the upload as it stands.
void Upload::takeMade(const Reply& reply)
{
    if (!reply.ok()) {
        refuse(reply);
    } else if (reply.status == kWholeStatus) {
        finish({});
    } else if (!reply.uploadOffset || *reply.uploadOffset > m_blob.size) {
        finish({domain::Error{ErrorCode::ReplyInvalid, QStringLiteral("no offset of the upload"), {}},
                {},
                false});
    } else {
        reach(*reply.uploadOffset);
        send();
    }
}

void Upload::reach(qint64 offset)
{
    m_offset = offset;
    m_tell.progress({m_blob.id, m_offset, m_blob.size});
}

void Upload::send()
{
    if (m_yield) {
        finish({{}, {}, true});
        return;
    }
    // Nothing is left to send when only the last answer was lost: an empty chunk asks for the end again.
    const qint64 size = std::min(m_tools.chunk.bytes(), m_blob.size - m_offset);
    read(
        [&crypto = m_tools.crypto, id = m_blob.id, offset = m_offset, size](const BlobReader& reader) {
            return reader.part(id, offset, size).map([&crypto](const QByteArray& bytes) {
                return Piece{bytes, hexOf(crypto.sm3(bytes))};
            });
        },
        [this](const Piece& piece) { sendPiece(piece); });
}

void Upload::sendPiece(const Piece& piece)
{
    m_tools.answers.then(m_tools.link.patchBlob(m_blob.id, m_offset, piece.sm3, piece.bytes),
                         [self = shared_from_this(), size = piece.bytes.size()](const Result<Reply>& reply) {
                             if (reply) {
                                 self->takeAnswer(size, *reply);
                                 return;
                             }
                             self->m_tools.chunk.cut();
                             self->finish({reply.error(), {}, false});
                         });
}

void Upload::takeAnswer(qint64 size, const Reply& reply)
{
    if (reply.ok() && reply.uploadComplete) {
        reach(m_blob.size);
        finish({});
        return;
    }
    const QString problem = problemClass(reply);
    if (reply.ok() && reply.uploadOffset == m_offset + size && size > 0) {
        m_surprises = 0;
        if (size == m_tools.chunk.bytes()) {
            m_tools.chunk.took(std::chrono::milliseconds(reply.roundTripMs));
        }
        reach(m_offset + size);
        send();
    } else if (reply.status == kConflict && reply.uploadOffset && *reply.uploadOffset <= m_blob.size &&
               maySurprise()) {
        reach(*reply.uploadOffset);
        send();
    } else if (problem == QLatin1StringView("chunk_mismatch") && maySurprise()) {
        send();
    } else if ((problem == QLatin1StringView("hash_mismatch") || reply.status == kNotFound) &&
               ++m_restarts <= kMostRestarts) {
        ask();
    } else if (reply.ok()) {
        finish({domain::Error{ErrorCode::ReplyInvalid, QStringLiteral("no offset of the upload"), {}},
                {},
                false});
    } else {
        refuse(reply);
    }
}

bool Upload::maySurprise()
{
    return ++m_surprises <= kMostSurprises;
}

void Upload::refuse(const Reply& reply)
{
    finish({refusalOf(reply), reply.retryAfter, false});
}

void Upload::finish(const End& end)
{
    // What is told may start the next one and let go of this.
    const auto kept = shared_from_this();
    m_tell.end(end);
}

} // namespace ow::sync
