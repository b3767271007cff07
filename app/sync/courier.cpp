// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/courier.h"

#include "ledger/durablefile.h"
#include "ledger/ledger.h"
#include "record/courier.h"
#include "record/entry.h"
#include "sync/entrypush.h"

#include <QCborArray>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <optional>

namespace ow::sync {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;
using record::CourierItem;

namespace {

constexpr int kMostFiles = 1000;

QString partName(const QString& file, int part)
{
    return part == 1 ? file : QStringLiteral("%1.%2").arg(file).arg(part);
}

QByteArray materialHead(const record::BlobRef& blob)
{
    const auto size = qToBigEndian(static_cast<quint64>(blob.size));
    return blob.id.toLatin1() + QByteArray(reinterpret_cast<const char*>(&size), sizeof size);
}

/// Writes the files one after the other: entries as they come, and behind them their materials.
class Packer
{
public:
    Packer(Ledger& ledger, QString file, const CourierLimits& limits)
        : m_ledger(ledger)
        , m_file(std::move(file))
        , m_limits(limits)
    {
    }

    Result<void> add(const record::WireEntry& entry)
    {
        auto blobs = unsent(entry);
        if (!blobs) {
            return tl::unexpected(blobs.error());
        }
        qint64 size = entry.entry.headerBytes.size() + (entry.bodyBytes ? entry.bodyBytes->size() : 0);
        for (const record::BlobRef& blob : *blobs) {
            // One entry may have more than a file holds: then it stands in each of them, which does no harm.
            if (!m_entries.empty() && m_bytes + size + blob.size > m_limits.fileBytes) {
                if (auto done = flushBefore(entry, size); !done) {
                    return done;
                }
            }
            hold(entry, size);
            size = 0;
            m_blobs.push_back(blob);
            m_bytes += blob.size;
        }
        if (blobs->empty() && !m_entries.empty() && m_bytes + size > m_limits.fileBytes) {
            if (auto done = flush(); !done) {
                return done;
            }
        }
        hold(entry, size);
        return {};
    }

    Result<void> flush()
    {
        if (m_entries.empty()) {
            return {};
        }
        const int part = static_cast<int>(m_done.files.size()) + 1;
        if (part > kMostFiles) {
            return domain::fail(ErrorCode::InvalidInput, QStringLiteral("too many files"),
                                QStringLiteral("out"));
        }
        auto written = writePart(part);
        m_entries.clear();
        m_blobs.clear();
        m_bytes = 0;
        return written;
    }

    [[nodiscard]] const CourierExport& done() const { return m_done; }

private:
    /// A new file begins; an entry whose materials go on in it comes along.
    Result<void> flushBefore(const record::WireEntry& entry, qint64& size)
    {
        auto flushed = flush();
        size = entry.entry.headerBytes.size() + (entry.bodyBytes ? entry.bodyBytes->size() : 0);
        return flushed;
    }

    void hold(const record::WireEntry& entry, qint64 size)
    {
        if (m_entries.empty() || m_entries.back().entry.header.seq != entry.entry.header.seq) {
            m_entries.push_back(entry);
        }
        m_bytes += size;
    }

    Result<std::vector<record::BlobRef>> unsent(const record::WireEntry& entry) const
    {
        std::vector<record::BlobRef> blobs;
        for (const record::BlobRef& blob : entry.entry.header.blobs) {
            const auto known = m_ledger.blobs().info(blob.id);
            if (!known && known.error().code != ErrorCode::NotFound) {
                return tl::unexpected(known.error());
            }
            if (m_limits.materials && known && !known->uploaded && !m_packed.contains(blob.id)) {
                blobs.push_back(blob);
            }
        }
        return blobs;
    }

    Result<void> writePart(int part)
    {
        const QString name = partName(m_file, part);
        QFile file(name);
        if (file.exists()) {
            return domain::fail(ErrorCode::InvalidInput, QStringLiteral("a file is there already"),
                                QStringLiteral("out"));
        }
        if (auto made = ledger::makePrivateFile(name); !made) {
            return made;
        }
        if (!file.open(QIODevice::WriteOnly)) {
            return domain::fail(ErrorCode::DatabaseFailed, file.errorString(), QStringLiteral("out"));
        }
        auto written = fill(file, part).and_then([&]() -> Result<void> {
            return file.flush()
                       ? ledger::syncFile(name)
                       : domain::fail(ErrorCode::DatabaseFull, file.errorString(), QStringLiteral("out"));
        });
        if (!written) {
            file.remove();
            return written;
        }
        m_done.files.append(name);
        m_done.first = m_done.first == 0 ? m_entries.front().entry.header.seq : m_done.first;
        m_done.last = m_entries.back().entry.header.seq;
        return {};
    }

