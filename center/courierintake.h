// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/blobstore.h"
#include "center/entryintake.h"
#include "center/opened.h"
#include "record/courier.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace ow::center {

/// Takes a courier file (record/courier.h) as if its entries and materials had come over the line. Two
/// passes: the first reads the whole file and takes nothing, so that one that was changed, cut off or made by
/// somebody else leaves no trace. Who made it is proven by the MACs of the entries the centre does not have
/// yet; which materials may be taken, by the SM3 in the bodies of proven entries.
///
/// Errors: FileUnreadable; EntryInvalid (no courier file), NotAllowed (for another centre, or a device that
/// is unknown or revoked), SealBroken (changed or cut off), MacWrong (not of this device), ChainBroken
/// (earlier files have to be read in first), BlobDamaged (a material is not what its entry says).
class CourierIntake
{
public:
    /// All outlive this.
    CourierIntake(const Opened& opened, EntryIntake& intake)
        : m_opened(opened)
        , m_intake(intake)
    {
    }

    /// The first pass.
    [[nodiscard]] domain::Result<void> read(const QString& file);

    [[nodiscard]] bool hasMaterials() const { return m_materials > 0; }

    /// The second pass: `blobs` only when hasMaterials(). What the window is to be told.
    [[nodiscard]] domain::Result<record::CourierAnswer> take(const BlobStore* blobs, qint64 now);

    [[nodiscard]] int entries() const { return m_entries; }

    [[nodiscard]] int materials() const { return m_materials; }

private:
    template <class T> using Result = domain::Result<T>;

    struct Material ///< the one that is being read
    {
        QString id;
        qint64 size = 0;
        qint64 read = 0;
        std::unique_ptr<record::Digest> sm3;
        std::unique_ptr<IncomingBlob> incoming;
    };

    [[nodiscard]] Result<void> walk(const record::CourierReader::Sink& sink);
    [[nodiscard]] Result<void> checkHead(const record::CourierHead& head);
    [[nodiscard]] Result<void> prove(const record::WireEntry& wire);
    [[nodiscard]] Result<void> begin(const QByteArray& bytes);
    [[nodiscard]] Result<void> add(const QByteArray& bytes, const BlobStore* blobs);
    [[nodiscard]] Result<void> end(const BlobStore* blobs);
    [[nodiscard]] Result<void> keep(const BlobStore& blobs, IncomingBlob& blob);
    [[nodiscard]] Result<void> flush(qint64 now);

    const Opened& m_opened;
    EntryIntake& m_intake;
    QString m_file;
    record::CourierHead m_head;
    record::ChainState m_chain;     ///< as far as it is proven
    QHash<QString, QString> m_sums; ///< blob id -> SM3, of proven entries
    std::optional<Material> m_material;
    QCborArray m_batch;
    qsizetype m_batchBytes = 0;
    record::CourierAnswer m_answer;
    qint64 m_now = 0;
    int m_entries = 0;
    int m_materials = 0;
};

} // namespace ow::center
