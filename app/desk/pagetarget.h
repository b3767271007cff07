// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QImage>
#include <QPointer>
#include <QString>

#include <memory>

namespace ow::desk {

/// What pages come to lie in: the application on the desk, a supplement, a signed promise. Scanner lane, page
/// strip and page viewer work with any of them. Lives on the GUI thread, never waits.
class PageTarget
{
public:
    PageTarget() = default;
    PageTarget(const PageTarget&) = delete;
    PageTarget& operator=(const PageTarget&) = delete;
    PageTarget(PageTarget&&) = delete;
    PageTarget& operator=(PageTarget&&) = delete;
    virtual ~PageTarget() = default;

    /// Names what is open, so that a page of the one before never comes to lie in the next; empty: nothing.
    [[nodiscard]] virtual QString sheet() const = 0;
    /// It is being written and takes nothing any more.
    [[nodiscard]] virtual bool isSealed() const = 0;
    /// Scan profiles are remembered by item and material.
    [[nodiscard]] virtual QString itemCode() const = 0;
    /// As a person reads it.
    [[nodiscard]] virtual QString materialName(const QString& material) const = 0;
    [[nodiscard]] virtual const domain::MaterialIntake* taken(const QString& material) const = 0;

    /// Takes a file in: examined by the helper, then sealed into the ledger's store before it is shown.
    /// MaterialTooLarge when all of the material could not be bound into one PDF any more.
    [[nodiscard]] virtual QFuture<domain::Result<void>> addFile(const QString& material,
                                                                const QString& path) = 0;
    [[nodiscard]] virtual QFuture<domain::Result<void>>
    addBytes(const QString& material, const QByteArray& bytes, const QString& title,
             domain::FileOrigin origin, bool incomplete) = 0;
    /// A pasted picture. It is on its way into this sheet from now on, also while it is being packed.
    [[nodiscard]] virtual QFuture<domain::Result<void>>
    addPicture(const QString& material, const QImage& picture, const QString& title) = 0;
    /// Until what is returned goes, pages are on their way into what is open, and it is not written without
    /// them: a run of the scanner between two sheets, a page that is scanned again.
    [[nodiscard]] virtual std::shared_ptr<void> expectPages() = 0;
    virtual void removeFile(const QString& material, int index) = 0;
    virtual void moveFile(const QString& material, int from, int to) = 0;
    virtual void editFile(const QString& material, int index, const domain::PageEdit& edit) = 0;
    /// In place of the file at `index`: a page scanned again.
    virtual void replaceFile(const QString& material, int index, const domain::MaterialFile& file) = 0;
    virtual void setGrade(const QString& material, domain::TrustGrade grade) = 0;
    virtual void setValidUntil(const QString& material, QDate day) = 0;
};

/// For expectPages(): one more in `count`, a member of `desk`, while what is returned is kept; both ends are
/// said by changed(). The desk may go first.
template <class Desk> [[nodiscard]] std::shared_ptr<void> countedWhileKept(Desk& desk, int& count)
{
    ++count;
    Q_EMIT desk.changed();
    return {nullptr, [kept = QPointer<Desk>(&desk), &count](std::nullptr_t) {
                if (kept) {
                    --count;
                    Q_EMIT kept->changed();
                }
            }};
}

} // namespace ow::desk
