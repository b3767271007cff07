// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/storedfile.h"

#include "capture/pagebinder.h"
#include "ledger/ledger.h"

#include <QBuffer>

#include <algorithm>
#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::MaterialFile;
using domain::MaterialIntake;
using domain::MaterialState;
using domain::Result;
using ledger::Ledger;

namespace {

QByteArray packed(const QImage& picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    return buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "PNG") ? png : QByteArray();
}

} // namespace

QFuture<Result<MaterialFile>> storeExamined(Workplace& workplace, QObject* context,
                                            QFuture<Result<capture::ExaminedFile>> examined,
                                            FileSource source)
{
    const auto store = [&workplace,
                        source](const Result<capture::ExaminedFile>& file) -> QFuture<Result<MaterialFile>> {
        if (!file) {
            return QtFuture::makeReadyFuture(Result<MaterialFile>(tl::unexpected(file.error())));
        }
        return workplace.ledger().run([file = *file, source](Ledger& ledger) -> Result<MaterialFile> {
            const auto stored = ledger.blobs().put(file.bytes);
            if (!stored) {
                return tl::unexpected(stored.error());
            }
            MaterialFile taken{
                stored->id, stored->sm3,  stored->size, file.mime, static_cast<int>(file.pages.size()),
                file.title, source.origin};
            taken.incomplete = source.incomplete;
            return taken;
        });
    };
    return examined.then(context, store).unwrap();
}

QFuture<Result<capture::ExaminedFile>> examinePicture(Workplace& workplace, QObject* context,
                                                      const QImage& picture, const QString& title)
{
    const auto examine = [&workplace,
                          title](const QByteArray& png) -> QFuture<Result<capture::ExaminedFile>> {
        if (png.isEmpty()) {
            return QtFuture::makeReadyFuture(
                Result<capture::ExaminedFile>(domain::fail(ErrorCode::FileUnreadable)));
        }
        return workplace.files().examineBytes(png, title);
    };
    return workplace.work([picture] { return packed(picture); }).then(context, examine).unwrap();
}

Result<void> appendFile(MaterialIntake& slot, const MaterialFile& file, const QString& name)
{
    const bool sheet =
        file.origin == domain::FileOrigin::Scanner || file.origin == domain::FileOrigin::Camera;
    if (sheet || std::ranges::find(slot.files, file.blob, &MaterialFile::blob) == slot.files.end()) {
        slot.files.push_back(file);
        if (capture::outgrowsBinding(slot.files, ledger::BlobStore::kMaxBytes)) {
            slot.files.pop_back();
            return domain::fail(ErrorCode::MaterialTooLarge, QStringLiteral("too much for one PDF"), name);
        }
    }
    slot.state = MaterialState::Received;
    slot.unfitReason.clear();
    return {};
}

void takeFileOff(MaterialIntake& slot, int index)
{
    slot.files.erase(slot.files.begin() + index);
    if (slot.files.empty() && slot.state == MaterialState::Received) {
        slot.state = MaterialState::Missing;
    }
}

void moveFileTo(MaterialIntake& slot, int from, int to)
{
    MaterialFile moved = std::move(slot.files[static_cast<std::size_t>(from)]);
    slot.files.erase(slot.files.begin() + from);
    slot.files.insert(slot.files.begin() + to, std::move(moved));
}

bool hasFile(const MaterialIntake* slot, int index)
{
    return slot != nullptr && index >= 0 && index < static_cast<int>(slot->files.size());
}

} // namespace ow::desk
