// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagegeometry.h"
#include "capture/pagelook.h"
#include "domain/intake.h"
#include "domain/result.h"
#include "ledger/blobfile.h"

#include <QCache>
#include <QFuture>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPromise>
#include <QSize>
#include <QStringList>

#include <deque>
#include <memory>

namespace ow::capture {
class PageHelper;
} // namespace ow::capture

namespace ow::desk {

class Workplace;

/// Pictures of pages that lie in the ledger's store: of drafts, cases, queues. Read, opened and decoded off
/// the GUI thread (the store's file on the workshop's thread, the decoding in its helper process), kept in a
/// cache bounded in bytes, forgotten when the person changes. One for the whole window:
/// Workplace::previews(). Lives on the GUI thread, never waits.
class PagePreviews : public QObject
{
    Q_OBJECT

public:
    explicit PagePreviews(Workplace& workplace, QObject* parent = nullptr);
    ~PagePreviews() override;

    /// Page `page` (from 0) of a stored file, no larger than `box` device pixels, on white, with the edit
    /// applied. Null when it is not at hand: then it is being made, and ready() or failed() follows. Ask for
    /// what is visible: of many requests the newest are made first and the oldest are dropped.
    [[nodiscard]] QImage picture(const QString& blob, int page, QSize box, const domain::PageEdit& edit = {});
    /// The first pages of many files, as thumbnails; ready() for each. What fits the cache only.
    void thumbnailsFor(const QStringList& blobs, QSize box);
    /// The same as picture(), as an answer. BlobMissing, BlobDamaged, KeyLocked, FileUnreadable, FilePixels,
    /// HelperCrashed, HelperTimeout; Cancelled when newer requests pushed it out.
    [[nodiscard]] QFuture<domain::Result<QImage>> fetch(const QString& blob, int page, QSize box,
                                                        const domain::PageEdit& edit = {});
    /// Skew and blankness of a page, as suggestions; kept like the pictures.
    [[nodiscard]] QFuture<domain::Result<capture::PageLook>> look(const QString& blob, int page);

    /// Forgets every picture: at lock and sign-out.
    void clear();

    [[nodiscard]] qint64 cachedBytes() const { return qint64(m_pictures.totalCost()) * kCostUnit; }

    static constexpr int kCostUnit = 1024;                 ///< bytes
    static constexpr qint64 kMostBytes = qint64(48) << 20; ///< of the cache
    static constexpr int kMostWaiting = 200;               ///< requests
    static constexpr QSize kLargest = QSize(4000, 4000);   ///< a box is never larger
    /// After a fault that is not the file's, before it is tried again.
    static constexpr qint64 kRestMs = 2000;

Q_SIGNALS:
    void ready(const QString& blob, int page);
    void failed(const QString& blob, int page, const ow::domain::Error& error);

private:
    struct Wanted;

    struct Made
    {
        QImage picture;
        capture::PageLook look;
    };

    void ask(std::unique_ptr<Wanted> wanted);
    void next();
    void done(quint64 generation, const domain::Result<Made>& answer);
    [[nodiscard]] bool isResting(const QString& key) const;
    void refuse(const QString& key, domain::ErrorCode code);
    [[nodiscard]] static domain::Result<Made> madeOf(capture::PageHelper& helper,
                                                     const domain::Result<ledger::BlobReader>& from,
                                                     const QString& blob, int page, QSize box,
                                                     const domain::PageEdit& edit);

    Workplace& m_workplace;
    QCache<QString, QImage> m_pictures;
    QHash<QString, capture::PageLook> m_looks;
    /// What cannot be made is not tried with every painting: until when (Clock::monotonicMs()). For good
    /// where the file is at fault, for a rest where it was the helper, the store or the key.
    QHash<QString, qint64> m_refused;
    std::deque<std::unique_ptr<Wanted>> m_waiting; ///< the newest at the back
    std::unique_ptr<Wanted> m_underWay;
    quint64 m_generation = 0; ///< pictures asked for before clear() are not kept
};

} // namespace ow::desk
