// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/intakepages.h"

#include "capture/examinedfile.h"
#include "capture/pagebinder.h"
#include "desk/storedfile.h"
#include "ledger/ledger.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace ow::desk {

using domain::ErrorCode;
using domain::MaterialFile;
using domain::MaterialIntake;
using domain::Result;
using ledger::Ledger;

namespace {

struct Lane
{
    ledger::BlobReader reader;
    ledger::BlobWriters writers;
};

struct BoundMaterial
{
    QString material;
    int pages = 0;
    ledger::StagedBlob blob;
};

using BoundList = std::shared_ptr<std::vector<BoundMaterial>>; // futures hand out copies

QString scanTitle(const capture::ScannedPage& page)
{
    return QCoreApplication::translate("IntakePages", "Page %1").arg(page.number);
}

/// The page's fault, or the helper's: the files themselves are safe in the store.
bool leavesUnbound(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileTruncated:
    case ErrorCode::FileWrongType:
    case ErrorCode::FileEncrypted:
    case ErrorCode::FileTooManyPages:
    case ErrorCode::FilePixels:
    case ErrorCode::HelperCrashed:
    case ErrorCode::HelperTimeout:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

Result<BoundMaterial> bindOne(capture::PageHelper& helper, const Lane& lane, const MaterialIntake& material)
{
    auto writer = lane.writers();
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    const auto fetch = [&](std::size_t file) {
        return lane.reader.content(material.files[file].blob, ledger::BlobStore::kMaxBytes);
    };
    const auto sink = [&writer](const QByteArray& piece) { return writer->push(piece); };
    const auto pages = capture::PageBinder(helper).bind(material.files, fetch, sink);
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    auto blob = writer->finish();
    if (!blob) {
        return tl::unexpected(blob.error());
    }
    return BoundMaterial{material.id, *pages, std::move(*blob)};
}

/// On the workshop's thread.
Result<BoundList> bindAll(capture::PageHelper& helper, const Lane& lane,
                          const std::vector<MaterialIntake>& materials)
{
    auto bound = std::make_shared<std::vector<BoundMaterial>>();
    for (const MaterialIntake& material : materials) {
        Result<BoundMaterial> one = bindOne(helper, lane, material);
        if (one) {
            bound->push_back(std::move(*one));
        } else if (!leavesUnbound(one.error().code)) {
            return tl::unexpected(one.error());
        }
    }
    return bound;
}

/// On the ledger's thread: a rename and a row each.
Result<domain::Intake> takeIn(Ledger& ledger, domain::Intake intake, std::vector<BoundMaterial>& bound)
{
    for (BoundMaterial& one : bound) {
        const auto stored = ledger.blobs().adopt(one.blob);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        MaterialFile file;
        file.blob = stored->id;
        file.plainSm3 = stored->sm3;
        file.size = stored->size;
        file.mime = capture::mimeOf(capture::FileKind::Pdf);
        file.pages = one.pages;
        intake.materialSlot(one.material).bound = file;
    }
    return intake;
}

} // namespace

QFuture<Result<domain::Intake>> bindPages(Workplace& workplace, QObject* context,
                                          const domain::Intake& intake)
{
    domain::Intake unbound = intake;
    std::vector<MaterialIntake> materials;
    for (MaterialIntake& material : unbound.materials) {
        material.bound.reset();
        if (capture::isBindable(material, ledger::BlobStore::kMaxBytes)) {
            materials.push_back(material);
        }
    }
    if (materials.empty()) {
        return QtFuture::makeReadyFuture(Result<domain::Intake>(unbound));
    }
    const auto lend = [](Ledger& ledger) -> Result<Lane> {
        auto writers = ledger.blobs().writers();
        if (!writers) {
            return tl::unexpected(writers.error());
        }
        return Lane{ledger.blobs().reader(), std::move(*writers)};
    };
    const auto bind = [&workplace, materials](const Result<Lane>& lane) {
        return workplace.pages().run([lane, materials](capture::PageHelper& helper) -> Result<BoundList> {
            return lane ? bindAll(helper, *lane, materials) : tl::unexpected(lane.error());
        });
    };
    const auto keep = [&workplace, unbound](const Result<BoundList>& bound) {
        return workplace.ledger().run([bound, unbound](Ledger& ledger) -> Result<domain::Intake> {
            return bound ? takeIn(ledger, unbound, **bound) : tl::unexpected(bound.error());
        });
    };
    return workplace.ledger().run(lend).then(context, bind).unwrap().then(context, keep).unwrap();
}

IntakePages::IntakePages(Workplace& workplace, PageTarget& target, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_target(target)
{
}

QFuture<Result<void>> IntakePages::add(const QString& material, const capture::ScannedPage& page,
                                       domain::FileOrigin origin)
{
    if (m_target.sheet().isEmpty()) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(ErrorCode::Cancelled)));
    }
    // The page is held until it is stored: meanwhile it counts as on its way and the feeder waits.
    return m_target.addBytes(material, page.bytes, scanTitle(page), origin, page.incomplete)
        .then([held = page.onItsWay](const Result<void>& done) { return done; });
}

QFuture<Result<void>> IntakePages::retake(const QString& material, const QString& blob,
                                          const capture::ScannedPage& page, domain::FileOrigin origin)
{
    if (m_target.sheet().isEmpty()) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(ErrorCode::Cancelled)));
    }
    const auto replace = [this, material, blob, held = page.onItsWay,
                          sheet = m_target.sheet()](const Result<MaterialFile>& stored) -> Result<void> {
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        if (m_target.isSealed() || m_target.sheet() != sheet) {
            return domain::fail(ErrorCode::Cancelled, QStringLiteral("something else is open"));
        }
        const MaterialIntake* now = m_target.taken(material);
        auto files = now != nullptr ? now->files : std::vector<MaterialFile>();
        const auto at = std::ranges::find(files, blob, &MaterialFile::blob);
        if (at == files.end()) {
            return domain::fail(ErrorCode::NotFound, QStringLiteral("the page is no longer there"));
        }
        *at = *stored;
        if (capture::outgrowsBinding(files, ledger::BlobStore::kMaxBytes)) {
            return domain::fail(ErrorCode::MaterialTooLarge, {}, m_target.materialName(material));
        }
        m_target.replaceFile(material, static_cast<int>(at - files.begin()), *stored);
        return {};
    };
    return storeExamined(m_workplace, this, m_workplace.files().examineBytes(page.bytes, scanTitle(page)),
                         {origin, page.incomplete})
        .then(this, replace);
}

} // namespace ow::desk
