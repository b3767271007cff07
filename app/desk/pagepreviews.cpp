// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pagepreviews.h"

#include "desk/whenanswered.h"
#include "desk/workplace.h"
#include "ledger/ledger.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ow::desk {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qsizetype kMostLooks = 2000;

QString pictureKey(const QString& blob, int page, QSize box, const domain::PageEdit& edit)
{
    return QStringLiteral("%1/%2 %3x%4 %5 %6 %7 %8 %9 ")
               .arg(blob)
               .arg(page)
               .arg(box.width())
               .arg(box.height())
               .arg(edit.quarterTurns)
               .arg(edit.skew)
               .arg(edit.cutLeft)
               .arg(edit.cutTop)
               .arg(edit.cutRight) +
           QString::number(edit.cutBottom);
}

QString lookKey(const QString& blob, int page)
{
    return blob + u'/' + QString::number(page);
}

/// Whether the same file would fail in the same way for ever.
bool isOfFile(ErrorCode code)
{
    constexpr std::array kFaults{
        ErrorCode::InvalidInput,     ErrorCode::FileUnreadable, ErrorCode::FileTooLarge,
        ErrorCode::FileTruncated,    ErrorCode::FileWrongType,  ErrorCode::FileEncrypted,
        ErrorCode::FileTooManyPages, ErrorCode::FilePixels,     ErrorCode::BlobDamaged,
    };
    return std::ranges::find(kFaults, code) != kFaults.end();
}

/// The box the whole page has to be drawn to, so that what is left of it fills `box`: cuts make it larger.
QSize boxOfWhole(QSize box, const domain::PageEdit& edit)
{
    constexpr double kParts = 10'000;
    const double wide = (kParts - edit.cutLeft - edit.cutRight) / kParts;
    const double high = (kParts - edit.cutTop - edit.cutBottom) / kParts;
    QSizeF whole = box;
    if (edit.quarterTurns % 2 != 0) {
        whole.transpose();
    }
    whole = QSizeF(whole.width() / std::max(wide, 0.05), whole.height() / std::max(high, 0.05));
    return whole.toSize().boundedTo(PagePreviews::kLargest);
}

QImage edited(const QImage& page, const domain::PageEdit& edit, QSize box)
{
    const capture::PageFrame frame = capture::frameOf(page.size(), edit);
    const QSize size = frame.size.toSize().expandedTo(QSize(1, 1));
    QImage image(size, QImage::Format_RGB888);
    if (image.isNull()) {
        return image;
    }
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(frame.fromPage);
    painter.setClipRect(frame.cut);
    painter.drawImage(0, 0, page);
    painter.end();
    if (size.width() > box.width() || size.height() > box.height()) {
        return image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return image;
}

} // namespace

struct PagePreviews::Wanted
{
    QString blob;
    int page = 0;
    QSize box; ///< empty: not a picture but a look is wanted
    domain::PageEdit edit;
    QString key;
    std::vector<QPromise<Result<QImage>>> pictures;
    std::vector<QPromise<Result<capture::PageLook>>> looks;

    void answer(const Result<QImage>& picture)
    {
        for (auto& promise : pictures) {
            promise.addResult(picture);
            promise.finish();
        }
        pictures.clear();
    }

    void answer(const Result<capture::PageLook>& look)
    {
        for (auto& promise : looks) {
            promise.addResult(look);
            promise.finish();
        }
        looks.clear();
    }

    void refuse(const domain::Error& error)
    {
        answer(Result<QImage>(tl::unexpected(error)));
        answer(Result<capture::PageLook>(tl::unexpected(error)));
    }
};

