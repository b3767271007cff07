// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgerthread.h"
#include "record/crypto.h"
#include "sync/answers.h"
#include "sync/centrelink.h"
#include "sync/chunksize.h"

#include <QMetaType>

#include <functional>
#include <memory>
#include <optional>

namespace ow::sync {

/// How far a material has come. Not sent for small ones, which go in one request.
struct UploadProgress
{
    QString id;
    qint64 sent = 0; ///< bytes the centre has on its disk
    qint64 total = 0;
    friend bool operator==(const UploadProgress&, const UploadProgress&) = default;
};

/// What uploads work with; all outlive them.
struct UploadTools
{
    ledger::LedgerThread& ledger;
    const record::CryptoProvider& crypto;
    CentreLink& link;
    Answers& answers;
    ChunkSize& chunk; ///< of the line, whatever goes over it
};

/// One material on its way to the centre. Small ones go in one request. Others in chunks: the centre is asked
/// first how far it has come, so that nothing need be kept here of an upload that a cut or a restart ended.
/// The sealed file is opened and hashed on a worker, a chunk at a time; the ledger's thread only lends the
/// keys. Lives, as a shared pointer, until its end was told or the answers are stopped.
class Upload : public std::enable_shared_from_this<Upload>
{
public:
    /// Up to here one request is as good: a cut costs no more than the smallest chunk.
    static constexpr qint64 kWhole = ChunkSize::kLeast;

    struct End
    {
        std::optional<domain::Error> error; ///< none: the centre has it whole, or it yielded
        std::optional<std::chrono::milliseconds> retryAfter;
        bool yielded = false;
    };

    struct Tell
    {
        std::function<void(const UploadProgress&)> progress;
        std::function<void(const End&)> end; ///< exactly once
    };

    Upload(const UploadTools& tools, ledger::BlobStore::Info blob, Tell tell);

    void start();

    /// Ends at the next chunk; what the centre has stays there.
    void yield() { m_yield = true; }

    [[nodiscard]] const ledger::BlobStore::Info& blob() const { return m_blob; }

private:
    struct Piece
    {
        QByteArray bytes;
        QString sm3;
    };

    using Read = std::function<domain::Result<Piece>(const ledger::BlobReader&)>;

    void read(Read work, std::function<void(const Piece&)> next);
    void sendWhole();
    void ask();
    void make();
    void takeMade(const Reply& reply);
    void send();
    void sendPiece(const Piece& piece);
    void takeAnswer(qint64 size, const Reply& reply);
    void refuse(const Reply& reply);
    void reach(qint64 offset);
    /// Something the centre says otherwise than was thought: tried again, but not for ever.
    [[nodiscard]] bool maySurprise();
    void finish(const End& end);

    UploadTools m_tools;
    ledger::BlobStore::Info m_blob;
    Tell m_tell;
    qint64 m_offset = 0;
    int m_surprises = 0; ///< since the last chunk that was taken
    int m_restarts = 0;  ///< the centre had another whole in the end, or forgot it
    bool m_yield = false;
};

} // namespace ow::sync

Q_DECLARE_METATYPE(ow::sync::UploadProgress)
