// SPDX-License-Identifier: GPL-3.0-or-later
// What SupplementDesk does with the files of what is asked for.
#include "desk/supplementdesk.h"
#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::MaterialFile;
using domain::MaterialIntake;
using domain::Result;

namespace {

const QString kTyped = QStringLiteral("typed"); // as SupplementDesk::content() has it

/// It was put aside while its file was under way: the draft takes it. NotFound when it was written since.
Result<void> appendToDraft(ledger::Ledger& ledger, const QString& draftId, const QString& material,
                           const MaterialFile& file, const QString& name)
{
    auto draft = ledger.drafts().load(draftId);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    auto typed = domain::intakeFromCbor(draft->content.value(kTyped).toMap());
    if (!typed) {
        return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("the draft is no intake"));
    }
    if (auto appended = appendFile(typed->materialSlot(material), file, name); !appended) {
        return appended;
    }
    draft->content.insert(kTyped, domain::intakeToCbor(*typed));
    return ledger.drafts().save(draftId, draft->actor, draft->content, ledger::Drafts::Shelf::Supplement);
}

} // namespace

QString SupplementDesk::materialName(const QString& material) const
{
    const domain::GuideMaterial* known = isActive() ? m_seen.guide->material(material) : nullptr;
    return known != nullptr ? known->name : material;
}

const MaterialIntake* SupplementDesk::taken(const QString& material) const
{
    return isActive() ? intake().material(material) : nullptr;
}

MaterialIntake* SupplementDesk::askedSlot(const QString& material)
{
    return isAsked(material) ? &m_sheet->change().materialSlot(material) : nullptr;
}

QFuture<Result<void>> SupplementDesk::addFile(const QString& material, const QString& path)
{
    return take(material, m_workplace.files().examineFile(path), {});
}

QFuture<Result<void>> SupplementDesk::addBytes(const QString& material, const QByteArray& bytes,
                                               const QString& title, domain::FileOrigin origin,
                                               bool incomplete)
{
    return take(material, m_workplace.files().examineBytes(bytes, title), {origin, incomplete});
}

QFuture<Result<void>> SupplementDesk::addPicture(const QString& material, const QImage& picture,
                                                 const QString& title)
{
    return take(material, examinePicture(m_workplace, this, picture, title), {});
}

QFuture<Result<void>> SupplementDesk::take(const QString& material, Taken examined, FileSource source)
{
    if (!isAsked(material)) {
        return QtFuture::makeReadyFuture(
            Result<void>(domain::fail(ErrorCode::NotAllowed, QStringLiteral("not asked for"))));
    }
    ++m_filesUnderWay;
    changedSince(); // the draft the file comes to lie in, should this be put aside meanwhile
    Q_EMIT changed();
    const auto keep = [this, material, name = materialName(material),
                       at = sheet()](const Result<MaterialFile>& stored) -> QFuture<Result<void>> {
        --m_filesUnderWay;
        if (!stored) {
            Q_EMIT changed();
            return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(stored.error())));
        }
        MaterialIntake* slot = sheet() == at ? askedSlot(material) : nullptr;
        if (slot != nullptr) {
            Result<void> added = appendFile(*slot, *stored, name);
            touched();
            return QtFuture::makeReadyFuture(std::move(added));
        }
        Q_EMIT changed();
        return m_workplace.ledger().run([at, material, name, file = *stored](ledger::Ledger& ledger) {
            return appendToDraft(ledger, at, material, file, name);
        });
    };
    return storeExamined(m_workplace, this, std::move(examined), source).then(this, keep).unwrap();
}

void SupplementDesk::removeFile(const QString& material, int index)
{
    if (MaterialIntake* slot = askedSlot(material); hasFile(slot, index)) {
        takeFileOff(*slot, index);
        touched();
    }
}

void SupplementDesk::moveFile(const QString& material, int from, int to)
{
    if (MaterialIntake* slot = askedSlot(material); hasFile(slot, from) && hasFile(slot, to) && from != to) {
        moveFileTo(*slot, from, to);
        touched();
    }
}

void SupplementDesk::editFile(const QString& material, int index, const domain::PageEdit& edit)
{
    if (MaterialIntake* slot = askedSlot(material); hasFile(slot, index)) {
        slot->files[static_cast<std::size_t>(index)].edit = edit;
        touched();
    }
}

void SupplementDesk::replaceFile(const QString& material, int index, const MaterialFile& file)
{
    if (MaterialIntake* slot = askedSlot(material); hasFile(slot, index)) {
        slot->files[static_cast<std::size_t>(index)] = file;
        touched();
    }
}

void SupplementDesk::setGrade(const QString& material, domain::TrustGrade grade)
{
    if (MaterialIntake* slot = askedSlot(material)) {
        slot->grade = grade;
        touched();
    }
}

void SupplementDesk::setValidUntil(const QString& material, QDate day)
{
    if (MaterialIntake* slot = askedSlot(material)) {
        slot->validUntil = day;
        touched();
    }
}

} // namespace ow::desk