PagePreviews::PagePreviews(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_pictures(int(kMostBytes / kCostUnit))
{
    connect(&workplace, &Workplace::personChanged, this, &PagePreviews::clear);
}

PagePreviews::~PagePreviews()
{
    for (const auto& wanted : m_waiting) {
        wanted->refuse({ErrorCode::Cancelled, {}, {}});
    }
}

void PagePreviews::clear()
{
    ++m_generation;
    m_pictures.clear();
    m_looks.clear();
    m_refused.clear();
    for (const auto& wanted : std::exchange(m_waiting, {})) {
        wanted->refuse({ErrorCode::Cancelled, {}, {}});
    }
}

QImage PagePreviews::picture(const QString& blob, int page, QSize box, const domain::PageEdit& edit)
{
    const QSize fits = box.boundedTo(kLargest);
    if (blob.isEmpty() || fits.isEmpty()) {
        return {};
    }
    const QString key = pictureKey(blob, page, fits, edit);
    if (const QImage* known = m_pictures.object(key)) {
        return *known;
    }
    if (isResting(key)) {
        return {};
    }
    auto wanted = std::make_unique<Wanted>();
    wanted->blob = blob;
    wanted->page = page;
    wanted->box = fits;
    wanted->edit = edit;
    wanted->key = key;
    ask(std::move(wanted));
    return {};
}

void PagePreviews::thumbnailsFor(const QStringList& blobs, QSize box)
{
    for (const QString& blob : blobs) {
        static_cast<void>(picture(blob, 0, box));
    }
}

QFuture<Result<QImage>> PagePreviews::fetch(const QString& blob, int page, QSize box,
                                            const domain::PageEdit& edit)
{
    auto wanted = std::make_unique<Wanted>();
    wanted->blob = blob;
    wanted->page = page;
    wanted->box = box.boundedTo(kLargest).expandedTo(QSize(1, 1));
    wanted->edit = edit;
    wanted->key = pictureKey(blob, page, wanted->box, edit);
    if (const QImage* known = m_pictures.object(wanted->key)) {
        return QtFuture::makeReadyFuture(Result<QImage>(*known));
    }
    wanted->pictures.emplace_back();
    wanted->pictures.back().start();
    auto future = wanted->pictures.back().future();
    ask(std::move(wanted));
    return future;
}

QFuture<Result<capture::PageLook>> PagePreviews::look(const QString& blob, int page)
{
    auto wanted = std::make_unique<Wanted>();
    wanted->blob = blob;
    wanted->page = page;
    wanted->key = lookKey(blob, page);
    if (const auto known = m_looks.constFind(wanted->key); known != m_looks.constEnd()) {
        return QtFuture::makeReadyFuture(Result<capture::PageLook>(*known));
    }
    wanted->looks.emplace_back();
    wanted->looks.back().start();
    auto future = wanted->looks.back().future();
    ask(std::move(wanted));
    return future;
}

void PagePreviews::ask(std::unique_ptr<Wanted> wanted)
{
    const auto join = [&wanted](Wanted& other) {
        std::ranges::move(wanted->pictures, std::back_inserter(other.pictures));
        std::ranges::move(wanted->looks, std::back_inserter(other.looks));
    };
    if (m_underWay && m_underWay->key == wanted->key) {
        join(*m_underWay);
        return;
    }
    const auto same = std::ranges::find(m_waiting, wanted->key, [](const auto& other) { return other->key; });
    if (same != m_waiting.end()) {
        join(**same);
        std::rotate(same, std::next(same), m_waiting.end()); // the newest wish again
        return;
    }
    m_waiting.push_back(std::move(wanted));
    if (m_waiting.size() > std::size_t(kMostWaiting)) {
        m_waiting.front()->refuse({ErrorCode::Cancelled, QStringLiteral("newer pages are wanted"), {}});
        m_waiting.pop_front();
    }
    if (!m_underWay) {
        // Not from here: who asks while painting must not be told while painting.
        QMetaObject::invokeMethod(this, &PagePreviews::next, Qt::QueuedConnection);
    }
}

void PagePreviews::next()
{
    if (m_underWay || m_waiting.empty()) {
        return;
    }
    m_underWay = std::move(m_waiting.back());
    m_waiting.pop_back();
    const Wanted& wanted = *m_underWay;
    // The ledger's thread lends the keys and nothing else; reading and decoding are the workshop's.
    const auto reader = m_workplace.ledger().run(
        [](ledger::Ledger& ledger) -> Result<ledger::BlobReader> { return ledger.blobs().reader(); });
    whenAnswered(reader, this,
                 [this, generation = m_generation, blob = wanted.blob, page = wanted.page, box = wanted.box,
                  edit = wanted.edit](const Result<ledger::BlobReader>& from) {
                     const auto made =
                         m_workplace.pages().run([from, blob, page, box, edit](capture::PageHelper& helper) {
                             return madeOf(helper, from, blob, page, box, edit);
                         });
                     whenAnswered(made, this, [this, generation](const Result<Made>& answer) {
                         done(generation, answer);
                     });
                 });
}

bool PagePreviews::isResting(const QString& key) const
{
    const auto until = m_refused.constFind(key);
    return until != m_refused.constEnd() && m_workplace.options().clock->monotonicMs() < *until;
}

void PagePreviews::refuse(const QString& key, ErrorCode code)
{
    if (m_refused.size() >= kMostLooks) {
        m_refused.clear();
    }
    m_refused.insert(key, isOfFile(code) ? std::numeric_limits<qint64>::max()
                                         : m_workplace.options().clock->monotonicMs() + kRestMs);
}

/// On the workshop's thread.
Result<PagePreviews::Made> PagePreviews::madeOf(capture::PageHelper& helper,
                                                const Result<ledger::BlobReader>& from, const QString& blob,
                                                int page, QSize box, const domain::PageEdit& edit)
{
    const Result<QByteArray> content = from.and_then([&blob](const ledger::BlobReader& reader) {
        return reader.content(blob, ledger::BlobStore::kMaxBytes);
    });
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (box.isEmpty()) {
        return helper.look(*content, page).map([](const capture::PageLook& look) { return Made{{}, look}; });
    }
    return helper.draw(*content, page, boxOfWhole(box, edit)).map([&](const QImage& whole) {
        return Made{edit == domain::PageEdit() ? whole : edited(whole, edit, box), {}};
    });
}

void PagePreviews::done(quint64 generation, const Result<Made>& answer)
{
    const std::unique_ptr<Wanted> wanted = std::exchange(m_underWay, nullptr);
    next();
    if (generation != m_generation) {
        wanted->refuse({ErrorCode::Cancelled, {}, {}});
        return;
    }
    if (!answer) {
        refuse(wanted->key, answer.error().code);
        wanted->refuse(answer.error());
        Q_EMIT failed(wanted->blob, wanted->page, answer.error());
        return;
    }
    m_refused.remove(wanted->key);
    if (wanted->box.isEmpty()) {
        if (m_looks.size() >= kMostLooks) {
            m_looks.clear();
        }
        m_looks.insert(wanted->key, answer->look);
        wanted->answer(Result<capture::PageLook>(answer->look));
        return;
    }
    const auto cost = int(answer->picture.sizeInBytes() / kCostUnit) + 1;
    m_pictures.insert(wanted->key, std::make_unique<QImage>(answer->picture).release(), cost);
    wanted->answer(Result<QImage>(answer->picture));
    Q_EMIT ready(wanted->blob, wanted->page);
}

} // namespace ow::desk
