// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"
#include "domain/intake.h"

#include <QFuture>
#include <QImage>

namespace ow::desk {

/// Where a file comes from, and whether the scanner gave all of it.
struct FileSource
{
    domain::FileOrigin origin = domain::FileOrigin::File;
    bool incomplete = false;
};

/// Seals what the helper has examined into the ledger's store and names it. Errors of the examination, of
/// BlobStore::put(). Continues on the thread of `context`, which outlives the future.
[[nodiscard]] QFuture<domain::Result<domain::MaterialFile>>
storeExamined(Workplace& workplace, QObject* context, QFuture<domain::Result<capture::ExaminedFile>> examined,
              FileSource source = {});

/// A picture as it lay on the clipboard: packed into a PNG on a worker (a page of 8 megapixels takes a
/// second), then examined as any other file. FileUnreadable when it cannot be packed.
[[nodiscard]] QFuture<domain::Result<capture::ExaminedFile>>
examinePicture(Workplace& workplace, QObject* context, const QImage& picture, const QString& title);

/// Puts a file behind the others of its material, which is here with it. A file given twice is one file; two
/// empty sheets of a scanner are two pages although their bytes are the same. MaterialTooLarge, naming the
/// material, when its pictures could not be bound into one PDF any more; nothing is changed then.
[[nodiscard]] domain::Result<void> appendFile(domain::MaterialIntake& slot, const domain::MaterialFile& file,
                                              const QString& name);

/// The slot without its file `index`, which exists; the last one takes the mark 收到 with it.
void takeFileOff(domain::MaterialIntake& slot, int index);

/// The file at `from` comes to stand at `to`; both exist.
void moveFileTo(domain::MaterialIntake& slot, int from, int to);

[[nodiscard]] bool hasFile(const domain::MaterialIntake* slot, int index);

} // namespace ow::desk