    Result<record::CourierHead> head(int part)
    {
        const auto& clock = m_ledger.clock();
        const auto random = m_ledger.crypto().random(10);
        if (!random) {
            return tl::unexpected(random.error());
        }
        const auto& identity = m_ledger.identity();
        return record::CourierHead{identity.device,
                                   identity.hall,
                                   record::makeUuidV7(clock.utcMs(), *random),
                                   record::courierCentre(m_ledger.crypto(), identity.centrePublicKey),
                                   part,
                                   m_entries.front().entry.header.seq,
                                   m_entries.back().entry.header.seq,
                                   clock.utcMs()};
    }

    Result<void> fill(QFile& file, int part)
    {
        auto writer = head(part).and_then([this](const record::CourierHead& made) {
            return record::CourierWriter::create(m_ledger.crypto(), made,
                                                 m_ledger.identity().centrePublicKey);
        });
        if (!writer) {
            return tl::unexpected(writer.error());
        }
        const auto out = [&file](const Result<QByteArray>& bytes) -> Result<void> {
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            return file.write(*bytes) == bytes->size()
                       ? Result<void>()
                       : domain::fail(ErrorCode::DatabaseFull, file.errorString(), QStringLiteral("out"));
        };
        for (const record::WireEntry& entry : m_entries) {
            const auto line = record::writeWire(entry);
            auto put = line ? out(writer->put({CourierItem::Kind::Entry, *line}))
                            : Result<void>(tl::unexpected(line.error()));
            if (!put) {
                return put;
            }
        }
        for (const record::BlobRef& blob : m_blobs) {
            if (auto put = out(writer->put({CourierItem::Kind::Material, materialHead(blob)})); !put) {
                return put;
            }
            auto read = m_ledger.blobs().read(blob.id, [&](const QByteArray& bytes) -> Result<void> {
                for (qsizetype at = 0; at < bytes.size(); at += record::kMaxCourierPiece) {
                    auto put =
                        out(writer->put({CourierItem::Kind::Piece, bytes.mid(at, record::kMaxCourierPiece)}));
                    if (!put) {
                        return put;
                    }
                }
                return {};
            });
            if (!read) {
                return read;
            }
            m_packed.insert(blob.id);
            ++m_done.materials;
        }
        return out(writer->finish());
    }

    Ledger& m_ledger;
    QString m_file;
    CourierLimits m_limits;
    std::vector<record::WireEntry> m_entries;
    std::vector<record::BlobRef> m_blobs;
    QSet<QString> m_packed;
    qint64 m_bytes = 0;
    CourierExport m_done;
};

Result<int> recordOne(Ledger& ledger, const QCborMap& answer, qint64& next, qint64& receipted)
{
    const auto count = static_cast<int>(answer.value(QLatin1StringView("outcomes")).toArray().size());
    const auto sent = ledger.outbox().entriesAfter(next - 1, count, std::numeric_limits<qint64>::max());
    if (!sent) {
        return tl::unexpected(sent.error());
    }
    const auto read = readEntriesAnswer(answer, *sent);
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (auto done = ledger.outbox().recordOutcomes(read->outcomes, read->receipt); !done) {
        return tl::unexpected(done.error());
    }
    next += count;
    receipted = read->receipt.seq;
    return count;
}

} // namespace

Result<CourierExport> exportForCourier(Ledger& ledger, const QString& file, const CourierLimits& limits)
{
    if (ledger.identity().training || ledger.identity().centrePublicKey.isEmpty()) {
        return domain::fail(ErrorCode::NotEnrolled, QStringLiteral("no centre to send to"));
    }
    Packer packer(ledger, file, limits);
    auto after = ledger.outbox().settledUpTo();
    while (after) {
        const auto entries = ledger.outbox().entriesAfter(*after, kBatchEntries, kBatchBytes);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        if (entries->empty()) {
            break;
        }
        for (const record::WireEntry& entry : *entries) {
            if (auto added = packer.add(entry); !added) {
                return tl::unexpected(added.error());
            }
        }
        after = entries->back().entry.header.seq;
    }
    if (!after) {
        return tl::unexpected(after.error());
    }
    return packer.flush().map([&packer] { return packer.done(); });
}

Result<CourierRecorded> recordCourierAnswer(Ledger& ledger, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > record::kMaxCourierAnswer) {
        return domain::fail(ErrorCode::FileUnreadable, QStringLiteral("the answer cannot be read"),
                            QStringLiteral("in"));
    }
    const auto answer =
        record::readCourierAnswer(ledger.crypto(), ledger.identity().centrePublicKey, file.readAll());
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->head.device != ledger.identity().device) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("the answer is for another window"));
    }
    CourierRecorded recorded;
    qint64 next = answer->head.first;
    for (const QCborMap& one : answer->answers) {
        const auto count = recordOne(ledger, one, next, recorded.receipted);
        if (!count) {
            return tl::unexpected(count.error());
        }
        recorded.outcomes += *count;
    }
    return recorded;
}

} // namespace ow::sync
