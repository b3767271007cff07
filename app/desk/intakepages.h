// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/scannedpage.h"
#include "desk/pagetarget.h"
#include "desk/workplace.h"

#include <QFuture>
#include <QObject>

namespace ow::desk {

/// Binds the pictures of each material into one PDF (MaterialIntake::bound) and stores it sealed; the files
/// stay as they came, and a material with a PDF among its files is left alone. The pages are read, embedded
/// and sealed on the workshop's thread one after the other; the ledger's thread only lends the keys before
/// and takes the finished blobs in after, so that an entry may name them (I1).
///
/// A page that cannot be embedded leaves its material unbound: its files are enough to accept on. What
/// concerns the store (BlobMissing, BlobDamaged, DatabaseFull, DatabaseFailed, KeyLocked) is an error.
/// Continues on the thread of `context`, which outlives the future.
[[nodiscard]] QFuture<domain::Result<domain::Intake>> bindPages(Workplace& workplace, QObject* context,
                                                                const domain::Intake& intake);

/// Pages from a scanner or a camera on their way to what is open. Lives on the GUI thread.
class IntakePages : public QObject
{
    Q_OBJECT

public:
    IntakePages(Workplace& workplace, PageTarget& target, QObject* parent = nullptr);

    /// Behind the material's other pages. Pages arrive in the order they were given.
    [[nodiscard]] QFuture<domain::Result<void>> add(const QString& material, const capture::ScannedPage& page,
                                                    domain::FileOrigin origin);
    /// In place of a page that was not good, which goes. NotFound when that one is no longer there, Cancelled
    /// when something else is open by then.
    [[nodiscard]] QFuture<domain::Result<void>> retake(const QString& material, const QString& blob,
                                                       const capture::ScannedPage& page,
                                                       domain::FileOrigin origin);

private:
    Workplace& m_workplace;
    PageTarget& m_target;
};

} // namespace ow::desk
